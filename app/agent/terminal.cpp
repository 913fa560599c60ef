// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/agent/terminal.h"

#include <QByteArray>
#include <QtGlobal>

#ifdef Q_OS_WIN
#include <io.h>
#include <windows.h>
#else
#include <sys/ioctl.h>
#include <unistd.h>
#endif

namespace frost::terminal {

#ifdef Q_OS_WIN

bool isTerminal(std::FILE *stream)
{
    return _isatty(_fileno(stream)) != 0;
}

int columns(std::FILE *stream)
{
    CONSOLE_SCREEN_BUFFER_INFO info;
    const auto handle = reinterpret_cast<HANDLE>(_get_osfhandle(_fileno(stream)));
    return GetConsoleScreenBufferInfo(handle, &info) ? info.srWindow.Right - info.srWindow.Left + 1 : 80;
}

bool speaksUnicode()
{
    return GetConsoleOutputCP() == CP_UTF8;
}

#else

bool isTerminal(std::FILE *stream)
{
    return isatty(fileno(stream)) != 0;
}

int columns(std::FILE *stream)
{
    winsize size{};
    return ioctl(fileno(stream), TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80;
}

bool speaksUnicode()
{
    // As setlocale does: the first that is set decides.
    for (const char *name : {"LC_ALL", "LC_CTYPE", "LANG"}) {
        const auto locale = qgetenv(name).toLower();
        if (!locale.isEmpty())
            return locale.contains("utf-8") || locale.contains("utf8");
    }
    return false;
}

#endif

} // namespace frost::terminal
