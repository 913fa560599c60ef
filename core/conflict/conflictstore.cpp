// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/conflict/conflictstore.h"

#include "core/base/json.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <array>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

constexpr char kColumns[] =
    "id, connection, type, record, conflict_type, severity, state, CAST(base AS BLOB), CAST(mine AS BLOB), "
    "CAST(theirs AS BLOB), CAST(result AS BLOB), theirs_version, remote_id, theirs_at, theirs_by, mine_at, fields, "
    "created_at, updated_at, resolved_at, resolved_by, strategy, error_code, error_args, CAST(draft AS BLOB), "
    "CAST(decisions AS BLOB), operation, undone_at, undone_by, superseded_by, CAST(pins AS BLOB)";
// What a decision that was taken back leaves in the history.
constexpr char kTold[] =
    "connection, type, record, conflict_type, severity, state, base, mine, theirs, result, theirs_version, remote_id, "
    "theirs_at, theirs_by, mine_at, fields, created_at, updated_at, resolved_at, resolved_by, strategy, error_code, "
    "error_args, decisions, pins";
constexpr char kOpen[] = "state = 'open'";
// The conditions that both a list and its counter use (UX.md 1.2 A3).
constexpr char kTwoSided[] = "error_code = ''";
constexpr char kRefusal[] = "error_code <> ''";
constexpr char kOpenTwoSided[] = "error_code = '' AND state = 'open'";
constexpr char kOpenRefusal[] = "error_code <> '' AND state = 'open'";

QVariant body(const std::optional<QJsonObject> &object)
{
    return object ? QVariant(toCanonicalJson(*object)) : QVariant();
}

//! Nothing where it is empty.
QVariant someJson(const QJsonObject &object)
{
    return object.isEmpty() ? QVariant() : QVariant(toCanonicalJson(object));
}

QVariant time(const QDateTime &instant)
{
    return instant.isValid() ? QVariant(instant.toMSecsSinceEpoch()) : QVariant();
}

const QString kOpenState = u"open"_s;
const QString kSettledState = u"resolved"_s;

//! In the order of put() and insert().
QVariantList factsOf(const Conflict &conflict, const QDateTime &now)
{
    return {toString(conflict.conflictType), toString(conflict.severity),
            body(conflict.versions.base), body(conflict.versions.mine), body(conflict.versions.theirs),
            conflict.theirsVersion, conflict.remote.toString(), time(conflict.theirsAt),
            conflict.theirsBy, time(conflict.mineAt), conflict.fields.join(u'\n'), now.toMSecsSinceEpoch(),
            conflict.errorCode,
            QJsonDocument(QJsonArray::fromStringList(conflict.errorArgs)).toJson(QJsonDocument::Compact)};
}

Result<std::optional<QJsonObject>> bodyAt(const Rows &rows, int column)
{
    if (rows.isNull(column))
        return std::nullopt;
    auto body = parseJsonObject(rows.bytes(column), 64);
    if (!body) // never an empty record: somebody could choose it
        return fail(ErrorKind::Corrupt, u"store.corrupt"_s, {u"conflicts"_s}, body.error().logLine());
    return *std::move(body);
}

QDateTime timeAt(const Rows &rows, int column)
{
    return rows.isNull(column) ? QDateTime() : QDateTime::fromMSecsSinceEpoch(rows.integer(column), Qt::UTC);
}

//! What is explained, not decided over: unreadable, it is as if it were not there.
MergeDecisions decisionsAt(const Rows &rows, int column)
{
    return decisionsFrom(parseJsonObject(rows.bytes(column)).value_or(QJsonObject()));
}

