// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/synccenter/decisionstab.h"

#include "ui/conflicts/mergesentences.h"
#include "ui/synccenter/restoredialog.h"
#include "ui/synccenter/tableview.h"
#include "ui/theme/icons.h"
#include "ui/widgets/banner.h"
#include "ui/wording/connectionname.h"
#include "ui/wording/errortext.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>

namespace frost {

using namespace Qt::StringLiterals;

DecisionsTab::DecisionsTab(CompanySession &session, QWidget *parent, Now now)
    : QWidget(parent),
      m_session(session),
      m_model(new DecisionModel(session, this, std::move(now))),
      m_fields(new DecisionFields(session.schema(), this)),
      m_banner(new Banner(this)),
      m_stack(new QStackedWidget(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(makeControls());
    layout->addWidget(m_banner);
    layout->addWidget(m_stack, 1);
    makeViews();
    makeMenu();
    showWords();
    m_soon.setSingleShot(true);
    m_soon.setInterval(kRereadAfter);
    connect(&m_soon, &QTimer::timeout, m_model, &DecisionModel::reload);
    connect(m_model, &DecisionModel::loaded, this, &DecisionsTab::loaded);
    connect(m_model, &DecisionModel::failed, this, [this](const Error &error) {
        m_empty->setText(wording::errorText(error));
        m_stack->setCurrentWidget(m_empty);
    });
    connect(&session, &CompanySession::statusChanged, this, &DecisionsTab::statusChanged);
    connect(&session, &CompanySession::recordsChanged, this, &DecisionsTab::statusChanged);
    statusChanged();
}

QWidget *DecisionsTab::makeControls()
{
    auto *controls = new QWidget(this);
    auto *row = new QHBoxLayout(controls);
    row->setContentsMargins(0, 0, 0, 0);
    row->addStretch(1);
    m_undo = new QPushButton(controls);
    m_restore = new QPushButton(controls);
    m_open = new QPushButton(controls);
    for (auto *button : {m_undo, m_restore, m_open})
        row->addWidget(button);
    connect(m_undo, &QPushButton::clicked, this, &DecisionsTab::undo);
    connect(m_restore, &QPushButton::clicked, this, &DecisionsTab::askRestore);
    connect(m_open, &QPushButton::clicked, this, &DecisionsTab::open);
    return controls;
}

void DecisionsTab::makeViews()
{
    m_parts = new QSplitter(Qt::Vertical, m_stack);
    m_view = new QTableView(m_parts);
    m_details = new QTableView(m_parts);
    m_view->setModel(m_model);
    prepareTable(*m_view, DecisionModel::Decided);
    m_details->setModel(m_fields);
    prepareTable(*m_details, DecisionFields::Outcome);
    auto *header = m_details->horizontalHeader(); // long texts on either side
    for (const int column : {DecisionFields::Base, DecisionFields::Mine, DecisionFields::Theirs})
        header->setSectionResizeMode(column, QHeaderView::Stretch);
    for (auto *view : {m_view, m_details})
        view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_parts->setChildrenCollapsible(false);
    m_empty = emptyLabel(m_stack);
    m_stack->addWidget(m_parts);
    m_stack->addWidget(m_empty);
    connect(m_view, &QTableView::activated, this, &DecisionsTab::open);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &DecisionsTab::currentChanged);
}

//! The buttons as a context menu; Ctrl+Z and Ctrl+R on the lists as well.
void DecisionsTab::makeMenu()
{
    const std::pair<QPushButton *, QKeySequence> choices[]{
        {m_open, QKeySequence()}, {m_undo, QKeySequence::Undo}, {m_restore, QKeySequence(Qt::CTRL | Qt::Key_R)}};
    for (const auto &[button, keys] : choices) {
        auto *action = new QAction(this);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, button, &QPushButton::click);
        button->setProperty("action", QVariant::fromValue(action));
        addAction(action);
        m_view->addAction(action);
    }
    m_view->setContextMenuPolicy(Qt::ActionsContextMenu);
}

void DecisionsTab::showWords()
{
    m_undo->setText(tr("Un&do decision"));
    m_undo->setToolTip(tr("Opens the conflict again, as it was before. Possible until the decision is sent."));
    m_undo->setIcon(theme::icon(u"edit-undo"_s));
    m_restore->setText(tr("R&estore …"));
    m_restore->setToolTip(tr("Makes a new change with values from before the decision."));
    m_restore->setIcon(theme::icon(u"view-refresh"_s));
    m_open->setText(tr("Open &record"));
    m_open->setIcon(theme::icon(u"document-edit"_s));
    m_view->setAccessibleName(tr("What was decided in conflicts, the newest first"));
    m_details->setAccessibleName(tr("Fields of the decision: base, my change, theirs and the result"));
    m_fields->retranslate();
    showChoices();
}

void DecisionsTab::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_model->reload();
}

