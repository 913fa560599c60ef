// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/agent/agent.h"
#include "app/agent/asjson.h"
#include "app/agent/exitcodes.h"
#include "app/agent/listing.h"
#include "app/agent/sidebyside.h"
#include "app/agent/verb.h"
#include "app/agent/wording.h"

#include <QCoreApplication>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("Conflicts", source);
}

constexpr std::array kStrategies{Strategy::ServerWins, Strategy::ClientWins, Strategy::Merge, Strategy::LastWriteWins, Strategy::Manual};

QString strategyNames()
{
    QStringList names;
    for (const auto strategy : kStrategies)
        names += toString(strategy);
    return names.join(u", "_s);
}

Result<qint64> conflictNumber(const QString &word)
{
    bool ok = false;
    const qint64 number = word.toLongLong(&ok);
    if (!ok || number < 0)
        return fail(ErrorKind::Usage, u"id.malformed"_s, {word, u"frost-agent conflicts"_s});
    return number;
}

//! Open conflicts as they stand now, not as they were found; those of two sides first, then what was refused.
Result<QList<Conflict>> currentConflicts(OpenCompany &company, const Arguments &arguments)
{
    if (!arguments.place(0).isEmpty()) {
        const auto number = conflictNumber(arguments.place(0));
        FROST_TRY(number);
        auto conflict = company.resolver().current(*number);
        FROST_TRY(conflict);
        return QList<Conflict>{*std::move(conflict)};
    }
    auto conflicts = company.conflicts().list(arguments.has("--all"_L1));
    FROST_TRY(conflicts);
    const auto refusals = company.conflicts().refusals(arguments.has("--all"_L1));
    FROST_TRY(refusals);
    conflicts->append(*refusals);
    for (auto &conflict : *conflicts) {
        if (!conflict.open)
            continue;
        auto current = company.resolver().current(conflict.id);
        FROST_TRY(current);
        conflict = *std::move(current);
    }
    return conflicts;
}

QList<Table::Column> conflictColumns()
{
    return {{text(QT_TRANSLATE_NOOP("Conflicts", "Conflict")), Table::Align::Right},
            {text(QT_TRANSLATE_NOOP("Conflicts", "Type"))},
            {text(QT_TRANSLATE_NOOP("Conflicts", "Record"))},
            {text(QT_TRANSLATE_NOOP("Conflicts", "Kind"))},
            {text(QT_TRANSLATE_NOOP("Conflicts", "Severity"))},
            {text(QT_TRANSLATE_NOOP("Conflicts", "Fields"))},
            {text(QT_TRANSLATE_NOOP("Conflicts", "Theirs by"))},
            {text(QT_TRANSLATE_NOOP("Conflicts", "Theirs at"))},
            {text(QT_TRANSLATE_NOOP("Conflicts", "Reason"))},
            {text(QT_TRANSLATE_NOOP("Conflicts", "Settled"))}};
}

Result<QList<ListedRow>> conflictRows(OpenCompany &company, const QList<Conflict> &conflicts)
{
    QList<ListedRow> rows;
    Presentation presentation(company);
    for (const auto &conflict : conflicts) {
        const auto json = toJson(conflict, presentation);
        FROST_TRY(json);
        rows.append({*json, {QString::number(conflict.id), conflict.type.toString(), json->value("record"_L1).toString(),
                             toString(conflict.conflictType), toString(conflict.severity), conflict.fields.join(u", "_s),
                             conflict.theirsBy, shownInstant(conflict.theirsAt), wording::reason(conflict.errorCode, conflict.errorArgs),
                             conflict.open ? QString() : conflict.strategy}});
    }
    return rows;
}

