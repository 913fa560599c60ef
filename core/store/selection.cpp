// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/selection.h"

#include "core/base/clock.h"
#include "core/base/decimal.h"
#include "core/store/keys.h"
#include "core/store/search.h"

#include <algorithm>
#include <array>

namespace frost {

using namespace Qt::StringLiterals;

namespace {
//! What the store itself keeps about a record, by the names of DESIGN.md section 11.
struct StoreField {
    QStringView name;
    const char *column;
    FieldKind kind; //!< as it is written in a condition
};
constexpr std::array kStoreFields{
    StoreField{u"id", "o.id", FieldKind::Reference},
    StoreField{u"localId", "o.id", FieldKind::Reference},
    StoreField{u"revision", "o.revision", FieldKind::Integer},
    StoreField{u"createdAt", "o.created_at", FieldKind::Instant},
    StoreField{u"updatedAt", "o.updated_at", FieldKind::Instant},
    StoreField{u"updatedBy", "o.updated_by", FieldKind::Choice},
};

const StoreField *storeField(QStringView name)
{
    const auto found =
        std::find_if(kStoreFields.begin(), kStoreFields.end(), [&](auto &each) { return each.name == name; });
    return found == kStoreFields.end() ? nullptr : found;
}

//! A value as its kind is stored in a body; nullopt: none of that kind.
std::optional<QJsonValue> storedForm(FieldKind kind, const QString &value)
{
    switch (kind) {
    case FieldKind::Text: return QJsonValue(value.normalized(QString::NormalizationForm_C));
    case FieldKind::Date:
    case FieldKind::Choice:
    case FieldKind::Reference: return QJsonValue(value);
    case FieldKind::Instant: {
        const QDateTime instant = fromIso(value);
        return instant.isValid() ? std::optional(QJsonValue(toIso(instant))) : std::nullopt;
    }
    case FieldKind::Decimal:
    case FieldKind::Amount: {
        const auto decimal = Decimal::parse(value);
        return decimal ? std::optional(QJsonValue(decimal->toString(kind == FieldKind::Amount ? 2 : 0))) : std::nullopt;
    }
    case FieldKind::Integer: {
        bool isNumber = false;
        const qint64 number = value.toLongLong(&isNumber);
        return isNumber ? std::optional(QJsonValue(number)) : std::nullopt;
    }
    case FieldKind::Boolean:
        if (value == u"true" || value == u"false")
            return QJsonValue(value == u"true");
        return {};
    case FieldKind::Rows: return {};
    }
    return {};
}

QByteArray bodyValue(const QString &field)
{
    return "o.body->>'$." + field.toUtf8() + '\'';
}

//! SQL for what encodeKey() would accept of a field; anything else is NULL, as in the index.
QByteArray sortValue(const QString &field, FieldKind kind)
{
    const QByteArray type = "CASE json_type(o.body,'$." + field.toUtf8() + "') ";
    const QByteArray value = bodyValue(field);
    switch (kind) {
    case FieldKind::Integer: return type + "WHEN 'integer' THEN " + value + " END";
    case FieldKind::Boolean: return type + "WHEN 'true' THEN 1 WHEN 'false' THEN 0 END";
    case FieldKind::Decimal:
    case FieldKind::Amount: return "CAST(" + value + " AS BLOB)";
    default: return type + "WHEN 'text' THEN CAST(" + value + " AS BLOB) END";
    }
}
} // namespace

Result<> Selection::prepare()
{
    for (const auto &[field, value] : m_query.where)
        FROST_TRY(addCondition(field, value));
    FROST_TRY(setOrder());
    return setSearch();
}

Result<> Selection::addCondition(const QString &name, const QString &value)
{
    const Field *field = m_layout.schema->field(name);
    const StoreField *own = field ? nullptr : storeField(name);
    if (!own && (!field || field->kind == FieldKind::Rows))
        return fail(ErrorKind::Usage, u"field.unknown"_s, {name});
    const FieldKind kind = own ? own->kind : field->kind;
    const QByteArray column = own ? QByteArray(own->column) : bodyValue(name);
    if (value.isEmpty()) {
        m_conditions.append({column + " IS NULL", {}, nullptr, {}, false});
        return {};
    }
    const auto stored = storedForm(kind, value);
    if (!stored)
        return fail(ErrorKind::Usage, u"value.malformed"_s, {name});
    if (own && kind == FieldKind::Instant) {
        m_conditions.append({column + "=?", {fromIso(value).toMSecsSinceEpoch()}, nullptr, {}, false});
        return {};
    }
    Condition condition;
    const QVariant bound = isTextKey(kind)
                               ? QVariant(stored->toString().toUtf8())
                               : QVariant(stored->isBool() ? qint64(stored->toBool()) : stored->toInteger());
    condition.sql = column + (isTextKey(kind) ? "=CAST(? AS TEXT)" : "=?");
    condition.values = {bound};
    condition.index = own ? nullptr : m_layout.lookupIndex(name);
    condition.key = encodeKey(kind, *stored).value_or(QVariant());
    condition.isExact = kind != FieldKind::Text;
    m_conditions.append(condition);
    return {};
}

Result<> Selection::setOrder()
{
    const QString &name = m_query.sort;
    if (name.isEmpty() || name == u"id" || name == u"localId")
        return {};
    if (const Field *field = m_layout.schema->field(name); field && field->kind != FieldKind::Rows) {
        m_order = {sortValue(name, field->kind), field->kind, m_layout.sortIndex(name)};
        return {};
    }
    const StoreField *own = storeField(name);
    if (!own)
        return fail(ErrorKind::Usage, u"field.unknown"_s, {name});
    const bool isText = own->kind == FieldKind::Choice;
    m_order = {isText ? "CAST(" + QByteArray(own->column) + " AS BLOB)" : QByteArray(own->column),
               isText ? FieldKind::Text : FieldKind::Integer, nullptr};
    return {};
}

Result<> Selection::setSearch()
{
    const auto match = matchExpression(m_query.search);
    if (!match)
        return {};
    if (m_layout.searchTable.isEmpty())
        return fail(ErrorKind::Usage, u"search.undeclared"_s, {m_layout.schema->type.toString()});
    m_match = *match;
    m_findsNothing = match->isEmpty();
    return {};
}

Selection::Source Selection::everything() const
{
    return {m_layout.table + " o", {}, {}};
}

Selection::Source Selection::indexRecords(const IndexLayout &index) const
{
    return {index.table + " x CROSS JOIN " + m_layout.table + " o ON o.id=x.id", {}, {}, true};
}

Selection::Source Selection::indexSource(const Condition &condition) const
{
    Source source = indexRecords(*condition.index);
    source.condition = "x.k0=" + condition.index->placeholder(0);
    source.values = {condition.key};
    return source;
}

// By their own words, and by those of the records they refer to where the schema says so.
QByteArray Selection::foundRows(const QByteArray &united) const
{
    const auto match = [](const QByteArray &table) { return table + " WHERE " + table + " MATCH CAST(? AS TEXT)"; };
    QByteArray rows = "SELECT rowid AS rid FROM " + match(m_layout.searchTable);
    for (const auto &through : m_layout.searchedThrough) {
        const auto &target = *through.target;
        if (!target.searchTable.isEmpty())
            rows += ' ' + united + " SELECT r.rid FROM (SELECT rowid AS rid FROM " + match(target.searchTable)
                    + ") f CROSS JOIN " + target.table + " t ON t.rid=f.rid CROSS JOIN " + through.index->table
                    + " x ON x.k0=t.id CROSS JOIN " + m_layout.table + " r ON r.id=x.id";
    }
    return rows;
}

QVariantList Selection::foundBy() const
{
    QVariantList values{m_match};
    for (const auto &through : m_layout.searchedThrough) {
        if (!through.target->searchTable.isEmpty())
            values.append(m_match);
    }
    return values;
}

Selection::Source Selection::searchSource() const
{
    return {'(' + foundRows("UNION") + ") f CROSS JOIN " + m_layout.table + " o ON o.rid=f.rid", {}, foundBy(), true};
}

QByteArray Selection::where(const Source &source, bool searched) const
{
    QByteArrayList parts;
    if (!source.condition.isEmpty())
        parts.append(source.condition);
    for (const Condition &condition : m_conditions)
        parts.append(condition.sql);
    if (searched) // collected once: asking FTS5 row by row would evaluate a prefix anew for each
        parts.append("+o.rid IN (" + foundRows("UNION ALL") + ')');
    if (!m_query.includeDeleted && !source.isLive) // else the record itself need not be read for it
        parts.append("o.deleted=0");
    return parts.isEmpty() ? QByteArray(" WHERE 1") : " WHERE " + parts.join(" AND ");
}

QVariantList Selection::values(const Source &source, bool searched) const
{
    QVariantList values = source.values;
    for (const Condition &condition : m_conditions)
        values += condition.values;
    if (searched)
        values += foundBy();
    return values;
}

} // namespace frost
