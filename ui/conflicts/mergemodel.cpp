// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conflicts/mergemodel.h"

#include "core/conflict/rowpath.h"
#include "ui/conflicts/entrytexts.h"
#include "ui/conflicts/marks.h"
#include "ui/conflicts/mergetext.h"
#include "ui/conflicts/mergewords.h"
#include "ui/theme/palette.h"

#include <QApplication>
#include <QFont>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

using Entry = MergeDraft::Entry;
using Section = MergeDraft::Section;

Mark markOf(const MergeDraft &draft, const Entry &entry)
{
    if (draft.isOpen(entry))
        return entry.group.isEmpty() ? Mark::Open : Mark::Warning;
    if (draft.decision(entry.path).choice == Choice::Edited)
        return Mark::Edited;
    return entry.section == Section::Open ? Mark::Chosen : Mark::Automatic;
}

QString stateWord(const MergeDraft &draft, const Entry &entry)
{
    if (entry.section == Section::Detail)
        return MergeText::tr("Differs");
    if (draft.isOpen(entry))
        return entry.group.isEmpty() ? MergeText::tr("Open") : MergeText::tr("Check");
    switch (draft.decision(entry.path).choice) {
    case Choice::Edited: return MergeText::tr("Edited");
    case Choice::None: return entry.section == Section::Unchanged ? MergeText::tr("Unchanged") : MergeText::tr("Auto");
    default: return MergeText::tr("Chosen");
    }
}

QString statusText(const MergeDraft &draft, const Entry &entry)
{
    const auto word = stateWord(draft, entry);
    return entry.section == Section::Open ? MergeText::tr("%1 [%2]").arg(word, wording::severityLabel(entry.severity))
                                          : word;
}

QVariant resultTint(const MergeDraft &draft, const Entry &entry, const QPalette &palette)
{
    if (draft.isOpen(entry))
        return theme::tint(theme::Tint::Open, palette);
    const auto side = draft.sideOf(entry);
    if (side == Choice::Edited)
        return theme::tint(theme::Tint::Edited, palette);
    const auto tint = sideTint(side);
    return tint ? QVariant(*tint) : QVariant();
}

//! The key that takes what stands in the column, as the open entries name it.
QString withKey(int key, const QString &title)
{
    return u"%1 · %2"_s.arg(key).arg(title);
}

bool isDecidable(const MergeDraft &draft, const Entry &entry)
{
    return entry.section != Section::Detail
           && (draft.canChoose(entry, Choice::Mine) || draft.canChoose(entry, Choice::Theirs) || draft.canChoose(entry, Choice::Edited));
}

} // namespace

MergeModel::MergeModel(MergeEditing &editing, QObject *parent)
    : QAbstractItemModel(parent), m_editing(editing), m_root(std::make_unique<MergeNode>())
{
    connect(&editing, &MergeEditing::opened, this, &MergeModel::rebuild);
    connect(&editing, &MergeEditing::entriesChanged, this, &MergeModel::rebuild);
    connect(&editing, &MergeEditing::changed, this, [this] { tellChange({}); });
    rebuild();
}

void MergeModel::setUnchanged(Unchanged unchanged)
{
    m_unchanged = unchanged;
    rebuild();
}

void MergeModel::rebuild()
{
    beginResetModel();
    m_root = m_editing.isOpen() ? mergeNodes(m_editing.draft(), m_unchanged) : std::make_unique<MergeNode>();
    endResetModel();
}

void MergeModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    tellChange({});
}

void MergeModel::tellChange(const QModelIndex &parent)
{
    const int rows = rowCount(parent);
    if (rows == 0)
        return;
    Q_EMIT dataChanged(index(0, 0, parent), index(rows - 1, ColumnCount - 1, parent));
    for (int row = 0; row < rows; ++row)
        tellChange(index(row, 0, parent));
}

const MergeNode *MergeModel::nodeAt(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<const MergeNode *>(index.constInternalPointer()) : m_root.get();
}

const MergeDraft::Entry *MergeModel::entryAt(const QModelIndex &index) const
{
    const auto *node = nodeAt(index);
    return node->kind == MergeNode::Kind::Entry ? &m_editing.draft().entries()[node->entry] : nullptr;
}

