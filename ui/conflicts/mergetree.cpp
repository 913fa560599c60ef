// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conflicts/mergetree.h"

#include "core/conflict/rowpath.h"
#include "core/links/syncrules.h"
#include "ui/conflicts/entrytexts.h"
#include "ui/conflicts/mergedelegate.h"
#include "ui/conflicts/mergetext.h"
#include "ui/conflicts/mergewords.h"
#include "ui/conflicts/rowmatchdialog.h"
#include "ui/widgets/keynames.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>

#include <array>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

//! Windows below this have the base in the tooltip and in the line below the fields only (UX.md 1.2 C12).
constexpr int kNarrow = 900;

struct PickKey {
    int key;
    Choice choice;
};
constexpr std::array kPickKeys{PickKey{Qt::Key_1, Choice::Base}, PickKey{Qt::Key_2, Choice::Mine},
                               PickKey{Qt::Key_3, Choice::Theirs}, PickKey{Qt::Key_4, Choice::Both},
                               PickKey{Qt::Key_5, Choice::Woven},
                               PickKey{Qt::Key_0, Choice::None}};

//! Parts of the width that the status leaves, per column.
constexpr std::array<int, MergeModel::ColumnCount> kShares{0, 18, 15, 16, 22, 24};

} // namespace

MergeTree::MergeTree(CompanySession &session, MergeEditing &editing, QWidget *parent)
    : QTreeView(parent), m_editing(editing), m_model(new MergeModel(editing, this))
{
    setModel(m_model);
    setItemDelegate(new MergeDelegate(session, editing, this));
    setRootIsDecorated(false); // sections are always open
    setIndentation(fontMetrics().averageCharWidth() * 2);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(false);
    setSelectionBehavior(SelectItems);
    setEditTriggers(EditKeyPressed | AnyKeyPressed);
    setExpandsOnDoubleClick(false);
    setTextElideMode(Qt::ElideRight);
    header()->setSectionsMovable(false);
    header()->setStretchLastSection(true);
    connect(m_model, &MergeModel::modelReset, this, &MergeTree::showAll);
    connect(&editing, &MergeEditing::changed, this, &MergeTree::shareWidth); // "Chosen" is wider than "Open"
    retranslate();
}

void MergeTree::retranslate()
{
    setAccessibleName(MergeText::tr("Fields of the merge"));
    setAccessibleDescription(MergeText::tr("1 base, 2 mine, 3 theirs, 4 both, 0 no choice, F2 edit, F8 next open "
                                           "field, %1 match the row, %2 split it")
                                 .arg(keyName(Qt::CTRL | Qt::Key_M), keyName(Qt::CTRL | Qt::SHIFT | Qt::Key_M)));
    m_model->retranslate();
}

void MergeTree::showAll()
{
    for (int section = 0; section < m_model->rowCount(); ++section) {
        setFirstColumnSpanned(section, {}, true);
        const auto heading = m_model->index(section, 0);
        for (int row = 0; row < m_model->rowCount(heading); ++row)
            setFirstColumnSpanned(row, heading, !m_model->entryAt(m_model->index(row, 0, heading)));
    }
    expandAll();
    shareWidth();
    if (const auto open = m_editing.isOpen() ? m_editing.nextOpen(std::nullopt, 1) : std::nullopt)
        goTo(*open);
    else if (m_model->rowCount() > 0) // a view without a current cell has crashed screen readers (UX.md 1.2 M39)
        setCurrentIndex(m_model->index(0, 0, m_model->index(0, 0)));
}

std::optional<QString> MergeTree::currentPath() const
{
    const auto path = currentIndex().data(MergeModel::PathRole);
    return path.isValid() ? std::optional(path.toString()) : std::nullopt;
}

void MergeTree::goTo(const QString &path)
{
    if (const auto index = m_model->indexOf(path, MergeModel::Outcome); index.isValid()) {
        setCurrentIndex(index);
        scrollTo(index);
    }
}

void MergeTree::goToOpen(int step)
{
    if (const auto next = m_editing.nextOpen(currentPath(), step))
        goTo(*next);
}

void MergeTree::pick(Choice choice)
{
    const auto path = currentPath();
    if (!path || !m_editing.choose(*path, choice))
        return;
    announceDecision(*path);
    if (choice != Choice::None)
        goToOpen(1);
}

void MergeTree::confirm()
{
    const auto path = currentPath();
    if (!path || !m_editing.confirm(*path))
        return;
    Q_EMIT announced(MergeText::tr("Confirmed. %n left", nullptr, int(m_editing.draft().openCount())));
    goToOpen(1);
}

