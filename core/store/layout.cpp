// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/layout.h"

#include "core/base/json.h"
#include "core/store/keys.h"
#include "core/store/recordcolumns.h"

#include <QSet>

#include <algorithm>

namespace frost {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype kLongestIdentifier = 64;

bool isName(const QString &name)
{
    const auto isLetter = [](QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z'); };
    const auto fits = [&](QChar c) { return isLetter(c) || (c >= u'0' && c <= u'9') || c == u'_'; };
    return !name.isEmpty() && name.size() <= kLongestIdentifier && isLetter(name.front())
           && std::all_of(name.begin(), name.end(), fits);
}

QByteArray columnList(qsizetype count)
{
    QByteArray list;
    for (qsizetype i = 0; i < count; ++i)
        list += 'k' + QByteArray::number(i) + ',';
    return list + "id";
}

IndexLayout::Column columnOf(const EntitySchema &schema, const QString &path)
{
    const Field *field = fieldAt(schema, path);
    if (!field)
        return {path, FieldKind::Text};
    if (field->kind == FieldKind::Rows && !field->fields.isEmpty()) // an entry is the first field of a row
        return {path + u'.' + field->fields.first().name, field->fields.first().kind};
    return {path, field->kind};
}

void writeStatements(IndexLayout &index)
{
    QByteArray values;
    QByteArray equal;
    for (qsizetype i = 0; i < index.columns.size(); ++i) {
        const QByteArray value = index.keepsMissing ? "ifnull(" + index.placeholder(i) + ",x'')" : index.placeholder(i);
        values += value + ',';
        equal += 'k' + QByteArray::number(i) + '=' + value + " AND ";
    }
    index.insert = "INSERT INTO " + index.table + " VALUES(" + values + "CAST(? AS TEXT))";
    index.remove = "DELETE FROM " + index.table + " WHERE " + equal + "id=CAST(? AS TEXT)";
    index.contains = "SELECT 1 FROM " + index.table + " WHERE " + equal + "id=CAST(? AS TEXT)";
    index.other = "SELECT CAST(id AS BLOB) FROM " + index.table + " WHERE " + equal + "id<>CAST(? AS TEXT) LIMIT 1";
}

IndexLayout indexLayout(const EntitySchema &schema, const IndexDeclaration &declaration)
{
    IndexLayout index;
    index.name = declaration.name;
    index.table = "ix_" + schema.type.toUtf8() + '_' + declaration.name.toUtf8();
    for (const QString &path : declaration.fields)
        index.columns.append(columnOf(schema, path));
    index.unique = declaration.unique;
    index.multiEntry = declaration.multiEntry;
    index.keepsMissing = index.columns.size() == 1 && !index.multiEntry
                         && index.columns.first().kind != FieldKind::Reference
                         && index.columns.first().kind != FieldKind::Rows;
    writeStatements(index);
    return index;
}

std::unique_ptr<StoreLayout> storeLayout(const EntitySchema &schema)
{
    auto store = std::make_unique<StoreLayout>();
    store->schema = &schema;
    const QByteArray type = schema.type.toUtf8();
    store->table = "os_" + type;
    for (const IndexDeclaration &declaration : schema.indexes)
        store->indexes.push_back(indexLayout(schema, declaration));
    store->byId.table = "(SELECT id AS k0,id FROM " + store->table + " WHERE deleted=0)";
    store->byId.columns = {{u"id"_s, FieldKind::Reference}};
    store->get = "SELECT " + kRecordColumns + " FROM " + store->table + " o WHERE o.id=CAST(? AS TEXT)";
    store->insert = "INSERT INTO " + store->table
                    + "(id,revision,deleted,schema_version,created_at,updated_at,updated_by,body)"
                      " VALUES(CAST(? AS TEXT),1,?,?,?,?,CAST(? AS TEXT),CAST(? AS TEXT)) ON CONFLICT(id) DO NOTHING";
    store->update =
        "UPDATE " + store->table
        + " SET revision=?,deleted=?,schema_version=?,updated_at=?,updated_by=CAST(? AS TEXT),body=CAST(? AS TEXT)"
          " WHERE rid=?";
    store->load =
        "SELECT rid,revision,deleted,created_at,CAST(body AS BLOB) FROM " + store->table + " WHERE id=CAST(? AS TEXT)";
    store->removeRow = "DELETE FROM " + store->table + " WHERE rid=?";
    if (!schema.search.isEmpty()) {
        store->searchTable = "fts_" + type;
        store->addText = "INSERT INTO " + store->searchTable + "(rowid,text) VALUES(?,CAST(? AS TEXT))";
        store->removeText = "INSERT INTO " + store->searchTable + '(' + store->searchTable
                            + ",rowid,text) VALUES('delete',?,CAST(? AS TEXT))";
    }
    return store;
}

void findSearchedThrough(StoreLayout &store, const std::vector<std::unique_ptr<StoreLayout>> &all)
{
    for (const QString &path : store.schema->searchedThrough) {
        const Field *field = store.schema->field(path);
        const auto target = std::find_if(all.begin(), all.end(),
                                         [&](const auto &each) { return each->schema->type == field->target; });
        if (const auto *index = store.lookupIndex(path); index && target != all.end())
            store.searchedThrough.push_back({target->get(), index});
    }
}

bool columnLess(const QVariant &a, const QVariant &b)
{
    if (a.typeId() != b.typeId()) // numbers before text before missing
        return !b.isValid() || (a.typeId() == QMetaType::LongLong && b.typeId() == QMetaType::QByteArray);
    return a.typeId() == QMetaType::LongLong ? a.toLongLong() < b.toLongLong() : a.toByteArray() < b.toByteArray();
}
} // namespace

bool keyLess(const IndexKey &a, const IndexKey &b)
{
    return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end(), columnLess);
}

