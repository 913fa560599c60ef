// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/conflicts/mergeediting.h"

#include <QFrame>

class QGridLayout;
class QLabel;
class QPushButton;
class QShortcut;

namespace frost {

//! The open fields of a simple conflict, mine and theirs beside each other with a button each. On a button, 2 takes mine and
//! 3 theirs, as in the merge dialog; while it can be seen, F8 goes to the first open field, Ctrl+Shift+2 and Ctrl+Shift+3 take
//! a side for all. Shows an editing and tells what is pressed; decides nothing. UI thread.
class ChoicePanel final : public QFrame
{
    Q_OBJECT
public:
    //! @param editing must outlive the panel
    explicit ChoicePanel(MergeEditing &editing, QWidget *parent = nullptr);

    //! Whether everything about the open fields can be read here.
    [[nodiscard]] static bool hasRoomFor(const MergeDraft &draft);
    void focusOpen();
    void retranslate();

Q_SIGNALS:
    void pressed(const QString &path, frost::Choice side);
    void pressedForAll(frost::Choice side);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Line {
        QString path;
        QLabel *mineValue;
        QLabel *theirsValue;
        QPushButton *mine;
        QPushButton *theirs;
    };
    void rebuild();
    void addHeadings(QGridLayout &grid);
    void addLine(QGridLayout &grid, const MergeDraft::Entry &entry);
    [[nodiscard]] QLabel *fieldLabel(const MergeDraft::Entry &entry);
    [[nodiscard]] QLabel *valueLabel(const MergeDraft::Entry &entry, const QJsonValue &value);
    [[nodiscard]] QPushButton *button(const MergeDraft::Entry &entry, Choice side);
    void showChosen();
    void paintSides();

    MergeEditing &m_editing;
    QWidget *m_content = nullptr; //!< made anew for each conflict
    QList<QShortcut *> m_keys;    //!< there are several panels in a window, and one that is seen
    QList<Line> m_lines;
};

} // namespace frost
