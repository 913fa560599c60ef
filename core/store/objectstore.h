// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/schema/schema.h"
#include "core/store/record.h"
#include "core/store/sql.h"

#include <QHash>
#include <QJsonValue>
#include <QList>
#include <QMap>

#include <functional>
#include <optional>

namespace frost {

class Cursor;
class Decimal;
struct StoreLayout;

//! A range of index keys, as IndexedDB's IDBKeyRange; with the lower bound above the upper one it holds nothing. A compound key is a list; a shorter list than the index has fields
//! ranges over every key that starts with it.
enum class Bound { Closed, Open }; //!< whether the bound itself is out

struct KeyRange {
    std::optional<QList<QJsonValue>> lower;
    std::optional<QList<QJsonValue>> upper;
    bool lowerOpen = false;
    bool upperOpen = false;
    [[nodiscard]] static KeyRange all() { return {}; }
    [[nodiscard]] static KeyRange only(QList<QJsonValue> key) { return {key, key, false, false}; }
    [[nodiscard]] static KeyRange lowerBound(QList<QJsonValue> key, Bound bound = Bound::Closed)
    {
        return {std::move(key), {}, bound == Bound::Open, false};
    }
    [[nodiscard]] static KeyRange upperBound(QList<QJsonValue> key, Bound bound = Bound::Closed)
    {
        return {{}, std::move(key), false, bound == Bound::Open};
    }
    [[nodiscard]] static KeyRange bound(QList<QJsonValue> lower, QList<QJsonValue> upper,
                                        Bound atLower = Bound::Closed, Bound atUpper = Bound::Closed)
    {
        return {std::move(lower), std::move(upper), atLower == Bound::Open, atUpper == Bound::Open};
    }
};

enum class Direction { Next, NextUnique, Previous, PreviousUnique };

//! What a list shows. Conditions are "equals"; `sort` is a field (empty: by id). Pages by key, never by offset: give the
//! last record of the page before as `after`.
struct Query {
    //! field = value, in the text form of its kind; an empty value: records without the field.
    QList<std::pair<QString, QString>> where = {};
    QString search = {}; //!< words, each a prefix; all must occur
    QString sort = {};   //!< records without the field come last, whatever the direction
    bool descending = false;
    std::optional<Record> after = {};
    int limit = -1; //!< -1: all
    bool includeDeleted = false;
};

using RowNumber = qint64; //!< see ObjectStore::order
using GroupedSums = QMap<QStringList, QList<Decimal>>; //!< see ObjectStore::sums

//! One entity type's records. A light handle on its Database; same thread. Reading needs no transaction; writing does
//! (Internal "store.noTransaction", in a read-only one "store.readOnlyTransaction"). Errors of all calls: those of Sql; Corrupt "record.corrupt" [type, id].
class ObjectStore
{
public:
    [[nodiscard]] const EntitySchema &schema() const;

    //! nullopt: never existed. A tombstone is a record with `deleted`.
    [[nodiscard]] Result<std::optional<Record>> get(const LocalId &id);
    //! Inserts or replaces; index entries and search text follow; an index whose keys did not change is not written.
    //! Sets in `record`: `revision`; `createdAt`, which is that of the first put; `schemaVersion`, at least the schema's.
    //! Tombstones leave every index and the search. After an error nothing of the record is written.
    //! Errors: Conflict "store.unique" [index, existing id]; Usage "store.idMissing" [type].
    [[nodiscard]] Result<> put(Record &record);
    //! As put, but Conflict "store.exists" [id] where the id is taken.
    [[nodiscard]] Result<> add(Record &record);
    //! Removes the row for good (hard delete). It is not an error if it is not there.
    [[nodiscard]] Result<> remove(const LocalId &id);
    [[nodiscard]] Result<> clear();
    [[nodiscard]] Result<qint64> count(); //!< without tombstones

