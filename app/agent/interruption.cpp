// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/agent/interruption.h"

#include <QtGlobal>

#include <atomic>

#ifdef Q_OS_WIN
#include <windows.h>
#else
#include <csignal>
#endif

namespace frost::interruption {

namespace {

std::atomic_bool asked = false;
static_assert(std::atomic_bool::is_always_lock_free); // a signal handler may touch nothing else

#ifdef Q_OS_WIN
BOOL WINAPI onControl(DWORD event)
{
    if (event != CTRL_C_EVENT && event != CTRL_BREAK_EVENT)
        return FALSE;
    return asked.exchange(true) ? FALSE : TRUE; // FALSE: the default, which ends the program
}
#else
void onSignal(int signal)
{
    if (!asked.exchange(true))
        return;
    std::signal(signal, SIG_DFL);
    std::raise(signal);
}
#endif

} // namespace

#ifdef Q_OS_WIN

Scope::Scope()
{
    SetConsoleCtrlHandler(&onControl, TRUE);
}

Scope::~Scope()
{
    SetConsoleCtrlHandler(&onControl, FALSE);
}

#else

Scope::Scope()
{
    struct sigaction action{};
    action.sa_handler = &onSignal;
    sigemptyset(&action.sa_mask);
    action.sa_flags = SA_RESTART;
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
}

Scope::~Scope()
{
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
}

#endif

bool requested()
{
    return asked.load();
}

} // namespace frost::interruption
