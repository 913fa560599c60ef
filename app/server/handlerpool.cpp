// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/handlerpool.h"

#include "core/base/logging.h"
#include "core/server/answers.h"

#include <QElapsedTimer>

#include <exception>

namespace frost::server {

using namespace Qt::StringLiterals;

namespace {
Served answerSafely(const HandlerPool::Handler &handler, const HttpRequest &request)
{
    QElapsedTimer timer;
    timer.start();
    Served served;
    try {
        served = handler(request);
    } catch (const std::exception &bug) {
        // Out of memory, or a bug: this request fails, the others go on.
        served = errorAnswer({ErrorKind::Internal, u"server.failed"_s, {}, QString::fromUtf8(bug.what()), {}});
    }
    qCDebug(lcServer).noquote() << request.method << request.url.path() << served.response.status << timer.elapsed() << "ms";
    return served;
}
} // namespace

HandlerPool::HandlerPool(unsigned threads, const Factory &makeHandler)
{
    m_threads.reserve(threads);
    for (unsigned i = 0; i < threads; ++i)
        m_threads.emplace_back([this, makeHandler] { work(makeHandler); });
}

HandlerPool::~HandlerPool()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
    }
    m_wake.notify_all();
    for (std::thread &thread : m_threads)
        thread.join();
}

void HandlerPool::submit(HttpRequest request, std::function<void(Served)> done)
{
    {
        const std::lock_guard lock(m_mutex);
        m_jobs.push_back({std::move(request), std::move(done)});
    }
    m_wake.notify_one();
}

void HandlerPool::work(const Factory &makeHandler)
{
    const Handler handler = makeHandler();
    for (;;) {
        std::unique_lock lock(m_mutex);
        m_wake.wait(lock, [this] { return m_ending || !m_jobs.empty(); });
        if (m_jobs.empty())
            return;
        const Job job = std::move(m_jobs.front());
        m_jobs.pop_front();
        lock.unlock();
        job.done(answerSafely(handler, job.request));
    }
}

} // namespace frost::server
