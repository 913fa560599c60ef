// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/company/recordname.h"
#include "core/sync/conflicthistory.h"
#include "ui/session/companysession.h"
#include "ui/synccenter/rowmodel.h"
#include "ui/synccenter/statusline.h"

namespace frost {

//! One decision about a conflict, without the states of the record: they are read when somebody looks at them.
struct DecisionRow {
    DecisionTold told;
    RecordName name;
    QString provider;
    [[nodiscard]] qint64 id() const { return told.conflict.id; }
};

//! What was decided in conflicts, the newest first. UI thread.
class DecisionModel final : public RowModel<DecisionRow>
{
    Q_OBJECT
public:
    enum Column { When, Who, RecordColumn, Decided, State, Connection, kColumns };

    //! @param session must outlive the model
    explicit DecisionModel(CompanySession &session, QObject *parent = nullptr, Now now = &systemNow);

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void fetchMore(const QModelIndex &parent) override;

protected:
    void readAgain() override;

private:
    [[nodiscard]] static Result<Page> read(Company &company, int wanted);
    [[nodiscard]] QString text(const DecisionRow &row, int column) const;
    [[nodiscard]] QString decidedText(const DecisionRow &row) const;

    Now m_now;
    int m_wanted;
};

//! "Waiting to be sent", "Sent" ...; of one that was taken back also by whom.
[[nodiscard]] QString decisionStateText(const DecisionTold &decision);

} // namespace frost
