// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/layout.h"
#include "core/store/objectstore.h"

#include <QByteArrayList>

#include <optional>

// How a key range becomes SQL over the columns of an index with the alias x. Private to the store.
namespace frost {

//! Conditions that hold together, and what they are bound with.
struct Bounds {
    QByteArrayList conditions;
    QVariantList values;
    [[nodiscard]] QByteArray where() const
    {
        return conditions.isEmpty() ? QByteArray() : " WHERE " + conditions.join(" AND ");
    }
};

[[nodiscard]] bool isBackward(Direction direction);
[[nodiscard]] bool isUnique(Direction direction);
//! "x.k0,x.k1"
[[nodiscard]] QByteArrayList keyColumns(const IndexLayout &index);
//! A key as the index keeps it; nullopt: a value is not of its column's kind, or there are more than columns.
[[nodiscard]] std::optional<IndexKey> encodedKey(const IndexLayout &index, const QList<QJsonValue> &key);
//! Adds "(x.k0,x.k1) >= (?,?)"; with an id that too. A shorter key bounds by its columns only, so that every longer one
//! that starts with it counts as equal.
void addBound(Bounds &bounds, const IndexLayout &index, const IndexKey &key, const QByteArray &comparison,
              const LocalId &id = {});
//! nullopt: the range's keys are not those of the index.
[[nodiscard]] std::optional<Bounds> boundsOf(const IndexLayout &index, const KeyRange &range);
//! The index of that name, the records' own ids under the empty one. Errors: NotFound "index.unknown" [store, index].
[[nodiscard]] Result<const IndexLayout *> indexNamed(const StoreLayout &layout, const QString &name);

} // namespace frost
