// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "tests/bench/desktop/watchdog.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <cstdio>
#include <cstdlib>
#include <utility>

namespace frost::bench {

[[noreturn]] inline void end(const Error &error)
{
    std::fprintf(stderr, "%s\n", qPrintable(error.logLine()));
    std::exit(1);
}

template<class T>
T value(Result<T> result)
{
    if (!result)
        end(result.error());
    return *std::move(result);
}

inline void value(const Result<> &result)
{
    if (!result)
        end(result.error());
}

template<class Condition>
void waitFor(Condition condition)
{
    while (!condition())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
}

struct Measured {
    double shown = 0;   //!< ms until it was shown
    double blocked = 0; //!< ms that the UI was not listening, at the worst
};

//! One line: what a person did, how long until it was shown, and how long the UI was not listening.
template<class Act, class Shown>
Measured measure(Watchdog &watchdog, const char *what, Act act, Shown shown)
{
    (void)watchdog.takeWorst();
    QElapsedTimer timer;
    timer.start();
    act();
    waitFor(shown);
    Measured measured;
    measured.shown = double(timer.nsecsElapsed()) / 1e6;
    QElapsedTimer after;
    after.start();
    waitFor([&] { return after.elapsed() > 100; }); // repaints and late answers belong to it
    measured.blocked = watchdog.takeWorst();
    std::printf("%-44s shown after %8.1f ms   UI blocked at most %6.1f ms\n", what, measured.shown, measured.blocked);
    std::fflush(stdout);
    return measured;
}

} // namespace frost::bench
