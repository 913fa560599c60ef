// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conflicts/textcompare.h"

#include "ui/conflicts/entrytexts.h"
#include "ui/conflicts/marks.h"
#include "ui/conflicts/mergetext.h"
#include "ui/conflicts/textmarks.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QScrollBar>
#include <QTextEdit>

#include <memory>
#include <utility>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

//! More than a cell of the fields shows at once.
constexpr qsizetype kLettersInACell = 40;
constexpr int kLinesShown = 5;

bool isLong(const QString &text)
{
    return text.size() > kLettersInACell || text.contains(u'\n');
}

//! Not by colour alone: what differs is underlined, and bold down to the letter.
QTextCharFormat formatOf(MarkedRun::Kind kind, const QColor &tint)
{
    QTextCharFormat format;
    if (kind == MarkedRun::Kind::Common)
        return format;
    format.setBackground(tint);
    format.setFontUnderline(true);
    if (kind == MarkedRun::Kind::Letters)
        format.setFontWeight(QFont::Bold);
    return format;
}

QString withoutSpaces(QString text)
{
    text.removeIf([](QChar letter) { return letter.isSpace(); });
    return text;
}

//! What only this text has, in whole words: a letter alone says nothing to who hears it.
QStringList differingIn(const QList<MarkedRun> &runs)
{
    QStringList differing;
    bool goesOn = false;
    for (const auto &run : runs) {
        const bool differs = run.kind != MarkedRun::Kind::Common;
        if (differs && goesOn)
            differing.last() += run.text;
        else if (differs)
            differing.append(run.text);
        goesOn = differs;
    }
    return differing;
}

//! For who does not see the marks.
QString whatDiffers(const QList<MarkedRun> &runs, const QString &other)
{
    QString text;
    for (const auto &run : runs)
        text += run.text;
    if (withoutSpaces(text) == withoutSpaces(other))
        return MergeText::tr("Only spaces or line breaks differ.");
    const auto differing = differingIn(runs);
    if (differing.isEmpty())
        return MergeText::tr("The other text has everything that is here, and more.");
    QStringList words;
    for (const auto &piece : differing)
        words.append(piece.simplified());
    words.removeAll(QString());
    return MergeText::tr("Only here: %1").arg(words.isEmpty() ? MergeText::tr("spaces or line breaks") : words.join(u" · "_s));
}

// A shorter text follows as far as it goes, and does not pull the longer one back.
void scrollTogether(QTextEdit &one, QTextEdit &other)
{
    const auto follows = std::make_shared<bool>(false);
    for (const auto &[from, to] : {std::pair(&one, &other), std::pair(&other, &one)}) {
        QObject::connect(from->verticalScrollBar(), &QScrollBar::valueChanged, to->verticalScrollBar(), [follows, bar = to->verticalScrollBar()](int value) {
            if (std::exchange(*follows, true))
                return;
            bar->setValue(value);
            *follows = false;
        });
    }
}

} // namespace

TextCompare::TextCompare(MergeEditing &editing, QWidget *parent)
    : QWidget(parent), m_editing(editing), m_minePane(makePane()), m_theirsPane(makePane())
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins({});
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    for (const auto &[column, pane] : {std::pair(0, m_minePane), std::pair(1, m_theirsPane)}) {
        grid->addWidget(pane.title, 0, column);
        grid->addWidget(pane.text, 1, column);
    }
    scrollTogether(*m_minePane.text, *m_theirsPane.text);
    hide();
}

TextCompare::Pane TextCompare::makePane()
{
    const Pane pane{new QLabel(this), new QTextEdit(this)};
    pane.title->setTextFormat(Qt::PlainText);
    pane.title->setBuddy(pane.text);
    pane.text->setReadOnly(true);
    pane.text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    pane.text->setTabChangesFocus(true);
    pane.text->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    return pane;
}

void TextCompare::present(const MergeDraft::Entry *entry)
{
    const bool isText = entry && entry->field && entry->field->longText;
    const auto mine = isText ? entry->mine.toString() : QString();
    const auto theirs = isText ? entry->theirs.toString() : QString();
    const bool isShown = mine != theirs && (isLong(mine) || isLong(theirs));
    if (isShown) {
        const EntryTexts texts(m_editing);
        const Shown shown{texts.fullLabel(*entry), mine, theirs, texts.theirsTitle().replace(u'\n', u" · "_s)};
        if (std::exchange(m_shown, shown) != shown)
            fill();
    }
    setVisible(isShown);
}

void TextCompare::retranslate()
{
    if (!m_editing.isOpen() || isHidden())
        return;
    m_shown.theirsTitle = EntryTexts(m_editing).theirsTitle().replace(u'\n', u" · "_s);
    fill();
}

void TextCompare::fill()
{
    for (const auto &pane : {m_minePane, m_theirsPane}) {
        const int margins = 2 * (pane.text->frameWidth() + int(pane.text->document()->documentMargin()));
        pane.text->setFixedHeight(kLinesShown * fontMetrics().lineSpacing() + margins);
    }
    fillPane(m_minePane, MergeText::tr("My change"), Choice::Mine);
    fillPane(m_theirsPane, m_shown.theirsTitle, Choice::Theirs);
}

void TextCompare::fillPane(const Pane &pane, const QString &title, Choice side)
{
    const bool isMine = side == Choice::Mine;
    const auto &other = isMine ? m_shown.theirs : m_shown.mine;
    const auto runs = markedBeside(isMine ? m_shown.mine : m_shown.theirs, other);
    pane.text->clear();
    auto cursor = pane.text->textCursor();
    for (const auto &run : runs)
        cursor.insertText(run.text, formatOf(run.kind, sideTint(side).value_or(QColor())));
    cursor.movePosition(QTextCursor::Start);
    pane.text->setTextCursor(cursor);
    pane.title->setText(MergeText::tr("%1: %2").arg(m_shown.label, title));
    pane.text->setAccessibleName(pane.title->text());
    pane.text->setAccessibleDescription(whatDiffers(runs, other));
}

void TextCompare::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    const bool looksOtherwise = event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange;
    if (looksOtherwise && m_editing.isOpen() && !isHidden())
        fill();
}

} // namespace frost
