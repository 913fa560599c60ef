// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/companyview.h"

#include "core/drafts/drafts.h"
#include "ui/conflicts/mergedialog.h"
#include "ui/records/recordspage.h"
#include "ui/records/recordsview.h"
#include "ui/shell/demostrip.h"
#include "ui/shell/navigation.h"
#include "ui/synccenter/statusbanners.h"
#include "ui/synccenter/statusbutton.h"
#include "ui/synccenter/syncpage.h"
#include "ui/widgets/banner.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace frost {

using namespace Qt::StringLiterals;

CompanyView::CompanyView(CompanySession &session, QSettings &settings, DemoControls *demo, QWidget *parent)
    : QWidget(parent), m_session(session), m_settings(settings), m_navigation(new Navigation(session.schema(), this)),
      m_pages(new QStackedWidget(this)), m_draftBanner(new Banner(this)), m_banners(new StatusBanners(session, this)),
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
    body->addWidget(m_draftBanner);
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
    statusChanged();
    offerDrafts();
}

CompanyView::~CompanyView() = default;

// Whose books these are stands in sight all the time.
QLayout *CompanyView::side()
{
    auto *name = new QLabel(m_session.company().company.toString(), this);
    auto bold = name->font();
    bold.setBold(true);
    bold.setPointSizeF(bold.pointSizeF() * 1.15);
    name->setFont(bold);
    name->setAccessibleName(tr("Company"));
    auto *firm = new QLabel(m_session.company().tenant.toString(), this);
    firm->setAccessibleName(tr("Firm"));
    for (auto *label : {name, firm}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setMaximumWidth(m_navigation->width());
        label->setContentsMargins(8, label == name ? 8 : 0, 8, label == name ? 0 : 8);
    }
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(name);
    column->addWidget(firm);
    column->addWidget(m_navigation, 1);
    return column;
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
    }
    return *page;
}

RecordsPage *CompanyView::currentRecords()
{
    return qobject_cast<RecordsPage *>(m_pages->currentWidget());
}

QString CompanyView::currentPage() const
{
    for (auto it = m_records.begin(); it != m_records.end(); ++it) {
        if (it.value() == m_pages->currentWidget())
            return it.key().toString();
    }
    return {};
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
    if (!m_merge)
        m_merge = new MergeDialog(m_session, this);
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

// --- drafts left by a crash

void CompanyView::offerDrafts()
{
    m_session.ask(
        Lane::Page, this,
        [](Company &company) { return Drafts(company.database().sql(), company.clock()).list(); },
        [this](const Result<QList<Draft>> &drafts) {
            if (!drafts || drafts->isEmpty())
                return;
            QList<std::pair<EntityType, LocalId>> places;
            for (const auto &draft : *drafts)
                places.append({draft.type, draft.id});
            showDrafts(places);
        });
}

void CompanyView::showDrafts(const QList<std::pair<EntityType, LocalId>> &drafts)
{
    m_draftBanner->showMessage(Banner::Kind::Information,
                               tr("%n record(s) were being typed when Frost was last closed. Nothing is lost.", nullptr,
                                  int(drafts.size())));
    connect(m_draftBanner->addButton(tr("Go on")), &QPushButton::clicked, this, [this, first = drafts.first()] {
        m_draftBanner->clear();
        showType(first.first);
        records(first.first).openDraft(first.second);
    });
}

} // namespace frost
