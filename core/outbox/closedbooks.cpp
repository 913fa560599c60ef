// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/outbox/closedbooks.h"

#include <algorithm>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

Error booksClosed(const QDate &closedTo)
{
    return {ErrorKind::Rejected, u"books.closed"_s, {closedTo.toString(Qt::ISODate)}, {}, {}};
}

Error closedRecord(const EntitySchema &schema, const LocalId &id, const Field &by, const QJsonObject &body, const QDate &closedTo)
{
    if (by.kind == FieldKind::Date)
        return booksClosed(closedTo);
    const QStringList record{schema.type.toString(), id.toString()};
    return isStep(by) ? Error{ErrorKind::Rejected, u"record.closed"_s, record + QStringList{by.name}, {}, {}}
                      : Error{ErrorKind::Rejected, u"record.numbered"_s, record + QStringList{body.value(by.name).toString()}, {}, {}};
}

//! What is booked may still be cancelled, have rows struck, and be told to have been sent.
bool isPermitted(const EntitySchema &schema, const QJsonObject &before, const QJsonObject &after, const QDate &closedTo)
{
    return withoutDerived(schema, permittedChange(schema, before, after, closedTo)) == withoutDerived(schema, after);
}

} // namespace

Result<QDate> booksClosedTo(Database &database)
{
    QDate latest;
    for (const auto &type : database.schema().types()) {
        const auto &name = database.schema().find(type)->closesBooks;
        if (name.isEmpty())
            continue;
        auto store = database.objectStore(type);
        FROST_TRY(store);
        const auto last = store->select({.sort = name, .descending = true, .limit = 1});
        FROST_TRY(last);
        for (const auto &closing : *last)
            latest = std::max(latest, QDate::fromString(closing.body.value(name).toString(), Qt::ISODate));
    }
    return latest;
}

Result<QDate> booksClosedTo(Database &database, const EntitySchema &schema)
{
    return schema.bookedOn.isEmpty() ? Result<QDate>(QDate()) : booksClosedTo(database);
}

Result<> mayChange(const EntitySchema &schema, const LocalId &id, const std::optional<QJsonObject> &before,
                   const std::optional<QJsonObject> &after, const QDate &closedTo)
{
    const bool isPermittedChange = before && after && isPermitted(schema, *before, *after, closedTo);
    const bool goesToClosed = after && isInClosedBooks(schema, *after, closedTo);
    if (const auto *by = before ? closedBy(schema, *before, closedTo) : nullptr; by && !isPermittedChange) {
        const bool isDraft = !closedBy(schema, *before);
        if (!isDraft || !after || goesToClosed)
            return fail(closedRecord(schema, id, *by, *before, closedTo));
    }
    return goesToClosed && !isPermittedChange ? Result<>(fail(booksClosed(closedTo))) : Result<>();
}

} // namespace frost
