// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/agent/verb.h"

#include <QCoreApplication>

namespace frost {

using namespace Qt::StringLiterals;

Option companyOption()
{
    return {"--company"_L1, "C"_L1, QT_TRANSLATE_NOOP("Help", "the company, or TENANT/COMPANY"), Option::Times::Once,
            Option::Need::Required};
}

const QList<Option> &globalOptions()
{
    static const QList<Option> options{
        {"--data"_L1, "DIR"_L1, QT_TRANSLATE_NOOP("Help", "the data folder; otherwise the user's own")},
        {"--json"_L1, {}, QT_TRANSLATE_NOOP("Help", "the answer as one JSON document")},
        {"--help"_L1, {}, QT_TRANSLATE_NOOP("Help", "explains the verb, or lists all")},
        {"--version"_L1, {}, QT_TRANSLATE_NOOP("Help", "the version of Frost")},
    };
    return options;
}

const QList<Verb> &allVerbs()
{
    static const QList<Verb> verbs = companyVerbs() + importVerbs() + syncVerbs() + statusVerbs() + queueVerbs()
        + listVerbs() + recordVerbs() + remoteVerbs() + ruleVerbs() + conflictVerbs() + resolveVerbs() + verifyVerbs() + keepingVerbs() + demoVerbs();
    return verbs;
}

} // namespace frost
