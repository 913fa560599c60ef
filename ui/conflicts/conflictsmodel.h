// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/conflicts/conflictcase.h"

#include <QAbstractItemModel>

namespace frost {

//! The queue of open conflicts: types, in them records, in the order of the list in the store.
class ConflictsModel final : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Role {
        IdRole = Qt::UserRole, //!< qint64; 0: the heading of a type
        FilterRole,            //!< everything one may search for
    };

    using QAbstractItemModel::QAbstractItemModel;

    void setItems(const QList<ConflictItem> &items);
    void setLeft(qint64 id, int left);
    [[nodiscard]] qsizetype count() const { return m_count; }
    [[nodiscard]] QModelIndex indexOf(qint64 id) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Group {
        EntityType type;
        QList<ConflictItem> items;
    };
    [[nodiscard]] QVariant groupData(const Group &group, int role) const;
    [[nodiscard]] QVariant itemData(const ConflictItem &item, int role) const;

    QList<Group> m_groups;
    qsizetype m_count = 0;
};

} // namespace frost
