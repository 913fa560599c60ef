// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/synccenter/decisionfields.h"
#include "ui/synccenter/decisionmodel.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QTableView;

namespace frost {

class Banner;

//! The conflict history: what was decided, in full, and the ways back (UX.md 1.2 K29–31). Reads only while it is visible.
//! UI thread.
class DecisionsTab final : public QWidget
{
    Q_OBJECT
public:
    //! @param session must outlive the tab
    explicit DecisionsTab(CompanySession &session, QWidget *parent = nullptr, Now now = &systemNow);

    [[nodiscard]] DecisionModel &model() { return *m_model; }
    [[nodiscard]] DecisionFields &fields() { return *m_fields; }

Q_SIGNALS:
    void openRecordWanted(const frost::EntityType &type, const frost::LocalId &id);
    void compareWanted(qint64 conflict);

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QWidget *makeControls();
    void makeViews();
    void makeMenu();
    void showWords();
    void loaded();
    void currentChanged();
    void readCurrent();
    void showChoices();
    void statusChanged();
    [[nodiscard]] const DecisionRow *current() const;
    void open();
    void undo();
    void undone(const Result<Conflict> &conflict);
    void askRestore();
    void restore(qint64 id, Choice which, const std::optional<QString> &path);
    void showProblem(const Error &error);

    CompanySession &m_session;
    DecisionModel *m_model;
    DecisionFields *m_fields;
    QPushButton *m_undo;
    QPushButton *m_restore;
    QPushButton *m_open;
    Banner *m_banner;
    QStackedWidget *m_stack;
    QSplitter *m_parts;
    QTableView *m_view;
    QTableView *m_details;
    QLabel *m_empty;
    qint64 m_undoing = 0; //!< the decision that is being taken back; 0: none
    qint64 m_wanted = 0; //!< the decision the details are asked for; 0: none
    QTimer m_soon;       //!< a run tells its progress ten times a second
};

} // namespace frost