Task<Result<int>> showConflicts(Agent &agent, Arguments arguments)
{
    const auto company = agent.open(arguments.value("--company"_L1));
    if (!company)
        co_return fail(company.error());
    const auto conflicts = currentConflicts(**company, arguments);
    if (!conflicts)
        co_return fail(conflicts.error());
    const auto rows = conflictRows(**company, *conflicts);
    if (!rows)
        co_return fail(rows.error());

    auto &output = agent.output();
    writeListing(output, conflictColumns(), *rows, text(QT_TRANSLATE_NOOP("Conflicts", "No conflicts.")));
    if (!arguments.place(0).isEmpty() && !output.isJson() && !conflicts->first().isRefusal()) {
        output.line();
        if (auto written = writeSideBySide(output, **company, conflicts->first()); !written)
            co_return fail(written.error());
    }
    co_return exitcode::kDone;
}

//! The record as a person decided it.
Result<std::optional<QJsonObject>> manualRecord(Agent &agent, const Arguments &arguments, Strategy strategy, OpenCompany &company,
                                                const EntityType &type)
{
    const bool given = arguments.has(kRecordFile);
    if (given != (strategy == Strategy::Manual))
        return fail(ErrorKind::Usage, given ? u"manual.unwanted"_s : u"manual.missing"_s);
    if (!given)
        return std::optional<QJsonObject>();
    const auto bytes = agent.fileOrInput(arguments.value(kRecordFile));
    FROST_TRY(bytes);
    const auto shownRecord = parseRecord(*bytes);
    FROST_TRY(shownRecord);
    auto record = Presentation(company).stored(type, *shownRecord);
    FROST_TRY(record);
    return std::optional(*std::move(record));
}

Task<Result<int>> resolveConflict(Agent &agent, Arguments arguments)
{
    const auto company = agent.open(arguments.value("--company"_L1));
    if (!company)
        co_return fail(company.error());
    const auto number = conflictNumber(arguments.place(0));
    if (!number)
        co_return fail(number.error());
    const auto strategy = strategyFrom(arguments.value("--strategy"_L1));
    if (!strategy)
        co_return fail(ErrorKind::Usage, u"option.choice"_s, {u"--strategy"_s, arguments.value("--strategy"_L1), strategyNames()});
    const auto conflict = (*company)->resolver().current(*number);
    if (!conflict)
        co_return fail(conflict.error());
    const auto manual = manualRecord(agent, arguments, *strategy, **company, conflict->type);
    if (!manual)
        co_return fail(manual.error());
    const auto record = (*company)->resolver().resolve(*number, *strategy, *manual, (*company)->actor());
    if (!record)
        co_return fail(record.error());
    const auto presented = Presentation(**company).record(conflict->type, *record);
    if (!presented)
        co_return fail(presented.error());
    agent.output().answer(*presented);
    agent.output().line(text(QT_TRANSLATE_NOOP("Conflicts", "Conflict %1 is settled: %2 %3. The next sync sends it."))
                            .arg(QString::number(*number), conflict->type.toString(), presented->value("id"_L1).toString()));
    co_return exitcode::kDone;
}

} // namespace

QList<Verb> conflictVerbs()
{
    const Option company = companyOption();
    return {
        {"conflicts"_L1,
         {"[CONFLICT]"_L1},
         {company, {"--all"_L1, {}, QT_TRANSLATE_NOOP("Help", "settled ones as well")}},
         QT_TRANSLATE_NOOP("Help", "lists what changed on both sides and needs a decision; one of them side by side"),
         &showConflicts},
        {"resolve"_L1,
         {"CONFLICT"_L1},
         {{"--strategy"_L1, "S"_L1, QT_TRANSLATE_NOOP("Help", "server-wins, client-wins, merge, last-write-wins or manual"), Option::Times::Once, Option::Need::Required},
          company,
          {"--data"_L1, "FILE|-"_L1, QT_TRANSLATE_NOOP("Help", "for manual: the whole record as it shall be (a folder is still the data folder)")}},
         QT_TRANSLATE_NOOP("Help", "settles a conflict"),
         &resolveConflict},
    };
}

} // namespace frost
