// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/companysession.h"
#include "ui/synccenter/rowmodel.h"
#include "ui/synccenter/statusline.h"

namespace frost {

struct HistoryRow {
    Run run;
    [[nodiscard]] qint64 id() const { return run.id; }
};

//! Which runs are shown: most pulls find nothing new.
enum class HistoryFilter { All, WithNews };

//! The runs of a company, the newest first. UI thread.
class HistoryModel final : public RowModel<HistoryRow>
{
    Q_OBJECT
public:
    enum Column {
        When,
        Duration,
        Received,
        Created,
        Changed,
        Deleted,
        Merged,
        Sent,
        Refused,
        Conflicts,
        Outcome,
        Connection,
        kColumns
    };

    //! @param session must outlive the model
    explicit HistoryModel(CompanySession &session, QObject *parent = nullptr, Now now = &systemNow);

    void setFilter(HistoryFilter filter);

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void fetchMore(const QModelIndex &parent) override;

protected:
    void readAgain() override;

private:
    [[nodiscard]] static Result<Page> read(Company &company, HistoryFilter filter, int wanted);
    [[nodiscard]] QString providerOf(const Run &run) const;
    [[nodiscard]] QString text(const Run &run, int column) const;

    Now m_now;
    HistoryFilter m_filter = HistoryFilter::All;
    int m_wanted;
};

} // namespace frost
