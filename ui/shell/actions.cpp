// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/actions.h"

#include "ui/theme/icons.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QMenu>
#include <QMenuBar>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

enum class Menu { File, Edit, Sync, View, Help };

struct Line {
    Command command;
    Menu menu;
    const char *text;
    const char *key; //!< portable notation; "" none
    const char *icon;
    enum class Kind { Plain, Switch, Look, Language } kind = Kind::Plain;
    QAction::MenuRole role = QAction::NoRole;
};

constexpr Line kLines[]{
    {Command::NewRecord, Menu::File, QT_TRANSLATE_NOOP("Actions", "&New"), "Ctrl+N", "document-new"},
    {Command::SaveRecord, Menu::File, QT_TRANSLATE_NOOP("Actions", "&Save"), "Ctrl+S", "document-save"},
    {Command::OpenCompany, Menu::File, QT_TRANSLATE_NOOP("Actions", "&Open company …"), "Ctrl+Shift+O", "folder-open"},
    {Command::NewCompany, Menu::File, QT_TRANSLATE_NOOP("Actions", "New &company …"), "", "contact-new"},
    {Command::ConnectServer, Menu::File, QT_TRANSLATE_NOOP("Actions", "Connect to the company &server …"), "", "network-server"},
    {Command::ImportSie, Menu::File, QT_TRANSLATE_NOOP("Actions", "&Import SIE file …"), "Ctrl+I", "document-import"},
    {Command::BackUp, Menu::File, QT_TRANSLATE_NOOP("Actions", "Back &up company …"), "", "document-save"},
    {Command::RestoreBackup, Menu::File, QT_TRANSLATE_NOOP("Actions", "&Restore a backup …"), "", "edit-undo"},
    {Command::Quit, Menu::File, QT_TRANSLATE_NOOP("Actions", "&Quit"), "Ctrl+Q", "window-close", Line::Kind::Plain, QAction::QuitRole},
    {Command::Copy, Menu::Edit, QT_TRANSLATE_NOOP("Actions", "&Copy rows"), "Ctrl+Shift+C", "edit-copy"},
    {Command::DeleteRecord, Menu::Edit, QT_TRANSLATE_NOOP("Actions", "&Delete"), "Ctrl+Shift+Del", "edit-delete"},
    {Command::Find, Menu::Edit, QT_TRANSLATE_NOOP("Actions", "&Search"), "Ctrl+F", "edit-find"},
    {Command::SyncNow, Menu::Sync, QT_TRANSLATE_NOOP("Actions", "Sync &now"), "F9", "view-refresh"},
    {Command::WorkOffline, Menu::Sync, QT_TRANSLATE_NOOP("Actions", "Work &offline"), "", "network-disconnect", Line::Kind::Switch},
    {Command::PauseSync, Menu::Sync, QT_TRANSLATE_NOOP("Actions", "&Pause"), "", "media-playback-pause", Line::Kind::Switch},
    {Command::ShowSync, Menu::Sync, QT_TRANSLATE_NOOP("Actions", "&Queue and history"), "Ctrl+Shift+S", "view-list-details"},
    {Command::ShowConflicts, Menu::Sync, QT_TRANSLATE_NOOP("Actions", "&Conflicts …"), "Ctrl+Shift+K", "vcs-conflicting"},
    {Command::ShowRules, Menu::Sync, QT_TRANSLATE_NOOP("Actions", "&Rules for conflicts …"), "", "view-filter"},
    {Command::LookSystem, Menu::View, QT_TRANSLATE_NOOP("Actions", "Look of the &system"), "", "", Line::Kind::Look},
    {Command::LookLight, Menu::View, QT_TRANSLATE_NOOP("Actions", "&Light"), "", "", Line::Kind::Look},
    {Command::LookDark, Menu::View, QT_TRANSLATE_NOOP("Actions", "&Dark"), "", "", Line::Kind::Look},
    {Command::English, Menu::View, "&English", "", "", Line::Kind::Language},
    {Command::Swedish, Menu::View, "&Svenska", "", "", Line::Kind::Language},
    {Command::Shortcuts, Menu::Help, QT_TRANSLATE_NOOP("Actions", "&Keyboard"), "F1", ""},
    {Command::About, Menu::Help, QT_TRANSLATE_NOOP("Actions", "&About Frost"), "", "help-about", Line::Kind::Plain, QAction::AboutRole},
};

QString translated(const char *source)
{
    return QCoreApplication::translate("Actions", source);
}

QString titleOf(Menu menu)
{
    switch (menu) {
    case Menu::File: return translated(QT_TRANSLATE_NOOP("Actions", "&File"));
    case Menu::Edit: return translated(QT_TRANSLATE_NOOP("Actions", "&Edit"));
    case Menu::Sync: return translated(QT_TRANSLATE_NOOP("Actions", "Synchr&onise"));
    case Menu::View: return translated(QT_TRANSLATE_NOOP("Actions", "&View"));
    case Menu::Help: return translated(QT_TRANSLATE_NOOP("Actions", "&Help"));
    }
    return {};
}

} // namespace

Actions::Actions(QWidget &owner, QMenuBar &menus)
{
    auto *looks = new QActionGroup(&owner);
    auto *languages = new QActionGroup(&owner);
    for (const auto &line : kLines) {
        auto &menu = m_menus[int(line.menu)];
        if (!menu)
            menu = menus.addMenu(QString());
        auto *action = new QAction(&owner);
        action->setShortcut(QKeySequence::fromString(QLatin1StringView(line.key), QKeySequence::PortableText));
        if (line.icon[0] != '\0')
            action->setIcon(theme::icon(QLatin1StringView(line.icon)));
        action->setMenuRole(line.role);
        action->setCheckable(line.kind != Line::Kind::Plain);
        if (line.kind == Line::Kind::Look)
            looks->addAction(action);
        else if (line.kind == Line::Kind::Language)
            languages->addAction(action);
        if (line.command == Command::Quit || line.command == Command::English)
            menu->addSeparator();
        menu->addAction(action);
        owner.addAction(action);
        m_actions.insert(line.command, action);
        m_order.append(line.command);
    }
    m_actions[Command::Shortcuts]->setShortcutContext(Qt::ApplicationShortcut); // the merge dialog is a window of its own
    retranslate();
}

void Actions::retranslate()
{
    for (const auto &line : kLines) {
        m_menus[int(line.menu)]->setTitle(titleOf(line.menu));
        m_actions[line.command]->setText(translated(line.text));
    }
}

QList<QAction *> Actions::all() const
{
    QList<QAction *> actions;
    for (const auto command : m_order)
        actions.append(m_actions.value(command));
    return actions;
}

} // namespace frost
