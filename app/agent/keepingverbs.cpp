// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/agent/agent.h"
#include "app/agent/exitcodes.h"
#include "app/agent/table.h"
#include "app/agent/verb.h"
#include "app/agent/wording.h"
#include "core/activity/retention.h"
#include "core/store/salvage.h"

#include <QCoreApplication>
#include <QFile>
#include <QSaveFile>

namespace frost {

using namespace Qt::StringLiterals;

// How long a company keeps what it no longer shows, and what can be had of a file that is damaged.

namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("Keeping", source);
}

struct Period {
    QLatin1StringView option;
    const char *name;
    int Retention::*days;
};
constexpr std::array kPeriods{
    Period{"--tombstones"_L1, QT_TRANSLATE_NOOP("Keeping", "Deleted records"), &Retention::tombstones},
    Period{"--history"_L1, QT_TRANSLATE_NOOP("Keeping", "Finished operations and runs"), &Retention::history},
    Period{"--payloads"_L1, QT_TRANSLATE_NOOP("Keeping", "Old and new values in the audit trail"), &Retention::payloads},
};

//! Says how long, after setting what was asked for.
Task<Result<int>> retention(Agent &agent, Arguments arguments)
{
    const auto company = agent.open(arguments.value("--company"_L1));
    if (!company)
        co_return fail(company.error());
    auto periods = Retention::read((*company)->database());
    if (!periods)
        co_return fail(periods.error());
    bool set = false;
    for (const auto &period : kPeriods) {
        const auto days = arguments.number(period.option);
        if (!days)
            co_return fail(days.error());
        set = set || days->has_value();
        periods.value().*period.days = days->value_or(periods.value().*period.days);
    }
    if (set) {
        if (auto stored = periods->store((*company)->database(), (*company)->audit(), (*company)->actor()); !stored)
            co_return fail(stored.error());
    }
    QJsonObject json;
    Table table(agent.output(), {{text(QT_TRANSLATE_NOOP("Keeping", "Kept"))}, {text(QT_TRANSLATE_NOOP("Keeping", "Days")), Table::Align::Right}});
    for (const auto &period : kPeriods) {
        const int days = periods.value().*period.days;
        table.add({text(period.name), QString::number(days)});
        json.insert(period.option.sliced(2), days);
    }
    agent.output().answer(json);
    co_return exitcode::kDone;
}

Task<Result<int>> pruneCompany(Agent &agent, Arguments arguments)
{
    const auto company = agent.open(arguments.value("--company"_L1));
    if (!company)
        co_return fail(company.error());
    const auto periods = Retention::read((*company)->database());
    if (!periods)
        co_return fail(periods.error());
    const auto pruned = prune((*company)->database(), (*company)->audit(), (*company)->clock(), *periods, (*company)->actor());
    if (!pruned)
        co_return fail(pruned.error());
    agent.output().line(text(QT_TRANSLATE_NOOP("Keeping", "Removed for good: %1 deleted records, %2 operations, %3 runs; %4 lines of the audit trail lost their values."))
                            .arg(pruned->tombstones).arg(pruned->operations).arg(pruned->runs).arg(pruned->payloads));
    agent.output().answer(QJsonObject{{u"tombstones"_s, pruned->tombstones}, {u"operations"_s, pruned->operations},
                                      {u"runs"_s, pruned->runs}, {u"payloads"_s, pruned->payloads}});
    co_return exitcode::kDone;
}

//! A file appears under the name only when it is complete.
Result<Salvaged> salvageInto(const QString &from, const QString &to)
{
    if (QFile::exists(to))
        return fail(ErrorKind::Usage, u"file.exists"_s, {to});
    QSaveFile file(to);
    if (!file.open(QIODevice::WriteOnly))
        return fail(ErrorKind::Storage, u"file.unwritable"_s, {to});
    auto salvaged = salvage(from, [&](const QByteArray &line) -> Result<> {
        const bool written = file.write(line) == line.size() && file.putChar('\n');
        return written ? Result<>() : fail(ErrorKind::Storage, u"file.unwritable"_s, {to});
    });
    FROST_TRY(salvaged);
    if (!file.commit())
        return fail(ErrorKind::Storage, u"file.unwritable"_s, {to});
    return salvaged;
}

Task<Result<int>> salvageFile(Agent &agent, Arguments arguments)
{
    const auto salvaged = salvageInto(arguments.place(0), arguments.place(1));
    if (!salvaged)
        co_return fail(salvaged.error());
    QJsonObject rows;
    {
        Table table(agent.output(), {{text(QT_TRANSLATE_NOOP("Keeping", "Table"))}, {text(QT_TRANSLATE_NOOP("Keeping", "Rows")), Table::Align::Right}});
        for (auto it = salvaged->rows.begin(); it != salvaged->rows.end(); ++it) {
            table.add({it.key(), QString::number(it.value())});
            rows.insert(it.key(), it.value());
        }
    }
    for (const auto &lost : salvaged->unreadable)
        agent.output().message(text(QT_TRANSLATE_NOOP("Keeping", "Cannot be read: %1")).arg(lost));
    agent.output().answer(QJsonObject{{u"rows"_s, rows}, {u"unreadable"_s, QJsonArray::fromStringList(salvaged->unreadable)}});
    co_return salvaged->unreadable.isEmpty() ? exitcode::kDone : exitcode::kUnfinished;
}

} // namespace

QList<Verb> keepingVerbs()
{
    const Option company = companyOption();
    return {
        {"retention"_L1, {},
         {company, {"--tombstones"_L1, "DAYS"_L1, QT_TRANSLATE_NOOP("Help", "how long deleted records are kept")},
          {"--history"_L1, "DAYS"_L1, QT_TRANSLATE_NOOP("Help", "how long finished operations and runs are kept")},
          {"--payloads"_L1, "DAYS"_L1, QT_TRANSLATE_NOOP("Help", "how long the audit trail keeps old and new values")}},
         QT_TRANSLATE_NOOP("Help", "shows or sets how long a company keeps what it no longer shows"), &retention},
        {"prune"_L1, {}, {company},
         QT_TRANSLATE_NOOP("Help", "removes what is older than that; sync and the window do it once a day"), &pruneCompany},
        {"salvage"_L1, {"FILE"_L1, "OUTPUT"_L1}, {},
         QT_TRANSLATE_NOOP("Help", "writes everything that can be read of a damaged company file, a line of JSON a row; exit 1 where something is lost"), &salvageFile},
    };
}

} // namespace frost
