// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/synccenter/decisionfields.h"

#include "ui/conflicts/entrytexts.h"
#include "ui/conflicts/marks.h"
#include "ui/conflicts/mergewords.h"

namespace frost {

DecisionFields::DecisionFields(const Schema &schema, QObject *parent)
    : QAbstractTableModel(parent), m_editing(schema)
{ }

Result<> DecisionFields::show(ConflictCase decided)
{
    beginResetModel();
    m_entries.clear();
    const auto opened = m_editing.open(std::move(decided));
    if (opened) {
        for (const auto &entry : m_editing.draft().entries()) {
            const bool touched = m_editing.draft().decision(entry.path).choice != Choice::None;
            if (entry.section != MergeDraft::Section::Unchanged || touched)
                m_entries.append(entry);
        }
    }
    endResetModel();
    FROST_TRY(opened);
    return {};
}

void DecisionFields::clear()
{
    beginResetModel();
    m_entries.clear();
    m_editing.close();
    endResetModel();
}

QString DecisionFields::pathAt(const QModelIndex &index) const
{
    return index.isValid() ? m_entries[index.row()].path : QString();
}

QString DecisionFields::labelAt(const QModelIndex &index) const
{
    return index.isValid() ? EntryTexts(m_editing).fullLabel(m_entries[index.row()]) : QString();
}

void DecisionFields::retranslate()
{
    if (!m_entries.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, kColumns - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, kColumns - 1);
}

int DecisionFields::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

int DecisionFields::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(kColumns);
}

QString DecisionFields::chosenText(const MergeDraft::Entry &entry) const
{
    const auto &draft = m_editing.draft();
    if (entry.section == MergeDraft::Section::Detail)
        return {};
    if (draft.decision(entry.path).choice == Choice::None && entry.section == MergeDraft::Section::Merged)
        return tr("merged by itself");
    return wording::choiceLabel(draft.sideOf(entry), EntryTexts(m_editing).system());
}

QString DecisionFields::text(const MergeDraft::Entry &entry, int column) const
{
    const EntryTexts texts(m_editing);
    const auto &draft = m_editing.draft();
    const bool inside = entry.section == MergeDraft::Section::Detail; // of a record that may have been deleted
    switch (column) {
    case FieldName: return texts.fullLabel(entry);
    case Base: return draft.input().base ? texts.value(entry, entry.base) : QString();
    case Mine: return draft.input().mine || !inside ? texts.value(entry, entry.mine) : QString();
    case Theirs: return draft.input().theirs || !inside ? texts.value(entry, entry.theirs) : QString();
    case Outcome: return draft.isOpen(entry) ? tr("(not known)") : texts.value(entry, draft.valueOf(entry));
    case Chosen: return chosenText(entry);
    default: return {};
    }
}

QVariant DecisionFields::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &entry = m_entries[index.row()];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole: return text(entry, index.column());
    case Qt::BackgroundRole: {
        const auto tint = index.column() == Outcome ? sideTint(m_editing.draft().sideOf(entry)) : std::nullopt;
        return tint ? QVariant(*tint) : QVariant();
    }
    case Qt::AccessibleTextRole:
        return tr("%1: %2").arg(headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(),
                                text(entry, index.column()));
    default: return {};
    }
}

QVariant DecisionFields::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case FieldName: return tr("Field");
    case Base: return tr("Base");
    case Mine: return tr("My change");
    case Theirs: return m_editing.isOpen() ? EntryTexts(m_editing).system() : tr("Theirs");
    case Outcome: return tr("Result");
    case Chosen: return tr("Chosen");
    case kColumns: break;
    }
    return {};
}

} // namespace frost
