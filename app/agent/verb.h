// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/agent/arguments.h"
#include "core/base/result.h"

#include <qcorotask.h>
#include <QList>

namespace frost {

class Agent;

struct Option {
    QLatin1StringView name;                 //!< "--company"
    QLatin1StringView value = {};           //!< "C"; empty: it takes none
    const char *help = nullptr;             //!< marked for translation, context "Help"
    enum class Times { Once, Many } times = Times::Once;
    enum class Need { Optional, Required } need = Need::Optional;
};

//! One verb of the command line.
struct Verb {
    QLatin1StringView name;          //!< one word or two: "sync", "company add"
    QList<QLatin1StringView> places; //!< "TYPE", "[ID]"; optional ones last
    QList<Option> options;
    const char *summary;             //!< marked for translation, context "Help"
    //! @return the exit code
    QCoro::Task<Result<int>> (*run)(Agent &agent, Arguments arguments);
};

//! Every verb that works.
[[nodiscard]] const QList<Verb> &allVerbs();
//! "--company C" of a verb that works in one company.
[[nodiscard]] Option companyOption();
//! Options that every verb takes, before or after it.
[[nodiscard]] const QList<Option> &globalOptions();

//! The number of a conflict as people write it. Errors: Usage "id.malformed" [word, the verb that lists them].
[[nodiscard]] Result<qint64> conflictNumber(const QString &word);

// One function a file; allVerbs() gathers them.
[[nodiscard]] QList<Verb> companyVerbs();
[[nodiscard]] QList<Verb> syncVerbs();
[[nodiscard]] QList<Verb> statusVerbs();
[[nodiscard]] QList<Verb> queueVerbs();
[[nodiscard]] QList<Verb> listVerbs();
[[nodiscard]] QList<Verb> recordVerbs();
[[nodiscard]] QList<Verb> conflictVerbs();
[[nodiscard]] QList<Verb> resolveVerbs();
[[nodiscard]] QList<Verb> remoteVerbs();
[[nodiscard]] QList<Verb> ruleVerbs();
[[nodiscard]] QList<Verb> keepingVerbs();
[[nodiscard]] QList<Verb> importVerbs();
[[nodiscard]] QList<Verb> verifyVerbs();
[[nodiscard]] QList<Verb> demoVerbs();

} // namespace frost