Result<Conflict> conflictAt(const Rows &rows)
{
    std::array<std::optional<QJsonObject>, 4> bodies;
    for (int i = 0; i < int(bodies.size()); ++i) {
        auto body = bodyAt(rows, 7 + i);
        FROST_TRY(body);
        bodies[size_t(i)] = *std::move(body);
    }
    Conflict conflict;
    conflict.id = rows.integer(0);
    conflict.connection = ConnectionId(rows.text(1));
    conflict.type = EntityType(rows.text(2));
    conflict.record = LocalId(rows.text(3));
    conflict.conflictType = conflictTypeFrom(rows.text(4)).value_or(ConflictType::Data);
    conflict.severity = severityFrom(rows.text(5)).value_or(Severity::High);
    conflict.open = rows.text(6) == "open"_L1;
    conflict.versions = {bodies[0], bodies[1], bodies[2]};
    conflict.result = bodies[3];
    conflict.theirsVersion = rows.text(11);
    conflict.remote = RemoteId(rows.text(12));
    conflict.theirsAt = timeAt(rows, 13);
    conflict.theirsBy = rows.text(14);
    conflict.mineAt = timeAt(rows, 15);
    conflict.fields = rows.text(16).split(u'\n', Qt::SkipEmptyParts);
    conflict.createdAt = timeAt(rows, 17);
    conflict.updatedAt = timeAt(rows, 18);
    conflict.resolvedAt = timeAt(rows, 19);
    conflict.resolvedBy = rows.text(20);
    conflict.strategy = rows.text(21);
    conflict.errorCode = rows.text(22);
    const auto args = QJsonDocument::fromJson(rows.text(23).toUtf8()).array();
    for (const auto &arg : args)
        conflict.errorArgs.append(arg.toString());
    conflict.draft = parseJsonObject(rows.bytes(24)).value_or(QJsonObject());
    conflict.decisions = decisionsAt(rows, 25);
    conflict.operation = rows.integer(26);
    conflict.undoneAt = timeAt(rows, 27);
    conflict.undoneBy = rows.text(28);
    conflict.supersededBy = rows.integer(29);
    conflict.versions.pins = rowPinsFrom(parseJsonObject(rows.bytes(30)).value_or(QJsonObject()));
    return conflict;
}

Result<QList<Conflict>> read(Result<Rows> rows)
{
    FROST_TRY(rows);
    QList<Conflict> conflicts;
    while (rows->next()) {
        auto conflict = conflictAt(*rows);
        FROST_TRY(conflict);
        conflicts.append(*std::move(conflict));
    }
    FROST_TRY(rows->status());
    return conflicts;
}

Result<std::optional<Conflict>> first(Result<Rows> rows)
{
    auto conflicts = read(std::move(rows));
    FROST_TRY(conflicts);
    return conflicts->isEmpty() ? std::optional<Conflict>() : conflicts->first();
}

struct Selection {
    QByteArray where;
    QVariantList values;
};

Selection settledAs(const ConflictQuery &query)
{
    Selection selected{QByteArray("state = 'resolved' AND ") + kTwoSided, {}};
    for (const auto &[column, value] :
         {std::pair("connection", query.connection.toString()), std::pair("type", query.type.toString()),
          std::pair("record", query.record.toString()), std::pair("resolved_by", query.who)}) {
        if (value.isEmpty())
            continue;
        selected.where += QByteArray(" AND ") + column + " = ?";
        selected.values.append(value);
    }
    if (query.beforeId != 0) {
        selected.where += " AND (resolved_at, id) < (?, ?)";
        selected.values += QVariantList{query.beforeAt.toMSecsSinceEpoch(), query.beforeId};
    }
    selected.values.append(query.limit);
    return selected;
}

constexpr char kNewestFirst[] = " ORDER BY resolved_at DESC, id DESC LIMIT ?";

QByteArray selecting(const char *condition)
{
    return QByteArray("SELECT ") + kColumns + " FROM conflicts WHERE " + condition;
}

} // namespace

Result<qint64> ConflictStore::put(const Conflict &conflict)
{
    const auto known = openFor(conflict.connection, conflict.type, conflict.record);
    FROST_TRY(known);
    if (*known) {
        const auto facts = factsOf(conflict, m_clock.now());
        FROST_TRY(m_sql.run("UPDATE conflicts SET conflict_type = ?, severity = ?, base = CAST(? AS TEXT), "
                            "mine = CAST(? AS TEXT), theirs = CAST(? AS TEXT), theirs_version = ?, remote_id = ?, "
                            "theirs_at = ?, theirs_by = ?, mine_at = ?, fields = ?, updated_at = ?, error_code = ?, "
                            "error_args = CAST(? AS TEXT) WHERE id = ?",
                            facts + QVariantList{(*known)->id}));
        return (*known)->id;
    }
    return insert(conflict, kOpenState);
}

Result<qint64> ConflictStore::putSettled(const Conflict &conflict, const DecisionKept &decision)
{
    const auto known = openFor(conflict.connection, conflict.type, conflict.record);
    FROST_TRY(known);
    const auto id = *known && (*known)->isRefusal() ? insert(conflict, kSettledState) : put(conflict);
    FROST_TRY(id);
    FROST_TRY(resolve(*id, decision));
    return *id;
}

