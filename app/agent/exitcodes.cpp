// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/agent/exitcodes.h"

#include <algorithm>
#include <array>

namespace frost::exitcode {

using namespace Qt::StringLiterals;

namespace {

struct Row {
    ErrorKind kind;
    QLatin1StringView prefix; //!< of the code; the first row that fits counts
    int exitCode;
};

constexpr std::array kTable{
    Row{ErrorKind::Usage, {}, kUsage},
    Row{ErrorKind::Invalid, {}, kUsage},
    Row{ErrorKind::TooLarge, "net."_L1, kUnfinished},
    Row{ErrorKind::TooLarge, {}, kUsage},
    Row{ErrorKind::NotFound, {}, kUsage},
    Row{ErrorKind::Conflict, {}, kUnfinished},
    Row{ErrorKind::Rejected, {}, kUnfinished},
    Row{ErrorKind::Expired, {}, kUnfinished},
    Row{ErrorKind::Internal, {}, kUnfinished},
    Row{ErrorKind::Offline, {}, kOffline},
    Row{ErrorKind::OutcomeUnknown, {}, kOffline},
    Row{ErrorKind::RateLimited, {}, kOffline},
    Row{ErrorKind::Unauthorized, {}, kSignIn},
    Row{ErrorKind::Forbidden, "store."_L1, kDamaged}, // a file that was made for another company
    Row{ErrorKind::Forbidden, "permission."_L1, kUnfinished}, // refused: signing in again changes nothing
    Row{ErrorKind::Forbidden, {}, kSignIn},           // the token opens something else
    Row{ErrorKind::Corrupt, "remote."_L1, kUnfinished},
    Row{ErrorKind::Corrupt, "gzip."_L1, kUsage},      // a file to be imported
    Row{ErrorKind::Corrupt, {}, kDamaged},
    Row{ErrorKind::TooNew, {}, kDamaged},
    Row{ErrorKind::Storage, "file."_L1, kUsage},      // a file the person named
    Row{ErrorKind::Storage, "output."_L1, kUnfinished}, // the rest is not about the company's file
    Row{ErrorKind::Storage, "copy."_L1, kUnfinished},
    Row{ErrorKind::Storage, "secret."_L1, kUnfinished},
    Row{ErrorKind::Storage, "lease."_L1, kUnfinished},
    Row{ErrorKind::Storage, {}, kDamaged},
    Row{ErrorKind::Busy, {}, kBusy},
    Row{ErrorKind::Cancelled, {}, kInterrupted},
};

constexpr std::array kByUrgency{kInterrupted, kDamaged, kUsage, kSignIn, kOffline, kBusy, kUnfinished, kDone};

} // namespace

int of(const Error &error)
{
    const auto row = std::find_if(kTable.begin(), kTable.end(), [&error](const Row &candidate) {
        return candidate.kind == error.kind && error.code.startsWith(candidate.prefix);
    });
    return row == kTable.end() ? kUnfinished : row->exitCode;
}

int worse(int a, int b)
{
    return *std::find_if(kByUrgency.begin(), kByUrgency.end(), [a, b](int code) { return code == a || code == b; });
}

} // namespace frost::exitcode
