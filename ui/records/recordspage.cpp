// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/records/recordspage.h"

#include "ui/editor/recordform.h"
#include "ui/records/footer.h"
#include "ui/records/recordsview.h"
#include "ui/records/removal.h"
#include "ui/theme/icons.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/keynames.h"
#include "ui/wording/errortext.h"
#include "ui/wording/labels.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

constexpr int kTypingPause = 150;        //!< ms without a key before the list follows
constexpr qsizetype kMostRemoved = 200;  //!< rows at once: more is seldom meant, and takes the writing thread too long
constexpr auto kNewKeys = Qt::CTRL | Qt::Key_N; //!< those of Command::NewRecord

} // namespace

RecordsPage::RecordsPage(CompanySession &session, const EntityType &type, QSettings &settings, QWidget *parent)
    : QWidget(parent), m_session(session), m_type(type), m_model(session, type)
{
    m_view = new RecordsView(m_model, settings, this);
    m_footer = new Footer(m_model, this);
    m_form = new RecordForm(session, type, this);
    m_banner = new Banner(this);
    build();

    m_searching.setSingleShot(true);
    m_searching.setInterval(kTypingPause);
    connect(&m_searching, &QTimer::timeout, this, &RecordsPage::search);
    connect(m_search, &QLineEdit::textEdited, &m_searching, qOverload<>(&QTimer::start));
    connect(m_search, &QLineEdit::returnPressed, this, &RecordsPage::focusList);
    connect(m_view, &RecordsView::opened, this, &RecordsPage::openRow);
    connect(m_view, &RecordsView::filterWanted, this, &RecordsPage::filter);
    connect(m_view, &RecordsView::refused, this, [this](const QString &why) { m_banner->showMessage(Banner::Kind::Warning, why); });
    connect(m_view, &RecordsView::failed, this, &RecordsPage::showError);
    const auto followSelection = [this] { m_footer->setSelection(m_view->selectedRows()); };
    connect(m_view, &RecordsView::selectionMoved, this, followSelection);
    connect(&m_model, &RecordsModel::layoutChanged, this, followSelection);
    connect(&m_model, &RecordsModel::ordered, this, &RecordsPage::showWhatIsFound);
    connect(&m_model, &RecordsModel::failed, this, &RecordsPage::showError);
    connect(m_form, &RecordForm::closed, this, &RecordsPage::hideForm);
    connect(m_form, &RecordForm::saved, this, [this](const LocalId &id) { m_wantedRow = id; });
    connect(m_form, &RecordForm::removed, this, [this](const LocalId &id) {
        hideForm();
        offerUndo({id}, tr("%1 deleted.").arg(wording::typeLabel(m_type, wording::Number::One)));
    });
    connect(m_form, &RecordForm::compareWanted, this, &RecordsPage::compareWanted);
    connect(m_form, &RecordForm::queueWanted, this, &RecordsPage::queueWanted);
    m_model.setQuery(m_model.query());
}

void RecordsPage::build()
{
    m_empty = new QLabel(this);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->hide();

    auto *list = new QWidget(this);
    auto *column = new QVBoxLayout(list);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(searchLine());
    column->addWidget(m_banner);
    column->addWidget(m_view, 1);
    column->addWidget(m_empty, 1);
    column->addWidget(m_footer);

    m_splitter = new QSplitter(Qt::Vertical, this);
    m_splitter->addWidget(list);
    m_splitter->addWidget(m_form);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 2);
    m_splitter->setStretchFactor(1, 3);
    m_form->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 0);
    layout->addWidget(m_splitter);
}

QWidget *RecordsPage::searchLine()
{
    auto *line = new QWidget(this);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    m_search = new QLineEdit(line);
    m_search->setObjectName(u"search"_s);
    m_search->setClearButtonEnabled(true);
    m_search->setEnabled(!m_model.schema().search.isEmpty());
    m_filters = new QToolButton(line);
    m_filters->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_filters->setIcon(theme::icon(u"view-filter"_s));
    m_filters->hide();
    connect(m_filters, &QToolButton::clicked, this, &RecordsPage::clearFilters);
    m_create = new QPushButton(line);
    m_create->setIcon(theme::icon(u"document-new"_s));
    connect(m_create, &QPushButton::clicked, this, &RecordsPage::createRecord);
    row->addWidget(m_search, 1);
    row->addWidget(m_filters);
    row->addWidget(m_create);
    showWords();
    return line;
}

void RecordsPage::showWords()
{
    m_search->setPlaceholderText(tr("Search %1 …").arg(wording::typeLabel(m_type, wording::Number::Many).toLower()));
    m_search->setAccessibleName(tr("Search"));
    m_filters->setToolTip(tr("Show all rows again"));
    m_create->setText(tr("New %1").arg(wording::typeLabel(m_type, wording::Number::One).toLower()));
    m_create->setToolTip(keyName(kNewKeys));
}

void RecordsPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    showWords();
    showFilters();
    showWhatIsFound();
}

// --- the list

void RecordsPage::search()
{
    auto query = m_model.query();
    query.search = m_search->text();
    m_model.setQuery(query);
    m_view->verticalScrollBar()->setValue(0);
}