std::optional<QString> MergeModel::rowPathAt(const QModelIndex &index) const
{
    const auto *node = nodeAt(index);
    const auto *entry = entryAt(index);
    const auto *rows = entry ? entry->rows : node->rows;
    return rows ? std::optional(rowPath(rows->name, entry ? entry->rowId : node->rowId)) : std::nullopt;
}

QModelIndex MergeModel::indexOf(const QString &path, Column column) const
{
    const auto find = [&](const auto &self, const MergeNode &node) -> const MergeNode * {
        for (const auto &child : node.children) {
            if (child->kind == MergeNode::Kind::Entry) {
                const auto &entry = m_editing.draft().entries()[child->entry];
                if (entry.path == path && entry.section != Section::Detail)
                    return child.get();
            } else if (const auto *found = self(self, *child)) {
                return found;
            }
        }
        return nullptr;
    };
    const auto *found = find(find, *m_root);
    return found ? createIndex(found->place, column, found) : QModelIndex();
}

QModelIndex MergeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, nodeAt(parent)->children[size_t(row)].get());
}

QModelIndex MergeModel::parent(const QModelIndex &index) const
{
    const auto *above = index.isValid() ? nodeAt(index)->parent : nullptr;
    return above && above->parent ? createIndex(above->place, 0, above) : QModelIndex();
}

int MergeModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : int(nodeAt(parent)->children.size());
}

int MergeModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant MergeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto *node = nodeAt(index);
    if (role == NodeRole)
        return int(node->kind);
    const auto *entry = entryAt(index);
    return entry ? entryData(*entry, index.column(), role) : headingData(*node, index.column(), role);
}

QString MergeModel::headingText(const MergeNode &node) const
{
    if (node.kind == MergeNode::Kind::Row)
        return EntryTexts(m_editing).rowLabel(*node.rows, node.rowId);
    const auto &draft = m_editing.draft();
    const int count = int(std::count_if(draft.entries().begin(), draft.entries().end(),
                                        [&](const Entry &entry) { return entry.section == node.section; }));
    switch (node.section) {
    case Section::Open:
        return draft.openCount() == 0 ? MergeText::tr("Your choices – all made")
                                      : MergeText::tr("Needs your choice – %n left", nullptr, int(draft.openCount()));
    case Section::Merged: return MergeText::tr("Merged automatically – %n", nullptr, count);
    case Section::Detail: return MergeText::tr("What differs inside – %n", nullptr, count);
    case Section::Unchanged: return MergeText::tr("Unchanged – %n", nullptr, count);
    }
    return {};
}

QVariant MergeModel::headingData(const MergeNode &node, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole: return column == Status ? headingText(node) : QVariant(); // over the whole width
    case Qt::AccessibleTextRole: return headingText(node); // spanned cells are read too (UX.md 1.2 M37)
    case Qt::FontRole: {
        QFont font;
        font.setBold(node.section != Section::Unchanged || node.kind == MergeNode::Kind::Section);
        return font;
    }
    default: return {};
    }
}

QString MergeModel::text(const Entry &entry, int column) const
{
    const EntryTexts texts(m_editing);
    const auto &input = m_editing.draft().input();
    const bool inside = entry.section == Section::Detail; // where the record is gone there is nothing inside
    switch (column) {
    case Status: return statusText(m_editing.draft(), entry);
    case FieldName: return texts.label(entry);
    case Base: return input.base ? texts.value(entry, entry.base) : QString();
    case Mine: return input.mine || !inside ? texts.value(entry, entry.mine) : QString();
    case Theirs: return input.theirs || !inside ? texts.value(entry, entry.theirs) : QString();
    case Outcome: return texts.result(entry);
    }
    return {};
}

