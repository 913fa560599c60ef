// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/synccenter/historytab.h"

#include "ui/synccenter/tableview.h"
#include "ui/wording/errortext.h"

#include <QCheckBox>
#include <QEvent>
#include <QLabel>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace frost {

using namespace Qt::StringLiterals;

HistoryTab::HistoryTab(CompanySession &session, QWidget *parent, Now now)
    : QWidget(parent),
      m_session(session),
      m_model(new HistoryModel(session, this, std::move(now))),
      m_withNews(new QCheckBox(this)),
      m_stack(new QStackedWidget(this)),
      m_view(new QTableView(m_stack)),
      m_empty(emptyLabel(m_stack))
{
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_withNews);
    layout->addWidget(m_stack, 1);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_empty);
    m_view->setModel(m_model);
    prepareTable(*m_view, HistoryModel::Outcome);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    showWords();
    showOrigins();
    m_soon.setSingleShot(true);
    m_soon.setInterval(kRereadAfter);
    connect(&m_soon, &QTimer::timeout, m_model, &HistoryModel::reload);
    connect(m_model, &HistoryModel::loaded, this, &HistoryTab::loaded);
    connect(m_model, &HistoryModel::failed, this, [this](const Error &error) {
        m_empty->setText(wording::errorText(error));
        m_stack->setCurrentWidget(m_empty);
    });
    connect(m_withNews, &QCheckBox::toggled, this,
            [this](bool on) { m_model->setFilter(on ? HistoryFilter::WithNews : HistoryFilter::All); });
    connect(&session, &CompanySession::statusChanged, this, [this] {
        showOrigins();
        if (isVisible() && !m_soon.isActive())
            m_soon.start();
    });
}

void HistoryTab::showWords()
{
    m_withNews->setText(tr("Only runs that &brought or sent something, or failed"));
    m_view->setAccessibleName(tr("Synchronisations so far, the newest first"));
}

//! One connection needs no column.
void HistoryTab::showOrigins()
{
    m_view->setColumnHidden(HistoryModel::Connection, m_session.status().connections.size() < 2);
}

void HistoryTab::loaded()
{
    const bool empty = m_model->rows().isEmpty();
    m_stack->setCurrentWidget(empty ? static_cast<QWidget *>(m_empty) : m_view);
    if (empty)
        m_empty->setText(m_withNews->isChecked() ? tr("Nothing came or went lately.")
                                                 : tr("Not synced yet. Each synchronisation is listed here."));
    else if (!m_view->currentIndex().isValid())
        m_view->setCurrentIndex(m_model->index(0, 0));
}

void HistoryTab::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_model->reload();
}

void HistoryTab::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        showWords();
}

} // namespace frost
