// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conflicts/conflictsmodel.h"

#include "ui/conflicts/marks.h"
#include "ui/conflicts/mergesentences.h"
#include "ui/conflicts/mergetext.h"
#include "ui/conflicts/mergewords.h"
#include "ui/wording/labels.h"

#include <QFont>

#include <algorithm>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

//! Indexes of records carry the place of their group, one more, so that 0 is a group.
constexpr quintptr kIsGroup = 0;

QString leftText(const ConflictItem &item)
{
    if (item.left > 0)
        return MergeText::tr("%n left", nullptr, item.left);
    return item.conflictType == ConflictType::Validation ? MergeText::tr("breaks a rule") : MergeText::tr("all chosen");
}

} // namespace

void ConflictsModel::setItems(const QList<ConflictItem> &items)
{
    beginResetModel();
    m_groups.clear();
    m_count = items.size();
    for (const auto &item : items) {
        auto group =
            std::find_if(m_groups.begin(), m_groups.end(), [&](const Group &known) { return known.type == item.type; });
        if (group == m_groups.end()) {
            m_groups.append({item.type, {}});
            group = std::prev(m_groups.end());
        }
        group->items.append(item);
    }
    for (auto &group : m_groups) { // the gravest first (UX.md 1.2 C), else as they came
        std::stable_sort(group.items.begin(), group.items.end(),
                         [](const ConflictItem &one, const ConflictItem &other) { return one.severity > other.severity; });
    }
    endResetModel();
}

void ConflictsModel::setLeft(qint64 id, int left)
{
    const auto at = indexOf(id);
    if (!at.isValid())
        return;
    auto &item = m_groups[qsizetype(at.internalId()) - 1].items[at.row()];
    if (item.left == left)
        return;
    item.left = left;
    Q_EMIT dataChanged(at, at);
}

QModelIndex ConflictsModel::indexOf(qint64 id) const
{
    for (qsizetype group = 0; group < m_groups.size(); ++group) {
        const auto &items = m_groups[group].items;
        for (qsizetype row = 0; row < items.size(); ++row) {
            if (items[row].id == id)
                return createIndex(int(row), 0, quintptr(group + 1));
        }
    }
    return {};
}

QModelIndex ConflictsModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row() + 1) : kIsGroup);
}

QModelIndex ConflictsModel::parent(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == kIsGroup)
        return {};
    return createIndex(int(index.internalId()) - 1, 0, kIsGroup);
}

int ConflictsModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_groups.size());
    return parent.internalId() == kIsGroup && parent.column() == 0 ? int(m_groups[parent.row()].items.size()) : 0;
}

int ConflictsModel::columnCount(const QModelIndex &) const
{
    return 1;
}

QVariant ConflictsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (index.internalId() == kIsGroup)
        return groupData(m_groups[index.row()], role);
    return itemData(m_groups[qsizetype(index.internalId()) - 1].items[index.row()], role);
}

QVariant ConflictsModel::groupData(const Group &group, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return MergeText::tr("%1 (%2)")
            .arg(wording::typeLabel(group.type, wording::Number::Many))
            .arg(group.items.size());
    case Qt::FontRole: {
        QFont font;
        font.setBold(true);
        return font;
    }
    case IdRole: return qint64(0);
    default: return {};
    }
}

QVariant ConflictsModel::itemData(const ConflictItem &item, int role) const
{
    const auto heading = wording::recordHeading(item.type, item.name);
    switch (role) {
    case Qt::DisplayRole: return MergeText::tr("%1 – %2").arg(item.name.text(), leftText(item));
    case Qt::DecorationRole: return severityIcon(item.severity);
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return MergeText::tr("%1, severity %2, %3").arg(heading, wording::severityLabel(item.severity), leftText(item));
    case IdRole: return item.id;
    case FilterRole: return QString(heading + u' ' + wording::severityLabel(item.severity));
    default: return {};
    }
}

Qt::ItemFlags ConflictsModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    return index.internalId() == kIsGroup ? Qt::ItemIsEnabled
                                          : Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

} // namespace frost
