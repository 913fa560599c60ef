// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/activity/audit.h"

#include "core/activity/columns.h"
#include "core/base/json.h"

#include <QHash>
#include <QJsonArray>

#include <algorithm>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

// A payload holds record bodies two levels down; bodies themselves were bounded when they came in.
constexpr int kPayloadDepth = 64;

//! One row as stored, with what the chain covers.
struct ChainRow {
    qint64 sequence = 0;
    qint64 at = 0;
    QByteArray user, device, source, action, type, record;
    QByteArray payloadHash, previousHash;

    //! What the hash covers.
    [[nodiscard]] QJsonObject facts() const
    {
        const auto text = [](const QByteArray &utf8) { return QString::fromUtf8(utf8); };
        return {{u"sequence"_s, sequence},
                {u"at"_s, at},
                {u"user"_s, text(user)},
                {u"device"_s, text(device)},
                {u"source"_s, text(source)},
                {u"action"_s, text(action)},
                {u"type"_s, text(type)},
                {u"record"_s, text(record)},
                {u"payloadHash"_s, text(payloadHash)},
                {u"previousHash"_s, text(previousHash)}};
    }
    //! contentHash(facts()), without making the object where no text needs an escape: every change of a record is hashed.
    [[nodiscard]] QByteArray hash() const
    {
        const QByteArray *texts[] = {&action, &device, &payloadHash, &previousHash, &record, &source, &type, &user};
        if (!std::all_of(std::begin(texts), std::end(texts), [](const QByteArray *text) { return isPlain(*text); }))
            return contentHash(facts());
        return sha256Hex("{\"action\":\"" + action + "\",\"at\":" + QByteArray::number(at) + ",\"device\":\"" + device
                         + "\",\"payloadHash\":\"" + payloadHash + "\",\"previousHash\":\"" + previousHash
                         + "\",\"record\":\"" + record + "\",\"sequence\":" + QByteArray::number(sequence)
                         + ",\"source\":\"" + source + "\",\"type\":\"" + type + "\",\"user\":\"" + user + "\"}");
    }

private:
    //! ASCII without anything that JSON writes in another way.
    static bool isPlain(const QByteArray &text)
    {
        return std::all_of(text.begin(), text.end(), [](char c) { return c >= 0x20 && c != '"' && c != '\\' && c != 0x7f; });
    }
};

//! Every row of the chain; chainRow() reads its first ten columns.
const QByteArray kChain =
    "SELECT sequence, at, CAST(user AS BLOB), CAST(device AS BLOB), CAST(source AS BLOB), CAST(action AS BLOB), "
    "CAST(type AS BLOB), CAST(record AS BLOB), CAST(payload_hash AS BLOB), CAST(previous_hash AS BLOB), "
    "CAST(hash AS BLOB), CAST(payload AS BLOB) FROM audit ORDER BY sequence";

ChainRow chainRow(const Rows &rows)
{
    return {rows.integer(0), rows.integer(1), rows.bytes(2), rows.bytes(3), rows.bytes(4),
            rows.bytes(5),   rows.bytes(6),   rows.bytes(7), rows.bytes(8), rows.bytes(9)};
}

//! Where the chain ends. The counter is SQLite's own (AUTOINCREMENT), so that rows cut off the end leave a gap.
struct ChainEnd {
    qint64 sequence = 0;
    QByteArray hash;
};

Result<ChainEnd> chainEnd(Sql &sql)
{
    auto rows = sql.query(
        QByteArrayLiteral("SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'audit'), 0), "
                          "CAST(coalesce((SELECT hash FROM audit ORDER BY sequence DESC LIMIT 1), '') AS BLOB)"));
    FROST_TRY(rows);
    ChainEnd end;
    if (rows->next())
        end = {rows->integer(0), rows->bytes(1)};
    FROST_TRY(rows->status());
    return end;
}

Source sourceFrom(const QString &word)
{
    for (const auto source : {Source::Sync, Source::Merge, Source::Import}) {
        if (toString(source) == word)
            return source;
    }
    return Source::User;
}

struct Conditions {
    QByteArray where;
    QVariantList values;
};

Conditions conditionsOf(const AuditQuery &query)
{
    Conditions conditions;
    const auto add = [&](bool wanted, const QByteArray &sql, const QVariant &value) {
        if (!wanted)
            return;
        conditions.where += " AND " + sql;
        conditions.values.append(value);
    };
    const auto addText = [&](const QByteArray &column, const QString &text) {
        add(!text.isEmpty(), column + " = CAST(? AS TEXT)", text.toUtf8());
    };
    addText("type", query.type.toString());
    addText("record", query.record.toString());
    addText("user", query.user.toString());
    addText("action", query.action);
    addText("source", query.source ? toString(*query.source) : QString());
    add(query.from.isValid(), "at >= ?", query.from.toMSecsSinceEpoch());
    add(query.until.isValid(), "at < ?", query.until.toMSecsSinceEpoch());
    add(query.after > 0, "sequence > ?", query.after);
    add(query.before > 0, "sequence < ?", query.before);
    return conditions;
}