Result<qint64> ConflictStore::insert(const Conflict &conflict, const QString &state)
{
    FROST_TRY(m_sql.run("INSERT INTO conflicts (conflict_type, severity, base, mine, theirs, theirs_version, remote_id, "
                        "theirs_at, theirs_by, mine_at, fields, updated_at, error_code, error_args, connection, type, "
                        "record, state, created_at) "
                        "VALUES (?, ?, CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT), ?, ?, ?, ?, ?, ?, ?, ?, "
                        "CAST(? AS TEXT), ?, ?, ?, ?, ?)",
                        factsOf(conflict, m_clock.now())
                            + QVariantList{conflict.connection.toString(), conflict.type.toString(), conflict.record.toString(), state,
                                           m_clock.now().toMSecsSinceEpoch()}));
    return m_sql.lastInsertId();
}

Result<std::optional<Conflict>> ConflictStore::find(qint64 id)
{
    return first(m_sql.query(selecting("id = ?"), {id}));
}

Result<std::optional<Conflict>> ConflictStore::openFor(const ConnectionId &connection, const EntityType &type,
                                                       const LocalId &record)
{
    return first(m_sql.query(selecting(kOpen) + " AND connection = ? AND type = ? AND record = ?",
                             {connection.toString(), type.toString(), record.toString()}));
}

Result<QList<Conflict>> ConflictStore::list(bool resolved)
{
    return read(m_sql.query(selecting(resolved ? kTwoSided : kOpenTwoSided) + " ORDER BY state, id"));
}

Result<qint64> ConflictStore::openCount()
{
    return count(kOpenTwoSided);
}

Result<QList<Conflict>> ConflictStore::refusals(bool resolved)
{
    return read(m_sql.query(selecting(resolved ? kRefusal : kOpenRefusal) + " ORDER BY state, id"));
}

Result<qint64> ConflictStore::refusalCount()
{
    return count(kOpenRefusal);
}

Result<qint64> ConflictStore::count(const QByteArray &condition)
{
    return m_sql.number("SELECT count(*) FROM conflicts WHERE " + condition);
}

Result<> ConflictStore::endRefusal(const ConnectionId &connection, const EntityType &type, const LocalId &record,
                                   const QString &strategy, const QString &who)
{
    FROST_TRY(m_sql.run(QByteArray("UPDATE conflicts SET state = 'resolved', draft = NULL, strategy = ?, "
                                   "resolved_by = ?, resolved_at = ? WHERE connection = ? AND type = ? AND record = ? AND ")
                            + kOpenRefusal,
                        {strategy, who, m_clock.now().toMSecsSinceEpoch(), connection.toString(), type.toString(),
                         record.toString()}));
    return {};
}

Result<> ConflictStore::redirect(const ConnectionId &connection, const LocalId &from, const LocalId &to)
{
    return redirect(connection, from, to,
                    {"base", "mine", "theirs", "result", "draft", "decisions", "undo"});
}

Result<> ConflictStore::redirectTheirs(const ConnectionId &connection, const LocalId &from, const LocalId &to)
{
    return redirect(connection, from, to, {"base", "theirs"});
}

// A local id is a random text that stands nowhere but in references, so the bodies need not be taken apart.
Result<> ConflictStore::redirect(const ConnectionId &connection, const LocalId &from, const LocalId &to, const QList<const char *> &columns)
{
    const QByteArray old = '"' + from.toUtf8() + '"';
    const QByteArray now = '"' + to.toUtf8() + '"';
    for (const auto *column : columns) {
        FROST_TRY(m_sql.run(QByteArray("UPDATE conflicts SET ") + column + " = replace(" + column
                                + ", CAST(? AS TEXT), CAST(? AS TEXT)) WHERE connection = ? AND instr(" + column
                                + ", CAST(? AS TEXT)) > 0",
                            {old, now, connection.toString(), old}));
    }
    return {};
}

Result<> ConflictStore::resolve(qint64 id, const std::optional<QJsonObject> &result, const QString &strategy,
                                const QString &who)
{
    FROST_TRY(m_sql.run("UPDATE conflicts SET state = 'resolved', draft = NULL, result = CAST(? AS TEXT), strategy = ?, "
                        "resolved_by = ?, resolved_at = ? WHERE id = ? AND resolved_at IS NULL",
                        {body(result), strategy, who, m_clock.now().toMSecsSinceEpoch(), id}));
    return {};
}

