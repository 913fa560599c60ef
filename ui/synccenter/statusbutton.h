// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/companysession.h"
#include "ui/synccenter/statusline.h"

#include <QTimer>
#include <QToolButton>

namespace frost {

//! The one status button of the status bar: icon and text; a click leads to what the text is about or tries now, the menu
//! does the rest (UX.md 3.2). UI thread.
class StatusButton final : public QToolButton
{
    Q_OBJECT
public:
    //! @param session must outlive the button
    explicit StatusButton(CompanySession &session, QWidget *parent = nullptr, Now now = &systemNow);

    //! What is shown.
    [[nodiscard]] const StatusLine &line() const { return m_shown; }

Q_SIGNALS:
    void syncPageWanted(frost::SyncTab tab);
    void conflictsWanted();
    void signInWanted(const frost::ConnectionId &connection);
    //! What a screen reader was told.
    void announced(const QString &text);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void makeMenu();
    void showWords();
    void look();
    void present(const StatusLine &line);
    [[nodiscard]] bool heldBack(const StatusLine &line, const QDateTime &now);
    void announce();
    void follow();

    CompanySession &m_session;
    Now m_now;
    StatusLine m_shown;
    std::optional<StatusKind> m_announced;
    QDateTime m_busySince; //!< when connecting or an idle pull began that is not shown yet; invalid: none
    QTimer m_wake;
    QAction *m_syncNow;
    QAction *m_workOffline;
    QAction *m_pause;
    QAction *m_openPage;
};

} // namespace frost
