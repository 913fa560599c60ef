// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/synccenter/pagedmodel.h"

#include <QSet>

#include <utility>

namespace frost {

//! A table of rows that have an id each and always stand in the same order. New rows take the place of old ones with as
//! little change as possible, so that the current row and the selection stay. Row has `qint64 id() const`.
template<class Row>
class RowModel : public PagedModel
{
public:
    using PagedModel::PagedModel;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_rows.size());
    }
    [[nodiscard]] const QList<Row> &rows() const { return m_rows; }
    [[nodiscard]] const Row &row(const QModelIndex &index) const { return m_rows[index.row()]; }

protected:
    struct Page {
        QList<Row> rows;
        bool more = false;
    };
    enum class Place { OfTheOld, BelowThem };

    //! @param read  Company & → Result<Page>, on the lane of pages
    template<class Read>
    void ask(Read read, Place place = Place::OfTheOld)
    {
        session().ask(Lane::Page, this, std::move(read), [this, place, question = beginReading()](const Result<Page> &page) {
            if (isAwaited(question))
                take(page, place);
        });
    }
    //! Something else is shown from now on.
    void forget()
    {
        forgetQuestion();
        beginResetModel();
        m_rows.clear();
        endResetModel();
    }

private:
    //! Nothing is asked before the rows stand: a view asks for more while they are inserted.
    void take(const Result<Page> &page, Place place)
    {
        setMore(page && page->more);
        if (page && place == Place::BelowThem)
            appendRows(page->rows);
        else if (page)
            replaceRows(page->rows);
        endReading(page ? nullptr : &page.error());
    }
    void appendRows(const QList<Row> &rows)
    {
        if (rows.isEmpty())
            return;
        beginInsertRows({}, int(m_rows.size()), int(m_rows.size() + rows.size()) - 1);
        m_rows += rows;
        endInsertRows();
    }
    void replaceRows(const QList<Row> &rows)
    {
        removeMissing(rows);
        insertMissing(rows);
        if (!m_rows.isEmpty())
            Q_EMIT dataChanged(index(0, 0), index(int(m_rows.size()) - 1, columnCount({}) - 1));
    }
    void removeMissing(const QList<Row> &rows)
    {
        QSet<qint64> kept;
        for (const auto &row : rows)
            kept.insert(row.id());
        for (qsizetype last = m_rows.size() - 1; last >= 0; --last) {
            qsizetype first = last + 1;
            while (first > 0 && !kept.contains(m_rows[first - 1].id()))
                --first;
            if (first > last)
                continue;
            beginRemoveRows({}, int(first), int(last));
            m_rows.remove(first, last - first + 1);
            endRemoveRows();
            last = first;
        }
    }
    //! What is left of the old rows stands in `rows` in the same order.
    void insertMissing(const QList<Row> &rows)
    {
        for (qsizetype place = 0; place < rows.size(); ++place) {
            qsizetype end = place;
            while (end < rows.size() && (place >= m_rows.size() || rows[end].id() != m_rows[place].id()))
                ++end;
            if (end > place) {
                beginInsertRows({}, int(place), int(end) - 1);
                m_rows = m_rows.mid(0, place) + rows.mid(place, end - place) + m_rows.mid(place);
                endInsertRows();
                place = end;
            }
            if (place < rows.size())
                m_rows[place] = rows[place];
        }
    }

    QList<Row> m_rows;
};

} // namespace frost
