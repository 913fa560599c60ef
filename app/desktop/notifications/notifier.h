// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <memory>

namespace frost {

//! Says something on the person's desktop while Frost's window is not in front (R-CON-09). The next notification takes the
//! place of the last, so that nothing piles up. Where the desktop shows none, nothing happens. UI thread.
class Notifier : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    //! Plain text.
    virtual void show(const QString &title, const QString &text) = 0;

Q_SIGNALS:
    //! The person has clicked on it.
    void activated();
};

//! That of this desktop: the notification service of freedesktop.org where there is a session bus, else the system tray's.
//! Waits for the bus to answer.
[[nodiscard]] std::unique_ptr<Notifier> makeNotifier();

} // namespace frost