void RecordsPage::filter(const QString &field, const QString &value, const QString &shownValue)
{
    auto query = m_model.query();
    query.where.removeIf([&](const auto &condition) { return condition.first == field; });
    query.where.append({field, value});
    m_filterTexts.insert(field, shownValue);
    m_model.setQuery(query);
    showFilters();
}

void RecordsPage::clearFilters()
{
    auto query = m_model.query();
    query.where.clear();
    m_filterTexts.clear();
    m_model.setQuery(query);
    showFilters();
}

void RecordsPage::showFilters()
{
    QStringList parts;
    for (const auto &[field, value] : m_model.query().where) {
        const auto text = m_filterTexts.value(field);
        parts += tr("%1: %2", "field: value").arg(wording::fieldLabel(m_type, field), text.isEmpty() ? tr("nothing") : text);
    }
    m_filters->setText(parts.join(u", "_s).replace(u'&', u"&&"_s) + u"  ✕"_s); // a lone "&" would underline what follows
    m_filters->setAccessibleName(tr("Filters: %1. Press to show all rows again.").arg(parts.join(u", "_s)));
    m_filters->setVisible(!parts.isEmpty());
}

void RecordsPage::showWhatIsFound()
{
    const bool empty = m_model.rowCount() == 0;
    const bool asked = !m_model.query().search.isEmpty() || !m_model.query().where.isEmpty();
    m_empty->setText(asked ? tr("Nothing here fits the search.")
                           : tr("Nothing here yet. %1 makes the first one.").arg(keyName(kNewKeys)));
    m_empty->setVisible(empty);
    m_view->setVisible(!empty);
    if (m_wantedRow.isEmpty()) {
        // A table that is shown has a current cell: assistive technology asks for it (UX.md 1.2 M39).
        if (!empty && !m_view->currentIndex().isValid())
            m_view->selectionModel()->setCurrentIndex(m_model.index(0, 0), QItemSelectionModel::Current);
        return;
    }
    selectRecord(std::exchange(m_wantedRow, {}));
}

void RecordsPage::selectRecord(const LocalId &id)
{
    m_session.ask(
        Lane::Page, this,
        [type = m_type, id](Company &company) -> Result<RowNumber> {
            auto store = company.database().objectStore(type);
            FROST_TRY(store);
            return store->placeOf(id);
        },
        [this](const Result<RowNumber> &place) {
            const int row = place ? m_model.rowOf(*place) : -1;
            if (row < 0)
                return;
            m_view->selectRow(row);
            m_view->scrollTo(m_model.index(row, 0));
        });
}

void RecordsPage::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void RecordsPage::focusList()
{
    m_view->setFocus(Qt::OtherFocusReason);
}

// --- the record

void RecordsPage::createRecord()
{
    showForm();
    m_form->createNew();
}

void RecordsPage::openRecord(const LocalId &id)
{
    showForm();
    m_form->openRecord(id);
}

void RecordsPage::openRow(int row)
{
    if (const auto *found = m_model.row(row))
        openRecord(found->record.id);
}

void RecordsPage::showForm()
{
    m_form->show();
}

void RecordsPage::hideForm()
{
    m_form->hide();
    focusList();
}

// --- deleting, with the way back instead of a question

void RecordsPage::removeSelected()
{
    if (m_form->isVisible())
        m_form->removeRecord(); // a closed one says itself why it stays
    else if (const auto rows = m_view->selectedRows(); rows.size() > kMostRemoved)
        m_banner->showMessage(Banner::Kind::Warning,
                              tr("%1 rows are selected. At most %2 can be deleted at once.")
                                  .arg(QLocale().toString(rows.size()), QLocale().toString(kMostRemoved)));
    else if (!rows.isEmpty())
        removeRows(rows);
}

void RecordsPage::removeRows(const QList<int> &rows)
{
    m_session.ask(
        Lane::Write, this,
        [type = m_type, places = m_model.places(rows)](Company &company) { return frost::removeRows(company, type, places); },
        [this](const Result<Removal> &removal) {
            if (!removal)
                return showError(removal.error());
            const auto count = removal->removed.size();
            auto text = count == 1 ? tr("%1 deleted.").arg(wording::typeLabel(m_type, wording::Number::One))
                                   : tr("%Ln record(s) deleted.", nullptr, int(count));
            if (removal->refused > 0)
                text = (count > 0 ? text + u' ' : QString()) + tr("%Ln record(s) not deleted.", nullptr, int(removal->refused))
                       + u'\n' + wording::errorText(*removal->why);
            offerUndo(removal->removed, text);
        });
}

void RecordsPage::offerUndo(const QList<LocalId> &removed, const QString &text)
{
    m_banner->showMessage(removed.isEmpty() ? Banner::Kind::Error : Banner::Kind::Information, text);
    if (!removed.isEmpty())
        connect(m_banner->addButton(tr("Undo")), &QPushButton::clicked, this, [this, removed] { restore(removed); });
}

void RecordsPage::restore(const QList<LocalId> &ids)
{
    m_banner->clear();
    m_session.ask(
        Lane::Write, this,
        [type = m_type, ids](Company &company) { return restoreRows(company, type, ids); },
        [this, ids](const Result<> &restored) {
            if (restored)
                m_wantedRow = ids.last();
            else
                showError(restored.error());
        });
}

void RecordsPage::showError(const Error &error)
{
    m_banner->showMessage(Banner::Kind::Error, wording::errorText(error));
}

} // namespace frost
