// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/schema.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QVariant>

#include <optional>

// How field values become index keys. A key column holds text or an integer, ordered by SQLite's own comparison:
//   Text                     NFC, case folded (so "ÅKE" finds "åke" and sorts beside it), å and ä in Swedish order, digits
//                            by value (2 before 10): each run of them is preceded by its length
//   Choice, Reference, Date, Instant   the text itself
//   Decimal, Amount          Decimal::sortKey()
//   Integer, Boolean         integer
// The record's body keeps the exact value. Raise kKeyVersion with any change here: existing indexes are then rebuilt.
namespace frost {

inline constexpr int kKeyVersion = 2;

//! Text keys are bound as bytes with CAST(? AS TEXT), the others as they are.
[[nodiscard]] bool isTextKey(FieldKind kind);
//! QByteArray or qint64; nullopt: no key (missing, or not a value of that kind).
[[nodiscard]] std::optional<QVariant> encodeKey(FieldKind kind, const QJsonValue &value);
//! The field a path leads to; nullptr: none.
[[nodiscard]] const Field *fieldAt(const EntitySchema &schema, const QString &path);
//! The stable word of a kind, as store_indexes.fields keeps it.
[[nodiscard]] QString kindWord(FieldKind kind);

//! Visits every value a path leads to: "name" one or none, "rows.price" one for each row that has it; of an array each
//! element.
template<class Visit>
void visitValues(const QJsonObject &body, QStringView path, const Visit &visit)
{
    const qsizetype dot = path.indexOf(u'.');
    const QJsonValue value = body.value(dot < 0 ? path : path.left(dot));
    if (dot < 0 && !value.isArray()) {
        if (!value.isUndefined() && !value.isNull())
            visit(value);
        return;
    }
    const QJsonArray elements = value.toArray();
    for (const QJsonValue &element : elements) {
        if (dot < 0)
            visit(element);
        else
            visitValues(element.toObject(), path.mid(dot + 1), visit);
    }
}

} // namespace frost
