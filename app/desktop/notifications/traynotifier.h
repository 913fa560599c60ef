// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/notifications/notifier.h"

#include <QSystemTrayIcon>
#include <QTimer>

namespace frost {

//! Windows and macOS show a notification for an icon of the notification area only; it is there as long as the message.
class TrayNotifier final : public Notifier
{
    Q_OBJECT
public:
    TrayNotifier();
    void show(const QString &title, const QString &text) override;

private:
    QSystemTrayIcon m_icon;
    QTimer m_hide;
};

} // namespace frost