Result<> ConflictStore::resolve(qint64 id, const DecisionKept &decision)
{
    FROST_TRY(m_sql.run("UPDATE conflicts SET superseded_by = ?, undo = NULL WHERE operation = ? AND id <> ? AND operation <> 0 "
                        "AND superseded_by = 0 AND undone_at IS NULL",
                        {id, decision.operation, id}));
    FROST_TRY(resolve(id, decision.result, decision.strategy, decision.who));
    FROST_TRY(m_sql.run("UPDATE conflicts SET mine = CAST(? AS TEXT), mine_at = ?, decisions = CAST(? AS TEXT), "
                        "operation = ?, undo = CAST(? AS TEXT), pins = CAST(? AS TEXT) WHERE id = ?",
                        {body(decision.mine), time(decision.mineAt), toCanonicalJson(toJson(decision.decisions)),
                         decision.operation, someJson(decision.undo), someJson(toJson(decision.pins)), id}));
    return {};
}

Result<> ConflictStore::keepDraft(qint64 id, const QJsonObject &draft)
{
    FROST_TRY(m_sql.run("UPDATE conflicts SET draft = CAST(? AS TEXT) WHERE id = ? AND state = 'open'",
                        {someJson(draft), id}));
    return {};
}

Result<QList<Conflict>> ConflictStore::history(const ConflictQuery &query)
{
    const auto selected = settledAs(query);
    return read(m_sql.query(selecting(selected.where.constData()) + kNewestFirst, selected.values));
}

Result<QList<MergeDecisions>> ConflictStore::decisions(const ConflictQuery &query)
{
    const auto selected = settledAs(query);
    auto rows = m_sql.query("SELECT CAST(decisions AS BLOB) FROM conflicts WHERE undone_at IS NULL AND " + selected.where
                                + kNewestFirst,
                            selected.values);
    FROST_TRY(rows);
    QList<MergeDecisions> made;
    while (rows->next())
        made.append(decisionsAt(*rows, 0));
    FROST_TRY(rows->status());
    return made;
}

Result<QJsonObject> ConflictStore::undoOf(qint64 id)
{
    auto rows = m_sql.query("SELECT CAST(undo AS BLOB) FROM conflicts WHERE id = ? AND undo IS NOT NULL", {id});
    FROST_TRY(rows);
    QJsonObject undo;
    if (rows->next()) {
        auto kept = parseJsonObject(rows->bytes(0), 72); // a body within it may have 64
        if (!kept)
            return fail(ErrorKind::Corrupt, u"store.corrupt"_s, {u"conflicts"_s}, kept.error().logLine());
        undo = *std::move(kept);
    }
    FROST_TRY(rows->status());
    return undo;
}

Result<> ConflictStore::forgetUndo(const ConnectionId &connection, const EntityType &type, const LocalId &record)
{
    FROST_TRY(m_sql.run("UPDATE conflicts SET undo = NULL WHERE type = ? AND record = ? AND state = 'resolved' AND connection = ? AND undo IS NOT NULL",
                        {type.toString(), record.toString(), connection.toString()}));
    return {};
}

Result<bool> ConflictStore::isOpenAnywhere(const EntityType &type, const LocalId &record)
{
    const auto any = m_sql.number(QByteArray("SELECT EXISTS (SELECT 1 FROM conflicts WHERE type = ? AND record = ? AND ") + kOpen + ')',
                                  {type.toString(), record.toString()});
    FROST_TRY(any);
    return *any != 0;
}

Result<> ConflictStore::erase(const EntityType &type, const LocalId &record)
{
    FROST_TRY(m_sql.run("DELETE FROM conflicts WHERE type = ? AND record = ? AND state = 'resolved'", {type.toString(), record.toString()}));
    return {};
}

Result<> ConflictStore::reopen(qint64 id, const QJsonObject &draft, const QString &who)
{
    FROST_TRY(m_sql.run(QByteArray("INSERT INTO conflicts (") + kTold + ", undone_at, undone_by) SELECT " + kTold
                            + ", ?, ? FROM conflicts WHERE id = ?",
                        {m_clock.now().toMSecsSinceEpoch(), who, id}));
    FROST_TRY(m_sql.run("UPDATE conflicts SET state = 'open', result = NULL, strategy = '', resolved_at = NULL, "
                        "resolved_by = '', decisions = '{}', operation = 0, undo = NULL, pins = NULL, draft = CAST(? AS TEXT) "
                        "WHERE id = ?",
                        {someJson(draft), id}));
    return {};
}

} // namespace frost
