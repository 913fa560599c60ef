// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/indexwalk.h"

#include "core/store/keys.h"

namespace frost {

using namespace Qt::StringLiterals;

namespace {
bool addBound(Bounds &bounds, const IndexLayout &index, const QList<QJsonValue> &key, const QByteArray &comparison)
{
    const auto encoded = encodedKey(index, key);
    if (encoded && !encoded->isEmpty())
        frost::addBound(bounds, index, *encoded, comparison);
    return encoded.has_value();
}
} // namespace

bool isBackward(Direction direction)
{
    return direction == Direction::Previous || direction == Direction::PreviousUnique;
}

bool isUnique(Direction direction)
{
    return direction == Direction::NextUnique || direction == Direction::PreviousUnique;
}

QByteArrayList keyColumns(const IndexLayout &index)
{
    QByteArrayList columns;
    for (qsizetype i = 0; i < index.columns.size(); ++i)
        columns.append("x.k" + QByteArray::number(i));
    return columns;
}

std::optional<IndexKey> encodedKey(const IndexLayout &index, const QList<QJsonValue> &key)
{
    if (key.size() > index.columns.size())
        return {};
    IndexKey encoded;
    for (qsizetype i = 0; i < key.size(); ++i) {
        const auto value = encodeKey(index.columns.at(i).kind, key.at(i));
        if (!value)
            return {};
        encoded.append(*value);
    }
    return encoded;
}

void addBound(Bounds &bounds, const IndexLayout &index, const IndexKey &key, const QByteArray &comparison,
              const LocalId &id)
{
    QByteArrayList columns = keyColumns(index).first(key.size());
    QByteArrayList placeholders;
    for (qsizetype i = 0; i < key.size(); ++i)
        placeholders.append(index.placeholder(i));
    bounds.values += key;
    if (!id.isEmpty()) {
        columns.append("x.id");
        placeholders.append("CAST(? AS TEXT)");
        bounds.values.append(id.toUtf8());
    }
    bounds.conditions.append('(' + columns.join(',') + ')' + comparison + '(' + placeholders.join(',') + ')');
}

std::optional<Bounds> boundsOf(const IndexLayout &index, const KeyRange &range)
{
    Bounds bounds;
    const bool isOne = range.lower && range.lower == range.upper && !range.lowerOpen && !range.upperOpen;
    if (isOne) {
        if (!addBound(bounds, index, *range.lower, "="))
            return {};
    } else {
        if (range.lower && !addBound(bounds, index, *range.lower, range.lowerOpen ? ">" : ">="))
            return {};
        if (range.upper && !addBound(bounds, index, *range.upper, range.upperOpen ? "<" : "<="))
            return {};
    }
    if (index.keepsMissing)
        bounds.conditions.append("x.k0<x''"); // the records without a value are there for sorted lists only
    return bounds;
}

Result<const IndexLayout *> indexNamed(const StoreLayout &layout, const QString &name)
{
    if (name.isEmpty())
        return &layout.byId;
    if (const IndexLayout *index = layout.index(name))
        return index;
    return fail(ErrorKind::NotFound, u"index.unknown"_s, {layout.schema->type.toString(), name});
}

} // namespace frost
