// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/agent/help.h"

#include "app/agent/verb.h"

#include <QCoreApplication>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

QString translated(const char *source)
{
    return QCoreApplication::translate("Help", source);
}

QString withValue(const Option &option)
{
    return option.value.isEmpty() ? QString(option.name) : option.name + u' ' + option.value;
}

QString synopsis(const Verb &verb)
{
    QString text = "frost-agent "_L1 + verb.name;
    for (const auto &place : verb.places)
        text += u' ' + place;
    for (const auto &option : verb.options) {
        const auto words = withValue(option);
        text += option.need == Option::Need::Required ? u' ' + words : u" ["_s + words + u']';
        if (option.times == Option::Times::Many)
            text += u'…';
    }
    return text;
}

QString optionLines(const QList<Option> &options)
{
    QString text;
    for (const auto &option : options)
        text += "  "_L1 + withValue(option).leftJustified(24) + u' ' + translated(option.help) + u'\n';
    return text;
}

} // namespace

QString helpText()
{
    QString text = translated(QT_TRANSLATE_NOOP("Help", "frost-agent: bookkeeping offline, synchronised when the network is back")) + "\n\n"_L1;
    text += translated(QT_TRANSLATE_NOOP("Help", "frost-agent [--data DIR] VERB …")) + "\n\n"_L1;
    for (const auto &verb : allVerbs())
        text += "  "_L1 + QString(verb.name).leftJustified(14) + translated(verb.summary) + u'\n';
    text += u'\n' + optionLines(globalOptions()) + u'\n';
    text += translated(QT_TRANSLATE_NOOP(
        "Help", "Exit codes: 0 done, 1 done with conflicts or failed items, 2 wrong usage, 3 offline, 4 sign-in needed,\n"
                "5 store damaged or newer, 6 busy, 130 interrupted (the same again goes on from there).\n"
                "frost-agent VERB --help explains one verb."));
    return text;
}

QString helpText(const Verb &verb)
{
    QString text = synopsis(verb) + "\n\n"_L1 + translated(verb.summary) + u'\n';
    if (!verb.options.isEmpty())
        text += u'\n' + optionLines(verb.options);
    text += u'\n' + optionLines(globalOptions());
    text.chop(1);
    return text;
}

} // namespace frost
