// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/rowsmodel.h"

#include "ui/theme/palette.h"
#include "ui/widgets/referenceedit.h"
#include "ui/wording/labels.h"
#include "ui/wording/values.h"

#include <QGuiApplication>
#include <QUuid>

#include <algorithm>
#include <utility>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kRowId = "rowId"_L1;

bool isFigure(const Field &column)
{
    return column.kind == FieldKind::Decimal || column.kind == FieldKind::Amount || column.kind == FieldKind::Integer;
}

bool isBlank(const QJsonObject &cells)
{
    return cells.isEmpty();
}

} // namespace

RowsModel::RowsModel(const EntityType &type, const Field &field, RecordLookup &lookup, ReferredCache &known,
                     QObject *parent)
    : QAbstractTableModel(parent), m_type(type), m_field(field), m_lookup(lookup), m_known(known), m_last(emptyRow())
{
    connect(&known, &ReferredCache::changed, this, [this] {
        if (rowCount() > 0)
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    });
}

int RowsModel::columnOf(const QString &name) const
{
    for (int column = 0; column < columnCount(); ++column) {
        if (m_field.fields.at(column).name == name)
            return column;
    }
    return -1;
}

void RowsModel::setReadOnly(bool readOnly)
{
    if (readOnly == m_readOnly)
        return;
    beginResetModel(); // the empty row comes or goes
    m_readOnly = readOnly;
    endResetModel();
}

void RowsModel::clear()
{
    beginResetModel();
    m_undo.clear();
    m_table.clear();
    m_ids.clear();
    m_last = emptyRow();
    endResetModel();
}

void RowsModel::setRows(const QJsonArray &rows)
{
    QHash<QString, quint64> named;
    QList<quint64> unnamed;
    for (const auto &row : std::as_const(m_table)) {
        if (const auto id = m_ids.value(row.key); !id.isEmpty())
            named.insert(id, row.key);
        else if (!isBlank(row.cells))
            unnamed.append(row.key);
    }
    unnamed.append(m_last.key); // a cell may be open in it
    Table table;
    for (const auto &value : rows) {
        auto row = emptyRow();
        row.cells = value.toObject();
        const auto id = row.cells.take(kRowId).toString();
        if (named.contains(id))
            row.key = named.take(id);
        else if (id.isEmpty() && !unnamed.isEmpty())
            row.key = unnamed.takeFirst();
        else if (!id.isEmpty())
            m_ids.insert(row.key, id);
        for (const auto &column : std::as_const(m_field.fields)) {
            if (column.derived && row.cells.contains(column.name))
                row.computed.insert(column.name, row.cells.take(column.name));
        }
        table.append(row);
    }
    auto shown = m_table;
    shown.removeIf([](const Row &row) { return isBlank(row.cells); });
    if (shown == table)
        return;
    m_undo.clear();
    show(table);
}

QJsonArray RowsModel::rows() const
{
    QJsonArray rows;
    for (const auto &row : m_table) {
        if (isBlank(row.cells))
            continue;
        auto cells = row.cells;
        if (const auto id = m_ids.value(row.key); !id.isEmpty())
            cells.insert(kRowId, id);
        rows.append(cells);
    }
    return rows;
}

QJsonArray RowsModel::withoutDerived(const QJsonArray &rows) const
{
    QJsonArray plain;
    for (const auto &value : rows) {
        auto cells = value.toObject();
        for (const auto &column : m_field.fields) {
            if (column.derived)
                cells.remove(column.name);
        }
        plain.append(cells);
    }
    return plain;
}

bool RowsModel::nameRows()
{
    const auto before = m_ids.size();
    for (const auto &row : std::as_const(m_table)) {
        if (!isBlank(row.cells) && !m_ids.contains(row.key))
            m_ids.insert(row.key, QUuid::createUuid().toString(QUuid::WithoutBraces));
    }
    return m_ids.size() > before;
}

int RowsModel::tableRow(qsizetype row) const
{
    for (int i = 0; i < m_table.size(); ++i) {
        if (!isBlank(m_table.at(i).cells) && row-- == 0)
            return i;
    }
    return -1;
}

bool RowsModel::isEmptyRow(int row) const
{
    return isBlank(shownRow(row).cells);
}

void RowsModel::setComputed(const QJsonArray &computed)
{
    qsizetype given = 0;
    for (int i = 0; i < m_table.size(); ++i) {
        auto &row = m_table[i];
        const auto values = isBlank(row.cells) ? QJsonObject() : computed.at(given++).toObject();
        QJsonObject derived;
        for (const auto &column : std::as_const(m_field.fields)) {
            if (column.derived && values.contains(column.name))
                derived.insert(column.name, values.value(column.name));
        }
        if (derived == row.computed)
            continue;
        row.computed = derived;
        Q_EMIT dataChanged(index(i, 0), index(i, columnCount() - 1));
    }
}

