// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/notifications/notifier.h"

#include "app/desktop/notifications/traynotifier.h"

#ifdef FROST_HAS_DBUS
#    include "app/desktop/notifications/freedesktopnotifier.h"
#endif

namespace frost {

std::unique_ptr<Notifier> makeNotifier()
{
#ifdef FROST_HAS_DBUS
    if (const auto bus = QDBusConnection::sessionBus(); FreedesktopNotifier::isServed(bus))
        return std::make_unique<FreedesktopNotifier>(bus);
#endif
    return std::make_unique<TrayNotifier>();
}

} // namespace frost
