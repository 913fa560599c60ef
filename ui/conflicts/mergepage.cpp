// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conflicts/mergepage.h"

#include "ui/conflicts/entrytexts.h"
#include "ui/conflicts/mergesentences.h"
#include "ui/conflicts/mergetext.h"
#include "ui/conflicts/mergetree.h"
#include "ui/conflicts/messagelines.h"
#include "ui/conflicts/textcompare.h"
#include "ui/conflicts/totalsview.h"
#include "ui/session/companysession.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/keynames.h"
#include "ui/wording/labels.h"

#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

//! Clocks that differ more say nothing about which of two changes was first (UX.md 1.2 J25).
constexpr auto kClockTrusted = std::chrono::minutes(2);
constexpr qreal kHeadingScale = 1.4;

QLabel *wrappedLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setWordWrap(true);
    return label;
}

} // namespace

MergePage::MergePage(CompanySession &session, MergeEditing &editing, QWidget *parent)
    : QWidget(parent),
      m_session(session),
      m_editing(editing),
      m_heading(wrappedLabel(this)),
      m_scroll(new QScrollArea(this)), m_content(new QWidget(m_scroll))
{
    m_heading->setTextFormat(Qt::PlainText);
    auto font = m_heading->font();
    font.setBold(true);
    font.setPointSizeF(font.pointSizeF() * kHeadingScale);
    m_heading->setFont(font);
    m_who = wrappedLabel(m_content);
    m_left = wrappedLabel(m_content);
    auto *buttons = makeButtons(); // made in the order of Tab
    m_tree = new MergeTree(session, editing, m_content);
    m_compare = new TextCompare(editing, m_content);
    m_sentence = wrappedLabel(m_content);
    m_sentence->setTextFormat(Qt::PlainText);
    m_totals = new TotalsView(editing, m_content);
    m_messages = new MessageLines(m_content);
    auto *inside = new QVBoxLayout(m_content);
    inside->setContentsMargins({});
    inside->addWidget(m_who);
    inside->addWidget(m_left);
    inside->addLayout(buttons);
    inside->addWidget(m_tree, 1);
    inside->addWidget(m_compare);
    inside->addWidget(m_sentence);
    inside->addWidget(m_totals);
    inside->addWidget(m_messages);
    m_scroll->setWidget(m_content); // large letters on a small screen: the tree keeps its lines
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus); // what is in it has the focus, and is scrolled to
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_heading);
    layout->addWidget(m_scroll, 1);
    layout->addStretch(0);
    connect(&editing, &MergeEditing::opened, this, &MergePage::update);
    connect(&editing, &MergeEditing::changed, this, &MergePage::update);
    connect(&editing.undoGroup(), &QUndoGroup::indexChanged, this, [this] {
        if (m_editing.isOpen()) // what can be undone is known only after the change
            updateButtons();
    });
    connect(&session, &CompanySession::statusChanged, this, [this] {
        if (m_editing.isOpen()) // the clocks may have been compared
            updateButtons();
    });
    connect(m_tree, &MergeTree::announced, this, &MergePage::announced);
    connect(m_tree, &MergeTree::currentPathChanged, this, &MergePage::updateSentence);
    connect(m_messages, &MessageLines::walked, this, &MergePage::scrollToMessage);
    update();
}

QLayout *MergePage::makeButtons()
{
    auto *row = new FlowLayout;
    const auto add = [&](auto slot) {
        auto *button = new QPushButton(m_content);
        button->setAutoDefault(false); // Enter belongs to the fields
        connect(button, &QPushButton::clicked, this, slot);
        row->addWidget(button);
        return button;
    };
    m_allMine = add([this] { takeAll(Choice::Mine); });
    m_allTheirs = add([this] { takeAll(Choice::Theirs); });
    m_newest = add([this] { takeNewest(); });
    m_asBefore = add([this] { takeSuggestions(); });
    m_correct = add([this] { Q_EMIT correctionWanted(); });
    m_both = add([this] { Q_EMIT keepBothWanted(); });
    m_undo = add([this] { m_editing.undoGroup().undo(); });
    m_unchanged = add([this] { toggleUnchanged(); });
    return row;
}

