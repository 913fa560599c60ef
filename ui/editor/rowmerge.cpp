// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/rowmerge.h"

#include <QHash>
#include <QJsonObject>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

QString idOf(const QJsonObject &row)
{
    return row.value("rowId"_L1).toString();
}

QHash<QString, QJsonObject> byId(const QJsonArray &rows)
{
    QHash<QString, QJsonObject> map;
    for (const auto &value : rows)
        map.insert(idOf(value.toObject()), value.toObject());
    map.remove({});
    return map;
}

using Same = std::function<bool(const QString &, const QJsonValue &, const QJsonValue &)>;

QStringList changedCells(const QJsonObject &base, const QJsonObject &typed, const Same &same)
{
    QStringList changed;
    for (auto cell = typed.begin(); cell != typed.end(); ++cell) {
        if (!same(cell.key(), base.value(cell.key()), cell.value()))
            changed.append(cell.key());
    }
    for (auto cell = base.begin(); cell != base.end(); ++cell) {
        if (!typed.contains(cell.key()) && !same(cell.key(), cell.value(), QJsonValue(QJsonValue::Undefined)))
            changed.append(cell.key());
    }
    return changed;
}

//! The row as stored now, with the cells that the person changed.
QJsonObject followed(const QJsonObject &base, const QJsonObject &typed, QJsonObject now, const Same &same)
{
    for (const auto &cell : changedCells(base, typed, same)) {
        if (typed.contains(cell))
            now.insert(cell, typed.value(cell));
        else
            now.remove(cell);
    }
    return now;
}

} // namespace

QJsonArray followRows(const QJsonArray &base, const QJsonArray &typed, const QJsonArray &now, const Same &same)
{
    const auto before = byId(base);
    const auto stored = byId(now);
    const auto mine = byId(typed);
    QJsonArray rows;
    for (const auto &value : typed) {
        const auto row = value.toObject();
        const auto id = idOf(row);
        if (stored.contains(id))
            rows.append(followed(before.value(id), row, stored.value(id), same));
        else if (!before.contains(id) || !changedCells(before.value(id), row, same).isEmpty())
            rows.append(row);
    }
    for (const auto &value : now) {
        const auto id = idOf(value.toObject());
        if (!mine.contains(id) && !before.contains(id))
            rows.append(value);
    }
    return rows;
}

} // namespace frost
