// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/outbox/queueeditor.h"

#include <QMessageBox>

namespace frost {

//! What discarding one operation would do, in words, and what the person wants. Show it with open(). UI thread.
class DiscardDialog final : public QMessageBox
{
    Q_OBJECT
public:
    enum class Choice {
        Discard,      //!< as QueueEditor::discard()
        DeleteRecord, //!< a new record is not to be kept here either
    };
    //! @param what  "New invoice 1043*"  @param connection  "the company server"
    DiscardDialog(const Schema &schema, const QueueEditor::Prospect &prospect, const QString &what,
                  const QString &connection, QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(frost::DiscardDialog::Choice choice);

private:
    void askToKeep(const EntitySchema &schema, const QueueEditor::Prospect &prospect, const QString &what);
    void askToUndo(const EntitySchema &schema, const QueueEditor::Prospect &prospect, const QString &what,
                   const QString &connection);
    void askToRevive(const QString &what);
    void askToDrop(const QString &what);
    void showIcon(const QString &name);
    void offer(const QString &text, ButtonRole role, Choice choice);
};

} // namespace frost
