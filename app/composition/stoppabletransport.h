// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/transport.h"

#include <memory>

namespace frost {

//! Lets one run give up its exchanges, also while the other side is silent; those of other runs go on. One thread.
class StoppableTransport final : public Transport
{
public:
    //! @param inner outlives every exchange
    explicit StoppableTransport(Transport &inner) : m_inner(inner), m_life(std::make_shared<Life>(std::make_unique<QObject>())) { }
    //! Another way out that is stopped with this one.
    StoppableTransport(Transport &inner, const StoppableTransport &with) : m_inner(inner), m_life(with.m_life) { }

    //! Errors also: Offline "net.aborted" [host] after stop(); of an exchange under way OutcomeUnknown.
    Task<Result<HttpResponse>> send(HttpRequest request) override;
    //! Gives up the exchange under way, as soon as the event loop runs, and lets no other begin.
    void stop() { m_life->reset(); }
    [[nodiscard]] bool isStopped() const { return !*m_life; }

private:
    Transport &m_inner;
    using Life = std::unique_ptr<QObject>;
    std::shared_ptr<Life> m_life; //!< exchanges end with what is in it
};

} // namespace frost
