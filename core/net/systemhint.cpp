// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/systemhint.h"

#include "core/base/logging.h"

#include <QNetworkInformation>

namespace frost {

namespace {
// Local and Site are a network too: the firm's server often stands in the next room.
NetworkHint hintFrom(QNetworkInformation::Reachability reachability)
{
    switch (reachability) {
    case QNetworkInformation::Reachability::Unknown: return NetworkHint::None;
    case QNetworkInformation::Reachability::Disconnected: return NetworkHint::NoNetwork;
    case QNetworkInformation::Reachability::Local:
    case QNetworkInformation::Reachability::Site:
    case QNetworkInformation::Reachability::Online: return NetworkHint::Network;
    }
    return NetworkHint::None;
}
} // namespace

SystemHint::SystemHint(QObject *parent) : QObject(parent)
{
    if (!QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::Reachability)) {
        qCInfo(lcNet) << "the system says nothing about its network; probes alone will tell";
        return;
    }
    auto *information = QNetworkInformation::instance();
    m_current = hintFrom(information->reachability());
    connect(information, &QNetworkInformation::reachabilityChanged, this, [this](QNetworkInformation::Reachability now) {
        m_current = hintFrom(now);
        Q_EMIT changed(m_current); // also where the hint is the same: something happened, so it is time to look
    });
}

} // namespace frost
