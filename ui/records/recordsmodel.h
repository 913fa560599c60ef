// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/records/columns.h"
#include "ui/records/recordrow.h"
#include "ui/records/sums.h"
#include "ui/session/companysession.h"

#include <QAbstractTableModel>
#include <QTimer>

#include <atomic>
#include <memory>

namespace frost {

//! A list of records of any length (R-LOC-07). The order of the whole list is a list of row numbers made on the Scan
//! lane; the rows in sight are read on the Page lane when the view asks for them. The first screen comes at once from a
//! page, before the whole order is known. UI thread; never waits.
class RecordsModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Role {
        MarkRole = Qt::UserRole, //!< SyncMark, of every cell of the row
        ValueRole,               //!< the stored value as text, for a filter on it
    };

    RecordsModel(CompanySession &session, const EntityType &type, QObject *parent = nullptr);
    ~RecordsModel() override;

    //! Condition, search and order; `after` and `limit` do not matter.
    void setQuery(const Query &query);
    [[nodiscard]] const Query &query() const { return m_query; }
    [[nodiscard]] const QList<Column> &columns() const { return m_columns; }
    [[nodiscard]] const EntitySchema &schema() const { return m_schema; }
    [[nodiscard]] CompanySession &session() const { return m_session; }
    //! Fields of decimals and amounts to be summed over the whole list; none at first.
    void setSummedFields(const QStringList &fields);
    [[nodiscard]] const QStringList &summedFields() const { return m_summed; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

    [[nodiscard]] static QString markText(SyncMark mark); //!< "" for none

    //! nullptr: not read yet. What is being read anew is as it was.
    [[nodiscard]] const RecordRow *row(int row) const;
    [[nodiscard]] RowNumber place(int row) const { return m_order.value(row); }
    [[nodiscard]] QList<RowNumber> places(const QList<int> &rows) const;
    [[nodiscard]] int rowOf(RowNumber place) const { return int(m_order.indexOf(place)); }

Q_SIGNALS:
    //! The whole list is known (again).
    void ordered();
    //! Sums of summedFields() over the whole list; empty: those told before are of another question.
    void summed(const frost::Sums &sums);
    void failed(const frost::Error &error);

private:
    void reload();
    void refresh();
    void readFirstPage();
    void readOrder();
    void readSums();
    void takeOrder(QList<RowNumber> order);
    void wantPage(int row) const;
    void startAnew();
    void readAnew();
    void readWanted();
    void takeRows(const QList<RowNumber> &places, const QHash<RowNumber, RecordRow> &rows);
    void recordsChanged(const QList<EntityType> &types);
    [[nodiscard]] QString text(const RecordRow &row, const Field &field) const;
    using Generation = std::shared_ptr<std::atomic<quint64>>; //!< answers to older questions are not wanted
    [[nodiscard]] static std::function<bool()> whileCurrent(const Generation &generation);
    void wantSums(int pause);

    CompanySession &m_session;
    EntitySchema m_schema;
    QList<Column> m_columns;
    Query m_query;
    QList<RowNumber> m_order;
    QStringList m_summed;
    QHash<RowNumber, RecordRow> m_rows; //!< those near what was shown last
    QSet<RowNumber> m_fresh;            //!< of m_rows; the others are shown until they are read anew
    mutable QSet<int> m_wanted;         //!< pages
    mutable QTimer m_reading;           //!< collects what one repaint asks for
    QTimer m_refreshing;                //!< collects changes
    QTimer m_summing;                   //!< waits until the changes pause
    enum class Ordering { Idle, Running, RunningAndAgain } m_ordering = Ordering::Idle;
    Generation m_ordered; //!< of the order
    Generation m_read;    //!< of the rows
    Generation m_sums;
};

} // namespace frost
