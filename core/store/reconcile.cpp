// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/reconcile.h"

#include "core/store/recordcolumns.h"
#include "core/store/search.h"

#include <QMap>

#include <algorithm>

namespace frost {

using namespace Qt::StringLiterals;

namespace {
//! What the file says it has.
struct Existing {
    struct Store {
        qint64 version = 0;
        QByteArray search;
    };
    struct Index {
        QByteArray table;
        QByteArray description;
        bool unique = false;
        bool multiEntry = false;
    };
    QMap<QString, Store> stores;
    QMap<std::pair<QString, QString>, Index> indexes; //!< by store and name
};

Result<Existing> readExisting(Sql &sql)
{
    Existing existing;
    auto stores = sql.query("SELECT name,schema_version,CAST(search AS BLOB) FROM object_stores");
    if (!stores)
        return fail(stores.error());
    while (stores->next())
        existing.stores.insert(stores->text(0), {stores->integer(1), stores->bytes(2)});
    FROST_TRY(stores->status());
    auto indexes = sql.query("SELECT store,name,CAST(table_name AS BLOB),CAST(fields AS BLOB),is_unique,multi_entry"
                             " FROM store_indexes");
    if (!indexes)
        return fail(indexes.error());
    while (indexes->next())
        existing.indexes.insert(
            {indexes->text(0), indexes->text(1)},
            {indexes->bytes(2), indexes->bytes(3), indexes->integer(4) != 0, indexes->integer(5) != 0});
    FROST_TRY(indexes->status());
    return existing;
}

bool isSame(const Existing::Index &existing, const IndexLayout &wanted)
{
    return existing.description == wanted.description() && existing.unique == wanted.unique
           && existing.multiEntry == wanted.multiEntry;
}

//! The steps that one store needs.
struct Work {
    const StoreLayout *store = nullptr;
    QString name;
    bool create = false;
    bool describe = false;
    bool dropSearch = false;
    bool fillSearch = false;
    QList<std::pair<QString, QByteArray>> drop; //!< name and table of indexes
    QList<const IndexLayout *> fill;
    [[nodiscard]] bool isEmpty() const { return !create && !describe && drop.isEmpty() && fill.isEmpty(); }
};

Work workFor(const StoreLayout &store, const Existing &existing)
{
    Work work{&store, store.schema->type.toString(), false, false, false, false, {}, {}};
    const auto known = existing.stores.constFind(work.name);
    work.create = known == existing.stores.cend();
    const QByteArray search = searchDescription(*store.schema);
    const QByteArray searchBefore = work.create ? QByteArray() : known->search;
    work.dropSearch = search != searchBefore && !searchBefore.isEmpty();
    work.fillSearch = search != searchBefore && !search.isEmpty();
    work.describe = work.create || search != searchBefore || known->version != store.schema->version;
    for (auto it = existing.indexes.cbegin(); it != existing.indexes.cend(); ++it) {
        const IndexLayout *wanted = store.index(it.key().second);
        if (it.key().first == work.name && !(wanted && isSame(*it, *wanted)))
            work.drop.append({it.key().second, it->table});
    }
    for (const IndexLayout &wanted : store.indexes) {
        const auto have = existing.indexes.constFind({work.name, wanted.name});
        if (have == existing.indexes.cend() || !isSame(*have, wanted))
            work.fill.append(&wanted);
    }
    return work;
}

Result<QList<Work>> workFor(Sql &sql, const Layouts &layouts)
{
    const auto existing = readExisting(sql);
    if (!existing)
        return fail(existing.error());
    QList<Work> work;
    for (const auto &store : layouts)
        if (Work each = workFor(*store, *existing); !each.isEmpty())
            work.append(each);
    return work;
}

Result<> changed(const Result<qint64> &done)
{
    return done ? Result<>() : Result<>(fail(done.error()));
}

Result<> changeTables(Sql &sql, const Work &work)
{
    const StoreLayout &store = *work.store;
    const QByteArray name = work.name.toUtf8();
    if (work.create)
        for (const QByteArray &statement : store.createTables())
            FROST_TRY(sql.execute(statement));
    for (const auto &[index, table] : work.drop) {
        FROST_TRY(sql.execute("DROP TABLE " + table));
        FROST_TRY(changed(sql.run("DELETE FROM store_indexes WHERE store=CAST(? AS TEXT) AND name=CAST(? AS TEXT)",
                                  {name, index.toUtf8()})));
    }
    if (work.dropSearch)
        FROST_TRY(sql.execute("DROP TABLE fts_" + name));
    if (work.fillSearch)
        FROST_TRY(sql.execute(store.createSearchTable()));
    FROST_TRY(changed(sql.run("INSERT INTO object_stores VALUES(CAST(? AS TEXT),?,CAST(? AS TEXT)) ON CONFLICT(name)"
                              " DO UPDATE SET schema_version=excluded.schema_version,search=excluded.search",
                              {name, store.schema->version, searchDescription(*store.schema)})));
    for (const IndexLayout *index : work.fill) {
        FROST_TRY(sql.execute(index->createTable()));
        FROST_TRY(changed(sql.run(
            "INSERT INTO store_indexes VALUES(CAST(? AS TEXT),CAST(? AS TEXT),CAST(? AS TEXT),"
            "CAST(? AS TEXT),?,?)",
            {name, index->name.toUtf8(), index->table, index->description(), index->unique, index->multiEntry})));
    }
    return {};
}

Result<> fillTables(Sql &sql, const Work &work)
{
    if (work.create || (work.fill.isEmpty() && !work.fillSearch))
        return {};
    return visitBodies(sql, *work.store, [&](qint64 rid, const LocalId &id, const QJsonObject &body) -> Result<> {
        for (const IndexLayout *index : work.fill) {
            const auto keys = index->keysOf(body);
            for (const IndexKey &key : keys)
                FROST_TRY(changed(sql.run(index->insert, IndexKey(key) << id.toUtf8())));
        }
        const QByteArray text = work.fillSearch ? searchText(*work.store->schema, body) : QByteArray();
        return text.isEmpty() ? Result<>() : changed(sql.run(work.store->addText, {rid, text}));
    });
}
} // namespace

Result<> reconcile(Sql &sql, const Layouts &layouts)
{
    const auto glance = workFor(sql, layouts);
    if (!glance)
        return fail(glance.error());
    if (glance->isEmpty())
        return {};
    auto transaction = Transaction::begin(sql, Durability::PowerCut);
    if (!transaction)
        return fail(transaction.error());
    const auto work = workFor(sql, layouts); // under the lock: another process may have done it meanwhile
    if (!work)
        return fail(work.error());
    for (const Work &each : *work) {
        FROST_TRY(changeTables(sql, each));
        FROST_TRY(fillTables(sql, each));
    }
    return transaction->commit();
}

Result<bool> isReconciled(Sql &sql, const Layouts &layouts)
{
    const auto work = workFor(sql, layouts);
    FROST_TRY(work);
    return work->isEmpty();
}

Result<> restrictToExisting(Sql &sql, Layouts &layouts)
{
    const auto existing = readExisting(sql);
    if (!existing)
        return fail(existing.error());
    std::erase_if(layouts,
                  [&](const auto &store) { return !existing->stores.contains(store->schema->type.toString()); });
    for (const auto &store : layouts) {
        const QString name = store->schema->type.toString();
        std::erase_if(store->indexes, [&](const IndexLayout &index) {
            const auto have = existing->indexes.constFind({name, index.name});
            return have == existing->indexes.cend() || !isSame(*have, index);
        });
        if (existing->stores.value(name).search != searchDescription(*store->schema))
            store->searchTable.clear();
    }
    return {};
}

Result<> visitBodies(Sql &sql, const StoreLayout &store,
                     const std::function<Result<>(qint64, const LocalId &, const QJsonObject &)> &visit)
{
    auto rows = sql.query("SELECT rid,CAST(id AS BLOB),CAST(body AS BLOB) FROM " + store.table
                          + " WHERE deleted=0 ORDER BY rid");
    if (!rows)
        return fail(rows.error());
    while (rows->next()) {
        const LocalId id(QString::fromUtf8(rows->bytes(1)));
        const auto body = readBody(rows->bytes(2), store.schema->type, id);
        if (!body)
            return fail(body.error());
        FROST_TRY(visit(rows->integer(0), id, *body));
    }
    return rows->status();
}

} // namespace frost
