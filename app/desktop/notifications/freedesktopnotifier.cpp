// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/notifications/freedesktopnotifier.h"

#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QGuiApplication>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

const QString kService = u"org.freedesktop.Notifications"_s; // the interface has the same name
const QString kPath = u"/org/freedesktop/Notifications"_s;
const QString kClicked = u"default"_s; //!< the action of a click on the notification itself
constexpr int kAsLongAsOthers = -1;    //!< the desktop's own time

} // namespace

FreedesktopNotifier::FreedesktopNotifier(const QDBusConnection &bus)
    : m_bus(bus)
{
    m_bus.connect({}, kPath, kService, u"ActionInvoked"_s, this, SLOT(actionInvoked(uint, QString)));
    m_bus.connect({}, kPath, kService, u"NotificationClosed"_s, this, SLOT(notificationClosed(uint, uint)));
}

bool FreedesktopNotifier::isServed(const QDBusConnection &bus)
{
    auto *names = bus.isConnected() ? bus.interface() : nullptr;
    return names
           && (names->isServiceRegistered(kService).value()
               || names->activatableServiceNames().value().contains(kService));
}

void FreedesktopNotifier::show(const QString &title, const QString &text)
{
    auto call = QDBusMessage::createMethodCall(kService, kPath, kService, u"Notify"_s);
    const QVariantMap hints{{u"desktop-entry"_s, QGuiApplication::desktopFileName()}, {u"category"_s, u"transfer"_s}};
    call.setArguments({QGuiApplication::applicationDisplayName(), m_shown, QGuiApplication::desktopFileName(), title,
                       text.toHtmlEscaped(), QStringList{kClicked, QString()}, hints, kAsLongAsOthers});
    auto *answer = new QDBusPendingCallWatcher(m_bus.asyncCall(call), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer] {
        const QDBusPendingReply<uint> id = *answer;
        m_shown = id.isValid() ? id.value() : 0;
        answer->deleteLater();
    });
}

void FreedesktopNotifier::actionInvoked(uint id, const QString &action)
{
    if (id == m_shown && action == kClicked)
        Q_EMIT activated();
}

void FreedesktopNotifier::notificationClosed(uint id, [[maybe_unused]] uint reason)
{
    if (id == m_shown)
        m_shown = 0;
}

} // namespace frost
