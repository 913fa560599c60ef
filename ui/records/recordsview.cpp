// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/records/recordsview.h"

#include "ui/wording/labels.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLocale>
#include <QMenu>
#include <QSettings>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostCopied = 50'000; //!< rows: some 10 MB of text, which other programs have to take at once
constexpr qsizetype kCopiedAtOnce = 500;  //!< rows that may be read before what is about to be shown

//! Characters a column is given room for at first.
int widthOf(const Field &field)
{
    switch (field.kind) {
    case FieldKind::Text:
        if (field.longText || field.name == u"name" || field.name == u"description")
            return 34;
        return field.name == u"email" ? 30 : 22;
    case FieldKind::Reference: return 32;
    case FieldKind::Instant: return 17;
    case FieldKind::Boolean: return 8;
    default: return 13;
    }
}

bool endsInFigure(const QList<Column> &columns)
{
    const auto last = std::find_if(columns.crbegin(), columns.crend(), [](const Column &column) { return column.shownAtFirst; });
    return last != columns.crend() && isFigure(last->field.kind);
}

//! As a button or an entry of a menu shows it: a lone "&" would underline what follows.
QString withoutMnemonic(QString text)
{
    return text.replace(u'&', u"&&"_s);
}

} // namespace

RecordsView::RecordsView(RecordsModel &model, QSettings &settings, QWidget *parent)
    : QTableView(parent), m_model(model), m_settings(settings)
{
    setModel(&model);
    setAccessibleName(wording::typeLabel(model.schema().type, wording::Number::Many));
    setSelectionBehavior(SelectRows);
    setAlternatingRowColors(true);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setSortingEnabled(true);
    setHorizontalScrollMode(ScrollPerPixel);
    // One height for all rows: a list of a million asks for none of them.
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    verticalHeader()->hide();
    horizontalHeader()->setSectionsMovable(true);
    horizontalHeader()->setHighlightSections(false);
    // A figure at the far right would stand alone.
    horizontalHeader()->setStretchLastSection(!endsInFigure(m_model.columns()));
    horizontalHeader()->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(horizontalHeader(), &QHeaderView::customContextMenuRequested, this, &RecordsView::chooseColumns);
    connect(this, &QTableView::doubleClicked, this, [this](const QModelIndex &index) { Q_EMIT opened(index.row()); });
    restoreColumns();
    for (const auto signal : {&QHeaderView::sectionMoved, &QHeaderView::sectionResized})
        connect(horizontalHeader(), signal, this, &RecordsView::keepColumns);
}

void RecordsView::restoreColumns()
{
    for (int i = 0; i < m_model.columns().size(); ++i) {
        const auto &column = m_model.columns()[i];
        setColumnWidth(i, fontMetrics().averageCharWidth() * widthOf(column.field));
        makeRoomForHeader(i);
        setColumnHidden(i, !column.shownAtFirst);
    }
    const auto sorted = firstSortField(m_model.schema());
    for (int i = 0; i < m_model.columns().size(); ++i) {
        const auto &field = m_model.columns()[i].field;
        if (field.name == sorted)
            sortByColumn(i, field.kind == FieldKind::Date ? Qt::DescendingOrder : Qt::AscendingOrder);
    }
    horizontalHeader()->restoreState(m_settings.value(u"columns/"_s + m_model.schema().type.toString()).toByteArray());
    sumColumns();
}

// The whole name, with the arrow of the sort order; sections that are hidden have no hint.
void RecordsView::makeRoomForHeader(int column)
{
    setColumnWidth(column, std::max(columnWidth(column), horizontalHeader()->sectionSizeHint(column)));
}

void RecordsView::keepColumns()
{
    m_settings.setValue(u"columns/"_s + m_model.schema().type.toString(), horizontalHeader()->saveState());
}

void RecordsView::chooseColumns(const QPoint &at)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    listColumns(*menu);
    menu->popup(horizontalHeader()->mapToGlobal(at));
}

void RecordsView::listColumns(QMenu &menu)
{
    for (int i = 0; i < m_model.columns().size(); ++i) {
        auto *action = menu.addAction(m_model.headerData(i, Qt::Horizontal, Qt::DisplayRole).toString());
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(i));
        connect(action, &QAction::toggled, this, [this, i](bool shown) { showColumn(i, shown); });
    }
}

