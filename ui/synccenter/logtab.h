// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/companysession.h"
#include "ui/synccenter/statusline.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace frost {

//! The last run in words, and its technical detail to be copied for whoever is asked for help. UI thread.
class LogTab final : public QWidget
{
    Q_OBJECT
public:
    //! @param session must outlive the tab
    explicit LogTab(CompanySession &session, QWidget *parent = nullptr, Now now = &systemNow);

    [[nodiscard]] QString words() const;
    [[nodiscard]] QString detail() const;

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void showWords();
    void read();
    void look();

    CompanySession &m_session;
    Now m_now;
    QHash<ConnectionId, Run> m_runs; //!< the last one of each connection, from the history
    QLabel *m_words;
    QLabel *m_detailLabel;
    QPlainTextEdit *m_detail;
    QPushButton *m_copy;
};

} // namespace frost
