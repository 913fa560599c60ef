// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/indexwalk.h"
#include "core/store/objectstore.h"

namespace frost {

//! A place in an index that goes on step by step, as IndexedDB's IDBCursor. Every step is a question of its own for what
//! comes after the key and id reached, so records may be written and removed while it walks: what is written ahead of it
//! is met, what is written behind it is not. Made by ObjectStore::openCursor; must go before its Database does.
//! Errors of the steps: those of Sql; Corrupt "record.corrupt".
class Cursor
{
public:
    [[nodiscard]] bool atEnd() const { return m_atEnd; }
    //! Of the place reached; not to be asked at the end.
    [[nodiscard]] const Record &record() const { return m_record; }
    //! The values the record has this place for; of a multi-entry index the element (the last such of those that are equal).
    [[nodiscard]] QList<QJsonValue> key() const;

    [[nodiscard]] Result<> next(); //!< continue(); at the end it stays there
    //! @param count 1 or more, else Usage "cursor.count"
    [[nodiscard]] Result<> advance(qint64 count);
    //! continue(key): to the first place at that key or beyond it, in the cursor's direction. Errors also: Usage
    //! "key.malformed" [store, index], "cursor.notAhead" [store, index] where the key is not beyond the place reached.
    [[nodiscard]] Result<> continueTo(const QList<QJsonValue> &key);
    //! continuePrimaryKey(key, id): the same for one place among equal keys. Usage "cursor.unique" [store, index] in the
    //! Unique directions.
    [[nodiscard]] Result<> continueTo(const QList<QJsonValue> &key, const LocalId &id);

private:
    friend class ObjectStore;
    Cursor(Sql &sql, const StoreLayout &layout, const IndexLayout &index, Bounds bounds, Direction direction)
        : m_sql(&sql), m_layout(&layout), m_index(&index), m_bounds(std::move(bounds)), m_direction(direction)
    { }

    [[nodiscard]] Bounds beyondHere() const;
    [[nodiscard]] Result<> seek(const Bounds &bounds, qint64 offset);
    [[nodiscard]] Result<> seekKey(const QList<QJsonValue> &key, const LocalId &id);
    [[nodiscard]] Error usage(const QString &code) const;

    Sql *m_sql;
    const StoreLayout *m_layout;
    const IndexLayout *m_index;
    Bounds m_bounds;
    Direction m_direction;
    bool m_atEnd = false;
    IndexKey m_key; //!< of the place reached; empty: before the first
    Record m_record;
};

} // namespace frost