void RecordsView::showColumn(int column, bool shown)
{
    setColumnHidden(column, !shown);
    if (shown)
        makeRoomForHeader(column);
    keepColumns();
    sumColumns();
}

// Only what is seen is added up.
void RecordsView::sumColumns()
{
    QStringList fields;
    for (const auto &column : m_model.columns()) {
        if (column.field.kind == FieldKind::Amount && shownFields().contains(column.field.name))
            fields += column.field.name;
    }
    m_model.setSummedFields(fields);
}

QStringList RecordsView::shownFields() const
{
    QStringList fields;
    for (int visual = 0; visual < m_model.columnCount(); ++visual) {
        const int column = horizontalHeader()->logicalIndex(visual);
        if (!isColumnHidden(column))
            fields += m_model.columns()[column].field.name;
    }
    return fields;
}

QList<int> RecordsView::selectedRows() const
{
    QList<int> rows;
    const auto selection = selectionModel()->selection(); // ranges: selecting a million rows makes no million indexes
    for (const auto &range : selection) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.append(row);
    }
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
}

void RecordsView::copy()
{
    const auto rows = selectedRows();
    if (rows.isEmpty())
        return;
    if (rows.size() > kMostCopied) {
        Q_EMIT refused(tr("Too many rows to copy: %1. At most %2 can be copied at once.")
                           .arg(QLocale().toString(rows.size()), QLocale().toString(kMostCopied)));
        return;
    }
    m_model.session().ask(
        rows.size() <= kCopiedAtOnce ? Lane::Page : Lane::Scan, this,
        [type = m_model.schema().type, places = m_model.places(rows), fields = shownFields()](Company &company) {
            return copiedRows(company, type, places, fields);
        },
        [this](const Result<QString> &text) {
            if (text)
                QGuiApplication::clipboard()->setText(*text);
            else
                Q_EMIT failed(text.error());
        });
}

void RecordsView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    setAccessibleName(wording::typeLabel(m_model.schema().type, wording::Number::Many));
    horizontalHeader()->headerDataChanged(Qt::Horizontal, 0, m_model.columnCount() - 1);
    for (int i = 0; i < m_model.columnCount(); ++i) {
        if (!isColumnHidden(i))
            makeRoomForHeader(i);
    }
}

// The form that opens below takes room: the row it is about stays in sight.
void RecordsView::resizeEvent(QResizeEvent *event)
{
    const int top = currentIndex().isValid() ? rowViewportPosition(currentIndex().row()) : -1;
    const bool wasSeen = top >= 0 && top < event->oldSize().height();
    QTableView::resizeEvent(event);
    if (wasSeen)
        scrollTo(currentIndex());
}

void RecordsView::keyPressEvent(QKeyEvent *event)
{
    const bool plain = event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier;
    if (plain && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid())
        Q_EMIT opened(currentIndex().row());
    else if (event->matches(QKeySequence::Copy))
        copy();
    else
        QTableView::keyPressEvent(event);
}

// Also by the menu key or Shift+F10, for the current cell.
void RecordsView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const auto index = byKey ? currentIndex() : indexAt(event->pos());
    if (!index.isValid())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Open"), this, [this, row = index.row()] { Q_EMIT opened(row); });
    menu->addAction(tr("Copy rows"), this, &RecordsView::copy);
    if (m_model.columns()[index.column()].field.kind != FieldKind::Rows)
        addFilter(*menu, index);
    listColumns(*menu->addMenu(tr("Columns")));
    menu->popup(byKey ? viewport()->mapToGlobal(visualRect(index).center()) : event->globalPos());
}

void RecordsView::addFilter(QMenu &menu, const QModelIndex &index)
{
    const auto value = index.data(RecordsModel::ValueRole).toString();
    const auto shown = index.data(Qt::DisplayRole).toString();
    menu.addAction(shown.isEmpty() ? tr("Only rows without a value here") : tr("Only rows with “%1”").arg(withoutMnemonic(shown)), this,
                   [this, field = m_model.columns()[index.column()].field.name, value, shown] {
                       Q_EMIT filterWanted(field, value, shown);
                   });
}

void RecordsView::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTableView::selectionChanged(selected, deselected);
    Q_EMIT selectionMoved();
}

} // namespace frost
