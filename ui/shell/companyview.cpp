// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/companyview.h"

#include "ui/conflicts/conflictchooser.h"
#include "ui/conflicts/mergedialog.h"
#include "ui/conflicts/rulesdialog.h"
#include "ui/editor/recordform.h"
#include "ui/records/recordspage.h"
#include "ui/records/recordsview.h"
#include "ui/shell/demostrip.h"
#include "ui/shell/draftbanner.h"
#include "ui/shell/navigation.h"
#include "ui/synccenter/statusbanners.h"
#include "ui/synccenter/statusbutton.h"
#include "ui/synccenter/syncpage.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace frost {

using namespace Qt::StringLiterals;

CompanyView::CompanyView(CompanySession &session, QSettings &settings, DemoControls *demo, QWidget *parent)
    : QWidget(parent), m_session(session), m_settings(settings), m_navigation(new Navigation(session.schema(), this)),
      m_pages(new QStackedWidget(this)), m_drafts(new DraftBanner(session, this)), m_company(new QLabel(this)), m_firm(new QLabel(this)), m_banners(new StatusBanners(session, this)),
      m_status(new StatusButton(session, this)), m_sync(new SyncPage(session, this))
{
    m_pages->addWidget(m_sync);
    auto *body = new QVBoxLayout;
    body->setSpacing(0);
    if (demo) {
        auto *strip = new DemoStrip(*demo, this);
        connect(strip, &DemoStrip::resetWanted, this, &CompanyView::resetWanted);
        body->addWidget(strip);
    }
    body->addWidget(m_drafts);
    body->addWidget(m_banners);
    body->addWidget(m_pages, 1);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(side());
    layout->addLayout(body, 1);

    connect(m_navigation, &Navigation::typeWanted, this, &CompanyView::showType);
    connect(m_navigation, &Navigation::syncWanted, this, &CompanyView::showSync);
    connect(m_status, &StatusButton::syncPageWanted, this, &CompanyView::showSyncTab);
    connect(m_status, &StatusButton::conflictsWanted, this, &CompanyView::showConflicts);
    connect(m_status, &StatusButton::signInWanted, this, &CompanyView::signInWanted);
    connect(m_banners, &StatusBanners::signInWanted, this, &CompanyView::signInWanted);
    connect(m_banners, &StatusBanners::syncPageWanted, this, &CompanyView::showSyncTab);
    connect(m_banners, &StatusBanners::notify, this, &CompanyView::notify);
    connect(m_sync, &SyncPage::openRecordWanted, this, &CompanyView::openRecord);
    connect(m_sync, &SyncPage::signInWanted, this, &CompanyView::signInWanted);
    connect(m_sync, &SyncPage::compareWanted, this, &CompanyView::compare);
    connect(&session, &CompanySession::statusChanged, this, &CompanyView::statusChanged);
    m_navigation->setCurrentRow(0);
    connect(m_drafts, &DraftBanner::goOnWanted, this, [this](const EntityType &type, const LocalId &draft) {
        showType(type);
        records(type).openRecord(draft);
    });
    statusChanged();
}

CompanyView::~CompanyView()
{
    delete m_status; // a status bar may have made it its own child
}

// Whose books these are stands in sight all the time.
QLayout *CompanyView::side()
{
    m_company->setText(m_session.company().company.toString());
    auto bold = m_company->font();
    bold.setBold(true);
    bold.setPointSizeF(bold.pointSizeF() * 1.15);
    m_company->setFont(bold);
    m_firm->setText(m_session.company().tenant.toString());
    for (auto *label : {m_company, m_firm}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setMaximumWidth(m_navigation->width());
        label->setContentsMargins(8, label == m_company ? 8 : 0, 8, label == m_company ? 0 : 8);
    }
    nameSide();
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(m_company);
    column->addWidget(m_firm);
    column->addWidget(m_navigation, 1);
    return column;
}

void CompanyView::nameSide()
{
    m_company->setAccessibleName(tr("Company"));
    m_firm->setAccessibleName(tr("Firm"));
}

void CompanyView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        nameSide();
}

void CompanyView::statusChanged()
{
    m_navigation->setConflicts(m_session.status().openConflicts);
}

RecordsPage &CompanyView::records(const EntityType &type)
{
    auto &page = m_records[type];
    if (!page) {
        page = new RecordsPage(m_session, type, m_settings, this);
        m_pages->addWidget(page);
        connect(page, &RecordsPage::compareWanted, this, &CompanyView::compare);
        connect(page, &RecordsPage::queueWanted, this, [this] { showSyncTab(SyncTab::Queue); });
        auto *chooser = new ConflictChooser(m_session);
        page->form().addBelowState(chooser);
        connect(&page->form(), &RecordForm::conflictShown, chooser, &ConflictChooser::present);
        connect(&page->form(), &RecordForm::closed, m_drafts, [this, type] { m_drafts->formClosed(type); });
    }
    return *page;
}

RecordsPage *CompanyView::currentRecords()
{
    return qobject_cast<RecordsPage *>(m_pages->currentWidget());
}

void CompanyView::showType(const EntityType &type)
{
    m_pages->setCurrentWidget(&records(type));
    m_navigation->goTo(type);
}

void CompanyView::openRecord(const EntityType &type, const LocalId &id)
{
    showType(type);
    records(type).openRecord(id);
}

void CompanyView::showSync()
{
    m_pages->setCurrentWidget(m_sync);
    m_navigation->goToSync();
}

void CompanyView::showSyncTab(SyncTab tab)
{
    showSync();
    m_sync->showTab(tab);
}

// --- conflicts

MergeDialog &CompanyView::mergeDialog()
{
    if (!m_merge) {
        m_merge = new MergeDialog(m_session, this);
        connect(m_merge, &MergeDialog::recordWanted, this, &CompanyView::openRecord);
    }
    m_merge->show();
    m_merge->raise();
    m_merge->activateWindow();
    return *m_merge;
}

void CompanyView::compare(qint64 conflict)
{
    mergeDialog().showConflict(conflict);
}

void CompanyView::showConflicts()
{
    mergeDialog();
}

void CompanyView::showRules()
{
    (new RulesDialog(m_session, this))->open();
}

} // namespace frost
