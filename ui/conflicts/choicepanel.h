// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/conflicts/mergeediting.h"

#include <QFrame>

class QGridLayout;
class QLabel;
class QPushButton;

namespace frost {

//! The open fields of a simple conflict, mine and theirs beside each other with a button each. On a button, 2 takes mine and
//! 3 theirs, as in the merge dialog. Shows an editing and tells what is pressed; decides nothing. UI thread.
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

protected:
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
    QList<Line> m_lines;
};

} // namespace frost
