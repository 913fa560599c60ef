// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/conflicts/mergeediting.h"

#include <QWidget>

class QLabel;
class QTextEdit;

namespace frost {

//! Mine and theirs of a long text beside each other, whole, with marks where they differ (UX.md 1.2 C13). To be read and
//! copied from; chosen is in the fields above. Hidden where there is no long text to compare. UI thread.
class TextCompare final : public QWidget
{
    Q_OBJECT
public:
    //! @param editing must outlive this
    explicit TextCompare(MergeEditing &editing, QWidget *parent = nullptr);

    //! @param entry of the editing; nullptr: none
    void present(const MergeDraft::Entry *entry);
    void retranslate();

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Pane {
        QLabel *title;
        QTextEdit *text;
    };
    [[nodiscard]] Pane makePane();
    //! What is compared, and what the sides are called.
    struct Shown {
        QString label; //!< of the field
        QString mine;
        QString theirs;
        QString theirsTitle;
        friend bool operator==(const Shown &, const Shown &) = default;
    };
    void fill();
    void fillPane(const Pane &pane, const QString &title, Choice side);

    MergeEditing &m_editing;
    Shown m_shown;
    Pane m_minePane;
    Pane m_theirsPane;
};

} // namespace frost
