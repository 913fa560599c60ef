// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/commitwatch.h"

#include <sqlite3.h>

#include <cstdlib>
#include <cstring>

namespace frost::bench {

namespace {

bool watching = false;
std::map<std::string, int> commits;

int readMode(void *mode, int, char **values, char **)
{
    *static_cast<long long *>(mode) = std::atoll(values[0]);
    return 0;
}

int traced(unsigned, void *connection, void *, void *text)
{
    if (!watching || std::strncmp(static_cast<const char *>(text), "COMMIT", 6) != 0)
        return 0;
    long long mode = -1;
    sqlite3_exec(static_cast<sqlite3 *>(connection), "PRAGMA synchronous", &readMode, &mode, nullptr);
    ++commits[synchronousWord(mode)];
    return 0;
}

int opened(sqlite3 *connection, const char **, const void *)
{
    return sqlite3_trace_v2(connection, SQLITE_TRACE_STMT, &traced, connection);
}

} // namespace

void commitwatch::install()
{
    sqlite3_auto_extension(reinterpret_cast<void (*)()>(&opened)); // the API's own type for it
}

void commitwatch::start()
{
    commits.clear();
    watching = true;
}

std::map<std::string, int> commitwatch::seen()
{
    watching = false;
    return commits;
}

std::string synchronousWord(long long mode)
{
    static const std::map<long long, std::string> words{{0, "OFF"}, {1, "NORMAL"}, {2, "FULL"}, {3, "EXTRA"}};
    const auto word = words.find(mode);
    return word == words.end() ? "unknown" : word->second;
}

} // namespace frost::bench
