// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/notifications/traynotifier.h"

#include <QApplication>

#include <chrono>

namespace frost {

namespace {
constexpr std::chrono::milliseconds kShown{10'000}; //!< as long as other programs' messages stay
}

TrayNotifier::TrayNotifier()
{
    m_icon.setIcon(QApplication::windowIcon());
    m_hide.setSingleShot(true);
    connect(&m_hide, &QTimer::timeout, &m_icon, &QSystemTrayIcon::hide);
    m_icon.setToolTip(QApplication::applicationDisplayName());
    const auto follow = [this] {
        m_icon.hide();
        Q_EMIT activated();
    };
    connect(&m_icon, &QSystemTrayIcon::messageClicked, this, follow);
    connect(&m_icon, &QSystemTrayIcon::activated, this, follow);
}

void TrayNotifier::show(const QString &title, const QString &text)
{
    if (!QSystemTrayIcon::isSystemTrayAvailable() || !QSystemTrayIcon::supportsMessages())
        return;
    m_icon.show();
    m_icon.showMessage(title, text, QSystemTrayIcon::Information, int(kShown.count()));
    m_hide.start(kShown);
}

} // namespace frost