QList<IndexKey> IndexLayout::keysOf(const QJsonObject &body) const
{
    QList<IndexKey> keys;
    if (multiEntry) {
        visitValues(body, columns.first().path, [&](const QJsonValue &element) {
            if (const auto key = encodeKey(columns.first().kind, element))
                keys.append({*key});
        });
        std::sort(keys.begin(), keys.end(), keyLess);
        keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
        return keys;
    }
    IndexKey key;
    for (const Column &column : columns) {
        const auto value = encodeKey(column.kind, body.value(column.path));
        if (!value && !keepsMissing)
            return {};
        key.append(value.value_or(QVariant()));
    }
    return {key};
}

QByteArray IndexLayout::description() const
{
    QJsonArray list;
    for (const Column &column : columns)
        list.append(QJsonObject{{u"name"_s, column.path}, {u"kind"_s, kindWord(column.kind)}});
    return toCanonicalJson({{u"fields"_s, list}, {u"version"_s, kKeyVersion}});
}

QByteArray IndexLayout::createTable() const
{
    const QByteArray list = columnList(columns.size());
    return "CREATE TABLE " + table + '(' + QByteArray(list).replace("id", "id TEXT") + ", PRIMARY KEY(" + list
           + ")) WITHOUT ROWID";
}

QByteArray IndexLayout::placeholder(qsizetype column) const
{
    return isTextKey(columns.at(column).kind) ? "CAST(? AS TEXT)" : "?";
}

const IndexLayout *StoreLayout::index(const QString &name) const
{
    const auto found =
        std::find_if(indexes.begin(), indexes.end(), [&](const auto &each) { return each.name == name; });
    return found == indexes.end() ? nullptr : &*found;
}

const IndexLayout *StoreLayout::sortIndex(const QString &field) const
{
    const auto found = std::find_if(indexes.begin(), indexes.end(), [&](const auto &each) {
        return each.keepsMissing && each.columns.first().path == field;
    });
    return found == indexes.end() ? nullptr : &*found;
}

const IndexLayout *StoreLayout::lookupIndex(const QString &field) const
{
    const auto found = std::find_if(indexes.begin(), indexes.end(), [&](const auto &each) {
        return each.columns.size() == 1 && !each.multiEntry && each.columns.first().path == field;
    });
    return found == indexes.end() ? nullptr : &*found;
}

QList<QByteArray> StoreLayout::createTables() const
{
    return {"CREATE TABLE " + table
                + "(rid INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, revision INTEGER NOT NULL,"
                  " deleted INTEGER NOT NULL CHECK(deleted IN (0,1)), schema_version INTEGER NOT NULL,"
                  " created_at INTEGER, updated_at INTEGER, updated_by TEXT NOT NULL, body TEXT NOT NULL) STRICT",
            // Tombstones are few: counting them is how live records are counted without reading every row.
            "CREATE INDEX " + table + "_deleted ON " + table + "(deleted) WHERE deleted=1"};
}

QByteArray StoreLayout::createSearchTable() const
{
    return "CREATE VIRTUAL TABLE " + searchTable
           + " USING fts5(text, content='', tokenize='unicode61 remove_diacritics 2', prefix='2 3')";
}

Result<std::vector<std::unique_ptr<StoreLayout>>> layoutsOf(const Schema &schema)
{
    std::vector<std::unique_ptr<StoreLayout>> stores;
    QSet<QByteArray> taken;
    const auto claim = [&taken](const QString &name, const QList<QByteArray> &tables) -> Result<> {
        for (const QByteArray &table : tables) {
            if (!isName(name) || taken.contains(table.toLower()))
                return fail(ErrorKind::Invalid, u"store.nameMalformed"_s, {name});
            taken.insert(table.toLower());
        }
        return {};
    };
    const auto types = schema.types();
    for (const EntityType &type : types) {
        auto store = storeLayout(*schema.find(type));
        const QByteArray search = "fts_" + type.toUtf8(); // FTS5 makes tables of its own beside it
        FROST_TRY(claim(type.toString(), {store->table, store->table + "_deleted", search, search + "_data",
                                          search + "_idx", search + "_docsize", search + "_config"}));
        for (const IndexLayout &index : store->indexes)
            FROST_TRY(claim(index.name, {index.table}));
        stores.push_back(std::move(store));
    }
    for (const auto &store : stores)
        findSearchedThrough(*store, stores);
    return stores;
}

} // namespace frost