void MergeTree::announceDecision(const QString &path)
{
    const auto &draft = m_editing.draft();
    const auto *entry = draft.entry(path);
    const auto made = draft.decision(path).choice;
    const auto choice = entry->isDuplicate() && made != Choice::None
                            ? EntryTexts(m_editing).result(*entry)
                            : wording::choiceLabel(made, m_editing.conflictCase().system(wording::Place::Alone));
    Q_EMIT announced(MergeText::tr("Chosen: %1. %n left", nullptr, int(m_editing.draft().openCount())).arg(choice));
}

void MergeTree::finishEditing()
{
    if (auto *editor = state() == EditingState ? indexWidget(currentIndex()) : nullptr) {
        commitData(editor); // losing the focus would do, but a window in the background has none
        closeEditor(editor, QAbstractItemDelegate::NoHint);
    }
}

bool MergeTree::pickKey(const QKeyEvent &event)
{
    if (event.modifiers() & ~Qt::KeypadModifier)
        return false;
    const auto known = std::find_if(kPickKeys.begin(), kPickKeys.end(),
                                    [&](const PickKey &pickable) { return pickable.key == event.key(); });
    if (known == kPickKeys.end())
        return false;
    const auto *entry = m_model->entryAt(currentIndex());
    const bool isRare = known->choice == Choice::Both || known->choice == Choice::Woven;
    if (isRare && !(entry && m_editing.draft().canChoose(*entry, known->choice)))
        return false; // typed into the result
    pick(known->choice);
    return true;
}

void MergeTree::matchRow()
{
    finishEditing();
    const auto row = m_model->rowPathAt(currentIndex());
    const auto candidates = row ? m_editing.draft().candidatesFor(*row) : QList<MergeDraft::RowCandidate>();
    if (candidates.isEmpty()) {
        Q_EMIT announced(MergeText::tr("There is no row here that could be matched."));
        return;
    }
    auto *dialog = new RowMatchDialog(m_editing, *row, candidates, this);
    connect(dialog, &RowMatchDialog::chosen, this, [this, row = *row](const QString &candidate) {
        const auto matched = m_editing.match(row, candidate);
        if (!matched)
            return; // it has gone meanwhile
        goToRow(*matched);
        Q_EMIT announced(MergeText::tr("One row now. %n left", nullptr, int(m_editing.draft().openCount())));
    });
    dialog->open();
}

void MergeTree::splitRow()
{
    finishEditing();
    const auto row = m_model->rowPathAt(currentIndex());
    const auto split = row && m_editing.draft().canSplit(*row) ? m_editing.split(*row) : Result<QString>(QString());
    if (!split || split->isEmpty()) {
        Q_EMIT announced(MergeText::tr("Only a row that both sides have can be split."));
        return;
    }
    goToRow(*split);
    Q_EMIT announced(MergeText::tr("Two rows now. %n left", nullptr, int(m_editing.draft().openCount())));
}

// To what is open in it, else to its first line.
void MergeTree::goToRow(const QString &path)
{
    const MergeDraft::Entry *first = nullptr;
    for (const auto &entry : m_editing.draft().entries()) {
        if (!entry.rows || rowPath(entry.rows->name, entry.rowId) != path)
            continue;
        if (m_editing.draft().isOpen(entry))
            return goTo(entry.path);
        if (!first)
            first = &entry;
    }
    if (first)
        goTo(first->path);
}

void MergeTree::keyPressEvent(QKeyEvent *event)
{
    if (pickKey(*event))
        return event->accept();
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && event->modifiers() == Qt::NoModifier) {
        confirm();
        return event->accept();
    }
    const bool types = !event->text().isEmpty() && event->text().front().isPrint()
                       && !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier));
    if (event->key() == Qt::Key_F2 || types) { // wherever in the line the cursor is, it is the result that is edited
        const auto result = currentIndex().siblingAtColumn(MergeModel::Outcome);
        if (!(result.flags() & Qt::ItemIsEditable))
            return event->accept();
        setCurrentIndex(result);
    }
    QTreeView::keyPressEvent(event);
}

void MergeTree::mouseDoubleClickEvent(QMouseEvent *event)
{
    const auto index = indexAt(event->pos());
    switch (index.column()) {
    case MergeModel::Base: return pick(Choice::Base);
    case MergeModel::Mine: return pick(Choice::Mine);
    case MergeModel::Theirs: return pick(Choice::Theirs);
    case MergeModel::Outcome: edit(index); return;
    default: QTreeView::mouseDoubleClickEvent(event);
    }
}