bool hasAll(const QStringList &words, const AuditEntry &entry, const QByteArray &payload)
{
    if (words.isEmpty())
        return true;
    const QStringList parts{entry.actor.user.toString(), entry.actor.device.toString(), entry.action,
                            entry.type.toString(),       entry.record.toString(),       QString::fromUtf8(payload)};
    const QString line = parts.join(u'\n').toCaseFolded();
    return std::all_of(words.begin(), words.end(), [&](const QString &word) { return line.contains(word); });
}

bool isRows(const QJsonValue &value)
{
    if (!value.isArray())
        return false;
    const auto array = value.toArray();
    return std::all_of(array.begin(), array.end(),
                       [](const QJsonValue &row) { return row.isObject() && row["rowId"_L1].isString(); });
}

QHash<QString, QJsonValue> rowsById(const QJsonArray &rows)
{
    QHash<QString, QJsonValue> result;
    for (const auto &row : rows)
        result.insert(row["rowId"_L1].toString(), row);
    return result;
}

QStringList commonIds(const QJsonArray &rows, const QHash<QString, QJsonValue> &others)
{
    QStringList ids;
    for (const auto &row : rows) {
        if (const auto id = row["rowId"_L1].toString(); others.contains(id))
            ids.append(id);
    }
    return ids;
}

//! The rows of one side that the other side lacks or has differently. Equal rows shrink to their id where the order
//! changed, and are left out where it did not.
QJsonArray differingRows(const QJsonArray &rows, const QHash<QString, QJsonValue> &others, bool reordered)
{
    QJsonArray result;
    for (const auto &row : rows) {
        const auto id = row["rowId"_L1];
        if (others.value(id.toString(), QJsonValue::Undefined) != row)
            result.append(row);
        else if (reordered)
            result.append(QJsonObject{{u"rowId"_s, id}});
    }
    return result;
}

QJsonArray rowsChange(const QJsonArray &before, const QJsonArray &after)
{
    const auto old = rowsById(before);
    const auto now = rowsById(after);
    const bool reordered = commonIds(before, now) != commonIds(after, old);
    return {differingRows(before, now, reordered), differingRows(after, old, reordered)};
}

} // namespace

QString toString(Source source)
{
    switch (source) {
    case Source::User: return u"user"_s;
    case Source::Sync: return u"sync"_s;
    case Source::Merge: return u"merge"_s;
    case Source::Import: return u"import"_s;
    }
    return u"user"_s;
}

Result<> Audit::append(const Actor &actor, const QString &action, const EntityType &type, const LocalId &record,
                       const QJsonObject &change)
{
    return appendText(actor, action, type, record, toCanonicalJson(change));
}

Result<> Audit::appendText(const Actor &actor, const QString &action, const EntityType &type, const LocalId &record,
                           const QByteArray &payload)
{
    FROST_TRY(requireTransaction(m_sql));
    const auto end = chainEnd(m_sql);
    FROST_TRY(end);
    const ChainRow row{.sequence = end->sequence + 1,
                       .at = m_clock.now().toMSecsSinceEpoch(),
                       .user = actor.user.toUtf8(),
                       .device = actor.device.toUtf8(),
                       .source = toString(actor.source).toUtf8(),
                       .action = action.toUtf8(),
                       .type = type.toUtf8(),
                       .record = record.toUtf8(),
                       .payloadHash = sha256Hex(payload),
                       .previousHash = end->hash};
    FROST_TRY(m_sql.run(
        QByteArrayLiteral("INSERT INTO audit (sequence, at, user, device, source, action, type, record, payload, "
                          "payload_hash, previous_hash, hash) VALUES (?, ?, CAST(? AS TEXT), CAST(? AS TEXT), "
                          "CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT), "
                          "CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT))"),
        {row.sequence, row.at, row.user, row.device, row.source, row.action, row.type, row.record, payload,
         row.payloadHash, row.previousHash, row.hash()}));
    return {};
}

Result<QList<AuditEntry>> Audit::list(int limit, const EntityType &type, const LocalId &record)
{
    return find({.type = type, .record = record, .limit = limit});
}

