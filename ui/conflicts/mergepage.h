// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/conflicts/mergeediting.h"
#include "ui/conflicts/mergehints.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QScrollArea;

namespace frost {

class CompanySession;
class MergeTree;
class MessageLines;
class TextCompare;
class TotalsView;

//! Everything about the one conflict being worked on: who, what and when; buttons; the fields; the sums; messages.
class MergePage final : public QWidget
{
    Q_OBJECT
public:
    //! @param session, editing must outlive the page
    MergePage(CompanySession &session, MergeEditing &editing, QWidget *parent = nullptr);

    [[nodiscard]] MergeTree &tree() { return *m_tree; }
    //! The fields get the focus: now, or as soon as there are any to be seen.
    void takeFocus();
    //! What the dialog itself has to say, above the hints of the merge.
    void setNotices(const QList<MessageLine> &notices);
    //! What stands here instead of a conflict.
    void setEmptyText(const QString &text);
    void takeAll(Choice side);
    void takeNewest();
    void takeSuggestions();
    void retranslate();

Q_SIGNALS:
    //! Theirs is taken, and a correction of it is made.
    void correctionWanted();
    void keepBothWanted(); //!< they are two records
    //! Something was decided; in words for a screen reader.
    void announced(const QString &text);

private:
    [[nodiscard]] QLayout *makeButtons();
    void update();
    void updateTexts();
    void updateButtons();
    void updateBulk(QPushButton &button, Choice side, const QString &text, const QKeySequence &keys);
    [[nodiscard]] QString whyNotNewest() const; //!< "": it can be had
    void updateSentence();
    void scrollToMessage();
    void toggleUnchanged();

    CompanySession &m_session;
    MergeEditing &m_editing;
    QLabel *m_heading;
    QLabel *m_who;
    QLabel *m_left;
    QPushButton *m_allMine;
    QPushButton *m_allTheirs;
    QPushButton *m_newest;
    QPushButton *m_asBefore;
    QPushButton *m_correct;
    QPushButton *m_both;
    QPushButton *m_undo;
    QPushButton *m_unchanged;
    MergeTree *m_tree;
    TextCompare *m_compare;
    QLabel *m_sentence;
    TotalsView *m_totals;
    MessageLines *m_messages;
    QScrollArea *m_scroll;
    QWidget *m_content;
    QList<MessageLine> m_notices;
    QString m_emptyText;
    bool m_isFocusWanted = false;
};

} // namespace frost
