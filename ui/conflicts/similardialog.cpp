// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conflicts/similardialog.h"

#include "core/conflict/simple.h"
#include "core/links/syncrules.h"
#include "ui/conflicts/entrytexts.h"
#include "ui/conflicts/mergehints.h"
#include "ui/conflicts/mergesentences.h"
#include "ui/conflicts/mergetext.h"
#include "ui/conflicts/mergewords.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

constexpr int kWidthOfSimilar = 130; //!< in characters
constexpr int kHeightOfSimilar = 26; //!< in lines

enum LineRole { ConflictRole = Qt::UserRole, HintRole, SideRole, LooksFirstRole };

//! "Phone: mine · Note: Company server"
QString choicesOf(const MergeEditing &editing)
{
    const EntryTexts texts(editing);
    QStringList choices;
    for (const auto &entry : editing.draft().entries()) {
        if (entry.section == MergeDraft::Section::Open)
            choices.append(MergeText::tr("%1: %2").arg(
                texts.label(entry), wording::choiceLabel(editing.draft().decision(entry.path).choice, texts.system())));
    }
    choices.removeDuplicates();
    return choices.join(u" · "_s);
}

QString recordOf(const MergeEditing &editing)
{
    return wording::recordHeading(editing.draft().schema().type, editing.conflictCase().name);
}

//! Takes up a case and decides it as the others. false: it has become another one.
bool decideAlike(MergeEditing &editing, const ConflictCase &similar, const FieldSides &sides)
{
    if (!editing.open(similar))
        return false;
    const auto decided = decidedAlike(editing.draft(), sides);
    if (!decided)
        return false;
    const auto decisions = decided->decisions();
    for (auto it = decisions.begin(); it != decisions.end(); ++it)
        editing.choose(it.key(), it->choice);
    return true;
}

//! The first line of another conflict.
bool isTickable(const QTreeWidgetItem &line)
{
    return line.flags() & Qt::ItemIsUserCheckable && line.data(0, Qt::CheckStateRole).isValid();
}

bool weighsMuch(const MergeDraft &draft)
{
    const auto &entries = draft.entries();
    return std::any_of(entries.begin(), entries.end(), [](const auto &entry) {
        return entry.section == MergeDraft::Section::Open && entry.severity >= Severity::High;
    });
}

} // namespace

SimilarDialog::SimilarDialog(const Schema &schema, MergeEditing &editing, const QList<ConflictCase> &similar,
                             const FieldSides &sides, QWidget *parent)
    : QDialog(parent), m_tree(new QTreeWidget(this)), m_hint(new QLabel(this)), m_always(new QCheckBox(this)), m_sides(sides)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(MergeText::tr("The same for similar conflicts"));
    auto *text = new QLabel(
        MergeText::tr("%1. The same choice settles the conflicts below. Each is decided and kept in the history on its own; "
                      "together they can be taken back until they are sent.")
            .arg(choicesOf(editing)),
        this);
    text->setWordWrap(true);
    text->setTextFormat(Qt::PlainText);
    m_hint->setWordWrap(true);
    m_hint->setTextFormat(Qt::PlainText);
    makeTree(editing);
    makeAlways(editing);
    add(editing, editing.conflictCase().conflict.id);
    MergeEditing other(schema);
    for (const auto &one : similar) {
        if (!decideAlike(other, one, sides))
            continue;
        m_tasks.append({one.conflict.id, recordOf(other), resolutionOf(other.draft())});
        add(other, one.conflict.id);
    }
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_tick = buttons->addButton(QString(), QDialogButtonBox::ActionRole);
    m_decide = buttons->addButton(QString(), QDialogButtonBox::AcceptRole);
    m_decide->setDefault(true);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(text);
    layout->addWidget(m_tree, 1);
    layout->addWidget(m_hint);
    layout->addWidget(m_always);
    layout->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * kWidthOfSimilar, fontMetrics().lineSpacing() * kHeightOfSimilar);
    connect(m_tree, &QTreeWidget::itemChanged, this, &SimilarDialog::updateTexts);
    connect(m_tree, &QTreeWidget::currentItemChanged, this, &SimilarDialog::updateTexts);
    connect(m_tick, &QPushButton::clicked, this, [this] { tickAll(tickedCount() > 0 ? Qt::Unchecked : Qt::Checked); });
    connect(buttons, &QDialogButtonBox::accepted, this, &SimilarDialog::confirm);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(&editing, &MergeEditing::opened, this, &QDialog::reject); // it is about something else now
    connect(&editing, &MergeEditing::changed, this, &QDialog::reject);
    paintSides();
    m_tree->setCurrentItem(m_tree->topLevelItem(0));
    m_tree->setFocus();
    updateTexts();
}

void SimilarDialog::makeTree(const MergeEditing &editing)
{
    m_tree->setHeaderLabels({MergeText::tr("Record"), MergeText::tr("Field"), MergeText::tr("Mine"),
                             EntryTexts(editing).system(), MergeText::tr("Result")});
    m_tree->setRootIsDecorated(false);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setUniformRowHeights(true);
    m_tree->setAccessibleName(MergeText::tr("Conflicts that are decided; the space bar ticks"));
    m_tree->header()->setSectionResizeMode(QHeaderView::Stretch);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(Record, QHeaderView::ResizeToContents);
    m_tree->header()->setMaximumSectionSize(fontMetrics().averageCharWidth() * kWidthOfSimilar / 2);
}

