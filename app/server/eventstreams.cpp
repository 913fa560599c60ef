// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/eventstreams.h"

#include "core/server/limits.h"

#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <algorithm>
#include <iterator>

namespace frost::server {

using namespace Qt::StringLiterals;
namespace net = boost::asio;

Result<std::shared_ptr<EventStream>> EventStreams::open(const EventSource &source, const net::any_io_executor &executor)
{
    const auto streams = all(); // those that were closed and have not noticed yet have their connections still
    const auto isOfTenant = [&](const auto &one) { return one->source().tenant == source.tenant; };
    const auto isOpenOfToken = [&](const auto &one) {
        return isOfTenant(one) && one->source().tokenId == source.tokenId && !one->isClosed();
    };
    for (const auto &[open, bound] : {std::pair{qsizetype(std::ranges::count_if(streams, isOfTenant)), limits::kStreamsPerTenant},
                                      std::pair{qsizetype(streams.size()), limits::kStreams}}) {
        if (open >= bound)
            return fail(ErrorKind::RateLimited, u"events.tooMany"_s, {QString::number(bound)});
    }
    if (std::ranges::count_if(streams, isOpenOfToken) >= limits::kStreamsPerToken)
        (*std::ranges::find_if(streams, isOpenOfToken))->close();
    auto stream = std::make_shared<EventStream>(source, executor);
    m_streams.push_back(stream);
    return stream;
}

std::vector<std::shared_ptr<EventStream>> EventStreams::all()
{
    std::erase_if(m_streams, [](const auto &one) { return one.expired(); });
    std::vector<std::shared_ptr<EventStream>> streams;
    std::ranges::transform(m_streams, std::back_inserter(streams), [](const auto &one) { return one.lock(); });
    return streams;
}

void EventStreams::tell(const TenantId &tenant, const CompanyId &company)
{
    for (const auto &stream : all()) {
        if (stream->source().tenant == tenant && stream->source().company == company)
            stream->tell();
    }
}

EventStream::EventStream(EventSource source, const net::any_io_executor &executor)
    : m_source(std::move(source)), m_wake(executor)
{
}

EventStream::Time EventStream::dueAt() const
{
    return m_news ? m_last + limits::kEventGap : m_last + limits::kEventBeat;
}

net::awaitable<void> EventStream::due()
{
    while (!m_closed && std::chrono::steady_clock::now() < dueAt()) {
        boost::system::error_code ignored;
        m_wake.expires_at(dueAt());
        co_await m_wake.async_wait(net::redirect_error(net::use_awaitable, ignored));
    }
    m_news = false; // before anybody looks: what comes while they do is news again
    m_last = std::chrono::steady_clock::now();
}

void EventStream::tell()
{
    m_news = true;
    m_wake.cancel();
}

void EventStream::close()
{
    m_closed = true;
    m_wake.cancel();
}

} // namespace frost::server