void MergePage::setNotices(const QList<MessageLine> &notices)
{
    m_notices = notices;
    m_messages->setLines(m_editing.isOpen() ? m_notices + mergeHints(m_editing) : m_notices);
}

void MergePage::setEmptyText(const QString &text)
{
    m_emptyText = text;
    update();
}

// What is decided already changes only at a second click, which says how much it changes (UX.md 1.2 J24).
void MergePage::takeAll(Choice side)
{
    if (!m_editing.isOpen())
        return;
    const bool all = m_editing.draft().openCount() == 0;
    m_editing.chooseAll(side, all ? MergeDraft::Overrule::Yes : MergeDraft::Overrule::No);
    Q_EMIT announced(MergeText::tr("%n left", nullptr, int(m_editing.draft().openCount())));
}

void MergePage::takeNewest()
{
    if (m_editing.isOpen() && whyNotNewest().isEmpty())
        m_editing.chooseNewest(m_editing.conflictCase().conflict.theirsAt);
}

void MergePage::takeSuggestions()
{
    if (!m_editing.isOpen())
        return;
    m_editing.takeSuggestions();
    Q_EMIT announced(MergeText::tr("%n left", nullptr, int(m_editing.draft().openCount())));
}

void MergePage::toggleUnchanged()
{
    const auto path = m_tree->currentPath();
    auto &model = m_tree->mergeModel();
    model.setUnchanged(model.unchanged() == Unchanged::Shown ? Unchanged::Hidden : Unchanged::Shown);
    if (path)
        m_tree->goTo(*path);
    updateButtons();
}

void MergePage::retranslate()
{
    m_tree->retranslate();
    m_compare->retranslate();
    m_totals->retranslate();
    update();
}

void MergePage::takeFocus()
{
    m_isFocusWanted = !m_editing.isOpen();
    if (!m_isFocusWanted)
        m_tree->setFocus();
}

void MergePage::update()
{
    m_scroll->setVisible(m_editing.isOpen());
    m_heading->setText(m_emptyText);
    if (!m_editing.isOpen())
        return;
    if (m_isFocusWanted)
        takeFocus();
    updateTexts();
    updateButtons();
    updateSentence();
}

void MergePage::updateTexts()
{
    m_heading->setText(wording::recordHeading(m_editing.draft().schema().type, m_editing.conflictCase().name));
    m_who->setText(wording::whoAndWhen(m_editing));
    m_left->setText(wording::whatIsLeft(m_editing));
    m_messages->setLines(m_notices + mergeHints(m_editing));
}

