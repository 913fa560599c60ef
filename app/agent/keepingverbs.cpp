// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/agent/agent.h"
#include "app/agent/exitcodes.h"
#include "app/agent/table.h"
#include "app/agent/verb.h"
#include "app/agent/wording.h"
#include "core/activity/retention.h"
#include "core/store/backup.h"
#include "core/store/salvage.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <functional>

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

using TakeLine = std::function<Result<>(const QByteArray &line)>;

//! A file appears under the name only when it is complete.
Result<> intoNewFile(const QString &to, const std::function<Result<>(const TakeLine &take)> &fill)
{
    if (QFile::exists(to))
        return fail(ErrorKind::Usage, u"file.exists"_s, {to});
    QSaveFile file(to);
    if (!file.open(QIODevice::WriteOnly))
        return fail(ErrorKind::Storage, u"file.unwritable"_s, {to});
    FROST_TRY(fill([&](const QByteArray &line) -> Result<> {
        const bool written = file.write(line) == line.size() && file.putChar('\n');
        return written ? Result<>() : fail(ErrorKind::Storage, u"file.unwritable"_s, {to});
    }));
    return file.commit() ? Result<>() : fail(ErrorKind::Storage, u"file.unwritable"_s, {to});
}

Task<Result<int>> exportTrail(Agent &agent, Arguments arguments)
{
    const auto company = agent.open(arguments.value("--company"_L1));
    if (!company)
        co_return fail(company.error());
    qint64 rows = 0;
    const auto written = intoNewFile(arguments.place(0), [&](const TakeLine &take) {
        return (*company)->audit().exportLines([&](const QByteArray &line) {
            ++rows;
            return take(line);
        });
    });
    if (!written)
        co_return fail(written.error());
    agent.output().line(text(QT_TRANSLATE_NOOP("Keeping", "%1 lines of the audit trail have been written.")).arg(rows));
    agent.output().answer(QJsonObject{{u"rows"_s, rows}});
    co_return exitcode::kDone;
}

Task<Result<int>> backUpCompany(Agent &agent, Arguments arguments)
{
    const auto company = agent.open(arguments.value("--company"_L1));
    if (!company)
        co_return fail(company.error());
    const QString file = arguments.place(0);
    if (const auto done = backUp((*company)->database(), file, (*company)->clock(), (*company)->random()); !done)
        co_return fail(done.error());
    agent.output().line(text(QT_TRANSLATE_NOOP("Keeping", "The company has been backed up, and the backup has been checked: %1")).arg(file));
    agent.output().answer(QJsonObject{{u"file"_s, file}, {u"bytes"_s, QFileInfo(file).size()}});
    co_return exitcode::kDone;
}

Task<Result<int>> restoreCompany(Agent &agent, Arguments arguments)
{
    const auto seams = agent.seams();
    const auto restored = restoreBackup(agent.folder(), arguments.place(0), seams.clock, seams.random);
    if (!restored)
        co_return fail(restored.error());
    const auto &[company, replaced] = *restored;
    agent.output().line(text(QT_TRANSLATE_NOOP("Keeping", "The company %1 of %2 has been restored. Nothing is synchronised until you have connected it again."))
                            .arg(company.company.toString(), company.tenant.toString()));
    if (!replaced.isEmpty())
        agent.output().line(text(QT_TRANSLATE_NOOP("Keeping", "What was there before is kept: %1")).arg(replaced));
    agent.output().answer(QJsonObject{{u"company"_s, company.company.toString()}, {u"tenant"_s, company.tenant.toString()},
                                      {u"replaced"_s, replaced}});
    co_return exitcode::kDone;
}

Task<Result<int>> salvageFile(Agent &agent, Arguments arguments)
{
    Salvaged salvaged;
    const auto written = intoNewFile(arguments.place(1), [&](const TakeLine &take) -> Result<> {
        auto read = salvage(arguments.place(0), take);
        FROST_TRY(read);
        salvaged = *std::move(read);
        return {};
    });
    if (!written)
        co_return fail(written.error());
    QJsonObject rows;
    {
        Table table(agent.output(), {{text(QT_TRANSLATE_NOOP("Keeping", "Table"))}, {text(QT_TRANSLATE_NOOP("Keeping", "Rows")), Table::Align::Right}});
        for (auto it = salvaged.rows.begin(); it != salvaged.rows.end(); ++it) {
            table.add({it.key(), QString::number(it.value())});
            rows.insert(it.key(), it.value());
        }
    }
    for (const auto &lost : salvaged.unreadable)
        agent.output().message(text(QT_TRANSLATE_NOOP("Keeping", "Cannot be read: %1")).arg(lost));
    agent.output().answer(QJsonObject{{u"rows"_s, rows}, {u"unreadable"_s, QJsonArray::fromStringList(salvaged.unreadable)}});
    co_return salvaged.unreadable.isEmpty() ? exitcode::kDone : exitcode::kUnfinished;
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
        {"export trail"_L1, {"OUTPUT"_L1}, {company},
         QT_TRANSLATE_NOOP("Help", "writes the whole audit trail, a line of JSON a row, so that others can verify it"), &exportTrail},
        {"backup"_L1, {"FILE"_L1}, {company},
         QT_TRANSLATE_NOOP("Help", "writes the company to a file of its own while it is in use, and checks that file"), &backUpCompany},
        {"restore"_L1, {"FILE"_L1}, {},
         QT_TRANSLATE_NOOP("Help", "puts a backup in its company's place; what was there is kept beside it"), &restoreCompany},
        {"salvage"_L1, {"FILE"_L1, "OUTPUT"_L1}, {},
         QT_TRANSLATE_NOOP("Help", "writes everything that can be read of a damaged company file, a line of JSON a row; exit 1 where something is lost"), &salvageFile},
    };
}

} // namespace frost
