// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/auth/secretstore.h"
#include "core/base/clock.h"
#include "core/base/executor.h"
#include "core/base/random.h"
#include "core/net/breakertransport.h"
#include "core/net/compressedtransport.h"
#include "core/net/httptransport.h"

namespace frost {

//! What all companies of one program share, on one thread. Everything must outlive them.
struct Seams {
    Clock &clock;
    Random &random;
    Executor &executor;
    Transport &transport;
    SecretStore &secrets;
};

//! The real ones. Needs a Qt event loop.
class SystemSeams
{
public:
    explicit SystemSeams(const QString &dataFolder,
                         SecretStore::Policy secrets = SecretStore::policyFromEnvironment());
    [[nodiscard]] Seams seams() { return {m_clock, m_random, m_executor, m_breaker, m_secrets}; }
    //! For probes, which a resting server's breaker does not hold back.
    [[nodiscard]] Transport &network() { return m_network; }
    [[nodiscard]] BreakerTransport &breaker() { return m_breaker; }

private:
    SystemClock m_clock;
    SystemRandom m_random;
    EventLoopExecutor m_executor;
    HttpTransport m_network;
    CompressedTransport m_compressed;
    BreakerTransport m_breaker;
    SecretStore m_secrets;
};

} // namespace frost
