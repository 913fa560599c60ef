// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/fault.h"

namespace frost::test {

using namespace Qt::StringLiterals;

const std::array<FaultKind, kFaults> &faultKinds()
{
    static constexpr std::array<FaultKind, kFaults> kKinds{{
        {Fault::Refused, "refused", "link", ""},
        {Fault::Untrusted, "DNS or TLS failure", "link", ""},
        {Fault::RequestLost, "request lost", "link", ""},
        {Fault::AnswerLost, "answer lost", "link", ""},
        {Fault::AnswerCut, "answer cut", "link", ""},
        {Fault::Doubled, "request delivered twice", "link", ""},
        {Fault::Late, "request delivered late, after the next", "link", ""},
        {Fault::OneWay, "one-way partition", "link", ""},
        {Fault::Swizzle, "links drop one by one", "world", ""},
        {Fault::SlowDrip, "slow drip", "link", ""},
        {Fault::Portal, "captive portal", "link", ""},
        {Fault::ProxyError, "proxy 502, 503, 504", "link", ""},
        {Fault::Damaged, "charset or length damage", "link", ""},
        {Fault::Flapping, "flapping online signal", "world", ""},
        {Fault::RateLimited, "429", "office", ""},
        {Fault::AccessRefused, "401 and 403", "office", ""},
        {Fault::RefusedByVersion, "409 or 412 for a batch", "office", ""},
        {Fault::OneOperationRefused, "one operation refused", "office", ""},
        {Fault::TooLarge, "400 or 413 for a batch", "office", ""},
        {Fault::OddResults, "results missing, doubled, extra, reordered", "office", ""},
        {Fault::ErrorAfterCommit, "500 after the commit", "office", ""},
        {Fault::CursorExpired, "410", "office", ""},
        {Fault::ServerRestored, "server under a new epoch", "office", ""},
        {Fault::ServerClock, "server clock jump", "office", ""},
        {Fault::Scope, "scope grown or shrunk", "ledger", ""},
        {Fault::IdReuse, "id reuse", "ledger", ""},
        {Fault::UnknownFields, "unknown fields and types", "office", ""},
        {Fault::EditedByOthers, "edited by others meanwhile", "office", ""},
        {Fault::PageChanges, "page changes while paging", "office", ""},
        {Fault::ServerEmpty, "server empty", "office", ""},
        {Fault::ProcessKilled, "killed at a write", "device", ""},
        {Fault::DiskFailure, "I/O error or disk full", "device", ""},
        {Fault::StoreBusy, "store locked by a second process", "device", ""},
        {Fault::OutOfMemory, "out of memory", "", "ends the process by policy (STYLE 5): the same as F31"},
        {Fault::OldBackup, "restored from an old backup", "device", ""},
        {Fault::TwoInstances, "two instances", "device", ""},
        {Fault::CorruptPage, "corrupt page", "device", ""},
        {Fault::PowerCut, "power cut", "device", ""},
        {Fault::ClockJump, "clock jump, suspend", "device", ""},
        {Fault::RandomOrder, "random order of what is ready", "simulator", ""},
        {Fault::UserActs, "user acts during a run", "person", ""},
        {Fault::Burst, "burst of 1000 edits", "person", ""},
        {Fault::Updated, "newer program after a crash", "device", ""},
    }};
    return kKinds;
}

QString nameOf(Fault fault)
{
    const auto &kind = faultKinds()[size_t(fault) - 1];
    return u"F%1 %2"_s.arg(int(fault)).arg(QLatin1StringView(kind.name));
}

} // namespace frost::test