Result<QList<AuditEntry>> Audit::find(const AuditQuery &query)
{
    const auto [where, values] = conditionsOf(query);
    auto rows = m_sql.query("SELECT sequence, at, user, device, source, action, type, record, CAST(payload AS BLOB) "
                            "FROM audit WHERE 1" + where + " ORDER BY sequence DESC",
                            values);
    FROST_TRY(rows);
    const QStringList words = query.text.toCaseFolded().split(u' ', Qt::SkipEmptyParts);
    QList<AuditEntry> entries;
    while (entries.size() != query.limit && rows->next()) {
        AuditEntry entry{.sequence = rows->integer(0),
                         .at = instantAt(*rows, 1),
                         .actor = {UserId(rows->text(2)), DeviceId(rows->text(3)), sourceFrom(rows->text(4))},
                         .action = rows->text(5),
                         .type = EntityType(rows->text(6)),
                         .record = LocalId(rows->text(7)),
                         .change = {},
                         .pruned = rows->isNull(8)};
        const QByteArray payload = entry.pruned ? QByteArray() : rows->bytes(8);
        if (!hasAll(words, entry, payload))
            continue;
        if (!entry.pruned)
            entry.change = parseJsonObject(payload, kPayloadDepth).value_or(QJsonObject());
        entries.append(std::move(entry));
    }
    FROST_TRY(rows->status());
    return entries;
}

Result<> Audit::exportLines(const std::function<Result<>(const QByteArray &)> &take)
{
    auto rows = m_sql.query(kChain);
    FROST_TRY(rows);
    while (rows->next()) {
        const ChainRow row = chainRow(*rows);
        QJsonObject line = row.facts();
        line.insert(u"hash"_s, QString::fromUtf8(rows->bytes(10)));
        line.insert(u"payload"_s, rows->isNull(11) ? QJsonValue() : QJsonValue(QString::fromUtf8(rows->bytes(11))));
        FROST_TRY(take(toCanonicalJson(line)));
    }
    return rows->status();
}

Result<QStringList> Audit::verify()
{
    const auto end = chainEnd(m_sql);
    FROST_TRY(end);
    auto rows = m_sql.query(kChain);
    FROST_TRY(rows);
    QStringList wrong;
    ChainEnd seen;
    const auto noteGap = [&](qint64 next) {
        if (next > seen.sequence + 1)
            wrong.append(u"%1-%2: audit.missing"_s.arg(seen.sequence + 1).arg(next - 1));
    };
    while (rows->next()) {
        const ChainRow row = chainRow(*rows);
        noteGap(row.sequence);
        const auto note = [&](QLatin1StringView code) { wrong.append(QString::number(row.sequence) + u": "_s + code); };
        if (!rows->isNull(11) && sha256Hex(rows->bytes(11)) != row.payloadHash)
            note("audit.payload"_L1);
        if (row.hash() != rows->bytes(10))
            note("audit.hash"_L1);
        if (row.previousHash != seen.hash)
            note("audit.link"_L1);
        seen = {row.sequence, rows->bytes(10)};
    }
    FROST_TRY(rows->status());
    noteGap(end->sequence + 1);
    return wrong;
}

// Each value at the top is wrapped where it stands: "field":value becomes "field":[null,value].
QByteArray creationOf(const QByteArray &body)
{
    QByteArray change;
    change.reserve(body.size() + 512);
    qsizetype copied = 0;
    const auto insertAt = [&](qsizetype place, QByteArrayView text) {
        change.append(QByteArrayView(body).sliced(copied, place - copied)).append(text);
        copied = place;
    };
    int depth = 0;
    bool inText = false;
    for (qsizetype i = 0; i < body.size(); ++i) {
        const char c = body[i];
        if (inText) {
            i += c == '\\' ? 1 : 0;
            inText = c != '"';
            continue;
        }
        if (depth == 1 && (c == ',' || c == '}') && body.size() > 2)
            insertAt(i, "]");
        inText = c == '"';
        if (depth == 1 && c == ':')
            insertAt(i + 1, "[null,");
        else if (c == '{' || c == '[')
            ++depth;
        else if (c == '}' || c == ']')
            --depth;
    }
    insertAt(body.size(), "");
    return change;
}

QJsonObject changeBetween(const QJsonObject &before, const QJsonObject &after)
{
    QJsonObject change;
    const auto compare = [&](const QString &field) {
        const QJsonValue old = before.value(field);
        const QJsonValue now = after.value(field);
        if (old == now || change.contains(field))
            return;
        if (isRows(old) && isRows(now))
            change.insert(field, rowsChange(old.toArray(), now.toArray()));
        else
            change.insert(field,
                          QJsonArray{old.isUndefined() ? QJsonValue() : old, now.isUndefined() ? QJsonValue() : now});
    };
    for (auto it = before.begin(); it != before.end(); ++it)
        compare(it.key());
    for (auto it = after.begin(); it != after.end(); ++it)
        compare(it.key());
    return change;
}

} // namespace frost
