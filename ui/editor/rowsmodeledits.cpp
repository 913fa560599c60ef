// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/decimal.h"
#include "ui/editor/rowsmodel.h"

#include "ui/editor/entryrules.h"
#include "ui/widgets/referenceedit.h"

#include <algorithm>
#include <utility>

// What people do to rows; every change is a step of undo.

namespace frost {

using namespace Qt::StringLiterals;

namespace {

const QJsonValue kBlank{QJsonValue::Undefined};

void put(QJsonObject &cells, const QString &name, const QJsonValue &value)
{
    if (value.isUndefined())
        cells.remove(name);
    else
        cells.insert(name, value);
}

} // namespace

//! One step of undo: the table before and after; both share what did not change.
class RowsModel::Step final : public QUndoCommand
{
public:
    Step(RowsModel &model, Table before, Table after)
        : m_model(model), m_before(std::move(before)), m_after(std::move(after))
    { }
    void undo() override { show(m_before); }
    void redo() override { show(m_after); }

private:
    void show(const Table &table)
    {
        m_model.show(table);
        Q_EMIT m_model.edited();
    }

    RowsModel &m_model;
    Table m_before;
    Table m_after;
};

RowsModel::Table RowsModel::tableWith(int row) const
{
    auto table = m_table;
    if (row == table.size())
        table.append(m_last);
    return table;
}

void RowsModel::change(Table table)
{
    if (table == m_table)
        return;
    m_undo.push(new Step(*this, m_table, std::move(table)));
}

//! Shows another table with as few changes as a view can follow; rows are known by their keys.
void RowsModel::show(const Table &table)
{
    QSet<quint64> wanted;
    for (const auto &row : table)
        wanted.insert(row.key);
    for (int i = int(m_table.size()) - 1; i >= 0; --i) {
        if (wanted.contains(m_table.at(i).key))
            continue;
        beginRemoveRows({}, i, i);
        m_table.removeAt(i);
        endRemoveRows();
    }
    for (int i = 0; i < table.size(); ++i) {
        const auto &row = table.at(i);
        if (i < m_table.size() && m_table.at(i).key == row.key)
            continue;
        if (const int from = rowOf(row.key); from > i && from < m_table.size()) {
            beginMoveRows({}, from, from, {}, i);
            m_table.move(from, i);
            endMoveRows();
        } else {
            insert(i, row);
        }
    }
    for (int i = 0; i < table.size(); ++i) {
        auto &row = m_table[i];
        if (row.cells == table.at(i).cells)
            continue;
        row.cells = table.at(i).cells;
        Q_EMIT dataChanged(index(i, 0), index(i, columnCount() - 1));
    }
}

void RowsModel::insert(int place, const Row &row)
{
    const bool isLast = row.key == m_last.key;
    if (isLast)
        m_last = emptyRow();
    // Typing into the empty row: to a view that row stays, and one more appears below it; what it holds comes next.
    const bool grows = isLast && place == m_table.size() && !m_readOnly;
    beginInsertRows({}, grows ? place + 1 : place, grows ? place + 1 : place);
    m_table.insert(place, grows ? Row{row.key, {}, {}, {}} : row);
    endInsertRows();
}

void RowsModel::setValue(const QModelIndex &index, const QJsonValue &given)
{
    const auto &column = this->column(index.column());
    if (given == value(shownRow(index.row()), column))
        return;
    auto table = tableWith(index.row());
    auto &row = table[index.row()];
    put(row.cells, column.name, given);
    const auto asked = row;
    change(table);

    const auto lookup = target(column);
    const auto text = given.toString();
    const bool isName = lookup && lookup->holds == LookupTarget::Holds::Number
                        && std::any_of(text.begin(), text.end(), [](QChar c) { return c.isLetter(); });
    if (isUnresolvedReference(given))
        resolve(asked, column, given["typed"_L1].toString());
    else if (isName)
        resolve(asked, column, text);
}

void RowsModel::choose(const QModelIndex &index, const Referred &referred)
{
    const auto &column = this->column(index.column());
    resolved(shownRow(index.row()), column, value(shownRow(index.row()), column), referred);
}

//! Looks up what was typed; the person types on meanwhile.
void RowsModel::resolve(const Row &row, const Field &column, const QString &typed)
{
    ++m_resolving;
    const auto waiting = row.cells.value(column.name);
    m_lookup.resolve(*target(column), typed, this,
                     [this, row, column, waiting](const std::optional<Referred> &referred) {
        --m_resolving;
        if (referred)
            resolved(row, column, waiting, *referred);
        else
            Q_EMIT edited(); // now known as not found
        Q_EMIT resolvingChanged();
    });
}

//! @param asked the row when the record was asked for: what was typed since then is not overwritten.
void RowsModel::resolved(const Row &asked, const Field &column, const QJsonValue &typed, const Referred &referred)
{
    const auto lookup = target(column);
    const int place = rowOf(asked.key);
    if (!lookup || place < 0 || value(shownRow(place), column) != typed)
        return;
    m_known.know(*lookup, referred);
    auto table = tableWith(place);
    auto &cells = table[place].cells;
    cells.insert(column.name, lookup->holds == LookupTarget::Holds::Number ? referred.number : referred.id.toString());
    const auto values = filledBy(column.name, referred, m_field.fields);
    for (auto filled = values.begin(); filled != values.end(); ++filled) {
        if (cells.value(filled.key()) == asked.cells.value(filled.key()))
            cells.insert(filled.key(), filled.value());
    }
    change(table);
}

int RowsModel::rowOf(quint64 key) const
{
    for (int i = 0; i < m_table.size(); ++i) {
        if (m_table.at(i).key == key)
            return i;
    }
    return key == m_last.key ? int(m_table.size()) : -1;
}

void RowsModel::insertRow(int row)
{
    auto table = m_table;
    table.insert(std::min<qsizetype>(row, table.size()), emptyRow());
    change(table);
}

void RowsModel::removeRow(int row)
{
    if (row < 0 || row >= m_table.size())
        return;
    auto table = m_table;
    table.removeAt(row);
    change(table);
}

bool RowsModel::moveRow(int row, int by)
{
    const int to = row + by;
    if (row < 0 || row >= m_table.size() || to < 0 || to >= m_table.size())
        return false;
    auto table = m_table;
    table.move(row, to);
    change(table);
    return true;
}

bool RowsModel::copyFromAbove(const QModelIndex &index)
{
    if (index.row() < 1 || !isEditable(index.column()))
        return false;
    const auto above = value(shownRow(index.row() - 1), column(index.column()));
    if (above.isUndefined())
        return false;
    setValue(index, above);
    return true;
}

bool RowsModel::balance(int row)
{
    const auto sides = sidesOf(m_field);
    if (!sides)
        return false;
    QJsonArray cells; // empty rows as well, so that places agree
    for (const auto &known : std::as_const(m_table))
        cells.append(known.cells);
    const auto missing = balancing(cells, row, *sides);
    if (missing.isZero())
        return false;
    auto table = tableWith(row);
    put(table[row].cells, sides->debit, missing.isNegative() ? kBlank : QJsonValue(missing.toString(2)));
    put(table[row].cells, sides->credit, missing.isNegative() ? QJsonValue((-missing).toString(2)) : kBlank);
    change(table);
    return true;
}

} // namespace frost
