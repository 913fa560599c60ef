// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/core/companyfixture.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

//! A company file with a schema made for the tests of the store.
namespace storefixture {

using namespace Qt::StringLiterals;
using namespace frost;
using companyfixture::codeOf;
using companyfixture::ManualClock;
using companyfixture::value;

//! JSON in single quotes, so that test data stays readable.
inline QJsonObject json(QByteArray text)
{
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(text.replace('\'', '"'), &error);
    if (error.error != QJsonParseError::NoError)
        qFatal("test data: %s in %s", qPrintable(error.errorString()), text.constData());
    return document.object();
}

inline QJsonObject customersType()
{
    return json(R"({'type': 'customers', 'title': 'name', 'search': ['name', 'city', 'tags.tag'],
        'fields': [
            {'name': 'name', 'kind': 'text'}, {'name': 'number', 'kind': 'text'}, {'name': 'city', 'kind': 'text'},
            {'name': 'note', 'kind': 'text'}, {'name': 'active', 'kind': 'boolean'}, {'name': 'rating', 'kind': 'integer'},
            {'name': 'limit', 'kind': 'amount'}, {'name': 'discount', 'kind': 'decimal'}, {'name': 'since', 'kind': 'date'},
            {'name': 'seen', 'kind': 'instant'}, {'name': 'kind', 'kind': 'choice', 'choices': ['company', 'private']},
            {'name': 'parent', 'kind': 'reference', 'target': 'customers'},
            {'name': 'tags', 'kind': 'rows', 'fields': [{'name': 'tag', 'kind': 'text'}]}],
        'indexes': [
            {'name': 'name', 'fields': ['name']}, {'name': 'number', 'fields': ['number'], 'unique': true},
            {'name': 'active', 'fields': ['active']}, {'name': 'rating', 'fields': ['rating']},
            {'name': 'limit', 'fields': ['limit']}, {'name': 'place', 'fields': ['city', 'rating']},
            {'name': 'tag', 'fields': ['tags'], 'multiEntry': true}]})");
}

inline QJsonObject ordersType()
{
    return json(R"({'type': 'orders', 'title': 'text', 'fields': [{'name': 'text', 'kind': 'text'},
        {'name': 'customer', 'kind': 'reference', 'target': 'customers'}]})");
}

inline Schema schemaOf(const QList<QJsonObject> &types, int version = 1)
{
    QJsonArray list;
    for (const QJsonObject &type : types)
        list.append(type);
    return value(
        Schema::fromJson({QJsonObject{{u"pack"_s, u"test"_s}, {u"version"_s, version}, {u"entityTypes"_s, list}}}));
}

//! `type` with `change` made to its list `key`.
template<class Change>
QJsonObject changed(QJsonObject type, const QString &key, const Change &change)
{
    QJsonArray list = type.value(key).toArray();
    change(list);
    type.insert(key, list);
    return type;
}

inline Record record(const QString &id, const QJsonObject &body)
{
    Record made;
    made.id = LocalId(id);
    made.body = body;
    made.updatedAt = QDateTime::fromMSecsSinceEpoch(1'780'000'000'000, Qt::UTC);
    made.updatedBy = u"anna"_s;
    return made;
}

inline QStringList idsOf(const QList<Record> &records)
{
    QStringList ids;
    for (const Record &each : records)
        ids.append(each.id.toString());
    return ids;
}

inline QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(unreadable)");
}

class Store
{
public:
    explicit Store(const Schema &schema = schemaOf({customersType(), ordersType()}))
    {
        options.schema = schema;
        database = value(Database::create(place(), {}, clock, random, options));
    }

    [[nodiscard]] DataFolder::Company place() const
    {
        return {TenantId(u"firm"_s), CompanyId(u"acme"_s), folder.filePath(u"firm/acme.frost"_s)};
    }
    //! As the next start of the program, perhaps with another schema.
    void reopen(const std::optional<Schema> &schema = {})
    {
        if (schema)
            options.schema = *schema;
        database.reset();
        database = value(Database::open(place(), clock, random, options));
    }
    [[nodiscard]] ObjectStore customers() { return value(database->objectStore(EntityType(u"customers"_s))); }
    [[nodiscard]] Sql &sql() { return database->sql(); }

    template<class Work>
    void write(const Work &work)
    {
        auto transaction = value(Transaction::begin(sql(), Durability::ProcessCrash));
        work();
        value(transaction.commit());
    }
    Record put(const QString &id, const QByteArray &body, bool deleted = false)
    {
        Record made = record(id, json(body));
        made.deleted = deleted;
        write([&] { value(customers().put(made)); });
        return made;
    }
    [[nodiscard]] qint64 number(const QByteArray &statement)
    {
        auto rows = value(sql().query(statement));
        return rows.next() ? rows.integer(0) : -1;
    }

    QTemporaryDir folder;
    ManualClock clock;
    test::SeededRandom random{1};
    Database::Options options;
    std::unique_ptr<Database> database;
};

} // namespace storefixture