void MergePage::updateButtons()
{
    const auto &draft = m_editing.draft();
    updateBulk(*m_allMine, Choice::Mine, MergeText::tr("All &mine"), Qt::CTRL | Qt::SHIFT | Qt::Key_2);
    updateBulk(*m_allTheirs, Choice::Theirs, MergeText::tr("All &from %1").arg(EntryTexts(m_editing).systemInSentence()),
               Qt::CTRL | Qt::SHIFT | Qt::Key_3);
    m_newest->setText(MergeText::tr("&Newest per field"));
    const auto why = whyNotNewest();
    m_newest->setEnabled(why.isEmpty());
    m_newest->setToolTip(why.isEmpty() ? MergeText::tr("Gives each open field to the side that changed it last") : why);
    m_newest->setAccessibleDescription(m_newest->toolTip());
    const auto suggested = int(m_editing.suggestionCount());
    m_asBefore->setVisible(suggested > 0);
    m_asBefore->setText(MergeText::tr("As &before (%1)").arg(suggested));
    m_asBefore->setToolTip(MergeText::tr("Chooses as you did in such cases before; the reasons are below the fields"));
    m_asBefore->setAccessibleDescription(m_asBefore->toolTip());
    const auto correction = m_editing.correctionStep();
    m_correct->setVisible(!correction.isEmpty());
    const bool keepsMine = draft.closedThere() && !correction.isEmpty() && m_editing.correctionKeepsOther();
    m_correct->setText(keepsMine ? MergeText::tr("Keep mine as a &correction")
                                 : MergeText::tr("&Correct it: %1").arg(wording::stepLabel(correction)));
    m_correct->setToolTip(keepsMine ? MergeText::tr("Takes what is in %1, and makes a voucher that takes it back and books yours instead")
                                          .arg(EntryTexts(m_editing).systemInSentence())
                          : draft.closedThere() ? MergeText::tr("Takes what is in %1, and makes a record that corrects it").arg(EntryTexts(m_editing).systemInSentence())
                                              : MergeText::tr("Keeps yours, and makes a record that corrects it"));
    m_correct->setAccessibleDescription(m_correct->toolTip());
    m_both->setVisible(m_editing.conflictCase().keepBoth.has_value());
    m_both->setText(MergeText::tr("Keep &both …"));
    m_both->setToolTip(MergeText::tr("They are two records: yours gets another number"));
    m_both->setAccessibleDescription(m_both->toolTip());
    m_undo->setText(MergeText::tr("&Undo"));
    m_undo->setEnabled(m_editing.undoGroup().canUndo());
    m_undo->setToolTip(withKeyName(MergeText::tr("Undo: %1").arg(m_editing.undoGroup().undoText()), QKeySequence::Undo));
    const auto count =
        std::count_if(draft.entries().begin(), draft.entries().end(),
                      [](const MergeDraft::Entry &entry) { return entry.section == MergeDraft::Section::Unchanged; });
    const bool shown = m_tree->mergeModel().unchanged() == Unchanged::Shown;
    m_unchanged->setText(shown ? MergeText::tr("&Hide unchanged (%1)").arg(count)
                               : MergeText::tr("Show unc&hanged (%1)").arg(count));
    m_unchanged->setEnabled(count > 0);
}

void MergePage::updateBulk(QPushButton &button, Choice side, const QString &text, const QKeySequence &keys)
{
    const auto changes = m_editing.overruled(side);
    const bool open = m_editing.draft().openCount() > 0;
    button.setText(open || changes == 0 ? withKeyName(text, keys) : MergeText::tr("%1 – changes %2").arg(text).arg(changes));
    const auto why = side == Choice::Mine ? wording::closedThere(m_editing) : wording::heldElsewhere(m_editing);
    button.setEnabled(why.isEmpty() && (open || changes > 0));
    button.setToolTip(why);
    button.setAccessibleDescription(button.toolTip());
}

QString MergePage::whyNotNewest() const
{
    const auto &conflict = m_editing.conflictCase().conflict;
    const auto system = EntryTexts(m_editing).systemInSentence();
    if (m_editing.draft().openCount() == 0)
        return MergeText::tr("There is nothing left to choose.");
    if (!conflict.theirsAt.isValid())
        return MergeText::tr("We do not know when it was changed in %1.").arg(system);
    if (!conflict.mineAt.isValid())
        return MergeText::tr("We do not know when it was changed here.");
    const auto ahead = m_session.status().clockAhead(conflict.connection);
    if (!ahead)
        return MergeText::tr("This computer's clock has not been compared with that of %1.").arg(system);
    if (std::chrono::abs(*ahead) > kClockTrusted)
        return MergeText::tr("This computer's clock differs by more than two minutes from that of %1.").arg(system);
    return {};
}

void MergePage::updateSentence()
{
    if (m_tree->hasFocus()) // with large letters it may have been scrolled away
        m_scroll->ensureWidgetVisible(m_tree, 0, 0);
    const auto path = m_tree->currentPath();
    const auto *entry = path ? m_editing.draft().entry(*path) : nullptr;
    m_sentence->setText(entry ? wording::entrySentence(m_editing, *entry) : QString());
    m_compare->present(entry);
}

// All of them may be more than fits, with large letters.
void MergePage::scrollToMessage()
{
    const auto *message = m_messages->hasFocus() ? m_messages->currentItem() : nullptr;
    if (!message)
        return;
    m_content->layout()->activate(); // where it will be, if that is about to change
    const auto place = m_messages->visualItemRect(message);
    const auto at = m_messages->mapTo(m_content, place.center());
    m_scroll->ensureVisible(at.x(), at.y(), 0, place.height() / 2 + 1);
}

} // namespace frost
