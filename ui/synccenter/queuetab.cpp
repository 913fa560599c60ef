// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/synccenter/queuetab.h"

#include "ui/synccenter/tableview.h"
#include "ui/theme/icons.h"
#include "ui/widgets/banner.h"

#include <QAction>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace frost {

using namespace Qt::StringLiterals;
using enum OperationState;

namespace {

constexpr std::chrono::milliseconds kQueueRereadAfter(300); //!< sooner than what is over: here somebody waits

struct Choice {
    const char *label;
    QueueFilter filter;
    qint64 (*count)(const QueueCounts &);
};

const std::array kChoices{
    Choice{QT_TRANSLATE_NOOP("frost::QueueTab", "Everything open"),
           {Outbox::Part::Open, {}},
           [](const QueueCounts &c) { return c.pending + c.processing + c.verify + c.conflict + c.failed; }},
    Choice{QT_TRANSLATE_NOOP("frost::QueueTab", "Waiting"),
           {Outbox::Part::Open, {Pending}},
           [](const QueueCounts &c) { return c.pending; }},
    Choice{QT_TRANSLATE_NOOP("frost::QueueTab", "Being sent"),
           {Outbox::Part::Open, {Processing, Verify}},
           [](const QueueCounts &c) { return c.processing + c.verify; }},
    Choice{QT_TRANSLATE_NOOP("frost::QueueTab", "Conflicts"),
           {Outbox::Part::Open, {OperationState::Conflict}},
           [](const QueueCounts &c) { return c.conflict; }},
    Choice{QT_TRANSLATE_NOOP("frost::QueueTab", "Not accepted"),
           {Outbox::Part::Open, {Failed}},
           [](const QueueCounts &c) { return c.failed; }},
    Choice{QT_TRANSLATE_NOOP("frost::QueueTab", "Kept here, not sent"),
           {Outbox::Part::Finished, {Skipped}},
           [](const QueueCounts &c) { return c.skipped; }},
    Choice{QT_TRANSLATE_NOOP("frost::QueueTab", "Sent or withdrawn"),
           {Outbox::Part::Finished, {Completed, Cancelled}},
           [](const QueueCounts &c) { return c.completed + c.cancelled; }},
};

} // namespace

QueueTab::QueueTab(CompanySession &session, QWidget *parent, Now now)
    : QWidget(parent),
      m_session(session),
      m_model(new QueueModel(session, this, std::move(now))),
      m_banner(new Banner(this)),
      m_stack(new QStackedWidget(this)),
      m_reason(new QLabel(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(makeControls());
    layout->addWidget(m_banner);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_reason);
    m_reason->setWordWrap(true);
    m_reason->setTextFormat(Qt::PlainText);
    makeView();
    makeMenu();
    showWords();
    m_soon.setSingleShot(true);
    m_soon.setInterval(kQueueRereadAfter);
    connect(&m_soon, &QTimer::timeout, m_model, &QueueModel::reload);
    connect(m_model, &QueueModel::loaded, this, &QueueTab::loaded);
    connect(m_model, &QueueModel::failed, this, &QueueTab::showProblem);
    connect(&session, &CompanySession::statusChanged, this, &QueueTab::statusChanged);
    connect(&session, &CompanySession::recordsChanged, this, &QueueTab::statusChanged);
    statusChanged();
}

QWidget *QueueTab::makeControls()
{
    auto *controls = new QWidget(this);
    auto *row = new QHBoxLayout(controls);
    row->setContentsMargins(0, 0, 0, 0);
    m_filterLabel = new QLabel(controls);
    m_filter = new QComboBox(controls);
    m_filterLabel->setBuddy(m_filter);
    for (size_t i = 0; i < kChoices.size(); ++i)
        m_filter->addItem(QString());
    m_retry = new QPushButton(controls);
    m_renumber = new QPushButton(controls);
    m_discard = new QPushButton(controls);
    m_open = new QPushButton(controls);
    row->addWidget(m_filterLabel);
    row->addWidget(m_filter);
    row->addStretch(1);
    for (auto *button : {m_retry, m_renumber, m_discard, m_open})
        row->addWidget(button);
    connect(m_filter, &QComboBox::currentIndexChanged, this, [this](int index) {
        m_banner->clear();
        m_model->setFilter(kChoices.at(size_t(index)).filter);
    });
    connect(m_retry, &QPushButton::clicked, this, &QueueTab::retry);
    connect(m_renumber, &QPushButton::clicked, this, &QueueTab::renumber);
    connect(m_discard, &QPushButton::clicked, this, &QueueTab::discard);
    connect(m_open, &QPushButton::clicked, this, &QueueTab::open);
    return controls;
}

void QueueTab::makeView()
{
    m_view = new QTableView(m_stack);
    m_view->setModel(m_model);
    prepareTable(*m_view, QueueModel::Reason);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_empty = emptyLabel(m_stack);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_empty);
    connect(m_view, &QTableView::activated, this, &QueueTab::open);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &QueueTab::showChoices);
}

