// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/seededrandom.h"

#include <QString>

#include <array>
#include <bitset>

namespace frost::test {

//! The fault kinds of RELIABILITY.md section 3, F1 to F43, by their numbers.
enum class Fault {
    Refused = 1, Untrusted, RequestLost, AnswerLost, AnswerCut, Doubled, Late, OneWay, Swizzle, SlowDrip, Portal, ProxyError,
    Damaged, Flapping,
    RateLimited = 15, AccessRefused, RefusedByVersion, OneOperationRefused, TooLarge, OddResults, ErrorAfterCommit,
    CursorExpired, ServerRestored, ServerClock, Scope, IdReuse, UnknownFields, EditedByOthers, PageChanges, ServerEmpty,
    ProcessKilled = 31, DiskFailure, StoreBusy, OutOfMemory, OldBackup, TwoInstances, CorruptPage, PowerCut,
    ClockJump = 39, RandomOrder, UserActs, Burst, Updated,
};
inline constexpr int kFaults = 43;

struct FaultKind {
    Fault fault;
    const char *name;
    const char *where; //!< who injects it; "": not injected, and why
    const char *whyNot;
};
[[nodiscard]] const std::array<FaultKind, kFaults> &faultKinds();
[[nodiscard]] QString nameOf(Fault fault); //!< "F4 answer lost"

//! Which faults may happen in a run, and how often each did.
class Faults
{
public:
    Faults() { m_on.set(); }
    [[nodiscard]] bool isOn(Fault fault) const { return m_on.test(size_t(fault)); }
    void switchOff(Fault fault) { m_on.reset(size_t(fault)); }
    void happened(Fault fault, std::uint64_t times = 1) { m_counts[size_t(fault)] += times; }
    //! Whether it strikes now. Counts nothing: whoever carries it out does.
    [[nodiscard]] bool strikes(Fault fault, SeededRandom &random, int percent)
    {
        return random.chance(percent) && isOn(fault);
    }
    using Counts = std::array<std::uint64_t, kFaults + 1>;
    [[nodiscard]] const Counts &counts() const { return m_counts; }

private:
    std::bitset<kFaults + 1> m_on;
    Counts m_counts{};
};

} // namespace frost::test
