// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "mergefixture.h"

#include <rapidcheck.h>

//! Random documents that share a history: one document, edited a few times on either side.
namespace mergecases {

using namespace mergefixture;

inline constexpr int kNominalSize = 100; //!< of RapidCheck: at this size a range is used up to its end
inline constexpr QChar kBaseLetter = u'b';

inline int pick(int count)
{
    return *rc::gen::resize(kNominalSize, rc::gen::inRange(0, count));
}

//! How far apart the rows of a document are.
enum class Likeness {
    Alike,   //!< rows may look like each other, and a side may renew its row ids
    Distinct //!< every row has its own article for ever: only ids make rows the same
};

// Three types: one with everything, the invoice with its totals, the voucher that merges as one unit.
inline const EntitySchema &schemaNumber(int number)
{
    static const auto kPack = Schema::load({u"accounting"_s});
    static const auto kDocuments = documentSchema();
    if (number == 0)
        return kDocuments;
    return *kPack->find(EntityType(number == 1 ? u"invoices"_s : u"vouchers"_s));
}

inline QJsonValue valueNumber(const Field &field, int number)
{
    if (number == 0)
        return QJsonValue::Undefined;
    switch (field.kind) {
    case FieldKind::Decimal:
    case FieldKind::Amount: return QStringList{u"1"_s, u"2.5"_s, u"10.25"_s}.at(number % 3);
    case FieldKind::Boolean: return number % 2 == 0;
    case FieldKind::Integer: return number * 10;
    case FieldKind::Date: return u"2026-01-0"_s + QString::number(number);
    case FieldKind::Choice: return field.choices.at(number % field.choices.size());
    default: break;
    }
    if (field.assignedByRemote && number == 1)
        return u"17*"_s;
    return QStringList{u"Alpha"_s, u"Alphabet"_s, u"Beta"_s}.at(number % 3);
}

// Applies random edits to a document. Each side gets its own letter, so that ids of new rows differ between sides.
class Editor
{
public:
    Editor(const EntitySchema &schema, Likeness likeness, QChar letter) : m_likeness(likeness), m_letter(letter)
    {
        for (const auto &field : schema.fields) {
            if (field.kind == FieldKind::Rows)
                m_rowFields = editable(field.fields);
        }
        m_fields = editable(schema.fields);
    }

    QJsonObject edited(QJsonObject body, int maxEdits)
    {
        for (int left = pick(maxEdits + 1); left > 0; --left)
            body = editedOnce(std::move(body));
        return body;
    }

private:
    [[nodiscard]] QList<Field> editable(const QList<Field> &all) const
    {
        QList<Field> fields;
        for (const auto &field : all) {
            const bool tellsApart = field.name == u"article"_s || field.name == u"description"_s
                                    || field.name == u"text"_s || field.name == u"account"_s;
            if (!field.derived && field.kind != FieldKind::Rows && !(tellsApart && m_likeness == Likeness::Distinct))
                fields.append(field);
        }
        return fields;
    }

    QJsonObject editedOnce(QJsonObject body)
    {
        auto rows = body.value(u"rows"_s).toArray();
        const int kind = pick(10);
        if (kind < 3)
            return withSomeField(m_fields, body);
        if (kind < 6 && !rows.isEmpty()) {
            const auto index = pick(int(rows.size()));
            rows[index] = withSomeField(m_rowFields, rows[index].toObject());
        } else if (kind < 7 && !rows.isEmpty()) {
            rows.removeAt(pick(int(rows.size())));
        } else if (kind < 8 && rows.size() > 1) {
            rows.prepend(rows.takeAt(pick(int(rows.size()))));
        } else if (kind < 9 || m_likeness == Likeness::Distinct) {
            rows.insert(pick(int(rows.size()) + 1), newRow());
        } else {
            rows = withNewIds(rows);
        }
        body.insert(u"rows"_s, rows);
        return body;
    }

    static QJsonObject withSomeField(const QList<Field> &fields, QJsonObject body)
    {
        const auto &field = fields[pick(int(fields.size()))];
        // Booking makes the whole record one question; let it be rare, so that the rest is seen too.
        if (field.importance == Importance::Critical && pick(4) > 0)
            return body;
        const auto value = valueNumber(field, pick(4));
        if (value.isUndefined())
            body.remove(field.name);
        else
            body.insert(field.name, value);
        return body;
    }

    QJsonObject newRow()
    {
        // Now and then both sides add a row under one id: an addition that one has had from the other already.
        const auto letter = m_letter != kBaseLetter && pick(5) == 0 ? QChar(u's') : m_letter;
        const QString id = letter + QString::number(m_count++);
        QJsonObject row{{u"rowId"_s, id}};
        if (m_likeness == Likeness::Distinct) {
            row.insert(u"article"_s, id);
            row.insert(u"account"_s, id);
            return row;
        }
        for (int left = pick(4); left > 0; --left)
            row = withSomeField(m_rowFields, row);
        return row;
    }

    QJsonArray withNewIds(QJsonArray rows)
    {
        for (qsizetype i = 0; i < rows.size(); ++i) {
            auto row = rows[i].toObject();
            row.insert(u"rowId"_s, QString(m_letter + QString::number(m_count++)));
            rows[i] = row;
        }
        return rows;
    }

    Likeness m_likeness;
    QChar m_letter;
    QList<Field> m_fields;
    QList<Field> m_rowFields;
    int m_count = 0;
};

struct Case {
    const EntitySchema &schema;
    QJsonObject base;
    QJsonObject mine;
    QJsonObject theirs;

    [[nodiscard]] MergeResult merged() const { return *merge(schema, {base, mine, theirs}); }
    [[nodiscard]] MergeResult mergedWithoutBase() const { return *merge(schema, {{}, mine, theirs}); }
    [[nodiscard]] bool same(const QJsonObject &a, const QJsonObject &b) const { return sameContent(schema, a, b); }
};

inline void log(const char *name, const QJsonObject &body)
{
    RC_LOG() << name << ' ' << toCanonicalJson(body).toStdString() << std::endl;
}

inline Case someCase(Likeness likeness)
{
    const auto &schema = schemaNumber(pick(3));
    const auto derived = [&](const QJsonObject &body) { return *derive(schema, body); };
    const auto base = derived(Editor(schema, likeness, kBaseLetter).edited({}, 12));
    const auto mine = derived(Editor(schema, likeness, u'm').edited(base, 5));
    const auto theirs = derived(Editor(schema, likeness, u't').edited(base, 5));
    log("base  ", base);
    log("mine  ", mine);
    log("theirs", theirs);
    return {schema, base, mine, theirs};
}

} // namespace mergecases