void DecisionsTab::statusChanged()
{
    m_view->setColumnHidden(DecisionModel::Connection, m_session.status().connections.size() < 2);
    if (isVisible() && !m_soon.isActive())
        m_soon.start();
}

void DecisionsTab::loaded()
{
    m_undoing = 0;
    const bool empty = m_model->rows().isEmpty();
    m_stack->setCurrentWidget(empty ? static_cast<QWidget *>(m_empty) : m_parts);
    if (empty)
        m_empty->setText(tr("Nothing was decided yet. What you choose in a conflict is kept here for good, with what "
                            "both sides had."));
    else if (!m_view->currentIndex().isValid())
        m_view->setCurrentIndex(m_model->index(0, 0));
    showChoices();
}

const DecisionRow *DecisionsTab::current() const
{
    const auto index = m_view->currentIndex();
    return index.isValid() ? &m_model->row(index) : nullptr;
}

void DecisionsTab::currentChanged()
{
    showChoices();
    const auto *row = current();
    if ((row ? row->id() : 0) != m_wanted)
        readCurrent();
}

void DecisionsTab::readCurrent()
{
    const auto *row = current();
    m_wanted = row ? row->id() : 0;
    m_fields->clear();
    if (!row)
        return;
    m_session.ask(
        Lane::Page, this, [id = m_wanted](Company &company) { return readDecisionCase(company, id); },
        [this, id = m_wanted](const Result<ConflictCase> &decided) {
        if (id != m_wanted)
            return; // somebody went on
        const auto shown = decided ? m_fields->show(*decided) : Result<>(fail(decided.error()));
        if (!shown)
            showProblem(shown.error());
        else if (m_fields->rowCount() > 0)
            m_details->setCurrentIndex(m_fields->index(0, 0));
        showChoices();
        });
}

void DecisionsTab::showChoices()
{
    const auto *row = current();
    m_undo->setEnabled(row && row->told.mayBeUndone && row->id() != m_undoing);
    m_restore->setEnabled(row && m_fields->conflictCase().conflict.id == row->id());
    m_open->setEnabled(row);
    for (auto *button : {m_undo, m_restore, m_open}) {
        if (auto *action = button->property("action").value<QAction *>()) {
            action->setText(button->text());
            action->setIcon(button->icon());
            action->setEnabled(button->isEnabled());
        }
    }
}

void DecisionsTab::open()
{
    if (const auto *row = current())
        Q_EMIT openRecordWanted(row->told.conflict.type, row->told.conflict.record);
}

void DecisionsTab::undo()
{
    const auto *row = current();
    if (!row || row->id() == m_undoing)
        return;
    m_undoing = row->id();
    showChoices(); // who presses twice means it once
    m_session.ask(
        Lane::Write, this,
        [id = m_undoing](Company &company) { return company.conflictHistory().undo(id, company.actor()); },
        [this](const Result<Conflict> &conflict) { undone(conflict); });
}

void DecisionsTab::undone(const Result<Conflict> &conflict)
{
    if (conflict) {
        m_banner->showMessage(Banner::Kind::Success, tr("Undone. The conflict is open again."));
        auto *compare = m_banner->addButton(tr("Co&mpare …"));
        connect(compare, &QPushButton::clicked, this, [this, id = conflict->id] { Q_EMIT compareWanted(id); });
    } else {
        showProblem(conflict.error());
    }
    m_wanted = 0; // the number of a decision that was taken back is that of the open conflict again
    m_model->reload();
}

void DecisionsTab::askRestore()
{
    const auto *row = current();
    if (!row)
        return;
    const auto &conflict = m_fields->conflictCase().conflict;
    RestoreDialog::Subject subject;
    subject.record = wording::recordHeading(conflict.type, row->name);
    subject.system = m_fields->conflictCase().system(wording::Place::Within);
    subject.hasBase = conflict.versions.base.has_value();
    subject.path = m_fields->pathAt(m_details->currentIndex());
    subject.field = m_fields->labelAt(m_details->currentIndex());
    auto *dialog = new RestoreDialog(subject, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &RestoreDialog::chosen, this,
            [this, id = row->id()](Choice which, const std::optional<QString> &path) { restore(id, which, path); });
    dialog->open();
}

void DecisionsTab::restore(qint64 id, Choice which, const std::optional<QString> &path)
{
    m_session.ask(
        Lane::Write, this,
        [id, which, path](Company &company) { return company.conflictHistory().restore(id, which, path, company.actor()); },
        [this](const Result<Record> &record) {
        if (record)
            m_banner->showMessage(Banner::Kind::Success, tr("Restored. It is sent with the next synchronisation."));
        else
            showProblem(record.error());
        m_model->reload();
        });
}

void DecisionsTab::showProblem(const Error &error)
{
    m_banner->showMessage(Banner::Kind::Warning, wording::errorText(error));
}

void DecisionsTab::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        showWords();
}

} // namespace frost
