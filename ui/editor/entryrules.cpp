// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/entryrules.h"

#include "core/base/decimal.h"

#include <QDate>
#include <QJsonArray>

#include <algorithm>
#include <array>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

struct Fill {
    QLatin1StringView chosenFor; //!< the field a record is chosen for
    QLatin1StringView from;      //!< of the chosen record
    QLatin1StringView to;
};
constexpr std::array kFills{
    Fill{"article"_L1, "description"_L1, "description"_L1},
    Fill{"article"_L1, "unit"_L1, "unit"_L1},
    Fill{"article"_L1, "salesPrice"_L1, "price"_L1},
    Fill{"article"_L1, "vat"_L1, "vat"_L1},
    Fill{"article"_L1, "salesAccount"_L1, "account"_L1},
    Fill{"customer"_L1, "termsOfPayment"_L1, "termsOfPayment"_L1},
    Fill{"customer"_L1, "currency"_L1, "currency"_L1},
    Fill{"supplier"_L1, "termsOfPayment"_L1, "termsOfPayment"_L1},
    Fill{"supplier"_L1, "currency"_L1, "currency"_L1},
    Fill{"invoice"_L1, "total"_L1, "amount"_L1},
    Fill{"invoice"_L1, "currency"_L1, "currency"_L1},
};

//! The date of a document, today in a new one.
constexpr std::array kDocumentDates{"invoiceDate"_L1, "orderDate"_L1, "transactionDate"_L1, "paymentDate"_L1};
constexpr std::array kRareColumns{"discountType"_L1, "dimensions"_L1, "transactionDate"_L1, "added"_L1, "signature"_L1};

const Field *fieldIn(const QList<Field> &fields, QLatin1StringView name)
{
    const auto found =
        std::find_if(fields.begin(), fields.end(), [&](const Field &field) { return field.name == name; });
    return found == fields.end() ? nullptr : &*found;
}

} // namespace

QJsonObject filledBy(const QString &field, const Referred &chosen, const QList<Field> &fields)
{
    QJsonObject values;
    for (const auto &fill : kFills) {
        const auto value = chosen.body.value(fill.from);
        if (field == fill.chosenFor && fieldIn(fields, fill.to) && !value.isUndefined())
            values.insert(fill.to, value);
    }
    return values;
}

QStringList fieldsFilledBy(const QString &field, const QList<Field> &fields)
{
    QStringList names;
    for (const auto &fill : kFills) {
        if (field == fill.chosenFor && fieldIn(fields, fill.to))
            names.append(fill.to);
    }
    return names;
}

QJsonValue dueDateOf(const QJsonObject &record)
{
    const auto from = QDate::fromString(record.value("invoiceDate"_L1).toString(), Qt::ISODate);
    const auto terms = record.value("termsOfPayment"_L1);
    if (!from.isValid() || !terms.isDouble())
        return QJsonValue(QJsonValue::Undefined);
    return from.addDays(terms.toInteger()).toString(Qt::ISODate);
}

bool decidesDueDate(const QString &field)
{
    return field == "invoiceDate"_L1 || field == "termsOfPayment"_L1;
}

QJsonObject startOf(const EntitySchema &schema, const QDate &today)
{
    QJsonObject start;
    for (const auto &name : kDocumentDates) {
        const auto *field = fieldIn(schema.fields, name);
        if (field && field->kind == FieldKind::Date && field->required)
            start.insert(name, today.toString(Qt::ISODate));
    }
    return withDefaults(schema, start);
}

QJsonObject seriesAfter(const EntitySchema &schema, const QJsonObject &last, const QDate &today)
{
    const auto *number = schema.naturalKey.isEmpty() ? nullptr : schema.field(schema.naturalKey.last());
    if (!number || !number->assignedByRemote)
        return {};
    QJsonObject start;
    for (const auto &name : schema.naturalKey.sliced(0, schema.naturalKey.size() - 1)) {
        const auto value = last.value(name).toString();
        const bool isCalendarYear = name == u"financialYear" && value.size() == 4;
        if (!value.isEmpty() && schema.field(name)->kind == FieldKind::Text)
            start.insert(name, isCalendarYear ? QString::number(today.year()) : value);
    }
    return start;
}

std::optional<Sides> sidesOf(const Field &rows)
{
    const auto *debit = fieldIn(rows.fields, "debit"_L1);
    const auto *credit = fieldIn(rows.fields, "credit"_L1);
    if (!debit || !credit || debit->kind != FieldKind::Amount || credit->kind != FieldKind::Amount)
        return std::nullopt;
    return Sides{debit->name, credit->name};
}

Decimal amountIn(const QJsonObject &object, const QString &name)
{
    return Decimal::parse(object.value(name).toString()).value_or(Decimal());
}

Decimal balancing(const QJsonArray &rows, qsizetype row, const Sides &sides)
{
    Decimal missing;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        if (i != row)
            missing += amountIn(rows[i].toObject(), sides.credit) - amountIn(rows[i].toObject(), sides.debit);
    }
    return missing;
}

bool isRareColumn(const Field &column)
{
    return column.importance == Importance::Metadata
           || std::any_of(kRareColumns.begin(), kRareColumns.end(), [&](auto name) { return column.name == name; });
}

} // namespace frost
