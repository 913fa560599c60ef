// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/objectstore.h"

#include "core/base/json.h"
#include "core/store/layout.h"
#include "core/store/recordcolumns.h"
#include "core/store/search.h"

#include <algorithm>

namespace frost {

using namespace Qt::StringLiterals;

//! A stored row, as needed to replace or remove it.
struct ObjectStore::Stored {
    qint64 rid = 0;
    qint64 revision = 0;
    bool deleted = false;
    QDateTime createdAt;
    QJsonObject body;
};

//! What the tables beside the row hold for one state of a record; nothing for a tombstone.
struct ObjectStore::Entries {
    std::vector<QList<IndexKey>> keys; //!< as the layout's indexes
    QByteArray text;
};

ObjectStore::ObjectStore(Sql &sql, const StoreLayout &layout) : m_sql(&sql), m_layout(&layout) { }

const EntitySchema &ObjectStore::schema() const
{
    return *m_layout->schema;
}

Result<> ObjectStore::requireTransaction() const
{
    if (m_sql->isReading())
        return fail(ErrorKind::Internal, u"store.readOnlyTransaction"_s, {schema().type.toString()});
    if (!m_sql->inTransaction())
        return fail(ErrorKind::Internal, u"store.noTransaction"_s, {schema().type.toString()});
    return {};
}

Result<std::optional<Record>> ObjectStore::get(const LocalId &id)
{
    auto rows = m_sql->query(m_layout->get, {id.toUtf8()});
    if (!rows)
        return fail(rows.error());
    if (!rows->next()) {
        FROST_TRY(rows->status());
        return std::optional<Record>();
    }
    auto record = readRecord(*rows, schema().type);
    if (!record)
        return fail(record.error());
    return std::optional(std::move(*record));
}

Result<std::optional<ObjectStore::Stored>> ObjectStore::load(const LocalId &id)
{
    auto rows = m_sql->query(m_layout->load, {id.toUtf8()});
    if (!rows)
        return fail(rows.error());
    if (!rows->next()) {
        FROST_TRY(rows->status());
        return std::optional<Stored>();
    }
    auto body = readBody(rows->bytes(4), schema().type, id);
    if (!body)
        return fail(body.error());
    return std::optional(
        Stored{rows->integer(0), rows->integer(1), rows->integer(2) != 0, readTime(*rows, 3), std::move(*body)});
}

ObjectStore::Entries ObjectStore::entriesOf(const QJsonObject &body, bool deleted) const
{
    Entries entries;
    entries.keys.resize(m_layout->indexes.size());
    if (deleted)
        return entries;
    for (size_t i = 0; i < entries.keys.size(); ++i)
        entries.keys[i] = m_layout->indexes[i].keysOf(body);
    if (!m_layout->searchTable.isEmpty())
        entries.text = searchText(schema(), body);
    return entries;
}

Result<> ObjectStore::put(Record &record)
{
    return write(record, Replace::Allowed);
}

Result<> ObjectStore::add(Record &record)
{
    return write(record, Replace::Refused);
}

Result<> ObjectStore::write(Record &record, Replace replace)
{
    FROST_TRY(requireTransaction());
    if (record.id.isEmpty())
        return fail(ErrorKind::Usage, u"store.idMissing"_s, {schema().type.toString()});
    record.text = toCanonicalJson(record.body);
    const Entries entries = entriesOf(record.body, record.deleted);
    // A record that was read before is there; one that was not is new more often than not.
    if (record.revision == 0 || replace == Replace::Refused) {
        const auto inserted = insert(record, entries);
        if (!inserted || *inserted)
            return inserted ? Result<>() : Result<>(fail(inserted.error()));
        if (replace == Replace::Refused)
            return fail(ErrorKind::Conflict, u"store.exists"_s, {record.id.toString()});
    }
    const auto stored = load(record.id);
    if (!stored)
        return fail(stored.error());
    if (*stored)
        return update(record, entries, **stored);
    const auto inserted = insert(record, entries);
    return inserted ? Result<>() : Result<>(fail(inserted.error()));
}

Result<bool> ObjectStore::insert(Record &record, const Entries &entries)
{
    static const Entries kNone;
    FROST_TRY(requireUnique(record.id, kNone, entries));
    const QDateTime createdAt = record.createdAt.isValid() ? record.createdAt : record.updatedAt;
    const int schemaVersion = std::max(record.schemaVersion, schema().version);
    const auto inserted = m_sql->run(m_layout->insert, {record.id.toUtf8(), record.deleted, schemaVersion,
                                                        boundTime(createdAt), boundTime(record.updatedAt),
                                                        record.updatedBy.toUtf8(), record.text});
    if (!inserted)
        return fail(inserted.error());
    if (*inserted == 0)
        return false;
    FROST_TRY(writeEntries(record.id, m_sql->lastInsertId(), kNone, entries));
    record.revision = 1;
    record.createdAt = createdAt;
    record.schemaVersion = schemaVersion;
    return true;
}

Result<> ObjectStore::update(Record &record, const Entries &entries, const Stored &stored)
{
    const Entries before = entriesOf(stored.body, stored.deleted);
    FROST_TRY(requireUnique(record.id, before, entries));
    const int schemaVersion = std::max(record.schemaVersion, schema().version);
    const auto updated =
        m_sql->run(m_layout->update, {stored.revision + 1, record.deleted, schemaVersion, boundTime(record.updatedAt),
                                      record.updatedBy.toUtf8(), record.text, stored.rid});
    if (!updated)
        return fail(updated.error());
    FROST_TRY(writeEntries(record.id, stored.rid, before, entries));
    record.revision = stored.revision + 1;
    record.createdAt = stored.createdAt;
    record.schemaVersion = schemaVersion;
    return {};
}

Result<> ObjectStore::remove(const LocalId &id)
{
    FROST_TRY(requireTransaction());
    const auto stored = load(id);
    if (!stored)
        return fail(stored.error());
    if (!*stored)
        return {};
    FROST_TRY(writeEntries(id, (*stored)->rid, entriesOf((*stored)->body, (*stored)->deleted), entriesOf({}, true)));
    if (const auto removed = m_sql->run(m_layout->removeRow, {(*stored)->rid}); !removed)
        return fail(removed.error());
    return {};
}

Result<> ObjectStore::clear()
{
    FROST_TRY(requireTransaction());
    for (const IndexLayout &index : m_layout->indexes)
        FROST_TRY(m_sql->execute("DELETE FROM " + index.table));
    const QByteArray &search = m_layout->searchTable;
    if (!search.isEmpty())
        FROST_TRY(m_sql->execute("INSERT INTO " + search + '(' + search + ") VALUES('delete-all')"));
    return m_sql->execute("DELETE FROM " + m_layout->table);
}

// Before anything is written, so that a refused record leaves no half of itself in the caller's transaction.
Result<> ObjectStore::requireUnique(const LocalId &id, const Entries &before, const Entries &after)
{
    for (size_t i = 0; i < m_layout->indexes.size(); ++i) {
        const IndexLayout &index = m_layout->indexes[i];
        if (!index.unique)
            continue;
        for (const IndexKey &key : after.keys[i]) {
            const bool isMissing = index.keepsMissing && !key.first().isValid();
            if (isMissing || (!before.keys.empty() && before.keys[i].contains(key)))
                continue;
            auto rows = m_sql->query(index.other, IndexKey(key) << id.toUtf8());
            if (!rows)
                return fail(rows.error());
            if (rows->next())
                return fail(ErrorKind::Conflict, u"store.unique"_s, {index.name, QString::fromUtf8(rows->bytes(0))});
            FROST_TRY(rows->status());
        }
    }
    return {};
}

Result<> ObjectStore::writeEntries(const LocalId &id, qint64 rid, const Entries &before, const Entries &after)
{
    static const QList<IndexKey> kNone;
    const QByteArray idBytes = id.toUtf8();
    for (size_t i = 0; i < m_layout->indexes.size(); ++i) {
        const QList<IndexKey> &old = before.keys.empty() ? kNone : before.keys[i];
        FROST_TRY(runForDifference(m_layout->indexes[i].remove, old, after.keys[i], idBytes));
        FROST_TRY(runForDifference(m_layout->indexes[i].insert, after.keys[i], old, idBytes));
    }
    if (before.text == after.text)
        return {};
    if (!before.text.isEmpty())
        if (const auto done = m_sql->run(m_layout->removeText, {rid, before.text}); !done)
            return fail(done.error());
    if (!after.text.isEmpty())
        if (const auto done = m_sql->run(m_layout->addText, {rid, after.text}); !done)
            return fail(done.error());
    return {};
}

//! Runs `statement` for every key of `keys` that `others` lacks; both are sorted.
Result<> ObjectStore::runForDifference(const QByteArray &statement, const QList<IndexKey> &keys,
                                       const QList<IndexKey> &others, const QByteArray &id)
{
    QList<IndexKey> difference;
    std::set_difference(keys.begin(), keys.end(), others.begin(), others.end(), std::back_inserter(difference),
                        keyLess);
    for (IndexKey &key : difference) {
        key.append(id);
        if (const auto done = m_sql->run(statement, key); !done)
            return fail(done.error());
    }
    return {};
}

Result<qint64> ObjectStore::count()
{
    // Counting all rows reads the smallest index, counting the tombstones reads only them.
    return m_sql->number("SELECT (SELECT count(*) FROM " + m_layout->table + ") - (SELECT count(*) FROM "
                         + m_layout->table + " WHERE deleted=1)");
}

Result<> ObjectStore::forEach(const std::function<bool(const Record &)> &visit)
{
    auto rows =
        m_sql->query("SELECT " + kRecordColumns + " FROM " + m_layout->table + " o WHERE o.deleted=0 ORDER BY o.id");
    return rows ? visitRecords(*rows, schema().type, visit) : Result<>(fail(rows.error()));
}

Result<QList<Record>> ObjectStore::deletedWith(const QString &text)
{
    auto rows = m_sql->query("SELECT " + kRecordColumns + " FROM " + m_layout->table
                                 + " o WHERE o.deleted=1 AND instr(o.body,CAST(? AS TEXT))>0 ORDER BY o.id",
                             {text.toUtf8()});
    FROST_TRY(rows);
    QList<Record> records;
    FROST_TRY(visitRecords(*rows, schema().type, [&](const Record &record) {
        records.append(record);
        return true;
    }));
    return records;
}

} // namespace frost