    //! Index access, in order of key and id; records without the index's fields are not in it. The empty name is the
    //! store's own key: live records by id, in the order of its bytes. Text keys know no case (keys.h). A multi-entry index gives a record once for each of its keys in the range, the Unique directions the
    //! lowest id of each key. Errors: NotFound "index.unknown" [store, index]; Usage "key.malformed" [store, index].
    [[nodiscard]] Result<QList<Record>> getAll(const QString &index, const KeyRange &range, int limit = -1,
                                               Direction direction = Direction::Next);
    [[nodiscard]] Result<QList<LocalId>> getAllKeys(const QString &index, const KeyRange &range, int limit = -1,
                                                    Direction direction = Direction::Next);
    [[nodiscard]] Result<qint64> count(const QString &index, const KeyRange &range);
    //! At the first place, or at the end where there is none (cursor.h).
    [[nodiscard]] Result<Cursor> openCursor(const QString &index, const KeyRange &range,
                                            Direction direction = Direction::Next);
    //! Visits in index order until `visit` returns false. `visit` must not write to this store.
    [[nodiscard]] Result<> forEach(const std::function<bool(const Record &)> &visit); //!< by id, without tombstones
    [[nodiscard]] Result<> forEach(const QString &index, const KeyRange &range, Direction direction,
                                   const std::function<bool(const Record &)> &visit);

    //! Tombstones whose last body says that text anywhere, by id.
    [[nodiscard]] Result<QList<Record>> deletedWith(const QString &text);

    //! Lists as people ask for them; fields are those of the schema and id, revision, createdAt, updatedAt, updatedBy.
    //! Errors: Usage "field.unknown" [field], "value.malformed" [field], "search.undeclared" [type].
    [[nodiscard]] Result<QList<Record>> select(const Query &query);
    [[nodiscard]] Result<qint64>
    count(const Query &query); //!< of all pages together: `after` and `limit` do not matter

    //! Where a record stands in the file: small, and the same as long as the record is there. For windows that show any
    //! part of a long list at once; `after` and `limit` do not matter. `goOn` is asked now and then; once it says false
    //! the answer is Cancelled "query.cancelled". Errors: those of select().
    [[nodiscard]] Result<QList<RowNumber>> order(const Query &query, const std::function<bool()> &goOn);
    //! The beginning of order(), `limit` places of it; empty where nothing gives it quickly.
    [[nodiscard]] Result<QList<RowNumber>> firstPlaces(const Query &query);
    //! Errors: NotFound "record.unknown" [type, id].
    [[nodiscard]] Result<RowNumber> placeOf(const LocalId &id);
    //! The records at these places, those that are still there.
    [[nodiscard]] Result<QHash<RowNumber, Record>> at(const QList<RowNumber> &places);
    //! Exact sums of Decimal and Amount fields over what `query` finds, one for each field; missing counts as nothing.
    //! Records are told apart by the text of the fields `by`: a boolean is "1" or "0", what is missing "".
    //! Errors as order(), and Invalid "decimal.tooLarge".
    [[nodiscard]] Result<GroupedSums> sums(const QStringList &fields, const QStringList &by, const Query &query,
                                           const std::function<bool()> &goOn);

private:
    friend class Database;
    friend class Upgrade;
    struct Stored;
    struct Entries;
    enum class Replace { Allowed, Refused };
    ObjectStore(Sql &sql, const StoreLayout &layout);

    [[nodiscard]] Result<> requireTransaction() const;
    [[nodiscard]] Result<Rows> walkIndex(const QString &name, const KeyRange &range, Direction direction, int limit);
    [[nodiscard]] Result<std::optional<Stored>> load(const LocalId &id);
    [[nodiscard]] Entries entriesOf(const QJsonObject &body, bool deleted) const;
    [[nodiscard]] Result<> write(Record &record, Replace replace);
    [[nodiscard]] Result<bool> insert(Record &record, const Entries &entries); //!< false: the id is taken
    [[nodiscard]] Result<> update(Record &record, const Entries &entries, const Stored &stored);
    [[nodiscard]] Result<> requireUnique(const LocalId &id, const Entries &before, const Entries &after);
    [[nodiscard]] Result<> writeEntries(const LocalId &id, qint64 rid, const Entries &before, const Entries &after);
    [[nodiscard]] Result<> runForDifference(const QByteArray &statement, const QList<QVariantList> &keys,
                                            const QList<QVariantList> &others, const QByteArray &id);

    Sql *m_sql;
    const StoreLayout *m_layout;
};

} // namespace frost