QString MergeModel::accessibleText(const Entry &entry, int column) const
{
    const EntryTexts texts(m_editing);
    switch (column) {
    case Base: return MergeText::tr("Base: %1").arg(text(entry, column));
    case Mine: return MergeText::tr("My change: %1").arg(text(entry, column));
    case Theirs: return MergeText::tr("%1: %2").arg(texts.system(), text(entry, column));
    case Outcome:
        return m_editing.draft().isOpen(entry)
                   ? MergeText::tr("Result for %1: not chosen").arg(texts.fullLabel(entry))
                   : MergeText::tr("Result for %1: %2").arg(texts.fullLabel(entry), text(entry, column));
    case FieldName: return texts.fullLabel(entry);
    default: return text(entry, column);
    }
}

QVariant MergeModel::background(const Entry &entry, int column) const
{
    const auto palette = QApplication::palette();
    if (entry.section == Section::Unchanged && column != Outcome)
        return {};
    if (column == Mine && entry.isChanged(entry.mine))
        return theme::tint(theme::Tint::Mine, palette);
    if (column == Theirs && entry.isChanged(entry.theirs))
        return theme::tint(theme::Tint::Theirs, palette);
    return column == Outcome ? resultTint(m_editing.draft(), entry, palette) : QVariant();
}

QVariant MergeModel::entryData(const Entry &entry, int column, int role) const
{
    const auto &draft = m_editing.draft();
    switch (role) {
    case Qt::DisplayRole: return text(entry, column);
    case Qt::AccessibleTextRole: return accessibleText(entry, column).replace(u" ⏎ "_s, u"\n"_s); // what is read out has no signs
    case Qt::ToolTipRole: {
        const EntryTexts texts(m_editing);
        if (column == FieldName) // where there is no room for the base it is found here
            return MergeText::tr("%1\nBase: %2").arg(texts.fullLabel(entry), texts.longValue(entry, entry.base));
        return column == Base || column == Mine || column == Theirs
                   ? texts.longValue(entry, column == Base   ? entry.base
                                            : column == Mine ? entry.mine
                                                             : entry.theirs)
                   : text(entry, column);
    }
    case Qt::DecorationRole:
        return column == Status && entry.section != Section::Detail && entry.section != Section::Unchanged
                   ? QVariant(markIcon(markOf(draft, entry)))
                   : QVariant();
    case Qt::BackgroundRole: return background(entry, column);
    case Qt::ForegroundRole:
        return entry.section == Section::Unchanged && !draft.decisions().contains(entry.path)
                   ? QVariant(theme::quietInk(QApplication::palette()))
                   : QVariant();
    case Qt::FontRole: {
        QFont font;
        font.setBold(column == FieldName && entry.section == Section::Open);
        return font;
    }
    case PathRole: return isDecidable(draft, entry) ? QVariant(entry.path) : QVariant();
    case ValueRole: return QVariant::fromValue(draft.valueOf(entry));
    default: return {};
    }
}

bool MergeModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const auto *entry = index.isValid() ? entryAt(index) : nullptr;
    if (!entry || role != Qt::EditRole || index.column() != Outcome)
        return false;
    return enter(QString(entry->path), value.value<QJsonValue>()); // the entry changes below its own path
}

bool MergeModel::enter(const QString &path, const QJsonValue &value)
{
    const auto edited = m_editing.edit(path, value);
    if (!edited)
        Q_EMIT refused(path, edited.error());
    return edited.has_value();
}

QVariant MergeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return QAbstractItemModel::headerData(section, orientation, role);
    switch (section) {
    case Status: return MergeText::tr("Status");
    case FieldName: return MergeText::tr("Field");
    case Base: return withKey(1, MergeText::tr("Base"));
    case Mine: return withKey(2, MergeText::tr("My change"));
    case Theirs:
        return withKey(3, m_editing.isOpen() ? EntryTexts(m_editing).theirsTitle() : MergeText::tr("Theirs"));
    case Outcome: return MergeText::tr("Result");
    }
    return {};
}

Qt::ItemFlags MergeModel::flags(const QModelIndex &index) const
{
    const auto *entry = index.isValid() ? entryAt(index) : nullptr;
    if (!entry)
        return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags;
    auto flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    if (index.column() == Outcome && m_editing.draft().canChoose(*entry, Choice::Edited))
        flags |= Qt::ItemIsEditable;
    return flags;
}

} // namespace frost
