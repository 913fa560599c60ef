// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/net/transport.h"
#include "core/net/tuning.h"

#include <QHash>

#include <memory>

namespace frost {

//! Keeps answers to GETs whose caller says how old they may be (HttpRequest::mayBeOld), and lets identical ones that are
//! asked for at the same time share one request (R-LIM-04). Identical: address and headers, the token among them. Only
//! 200 is kept; the longest unused goes first. A write through this cache (any method but GET and HEAD) makes it forget
//! what lies on its path, above it and below it, before and after; other relations are the caller's, by pattern.
//! One thread; outlives every exchange.
class LookupCache final : public Transport
{
public:
    struct Bounds {
        qsizetype entries = kCacheEntries;
        qsizetype bytes = kCacheBytes; //!< of bodies
    };
    //! @param inner outlives every exchange
    LookupCache(Transport &inner, Clock &clock);
    LookupCache(Transport &inner, Clock &clock, const Bounds &bounds);
    ~LookupCache() override;
    Task<Result<HttpResponse>> send(HttpRequest request) override;

    //! Forgets the answers whose path fits; what is asked for from now on is as new as this call, also if such a request is
    //! in the air. @param pattern a path, '*' stands for any characters: "/3/customers*"
    void invalidate(const QString &pattern);

private:
    struct Entry {
        QUrl url;
        HttpResponse response;
        QDateTime askedAt; //!< the answer is at least as new as this
        quint64 used = 0;
    };
    struct Flight;
    template<class Fits>
    void forget(const Fits &fits);
    void forgetAround(const QUrl &url);
    [[nodiscard]] std::optional<HttpResponse> kept(const QByteArray &key, std::chrono::milliseconds mayBeOld);
    [[nodiscard]] std::shared_ptr<Flight> inTheAir(const QByteArray &key, std::chrono::milliseconds mayBeOld) const;
    void keep(const QByteArray &key, Entry entry);
    Task<Result<HttpResponse>> write(HttpRequest request);
    Task<Result<HttpResponse>> ask(HttpRequest request, QByteArray key);

    Transport &m_inner;
    Clock &m_clock;
    Bounds m_bounds;
    QHash<QByteArray, Entry> m_entries;
    QHash<QByteArray, std::shared_ptr<Flight>> m_flights; //!< that may still be joined and kept
    qsizetype m_bytes = 0;
    quint64 m_uses = 0;
};

} // namespace frost
