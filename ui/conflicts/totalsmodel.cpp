// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conflicts/totalsmodel.h"

#include "ui/conflicts/entrytexts.h"
#include "ui/conflicts/mergehints.h"
#include "ui/conflicts/mergetext.h"
#include "ui/theme/palette.h"
#include "ui/wording/labels.h"
#include "ui/wording/values.h"

#include <QApplication>
#include <QFont>

namespace frost {

using namespace Qt::StringLiterals;

TotalsModel::TotalsModel(MergeEditing &editing, QObject *parent) : QAbstractTableModel(parent), m_editing(editing)
{
    connect(&editing, &MergeEditing::opened, this, &TotalsModel::reload);
    connect(&editing, &MergeEditing::changed, this, &TotalsModel::reload);
    reload();
}

void TotalsModel::reload()
{
    auto lines = m_editing.isOpen() ? totalsOf(m_editing.draft()) : QList<MergeTotal>();
    if (lines.size() == m_lines.size() && !lines.isEmpty()) { // keeps the cursor where it is
        m_lines = std::move(lines);
        Q_EMIT dataChanged(index(0, 0), index(int(m_lines.size()) - 1, ColumnCount - 1));
        Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
        return;
    }
    beginResetModel();
    m_lines = std::move(lines);
    endResetModel();
}

int TotalsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

int TotalsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString TotalsModel::nameOf(const MergeTotal &line) const
{
    switch (line.kind) {
    case MergeTotal::Kind::Net: return MergeText::tr("Net");
    case MergeTotal::Kind::Vat: return MergeText::tr("VAT %1 %").arg(wording::decimalText(line.rate, 0));
    case MergeTotal::Kind::RoundOff: return MergeText::tr("Rounding");
    case MergeTotal::Kind::ToPay: return MergeText::tr("To pay");
    case MergeTotal::Kind::Sum: return wording::fieldLabel(m_editing.draft().schema().type, line.field);
    }
    return {};
}

QString TotalsModel::amountText(qsizetype line, int column) const
{
    if (const auto &amount = m_lines[line].amounts[column - 1])
        return wording::decimalText(*amount, 2);
    const bool waits = column == Outcome && line == 0 && m_editing.draft().openCount() > 0;
    return waits ? MergeText::tr("waits for a choice") : u"–"_s;
}

QVariant TotalsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto &line = m_lines[index.row()];
    switch (role) {
    case Qt::DisplayRole: return index.column() == Name ? nameOf(line) : amountText(index.row(), index.column());
    case Qt::AccessibleTextRole:
        return index.column() == Name ? nameOf(line)
                                      : MergeText::tr("%1, %2: %3")
                                            .arg(nameOf(line), headerData(index.column(), Qt::Horizontal).toString(),
                                                 amountText(index.row(), index.column()));
    case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter | (index.column() == Name ? Qt::AlignLeft : Qt::AlignRight));
    case Qt::ForegroundRole: {
        const auto amount = index.column() == Name ? std::nullopt : line.amounts[index.column() - 1];
        return amount && amount->isNegative() ? QVariant(theme::negativeInk(QApplication::palette())) : QVariant();
    }
    case Qt::FontRole: {
        QFont font;
        font.setBold(line.kind == MergeTotal::Kind::ToPay);
        return font;
    }
    default: return {};
    }
}

QVariant TotalsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case Name: return MergeText::tr("Totals");
    case Base: return MergeText::tr("Base");
    case Mine: return MergeText::tr("Mine");
    case Theirs: return m_editing.isOpen() ? EntryTexts(m_editing).system() : MergeText::tr("Theirs");
    case Outcome: return MergeText::tr("Result");
    }
    return {};
}

} // namespace frost
