// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/networkstate.h"

#include <QObject>

namespace frost {

//! The operating system's belief about the network, through QNetworkInformation. It may know nothing at all (no backend) and
//! may be silent about changes (Qt 6.4 with glib), so nothing may depend on it. Lives on the application's main thread, as
//! QNetworkInformation does; connect `changed` to NetworkMonitor::hintChanged.
class SystemHint final : public QObject
{
    Q_OBJECT
public:
    explicit SystemHint(QObject *parent = nullptr);
    //! None where the system says nothing.
    [[nodiscard]] NetworkHint current() const { return m_current; }

Q_SIGNALS:
    void changed(frost::NetworkHint hint);

private:
    NetworkHint m_current = NetworkHint::None;
};

} // namespace frost
