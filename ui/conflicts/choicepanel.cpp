// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conflicts/choicepanel.h"

#include "core/conflict/simple.h"
#include "ui/conflicts/entrytexts.h"
#include "ui/conflicts/marks.h"
#include "ui/conflicts/mergesentences.h"
#include "ui/conflicts/mergetext.h"
#include "ui/conflicts/mergewords.h"

#include <QEvent>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

//! Characters of a value that are read at a glance; longer texts are compared in the dialog, word by word.
constexpr qsizetype kGlance = 200;

enum PanelColumn { FieldColumn, MineValue, MineButton, TheirsValue, TheirsButton };

bool isAtAGlance(const QJsonValue &value)
{
    const auto text = value.toString();
    return text.size() <= kGlance && text.count(u'\n') <= 2;
}

QString takeText(const MergeEditing &editing, Choice side)
{
    return side == Choice::Mine ? MergeText::tr("Take mine")
                                : MergeText::tr("Take that of %1").arg(EntryTexts(editing).systemInSentence());
}

} // namespace

ChoicePanel::ChoicePanel(MergeEditing &editing, QWidget *parent) : QFrame(parent), m_editing(editing)
{
    setFrameShape(QFrame::StyledPanel);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    setAccessibleName(MergeText::tr("Choose what holds"));
    connect(&editing, &MergeEditing::opened, this, &ChoicePanel::rebuild);
    connect(&editing, &MergeEditing::changed, this, &ChoicePanel::showChosen);
}

bool ChoicePanel::hasRoomFor(const MergeDraft &draft)
{
    const auto &entries = draft.entries();
    return std::all_of(entries.begin(), entries.end(), [](const MergeDraft::Entry &entry) {
        return entry.section != MergeDraft::Section::Open || (isAtAGlance(entry.mine) && isAtAGlance(entry.theirs));
    });
}

void ChoicePanel::rebuild()
{
    m_lines.clear();
    delete m_content;
    m_content = new QWidget(this);
    auto *column = new QVBoxLayout(m_content);
    layout()->addWidget(m_content);
    if (!m_editing.isOpen())
        return;
    auto *who = new QLabel(wording::whoAndWhen(m_editing), m_content);
    who->setWordWrap(true);
    column->addWidget(who);
    auto *grid = new QGridLayout;
    grid->setColumnStretch(MineValue, 1);
    grid->setColumnStretch(TheirsValue, 1);
    column->addLayout(grid);
    addHeadings(*grid);
    for (const auto &entry : m_editing.draft().entries()) {
        if (entry.section == MergeDraft::Section::Open)
            addLine(*grid, entry);
    }
    showChosen();
    paintSides();
}

void ChoicePanel::addHeadings(QGridLayout &grid)
{
    const auto &conflict = m_editing.conflictCase().conflict;
    const auto &person = conflict.theirsBy;
    const auto system = EntryTexts(m_editing).system();
    const auto add = [&](int column, const QString &side, const QString &when) {
        auto *label = new QLabel(u"<b>%1</b> · %2"_s.arg(side.toHtmlEscaped(), when.toHtmlEscaped()), m_content);
        label->setWordWrap(true);
        grid.addWidget(label, 0, column, 1, 2);
    };
    add(MineValue, MergeText::tr("Mine"), wording::momentText(conflict.mineAt));
    add(TheirsValue, person.isEmpty() ? system : MergeText::tr("%1, %2", "system, person").arg(system, person),
        wording::momentText(conflict.theirsAt));
}

void ChoicePanel::addLine(QGridLayout &grid, const MergeDraft::Entry &entry)
{
    const int row = grid.rowCount();
    const Line line{entry.path, valueLabel(entry, entry.mine), valueLabel(entry, entry.theirs),
                    button(entry, Choice::Mine), button(entry, Choice::Theirs)};
    grid.addWidget(fieldLabel(entry), row, FieldColumn);
    grid.addWidget(line.mineValue, row, MineValue);
    grid.addWidget(line.mine, row, MineButton);
    grid.addWidget(line.theirsValue, row, TheirsValue);
    grid.addWidget(line.theirs, row, TheirsButton);
    m_lines.append(line);
}

//! The field, and what it said before either side changed it.
QLabel *ChoicePanel::fieldLabel(const MergeDraft::Entry &entry)
{
    const EntryTexts texts(m_editing);
    auto *label = new QLabel(u"<b>%1</b><br>%2"_s.arg(texts.fullLabel(entry).toHtmlEscaped(),
                                                      MergeText::tr("Before: %1")
                                                          .arg(texts.value(entry, entry.base))
                                                          .toHtmlEscaped()),
                             m_content);
    label->setWordWrap(true);
    label->setToolTip(wording::entrySentence(m_editing, entry));
    return label;
}

