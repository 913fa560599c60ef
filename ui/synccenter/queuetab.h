// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/synccenter/discarddialog.h"
#include "ui/synccenter/queuemodel.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace frost {

class Banner;

//! What waits to be sent, and what a person can do about it. Reads only while it is visible. UI thread.
class QueueTab final : public QWidget
{
    Q_OBJECT
public:
    //! @param session must outlive the tab
    explicit QueueTab(CompanySession &session, QWidget *parent = nullptr, Now now = &systemNow);

    [[nodiscard]] QueueModel &model() { return *m_model; }

Q_SIGNALS:
    void openRecordWanted(const frost::EntityType &type, const frost::LocalId &id);
    void compareWanted(qint64 conflict);

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QWidget *makeControls();
    void makeView();
    void makeMenu();
    void showWords();
    void showCounts();
    void statusChanged();
    void loaded();
    void showChoices();
    [[nodiscard]] QList<QueueRow> selected() const;
    [[nodiscard]] QString emptyText() const;
    void open();
    void retry();
    void discard();
    void renumber();
    void askNumber(const Conflict &refusal, const KeepBoth::Offer &offer);
    void resolve(qint64 conflict, const Resolution &resolution);
    void askDiscard(const QueueEditor::Prospect &prospect);
    void carryOut(const QueueEditor::Prospect &prospect, DiscardDialog::Choice choice);
    void showProblem(const Error &error);

    CompanySession &m_session;
    QueueModel *m_model;
    QLabel *m_filterLabel;
    QComboBox *m_filter;
    QPushButton *m_retry;
    QPushButton *m_renumber;
    QPushButton *m_discard;
    QPushButton *m_open;
    Banner *m_banner;
    QStackedWidget *m_stack;
    QTableView *m_view;
    QLabel *m_empty;
    QLabel *m_reason; //!< of the current row, whole: its cell may be too narrow, and a tooltip needs a mouse
    QTimer m_soon;    //!< a run tells its progress ten times a second
};

} // namespace frost
