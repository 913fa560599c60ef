// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/companysession.h"
#include "ui/synccenter/statusline.h"

#include <QHash>
#include <QWidget>

class QLabel;
class QLayout;
class QSettings;
class QStackedWidget;

namespace frost {

class DemoControls;
class DraftBanner;
class MergeDialog;
class Navigation;
class RecordsPage;
class StatusBanners;
class StatusButton;
class SyncPage;

//! One open company: navigation on the left, its pages, banners above them. Pages are made when first shown.
class CompanyView final : public QWidget
{
    Q_OBJECT
public:
    CompanyView(CompanySession &session, QSettings &settings, DemoControls *demo, QWidget *parent = nullptr);
    ~CompanyView() override;

    [[nodiscard]] CompanySession &session() { return m_session; }
    //! For a status bar; it goes with this view all the same.
    [[nodiscard]] StatusButton &statusButton() { return *m_status; }
    //! The list in front; nullptr: another page is.
    [[nodiscard]] RecordsPage *currentRecords();
    RecordsPage &records(const EntityType &type);
    void showType(const EntityType &type);
    void openRecord(const EntityType &type, const LocalId &id);
    void showSync();
    void showSyncTab(SyncTab tab);
    void showConflicts();
    void showRules(); //!< what is decided without a question
    void compare(qint64 conflict);

Q_SIGNALS:
    void signInWanted(const frost::ConnectionId &connection);
    void resetWanted(); //!< of the demo
    //! For the desktop's own notifications (UX.md 3.3): worth a look, never a pop-up of ours.
    void notify(const QString &title, const QString &text);

protected:
    void changeEvent(QEvent *event) override;

private:
    MergeDialog &mergeDialog(); //!< in front; made when first needed
    [[nodiscard]] QLayout *side();
    void nameSide();
    void statusChanged();

    CompanySession &m_session;
    QSettings &m_settings;
    Navigation *m_navigation;
    QStackedWidget *m_pages;
    DraftBanner *m_drafts;
    QLabel *m_company;
    QLabel *m_firm;
    StatusBanners *m_banners;
    StatusButton *m_status;
    SyncPage *m_sync;
    MergeDialog *m_merge = nullptr;
    QHash<EntityType, RecordsPage *> m_records;
};

} // namespace frost
