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

constexpr auto kAll = "--all"_L1;
constexpr auto kHistory = "--history"_L1;
constexpr auto kRecord = "--record"_L1;
constexpr auto kLimit = "--limit"_L1;

using RecordName = std::pair<EntityType, LocalId>;

//! Whatever has this id: ids of different types may look alike. Errors: NotFound "record.nowhere" [id].
Result<QList<RecordName>> recordsCalled(OpenCompany &company, const QString &id)
{
    QList<RecordName> found;
    for (const auto &type : company.schema().types()) {
        const auto local = company.shownIds().local(type, id);
        FROST_TRY(local);
        if (*local)
            found.append({type, **local});
    }
    if (found.isEmpty())
        return fail(ErrorKind::NotFound, u"record.nowhere"_s, {id});
    return found;
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
    auto conflicts = company.conflicts().list(arguments.has(kAll));
    FROST_TRY(conflicts);
    const auto refusals = company.conflicts().refusals(arguments.has(kAll));
    FROST_TRY(refusals);
    conflicts->append(*refusals);
    if (arguments.has(kRecord)) {
        const auto wanted = recordsCalled(company, arguments.value(kRecord));
        FROST_TRY(wanted);
        conflicts->removeIf([&](const Conflict &conflict) { return !wanted->contains(RecordName(conflict.type, conflict.record)); });
    }
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

Result<QList<DecisionTold>> decisionsToTell(OpenCompany &company, const Arguments &arguments, int limit)
{
    ConflictQuery query;
    query.limit = limit;
    auto &history = company.conflictHistory();
    if (!arguments.has(kRecord))
        return history.list(query);
    const auto wanted = recordsCalled(company, arguments.value(kRecord));
    FROST_TRY(wanted);
    QList<DecisionTold> all;
    for (const auto &[type, record] : *wanted) {
        query.type = type;
        query.record = record;
        const auto some = history.list(query);
        FROST_TRY(some);
        all += *some;
    }
    return limit < 0 ? all : all.first(std::min(qsizetype(limit), all.size()));
}

//! "city: theirs, note: mine"; the strategy where no field is known.
QString choicesText(const Conflict &conflict)
{
    QStringList parts;
    for (auto it = conflict.decisions.begin(); it != conflict.decisions.end(); ++it) {
        const auto path = it.key().isEmpty() ? text(QT_TRANSLATE_NOOP("Conflicts", "(the record)")) : it.key();
        parts += path + u": "_s + toString(it->choice);
    }
    return parts.isEmpty() ? conflict.strategy : parts.join(u", "_s);
}

Result<> showHistory(Agent &agent, OpenCompany &company, const Arguments &arguments)
{
    if (!arguments.place(0).isEmpty())
        return fail(ErrorKind::Usage, u"option.together"_s, {QString(kHistory), u"CONFLICT"_s});
    if (arguments.has(kAll))
        return fail(ErrorKind::Usage, u"option.together"_s, {QString(kHistory), QString(kAll)});
    const auto limit = arguments.number(kLimit);
    FROST_TRY(limit);
    const auto decisions = decisionsToTell(company, arguments, limit->value_or(-1));
    FROST_TRY(decisions);
    QList<ListedRow> rows;
    Presentation presentation(company);
    for (const auto &decision : *decisions) {
        const auto json = toJson(decision, presentation);
        FROST_TRY(json);
        const auto &conflict = decision.conflict;
        rows.append({*json,
                     {QString::number(conflict.id), conflict.type.toString(), json->value("record"_L1).toString(),
                      shownInstant(conflict.resolvedAt), conflict.resolvedBy, choicesText(conflict),
                      wording::state(decision.state)}});
    }
    const QList<Table::Column> columns{{text(QT_TRANSLATE_NOOP("Conflicts", "Conflict")), Table::Align::Right},
                                       {text(QT_TRANSLATE_NOOP("Conflicts", "Type"))},
                                       {text(QT_TRANSLATE_NOOP("Conflicts", "Record"))},
                                       {text(QT_TRANSLATE_NOOP("Conflicts", "Decided at"))},
                                       {text(QT_TRANSLATE_NOOP("Conflicts", "By"))},
                                       {text(QT_TRANSLATE_NOOP("Conflicts", "Decided"))},
                                       {text(QT_TRANSLATE_NOOP("Conflicts", "State"))}};
    writeListing(agent.output(), columns, rows, text(QT_TRANSLATE_NOOP("Conflicts", "Nothing was decided yet.")));
    return {};
}

Task<Result<int>> showConflicts(Agent &agent, Arguments arguments)
{
    const auto company = agent.open(arguments.value("--company"_L1));
    if (!company)
        co_return fail(company.error());
    if (arguments.has(kHistory)) {
        if (auto told = showHistory(agent, **company, arguments); !told)
            co_return fail(told.error());
        co_return exitcode::kDone;
    }
    if (arguments.has(kLimit))
        co_return fail(ErrorKind::Usage, u"option.unknown"_s, {QString(kLimit), u"conflicts"_s});
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

} // namespace

Result<qint64> conflictNumber(const QString &word)
{
    bool ok = false;
    const qint64 number = word.toLongLong(&ok);
    if (!ok || number < 0)
        return fail(ErrorKind::Usage, u"id.malformed"_s, {word, u"frost-agent conflicts"_s});
    return number;
}

QList<Verb> conflictVerbs()
{
    const Option company = companyOption();
    return {
        {"conflicts"_L1,
         {"[CONFLICT]"_L1},
         {company,
          {kAll, {}, QT_TRANSLATE_NOOP("Help", "settled ones as well")},
          {kHistory, {}, QT_TRANSLATE_NOOP("Help", "what was decided, by whom, and what became of it; the newest first")},
          {kRecord, "ID"_L1, QT_TRANSLATE_NOOP("Help", "only those about this record")},
          {kLimit, "N"_L1, QT_TRANSLATE_NOOP("Help", "with --history: at most so many")}},
         QT_TRANSLATE_NOOP("Help", "lists what changed on both sides and needs a decision; one of them side by side"),
         &showConflicts},
    };
}

} // namespace frost
