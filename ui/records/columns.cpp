// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/records/columns.h"

#include <algorithm>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

struct FirstColumns {
    QLatin1StringView type;
    QLatin1StringView fields; //!< separated by spaces
};

constexpr FirstColumns kFirstColumns[]{
    {"customers"_L1, "customerNumber name organisationNumber city email phone"_L1},
    {"suppliers"_L1, "supplierNumber name organisationNumber city bankgiro email"_L1},
    {"articles"_L1, "articleNumber description unit salesPrice vat stock"_L1},
    {"accounts"_L1, "number description vatCode openingBalance financialYear"_L1},
    {"invoices"_L1, "documentNumber customer invoiceDate dueDate net vatTotal total booked"_L1},
    {"invoicePayments"_L1, "invoice paymentDate amount modeOfPayment booked"_L1},
    {"supplierInvoices"_L1, "invoiceNumber supplier invoiceDate dueDate total booked"_L1},
    {"vouchers"_L1, "series number transactionDate description financialYear"_L1},
    {"orders"_L1, "documentNumber customer orderDate deliveryDate total"_L1},
    {"projects"_L1, "code description startDate endDate"_L1},
    {"costCenters"_L1, "code description startDate endDate"_L1},
    {"bookClosings"_L1, "closedTo updatedAt updatedBy"_L1},
};

constexpr qsizetype kFirstOfUnknown = 6;

QStringList firstFields(const EntitySchema &schema)
{
    for (const auto &first : kFirstColumns) {
        if (schema.type.toString() == first.type)
            return QString(first.fields).split(u' ');
    }
    QStringList fields = schema.naturalKey;
    if (!schema.title.isEmpty())
        fields += schema.title;
    for (const auto &field : schema.fields) {
        if (field.kind != FieldKind::Rows && !field.longText)
            fields += field.name;
    }
    fields.removeDuplicates();
    return fields.mid(0, kFirstOfUnknown);
}

} // namespace

QList<Column> columnsOf(const EntitySchema &schema)
{
    QList<Column> columns;
    const auto first = firstFields(schema);
    for (const auto &name : first) {
        if (const auto *field = schema.field(name))
            columns.append({*field, true});
    }
    for (const auto &field : schema.fields) {
        if (!first.contains(field.name))
            columns.append({field, false});
    }
    return columns;
}

QString firstSortField(const EntitySchema &schema)
{
    for (const auto &name : {u"invoiceDate"_s, u"transactionDate"_s, u"paymentDate"_s, u"orderDate"_s}) {
        if (schema.field(name))
            return name;
    }
    const auto columns = columnsOf(schema);
    return columns.isEmpty() ? QString() : columns.first().field.name;
}

bool isFigure(FieldKind kind)
{
    return kind == FieldKind::Amount || kind == FieldKind::Decimal || kind == FieldKind::Integer;
}

} // namespace frost