//! The buttons as a context menu; Delete on the list as well.
void QueueTab::makeMenu()
{
    m_view->setContextMenuPolicy(Qt::ActionsContextMenu);
    for (auto *button : {m_open, m_retry, m_renumber, m_discard}) {
        auto *action = new QAction(m_view);
        connect(action, &QAction::triggered, button, &QPushButton::click);
        button->setProperty("action", QVariant::fromValue(action));
        m_view->addAction(action);
    }
    auto *discarding = m_discard->property("action").value<QAction *>();
    discarding->setShortcut(QKeySequence::Delete);
    discarding->setShortcutContext(Qt::WidgetShortcut);
}

void QueueTab::showWords()
{
    m_filterLabel->setText(tr("S&how:"));
    m_filter->setAccessibleName(tr("Which changes are listed"));
    m_view->setAccessibleName(tr("Changes to be sent"));
    m_renumber->setText(tr("Another &number …"));
    m_renumber->setIcon(theme::icon(u"tag"_s));
    m_discard->setText(tr("&Discard …"));
    m_discard->setIcon(theme::icon(u"edit-undo"_s));
    m_retry->setIcon(theme::icon(u"view-refresh"_s));
    m_open->setIcon(theme::icon(u"document-edit"_s));
    showCounts();
    showChoices();
    m_empty->setText(emptyText());
}

void QueueTab::showCounts()
{
    const auto &counts = m_session.status().queue;
    for (size_t i = 0; i < kChoices.size(); ++i)
        m_filter->setItemText(
            int(i), tr("%1 (%2)").arg(tr(kChoices.at(i).label), QLocale().toString(kChoices.at(i).count(counts))));
}

void QueueTab::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_model->reload();
}

void QueueTab::statusChanged()
{
    showCounts();
    m_view->setColumnHidden(QueueModel::Connection, m_session.status().connections.size() < 2);
    if (isVisible() && !m_soon.isActive())
        m_soon.start();
}

void QueueTab::loaded()
{
    m_stack->setCurrentWidget(m_model->rows().isEmpty() ? static_cast<QWidget *>(m_empty) : m_view);
    m_empty->setText(emptyText());
    if (!m_view->currentIndex().isValid() && !m_model->rows().isEmpty())
        m_view->setCurrentIndex(m_model->index(0, 0));
    showChoices();
}

QString QueueTab::emptyText() const
{
    if (m_session.status().connections.isEmpty())
        return tr(
            "This company is kept on this computer only: there is nowhere to send anything. Connect it to a server, "
            "and what you have here is sent there.");
    switch (m_filter->currentIndex()) {
    case 0: return tr("Everything you have done is sent. What you change shows up here until it has arrived.");
    case 4: return tr("Nothing was refused.");
    case 5:
        return tr(
            "Nothing is kept back. What you discard instead of sending is listed here and can be sent after all.");
    default: return tr("Nothing here.");
    }
}

QList<QueueRow> QueueTab::selected() const
{
    QList<QueueRow> rows;
    for (const auto &index : m_view->selectionModel()->selectedRows())
        rows.append(m_model->row(index));
    return rows;
}

//! What can be done with the selected rows, and why the one is where it is.
void QueueTab::showChoices()
{
    const auto rows = selected();
    const auto current = m_view->currentIndex().siblingAtColumn(QueueModel::Reason);
    m_reason->setText(rows.size() == 1 ? current.data().toString() : QString());
    m_reason->setVisible(!m_reason->text().isEmpty());
    const bool conflict = rows.size() == 1 && rows.constFirst().conflict > 0;
    const bool kept = !rows.isEmpty() && rows.constFirst().operation.state == Skipped;
    m_open->setText(conflict ? tr("Co&mpare …") : tr("Open &record"));
    m_open->setEnabled(rows.size() == 1);
    m_retry->setText(kept ? tr("Send &after all") : tr("&Try again"));
    m_retry->setEnabled(std::any_of(rows.begin(), rows.end(), [](const QueueRow &row) { return row.mayBeRetried(); }));
    m_renumber->setVisible(rows.size() == 1 && rows.constFirst().mayBeRenumbered());
    m_renumber->setEnabled(m_renumber->isVisibleTo(this));
    m_discard->setEnabled(rows.size() == 1 && rows.constFirst().mayBeDiscarded());
    for (auto *button : {m_open, m_retry, m_renumber, m_discard}) {
        if (auto *action = button->property("action").value<QAction *>()) {
            action->setText(button->text());
            action->setIcon(button->icon());
            action->setEnabled(button->isEnabled());
            action->setVisible(button->isVisibleTo(this));
        }
    }
}

void QueueTab::open()
{
    const auto rows = selected();
    if (rows.size() != 1)
        return;
    const auto &row = rows.constFirst();
    if (row.conflict > 0)
        Q_EMIT compareWanted(row.conflict);
    else
        Q_EMIT openRecordWanted(row.operation.type, row.operation.record);
}

void QueueTab::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        showWords();
}

} // namespace frost
