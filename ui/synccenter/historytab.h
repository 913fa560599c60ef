// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/synccenter/historymodel.h"

#include <QTimer>
#include <QWidget>

class QCheckBox;
class QLabel;
class QStackedWidget;
class QTableView;

namespace frost {

//! The runs so far. Reads only while it is visible. UI thread.
class HistoryTab final : public QWidget
{
    Q_OBJECT
public:
    //! @param session must outlive the tab
    explicit HistoryTab(CompanySession &session, QWidget *parent = nullptr, Now now = &systemNow);

    [[nodiscard]] HistoryModel &model() { return *m_model; }

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void showWords();
    void loaded();
    void showOrigins();

    CompanySession &m_session;
    HistoryModel *m_model;
    QCheckBox *m_withNews;
    QStackedWidget *m_stack;
    QTableView *m_view;
    QLabel *m_empty;
    QTimer m_soon; //!< a run tells its progress ten times a second
};

} // namespace frost
