// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/schema.h"
#include "ui/widgets/recordlookup.h"

namespace frost {

// What one entry brings with it, by names of fields: packs use the same names for the same things.

//! What choosing a record for `field` fills in, in the row or the record that the field is in: values of `fields` only,
//! read from the chosen record. A blank value of the chosen record fills in nothing.
[[nodiscard]] QJsonObject filledBy(const QString &field, const Referred &chosen, const QList<Field> &fields);
//! All fields that a choice for `field` can fill in.
[[nodiscard]] QStringList fieldsFilledBy(const QString &field, const QList<Field> &fields);

//! The due date of a record: its date and the days of its terms; Undefined where one of them is missing.
[[nodiscard]] QJsonValue dueDateOf(const QJsonObject &record);
//! True for the fields that dueDateOf() reads.
[[nodiscard]] bool decidesDueDate(const QString &field);

//! What a new record starts with, apart from the schema's defaults: its date is today.
[[nodiscard]] QJsonObject startOf(const EntitySchema &schema, const QDate &today);

//! How a new record goes on after the `last` one where numbers come in series: in its series and its financial year, which
//! follows the calendar if it is named after one.
[[nodiscard]] QJsonObject seriesAfter(const EntitySchema &schema, const QJsonObject &last, const QDate &today);

//! The two amount columns of a voucher, of which a row has one; empty where rows have no such columns.
struct Sides {
    QString debit;
    QString credit;
};
[[nodiscard]] std::optional<Sides> sidesOf(const Field &rows);
//! The figure in a field; zero where there is none.
[[nodiscard]] Decimal amountIn(const QJsonObject &object, const QString &name);
//! What row `row` has to hold so that debit and credit are equal: its debit (or, negative, its credit).
[[nodiscard]] Decimal balancing(const QJsonArray &rows, qsizetype row, const Sides &sides);

//! Columns of rows that few need: shown once a row has something in them, or when the person asks for them.
[[nodiscard]] bool isRareColumn(const Field &column);

} // namespace frost
