// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/lookupcache.h"

#include "core/base/json.h"
#include "core/net/serveraddress.h"
#include "core/net/waiter.h"

#include <QRegularExpression>

#include <algorithm>

namespace frost {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

//! A request under way that others wait for.
struct LookupCache::Flight {
    QUrl url;
    QDateTime askedAt;
    QList<Waiter *> followers; //!< in the frames of those who wait
    std::optional<Result<HttpResponse>> result = {};
};

namespace {

QByteArray lookupKey(const HttpRequest &request)
{
    QByteArrayList lines{request.url.toEncoded()};
    auto names = request.headers.keys();
    std::sort(names.begin(), names.end());
    for (const auto &name : std::as_const(names))
        lines += name + ": " + request.headers.value(name);
    return sha256Hex(lines.join('\n'));
}

// Below in the sense of folders: "/3/customers" lies above "/3/customers/7", not above "/3/customersets".
bool liesBelow(const QString &path, const QString &above)
{
    return path.startsWith(above) && (path.size() == above.size() || above.endsWith(u'/') || path[above.size()] == u'/');
}

bool isFresh(const QDateTime &askedAt, milliseconds mayBeOld, const QDateTime &now)
{
    const qint64 age = askedAt.msecsTo(now);
    return age >= 0 && age <= mayBeOld.count(); // below 0: the clock was set back
}

bool wasGivenUp(const Result<HttpResponse> &result)
{
    return !result && result.error().code == "net.aborted"_L1;
}

} // namespace

LookupCache::LookupCache(Transport &inner, Clock &clock) : LookupCache(inner, clock, Bounds()) { }
LookupCache::LookupCache(Transport &inner, Clock &clock, const Bounds &bounds)
    : m_inner(inner), m_clock(clock), m_bounds(bounds)
{
}
LookupCache::~LookupCache() = default;

Task<Result<HttpResponse>> LookupCache::send(HttpRequest request)
{
    if (request.method != "GET" && request.method != "HEAD")
        co_return co_await write(std::move(request));
    if (request.method != "GET" || request.mayBeOld.count() <= 0)
        co_return co_await m_inner.send(std::move(request));
    QByteArray key = lookupKey(request);
    for (;;) {
        if (auto known = kept(key, request.mayBeOld))
            co_return *std::move(known);
        const auto flight = inTheAir(key, request.mayBeOld);
        if (!flight)
            co_return co_await ask(std::move(request), std::move(key));
        Waiter waiter(m_clock, request.life);
        flight->followers.append(&waiter);
        co_await waiter.told();
        if (waiter.isCalledOff()) {
            flight->followers.removeOne(&waiter);
            co_return fail(ErrorKind::Offline, u"net.aborted"_s, {request.url.host()});
        }
        if (!wasGivenUp(*flight->result)) // else the first of those who followed asks
            co_return std::as_const(*flight->result); // QCoro moves from an lvalue, and others follow
    }
}

Task<Result<HttpResponse>> LookupCache::ask(HttpRequest request, QByteArray key)
{
    const auto flight = std::make_shared<Flight>(Flight{request.url, m_clock.now(), {}, {}});
    m_flights.insert(key, flight);
    auto result = co_await m_inner.send(std::move(request));
    if (m_flights.value(key) == flight) { // else it was invalidated meanwhile
        m_flights.remove(key);
        if (result && result->status == 200)
            keep(key, {flight->url, *result, flight->askedAt, 0});
    }
    flight->result = result;
    while (!flight->followers.isEmpty())
        flight->followers.takeFirst()->tell();
    co_return result;
}

// Before: nobody shall read the old state from here while the new one may be there. After: what was read meanwhile may be
// either.
Task<Result<HttpResponse>> LookupCache::write(HttpRequest request)
{
    const QUrl url = request.url;
    forgetAround(url);
    auto result = co_await m_inner.send(std::move(request));
    forgetAround(url);
    co_return result;
}

void LookupCache::invalidate(const QString &pattern)
{
    QStringList parts = pattern.split(u'*');
    for (auto &part : parts)
        part = QRegularExpression::escape(part);
    const QRegularExpression expression(QRegularExpression::anchoredPattern(parts.join(u".*"_s)),
                                        QRegularExpression::DotMatchesEverythingOption);
    forget([&](const QUrl &url) { return expression.match(url.path()).hasMatch(); });
}

void LookupCache::forgetAround(const QUrl &url)
{
    const QString server = serverOf(url);
    const QString path = url.path();
    forget([&](const QUrl &kept) {
        return serverOf(kept) == server && (liesBelow(kept.path(), path) || liesBelow(path, kept.path()));
    });
}

template<class Fits>
void LookupCache::forget(const Fits &fits)
{
    erase_if(m_entries, [&](auto entry) {
        const bool goes = fits(entry.value().url);
        m_bytes -= goes ? entry.value().response.body.size() : 0;
        return goes;
    });
    erase_if(m_flights, [&](auto flight) { return fits(flight.value()->url); });
}

std::optional<HttpResponse> LookupCache::kept(const QByteArray &key, milliseconds mayBeOld)
{
    const auto found = m_entries.find(key);
    if (found == m_entries.end() || !isFresh(found->askedAt, mayBeOld, m_clock.now()))
        return std::nullopt;
    found->used = ++m_uses;
    return found->response;
}

std::shared_ptr<LookupCache::Flight> LookupCache::inTheAir(const QByteArray &key, milliseconds mayBeOld) const
{
    const auto flight = m_flights.value(key);
    return flight && isFresh(flight->askedAt, mayBeOld, m_clock.now()) ? flight : nullptr;
}

void LookupCache::keep(const QByteArray &key, Entry entry)
{
    m_bytes -= m_entries.take(key).response.body.size();
    if (entry.response.body.size() > m_bounds.bytes)
        return; // it would drive out all others, and then go itself
    m_bytes += entry.response.body.size();
    entry.used = ++m_uses;
    m_entries.insert(key, std::move(entry));
    while (m_entries.size() > m_bounds.entries || m_bytes > m_bounds.bytes) {
        const auto oldest = std::min_element(m_entries.begin(), m_entries.end(),
                                             [](const auto &a, const auto &b) { return a.used < b.used; });
        m_bytes -= oldest->response.body.size();
        m_entries.erase(oldest);
    }
}

} // namespace frost