QLabel *ChoicePanel::valueLabel(const MergeDraft::Entry &entry, const QJsonValue &value)
{
    auto *label = new QLabel(EntryTexts(m_editing).longValue(entry, value), m_content);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setWordWrap(true);
    label->setAutoFillBackground(true);
    label->setMargin(fontMetrics().height() / 4);
    return label;
}

//! What may not be taken is not offered.
QPushButton *ChoicePanel::button(const MergeDraft::Entry &entry, Choice side)
{
    const EntryTexts texts(m_editing);
    const auto value = texts.value(entry, side == Choice::Mine ? entry.mine : entry.theirs);
    auto *button = new QPushButton(takeText(m_editing, side), m_content);
    button->setAutoDefault(false);
    button->setAccessibleName(MergeText::tr("%1: %2: %3", "field: take mine: value")
                                  .arg(texts.fullLabel(entry), button->text(), value));
    button->setToolTip(MergeText::tr("%1 (%2)").arg(button->text(), side == Choice::Mine ? u"2"_s : u"3"_s));
    button->setVisible(mayTake(m_editing.draft(), entry.path, side));
    connect(button, &QPushButton::clicked, this, [this, path = entry.path, side] { Q_EMIT pressed(path, side); });
    return button;
}

void ChoicePanel::showChosen()
{
    for (const auto &line : std::as_const(m_lines)) {
        const auto choice = m_editing.draft().decision(line.path).choice;
        for (const auto &[button, side] : {std::pair(line.mine, Choice::Mine), std::pair(line.theirs, Choice::Theirs)}) {
            button->setIcon(choice == side ? markIcon(Mark::Chosen) : QIcon());
            button->setAccessibleDescription(choice == side ? MergeText::tr("Chosen") : QString());
        }
    }
}

void ChoicePanel::focusOpen()
{
    for (const auto &line : std::as_const(m_lines)) {
        if (m_editing.draft().decision(line.path).choice == Choice::None) {
            (line.mine->isHidden() ? line.theirs : line.mine)->setFocus(Qt::ShortcutFocusReason);
            return;
        }
    }
    if (!m_lines.isEmpty())
        m_lines.first().mine->setFocus(Qt::ShortcutFocusReason);
}

void ChoicePanel::showEvent(QShowEvent *event)
{
    QFrame::showEvent(event);
    const auto on = [this](const QKeySequence &keys, auto slot) {
        m_keys.append(new QShortcut(keys, this, slot));
        m_keys.constLast()->setAutoRepeat(false); // held down it is pressed once: the second time confirms a warning
    };
    if (!m_keys.isEmpty())
        return;
    on(Qt::Key_F8, [this] { focusOpen(); });
    on(Qt::CTRL | Qt::SHIFT | Qt::Key_2, [this] { Q_EMIT pressedForAll(Choice::Mine); });
    on(Qt::CTRL | Qt::SHIFT | Qt::Key_3, [this] { Q_EMIT pressedForAll(Choice::Theirs); });
}

void ChoicePanel::hideEvent(QHideEvent *event)
{
    QFrame::hideEvent(event);
    for (auto *key : std::exchange(m_keys, {})) {
        key->setEnabled(false); // it may be what hides the panel
        key->deleteLater();
    }
}

void ChoicePanel::keyPressEvent(QKeyEvent *event)
{
    const bool plain = !(event->modifiers() & ~Qt::KeypadModifier) && !event->isAutoRepeat();
    const bool isChoice = plain && (event->key() == Qt::Key_2 || event->key() == Qt::Key_3);
    const auto line = std::find_if(m_lines.begin(), m_lines.end(),
                                   [](const Line &one) { return one.mine->hasFocus() || one.theirs->hasFocus(); });
    if (!isChoice || line == m_lines.end())
        return QFrame::keyPressEvent(event);
    Q_EMIT pressed(QString(line->path), event->key() == Qt::Key_2 ? Choice::Mine : Choice::Theirs);
}

void ChoicePanel::paintSides()
{
    const auto paint = [](QLabel *label, Choice side) {
        QPalette colours; // the application's
        if (const auto tint = sideTint(side))
            colours.setColor(QPalette::Window, *tint);
        label->setPalette(colours);
    };
    for (const auto &line : std::as_const(m_lines)) {
        paint(line.mineValue, Choice::Mine);
        paint(line.theirsValue, Choice::Theirs);
    }
}

void ChoicePanel::retranslate()
{
    setAccessibleName(MergeText::tr("Choose what holds"));
    if (m_editing.isOpen())
        rebuild();
}

void ChoicePanel::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        paintSides();
}

} // namespace frost
