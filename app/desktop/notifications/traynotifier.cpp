// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/notifications/traynotifier.h"

#include <QApplication>

namespace frost {

TrayNotifier::TrayNotifier()
{
    m_icon.setIcon(QApplication::windowIcon());
    m_icon.setToolTip(QApplication::applicationDisplayName());
    connect(&m_icon, &QSystemTrayIcon::messageClicked, this, [this] {
        m_icon.hide();
        Q_EMIT activated();
    });
    connect(&m_icon, &QSystemTrayIcon::activated, this, [this] {
        m_icon.hide();
        Q_EMIT activated();
    });
}

void TrayNotifier::show(const QString &title, const QString &text)
{
    if (!QSystemTrayIcon::isSystemTrayAvailable() || !QSystemTrayIcon::supportsMessages())
        return;
    m_icon.show();
    m_icon.showMessage(title, text);
}

} // namespace frost
