// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QHash>

class QMenu;
class QMenuBar;
class QWidget;

namespace frost {

//! Everything the main window's menus offer.
enum class Command {
    NewRecord, OpenCompany, NewCompany, ConnectServer, ImportSie, BackUp, RestoreBackup, Quit,
    SaveRecord, DeleteRecord, Copy, Find,
    ShowSync, ShowConflicts, ShowRules, SyncNow, WorkOffline, PauseSync,
    LookSystem, LookLight, LookDark, English, Swedish,
    Shortcuts, About,
};

//! The commands as actions in menus, from one table: words, keys, icons, roles on macOS. No two share a key.
class Actions
{
public:
    //! @param owner gets the actions, so that their keys work all over the window
    Actions(QWidget &owner, QMenuBar &menus);

    [[nodiscard]] QAction &operator[](Command command) const { return *m_actions.value(command); }
    [[nodiscard]] QList<QAction *> all() const;
    //! The words in the language of now.
    void retranslate();

private:
    QHash<Command, QAction *> m_actions;
    QList<Command> m_order;
    QHash<int, QMenu *> m_menus;
};

} // namespace frost
