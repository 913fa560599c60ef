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
    void fill();
    void fillPane(const Pane &pane, const QString &title, Choice side);
    void name(const Pane &pane, const QString &title, const QStringList &differing);

    MergeEditing &m_editing;
    QString m_label; //!< of the field
    QString m_mine;
    QString m_theirs;
    Pane m_minePane;
    Pane m_theirsPane;
};

} // namespace frost
