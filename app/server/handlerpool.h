// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/served.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace frost::server {

//! Threads that answer requests with blocking functions, each with one of its own.
class HandlerPool
{
public:
    using Handler = std::function<Served(const HttpRequest &)>;
    using Factory = std::function<Handler()>;

    //! @param makeHandler called once in every thread: what the handler owns belongs to that thread.
    HandlerPool(unsigned threads, const Factory &makeHandler);
    //! Answers what is waiting, then ends the threads.
    ~HandlerPool();
    HandlerPool(const HandlerPool &) = delete;
    HandlerPool &operator=(const HandlerPool &) = delete;

    //! @param done called in the thread that answered.
    void submit(HttpRequest request, std::function<void(Served)> done);

private:
    struct Job {
        HttpRequest request;
        std::function<void(Served)> done;
    };
    void work(const Factory &makeHandler);

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Job> m_jobs;
    bool m_ending = false;
    std::vector<std::thread> m_threads;
};

} // namespace frost::server