void RowsModel::setRemarks(const QList<Remark> &remarks)
{
    QHash<int, QHash<QString, Remark>> byRow;
    for (const auto &remark : remarks) {
        const int row = remark.place.row < 0 ? -1 : tableRow(remark.place.row);
        auto &column = byRow[row][remark.place.column];
        if (column.text.isEmpty() || remark.loudness > column.loudness)
            column = remark;
    }
    for (int i = 0; i < m_table.size(); ++i) {
        const auto said = byRow.value(i);
        auto &row = m_table[i];
        if (said.isEmpty() && row.remarks.isEmpty())
            continue;
        row.remarks = said;
        Q_EMIT dataChanged(index(i, 0), index(i, columnCount() - 1));
    }
}

int RowsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_table.size()) + (m_readOnly ? 0 : 1);
}

int RowsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_field.fields.size());
}

std::optional<LookupTarget> RowsModel::target(const Field &column) const
{
    return lookupTargetOf(m_lookup.session().schema(), column);
}

QJsonValue RowsModel::value(const Row &row, const Field &column) const
{
    return column.derived ? row.computed.value(column.name) : row.cells.value(column.name);
}

QString RowsModel::text(const Row &row, const Field &column) const
{
    const auto known = value(row, column);
    if (isUnresolvedReference(known))
        return known["typed"_L1].toString();
    if (const auto lookup = target(column); lookup && !known.toString().isEmpty()) {
        const auto answer = m_known.find(*lookup, known.toString());
        if (lookup->holds == LookupTarget::Holds::Number)
            return answer.state == ReferredCache::State::Known ? answer.referred.text() : known.toString();
        if (answer.state != ReferredCache::State::Known)
            return answer.state == ReferredCache::State::Missing ? known.toString() : QString();
        return answer.referred.number.isEmpty() ? answer.referred.title : answer.referred.number;
    }
    return wording::valueText(column, known);
}

//! What is said about the cell, else what its reference stands for.
QString RowsModel::hint(const Row &row, const Field &column) const
{
    for (const auto &name : {column.name, QString()}) {
        if (const auto remark = row.remarks.constFind(name); remark != row.remarks.cend())
            return remark->text;
    }
    const auto known = value(row, column);
    if (const auto lookup = target(column); lookup && known.isString()) {
        if (const auto answer = m_known.find(*lookup, known.toString()); answer.state == ReferredCache::State::Known)
            return answer.referred.text();
    }
    return {};
}

bool RowsModel::isNegative(const Row &row, const Field &column) const
{
    const auto figure = isFigure(column) ? Decimal::parse(value(row, column).toString()) : Result<Decimal>(Decimal());
    return figure && figure->isNegative();
}

QVariant RowsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &row = shownRow(index.row());
    const auto &column = this->column(index.column());
    switch (role) {
    case Qt::DisplayRole: return text(row, column);
    case Qt::EditRole:
    case ValueRole: return QVariant::fromValue(value(row, column));
    case GhostRole:
        return index.row() == m_table.size() && isEditable(index.column())
                   ? wording::fieldLabel(m_type, m_field.name + u'.' + column.name)
                   : QVariant();
    case LoudnessRole:
        if (const auto remark = row.remarks.constFind(column.name); remark != row.remarks.cend())
            return int(remark->loudness);
        // What is said about the whole row is marked once, at its beginning.
        return index.column() == 0 && row.remarks.contains({}) ? QVariant(int(row.remarks.value({}).loudness))
                                                               : QVariant();
    case Qt::ToolTipRole:
    case Qt::AccessibleDescriptionRole: return hint(row, column);
    case Qt::AccessibleTextRole:
        return tr("%1, row %2: %3", "a cell as a screen reader says it")
            .arg(wording::fieldLabel(m_type, m_field.name + u'.' + column.name))
            .arg(index.row() + 1)
            .arg(text(row, column));
    case Qt::TextAlignmentRole: return int(Qt::AlignVCenter | (isFigure(column) ? Qt::AlignRight : Qt::AlignLeft));
    case Qt::ForegroundRole:
        return isNegative(row, column) ? QVariant(theme::negativeInk(QGuiApplication::palette())) : QVariant();
    default: return {};
    }
}

bool RowsModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if ((role != Qt::EditRole && role != ValueRole) || !checkIndex(index, CheckIndexOption::IndexIsValid)
        || !isEditable(index.column()))
        return false;
    setValue(index, value.typeId() == qMetaTypeId<QJsonValue>() ? value.toJsonValue() : QJsonValue::fromVariant(value));
    return true;
}

Qt::ItemFlags RowsModel::flags(const QModelIndex &index) const
{
    const auto flags = QAbstractTableModel::flags(index);
    if (!index.isValid())
        return flags;
    return isEditable(index.column()) ? flags | Qt::ItemNeverHasChildren | Qt::ItemIsEditable
                                      : flags | Qt::ItemNeverHasChildren;
}

QVariant RowsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical)
        return role == Qt::DisplayRole && section < m_table.size() ? QVariant(section + 1) : QVariant();
    if (section < 0 || section >= columnCount())
        return {};
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return wording::fieldLabel(m_type, m_field.name + u'.' + column(section).name);
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (isFigure(column(section)) ? Qt::AlignRight : Qt::AlignLeft));
    return {};
}

} // namespace frost