//! Only about fields that there may be a rule about (UX.md 1.2 J27).
void SimilarDialog::makeAlways(const MergeEditing &editing)
{
    const auto &entries = editing.draft().entries();
    const auto allowed = ruledFields(editing.draft().schema());
    const bool mayRule = std::all_of(entries.begin(), entries.end(), [&](const MergeDraft::Entry &entry) {
        return entry.section != MergeDraft::Section::Open || (isSimple(entry) && !entry.rows && allowed.contains(entry.path));
    });
    m_always->setText(MergeText::tr("Decide it &always so from now on, without a question"));
    m_always->setEnabled(mayRule);
    m_always->setToolTip(mayRule ? MergeText::tr("Makes a rule for each of these fields, to be changed or taken back under \"Rules\".")
                                 : MergeText::tr("There is no such rule about fields that weigh much, nor about fields of rows: you are asked each time."));
    m_always->setAccessibleDescription(m_always->toolTip());
}

//! A line for each field. The first has the tick; the conflict in hand, which comes first of all, is decided in any case.
void SimilarDialog::add(const MergeEditing &decided, qint64 conflict)
{
    const bool inHand = m_tree->topLevelItemCount() == 0;
    const bool looksFirst = !inHand && weighsMuch(decided.draft()); // a person ticks it
    QStringList hints;
    if (looksFirst)
        hints.append(MergeText::tr("This weighs much: look at it before you tick it."));
    for (const auto &line : mergeHints(decided))
        hints.append(line.text);
    bool first = true;
    for (const auto &entry : decided.draft().entries()) {
        if (entry.section != MergeDraft::Section::Open)
            continue;
        auto *line = new QTreeWidgetItem(m_tree);
        fill(*line, decided, entry);
        line->setData(Record, ConflictRole, conflict);
        line->setData(Record, HintRole, hints.join(u'\n'));
        line->setData(Record, Qt::AccessibleDescriptionRole, hints.join(u'\n'));
        line->setData(Record, LooksFirstRole, looksFirst);
        if (!std::exchange(first, false))
            continue;
        line->setText(Record, inHand ? MergeText::tr("%1 (this one)").arg(recordOf(decided)) : recordOf(decided));
        if (!hints.isEmpty())
            line->setIcon(Record, markIcon(Mark::Information));
        line->setFlags(inHand ? line->flags() & ~Qt::ItemIsUserCheckable : line->flags() | Qt::ItemIsUserCheckable);
        line->setCheckState(Record, looksFirst ? Qt::Unchecked : Qt::Checked);
    }
}

void SimilarDialog::fill(QTreeWidgetItem &line, const MergeEditing &decided, const MergeDraft::Entry &entry)
{
    const EntryTexts texts(decided);
    const auto &draft = decided.draft();
    const std::pair<Column, QString> cells[]{{FieldName, texts.fullLabel(entry)},
                                             {Mine, texts.value(entry, entry.mine)},
                                             {Theirs, texts.value(entry, entry.theirs)},
                                             {Outcome, texts.value(entry, draft.valueOf(entry))}};
    for (const auto &[column, text] : cells) {
        line.setText(column, text);
        line.setToolTip(column, text);
        line.setData(column, Qt::AccessibleTextRole,
                     MergeText::tr("%1: %2").arg(m_tree->headerItem()->text(column), text));
    }
    line.setData(Outcome, SideRole, int(draft.decision(entry.path).choice));
}

void SimilarDialog::paintSides()
{
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i) {
        auto *line = m_tree->topLevelItem(i);
        if (const auto tint = sideTint(Choice(line->data(Outcome, SideRole).toInt())))
            line->setBackground(Outcome, *tint);
    }
}

void SimilarDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        paintSides();
}

//! What weighs much is ticked one by one.
void SimilarDialog::tickAll(Qt::CheckState state)
{
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i) {
        auto *line = m_tree->topLevelItem(i);
        if (isTickable(*line) && (state == Qt::Unchecked || !line->data(Record, LooksFirstRole).toBool()))
            line->setCheckState(Record, state);
    }
}

bool SimilarDialog::isTicked(qint64 conflict) const
{
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i) {
        const auto *line = m_tree->topLevelItem(i);
        if (line->data(Record, ConflictRole).toLongLong() == conflict)
            return line->checkState(Record) == Qt::Checked; // its first line
    }
    return false;
}

bool SimilarDialog::canTickAll() const
{
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i) {
        const auto *line = m_tree->topLevelItem(i);
        if (isTickable(*line) && !line->data(Record, LooksFirstRole).toBool())
            return true;
    }
    return false;
}

int SimilarDialog::tickedCount() const
{
    return int(std::count_if(m_tasks.begin(), m_tasks.end(),
                             [this](const DecisionBatch::Task &task) { return isTicked(task.conflict); }));
}

void SimilarDialog::updateTexts()
{
    const int ticked = tickedCount();
    m_tick->setText(ticked > 0 ? MergeText::tr("&Tick none") : MergeText::tr("&Tick all"));
    m_tick->setEnabled(ticked > 0 || canTickAll());
    m_decide->setText(MergeText::tr("&Decide %n conflict(s)", nullptr, ticked + 1));
    m_decide->setEnabled(ticked > 0);
    const auto *current = m_tree->currentItem();
    m_hint->setText(current ? current->data(Record, HintRole).toString() : QString());
    m_hint->setVisible(!m_hint->text().isEmpty());
}

// Closed first: what is decided now is what would close it.
void SimilarDialog::confirm()
{
    QList<DecisionBatch::Task> others;
    for (const auto &task : std::as_const(m_tasks)) {
        if (isTicked(task.conflict))
            others.append(task);
    }
    accept();
    Q_EMIT confirmed(others, m_always->isChecked() ? m_sides : FieldSides());
}

} // namespace frost
