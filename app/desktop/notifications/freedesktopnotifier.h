// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/notifications/notifier.h"

#include <QDBusConnection>

namespace frost {

//! The Desktop Notifications Specification 1.2 of freedesktop.org. Nothing is waited for: a desktop that answers late, or
//! not at all, holds nothing up.
class FreedesktopNotifier final : public Notifier
{
    Q_OBJECT
public:
    explicit FreedesktopNotifier(const QDBusConnection &bus);
    //! Whether somebody shows notifications there, or would be started for it.
    [[nodiscard]] static bool isServed(const QDBusConnection &bus);
    void show(const QString &title, const QString &text) override;

private Q_SLOTS: // named as D-Bus finds them
    void actionInvoked(uint id, const QString &action);
    void notificationClosed(uint id, uint reason);

private:
    QDBusConnection m_bus;
    uint m_shown = 0; //!< 0: none
};

} // namespace frost