void MergeTree::contextMenuEvent(QContextMenuEvent *event)
{
    const auto path = currentPath();
    const auto *entry = path ? m_editing.draft().entry(*path) : nullptr;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const auto choice : {Choice::Base, Choice::Mine, Choice::Theirs, Choice::Both, Choice::Woven, Choice::None}) {
        const bool possible = entry
                              && (choice == Choice::None ? m_editing.draft().decisions().contains(*path)
                                                         : m_editing.draft().canChoose(*entry, choice));
        if (possible)
            menu->addAction(choiceInWords(*entry, choice), this, [this, choice] { pick(choice); });
    }
    if (entry && !entry->group.isEmpty())
        menu->addAction(MergeText::tr("Confirm both changes"), this, &MergeTree::confirm);
    if (entry)
        addRuleCommand(*menu, *entry);
    addRowCommands(*menu);
    if (menu->isEmpty())
        menu->deleteLater();
    else
        menu->popup(event->globalPos());
}

QString MergeTree::choiceInWords(const MergeDraft::Entry &entry, Choice choice) const
{
    const auto system = m_editing.conflictCase().system(wording::Place::Within);
    if (entry.isDuplicate() && choice != Choice::None)
        return choice == Choice::Both   ? MergeText::tr("Keep both rows")
               : choice == Choice::Mine ? MergeText::tr("Keep my row alone")
                                        : MergeText::tr("Keep the row of %1 alone").arg(system);
    return MergeText::tr("Choose: %1").arg(wording::choiceLabel(choice, system));
}

// Only what the person does anyway, and nothing of weight (UX.md 1.2 J27). A rule is about a field of the record: of a row's it
// would decide about all rows.
void MergeTree::addRuleCommand(QMenu &menu, const MergeDraft::Entry &entry)
{
    const auto habit = m_editing.conflictCase().habits.suggest(m_editing.draft(), entry);
    if (!habit || entry.rows || !ruledFields(m_editing.draft().schema()).contains(entry.path))
        return;
    const auto label = EntryTexts(m_editing).label(entry);
    menu.addSeparator();
    menu.addAction(habit->side == Choice::Mine
                       ? MergeText::tr("Always keep mine for: %1").arg(label)
                       : MergeText::tr("Always take that of %1 for: %2").arg(m_editing.conflictCase().system(wording::Place::Within), label),
                   this, [this, field = entry.path, side = habit->side] { Q_EMIT ruleWanted(field, side); });
}

// The keys themselves are the dialog's: they work wherever the focus is.
void MergeTree::addRowCommands(QMenu &menu)
{
    const auto row = m_model->rowPathAt(currentIndex());
    if (!row)
        return;
    menu.addSeparator();
    const auto add = [&](const QString &text, const QKeySequence &keys, void (MergeTree::*command)()) {
        menu.addAction(text + u'\t' + keyName(keys), this, command);
    };
    if (!m_editing.draft().candidatesFor(*row).isEmpty())
        add(MergeText::tr("Match with …"), Qt::CTRL | Qt::Key_M, &MergeTree::matchRow);
    if (m_editing.draft().canSplit(*row))
        add(MergeText::tr("Split match"), Qt::CTRL | Qt::SHIFT | Qt::Key_M, &MergeTree::splitRow);
}

void MergeTree::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTreeView::currentChanged(current, previous);
    Q_EMIT currentPathChanged();
}

QSize MergeTree::minimumSizeHint() const
{
    constexpr int kLines = 6;
    return {QTreeView::minimumSizeHint().width(), header()->sizeHint().height() + kLines * fontMetrics().lineSpacing() * 5 / 4};
}

void MergeTree::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    shareWidth();
}

// The status is as wide as its words, the rest is shared.
void MergeTree::shareWidth()
{
    setColumnHidden(MergeModel::Base, window()->width() < kNarrow);
    const int status = std::max(sizeHintForColumn(MergeModel::Status), header()->sectionSizeHint(MergeModel::Status));
    setColumnWidth(MergeModel::Status, status);
    const int width = viewport()->width() - status;
    int shares = 0;
    for (int column = MergeModel::FieldName; column < MergeModel::ColumnCount; ++column)
        shares += isColumnHidden(column) ? 0 : kShares[size_t(column)];
    for (int column = MergeModel::FieldName; column < MergeModel::Outcome; ++column) // the last one takes what is left
        if (!isColumnHidden(column))
            setColumnWidth(column, width * kShares[size_t(column)] / shares);
}

} // namespace frost
