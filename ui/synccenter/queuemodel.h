// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/companysession.h"
#include "ui/synccenter/rowmodel.h"
#include "ui/synccenter/statusline.h"

namespace frost {

//! One operation with what people want to know about it.
struct QueueRow {
    Operation operation;
    QString title;       //!< of the record
    QString waitsFor;    //!< title of the record it waits for; may be empty
    qint64 conflict = 0; //!< the open one it waits for; 0: none

    [[nodiscard]] qint64 id() const { return operation.id; }
    [[nodiscard]] bool mayBeRetried() const;
    [[nodiscard]] bool mayBeDiscarded() const;
    [[nodiscard]] bool mayBeRenumbered() const; //!< refused because its number is another record's
};

//! Which operations are shown.
struct QueueFilter {
    Outbox::Part part = Outbox::Part::Open;
    QList<OperationState> states; //!< empty: all of the part
};

//! The queue of a company, page by page. UI thread.
class QueueModel final : public RowModel<QueueRow>
{
    Q_OBJECT
public:
    enum Column { What, State, Reason, Since, Retries, Connection, kColumns };

    //! @param session must outlive the model
    explicit QueueModel(CompanySession &session, QObject *parent = nullptr, Now now = &systemNow);

    void setFilter(const QueueFilter &filter);
    //! "New invoice 1043*".
    [[nodiscard]] static QString whatText(const QueueRow &row);

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void fetchMore(const QModelIndex &parent) override;

protected:
    void readAgain() override;

private:
    [[nodiscard]] static Result<Page> read(Company &company, const QueueFilter &filter, qint64 after, int limit);
    void readPage(qint64 after, int limit);
    [[nodiscard]] QString text(const QueueRow &row, int column) const;
    [[nodiscard]] QString explanation(const QueueRow &row) const;
    [[nodiscard]] QString connectionText(const ConnectionId &id) const;

    Now m_now;
    QueueFilter m_filter;
};

} // namespace frost
