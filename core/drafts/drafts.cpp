// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/drafts/drafts.h"

#include "core/base/json.h"

namespace frost {

using namespace Qt::StringLiterals;

namespace {

constexpr int kBodyDepth = 64;
constexpr char kRemove[] = "DELETE FROM drafts WHERE type = CAST(? AS TEXT) AND record = CAST(? AS TEXT)";
constexpr char kSelect[] = "SELECT type, record, CAST(base AS BLOB), CAST(body AS BLOB), updated_at FROM drafts";

QJsonObject objectAt(const Rows &rows, int column)
{
    return parseJsonObject(rows.bytes(column), kBodyDepth).value_or(QJsonObject());
}

Draft draftOf(const Rows &rows)
{
    return {.type = EntityType(rows.text(0)),
            .id = LocalId(rows.text(1)),
            .base = rows.isNull(2) ? std::nullopt : std::optional(objectAt(rows, 2)),
            .body = objectAt(rows, 3),
            .updatedAt = QDateTime::fromMSecsSinceEpoch(rows.integer(4), Qt::UTC)};
}

//! A draft is worth less than a committed record: it survives a crash of the program, not always a power cut.
Result<> runAlone(Sql &sql, const QByteArray &statement, const QVariantList &values)
{
    auto transaction = Transaction::begin(sql, Durability::ProcessCrash);
    FROST_TRY(transaction);
    FROST_TRY(sql.run(statement, values));
    return transaction->commit();
}

} // namespace

Result<> Drafts::put(const Draft &draft)
{
    const QVariant base = draft.base ? QVariant(toCanonicalJson(*draft.base)) : QVariant();
    return runAlone(
        m_sql,
        "INSERT INTO drafts (type, record, base, body, updated_at) "
        "VALUES (CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT), ?) "
        "ON CONFLICT (type, record) DO UPDATE SET base = excluded.base, body = excluded.body, "
        "updated_at = excluded.updated_at",
        {draft.type.toUtf8(), draft.id.toUtf8(), base, toCanonicalJson(draft.body), m_clock.now().toMSecsSinceEpoch()});
}

Result<std::optional<Draft>> Drafts::find(const EntityType &type, const LocalId &id)
{
    static const QByteArray statement =
        QByteArray(kSelect) + " WHERE type = CAST(? AS TEXT) AND record = CAST(? AS TEXT)";
    auto rows = m_sql.query(statement, {type.toUtf8(), id.toUtf8()});
    FROST_TRY(rows);
    std::optional<Draft> draft;
    if (rows->next())
        draft = draftOf(*rows);
    FROST_TRY(rows->status());
    return draft;
}

Result<QList<Draft>> Drafts::list()
{
    static const QByteArray statement = QByteArray(kSelect) + " ORDER BY updated_at DESC, type, record";
    auto rows = m_sql.query(statement);
    FROST_TRY(rows);
    QList<Draft> drafts;
    while (rows->next())
        drafts.append(draftOf(*rows));
    FROST_TRY(rows->status());
    return drafts;
}

Result<> Drafts::remove(const EntityType &type, const LocalId &id)
{
    return runAlone(m_sql, kRemove, {type.toUtf8(), id.toUtf8()});
}

// A local id is a random text that stands nowhere but in references, so the bodies need not be taken apart.
Result<> Drafts::redirect(const LocalId &from, const LocalId &to)
{
    const QByteArray old = '"' + from.toUtf8() + '"';
    const QByteArray now = '"' + to.toUtf8() + '"';
    FROST_TRY(m_sql.run("UPDATE drafts SET base = replace(base, CAST(? AS TEXT), CAST(? AS TEXT)), "
                        "body = replace(body, CAST(? AS TEXT), CAST(? AS TEXT)) "
                        "WHERE instr(body, CAST(? AS TEXT)) > 0 OR instr(base, CAST(? AS TEXT)) > 0",
                        {old, now, old, now, old, old}));
    return {};
}

Result<> Drafts::erase(const EntityType &type, const LocalId &id)
{
    FROST_TRY(m_sql.run(kRemove, {type.toUtf8(), id.toUtf8()}));
    return {};
}

} // namespace frost
