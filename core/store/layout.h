// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/schema/schema.h"

#include <QByteArray>
#include <QVariant>

#include <memory>
#include <vector>

namespace frost {

//! The columns of one index entry, in the form that is bound. An invalid QVariant stands for a missing value.
using IndexKey = QVariantList;

//! One index of an object store: a WITHOUT ROWID table (k0[, k1 …], id), keys as keys.h says.
//!
//! IndexedDB does not index records without a value. A list sorted by a field must show them all the same, last. So an
//! index over one field that lists are sorted by keeps an entry with the empty blob for them: it sorts after every text
//! and number, and key ranges end before it.
struct IndexLayout {
    QString name;
    QByteArray table;
    struct Column {
        QString path;
        FieldKind kind = FieldKind::Text;
    };
    QList<Column> columns;
    bool unique = false;
    bool multiEntry = false;
    bool keepsMissing = false; //!< one field, not multi-entry, not a reference: usable for sorting

    QByteArray insert;   //!< values: key columns, id
    QByteArray remove;   //!< values: key columns, id
    QByteArray contains; //!< values: key columns, id
    QByteArray other;    //!< another record's id with the same key; values: key columns, id

    //! The entries a live record has: sorted, each once.
    [[nodiscard]] QList<IndexKey> keysOf(const QJsonObject &body) const;
    //! What store_indexes.fields says about this index.
    [[nodiscard]] QByteArray description() const;
    [[nodiscard]] QByteArray createTable() const;
    //! "CAST(? AS TEXT)" or "?", as a value of the column is bound in a comparison.
    [[nodiscard]] QByteArray placeholder(qsizetype column) const;
};

//! The tables of one entity type and the statements that are used for every record.
struct StoreLayout {
    const EntitySchema *schema = nullptr;
    QByteArray table;       //!< os_<type>
    QByteArray searchTable; //!< fts_<type>; empty: the type declares no search
    std::vector<IndexLayout> indexes;
    IndexLayout byId; //!< the live records' ids in the shape of an index; no table of its own
    //! A reference by whose target's words records are found as well.
    struct SearchedThrough {
        const StoreLayout *target;
        const IndexLayout *index; //!< of the reference
    };
    std::vector<SearchedThrough> searchedThrough;

    QByteArray get; //!< recordcolumns.h of one id
    QByteArray insert;
    QByteArray update;
    QByteArray load;
    QByteArray removeRow;
    QByteArray addText;    //!< values: rid, text
    QByteArray removeText; //!< values: rid, the text that was added

    [[nodiscard]] const IndexLayout *index(const QString &name) const; //!< nullptr: unknown
    //! A sortable index over exactly this field; nullptr: none.
    [[nodiscard]] const IndexLayout *sortIndex(const QString &field) const;
    //! An index whose first column is this field; nullptr: none.
    [[nodiscard]] const IndexLayout *lookupIndex(const QString &field) const;
    [[nodiscard]] QList<QByteArray> createTables() const;
    [[nodiscard]] QByteArray createSearchTable() const;
};

//! Orders entries as SQLite does.
[[nodiscard]] bool keyLess(const IndexKey &a, const IndexKey &b);

//! The layouts a schema asks for. Names become parts of SQL identifiers, which know no case.
//! Errors: Invalid "store.nameMalformed" [name] where one does not fit or two become the same.
[[nodiscard]] Result<std::vector<std::unique_ptr<StoreLayout>>> layoutsOf(const Schema &schema);

} // namespace frost
