// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/runcontext.h"

namespace frost {

//! From how many on; more than both: an absolute number, and a share of what the connection is known to have.
struct MassLimits {
    qint64 records = 0;
    int percent = 0;
};
[[nodiscard]] constexpr bool isMass(qint64 affected, qint64 known, const MassLimits &limits)
{
    return affected > limits.records && affected * 100 > known * limits.percent;
}
static_assert(!isMass(100, 100, {100, 10}) && isMass(101, 100, {100, 10}) && !isMass(101, 2000, {100, 10}));

//! Stops a run before it applies what a person should look at first (RELIABILITY I15). What a person has seen and confirmed
//! passes, and no more. Errors of all: those of the store.
class MassGuard
{
public:
    explicit MassGuard(RunContext &context) : m_context(context) { }
    //! Before a page is applied. What earlier pages of the run did counts too, and while a question stands nothing of its
    //! kind passes: neither many small pages nor many runs are a way around. Errors: MassQuestion::toError.
    [[nodiscard]] Result<> check(const Page &page);
    //! Before missing records of a type are taken for deleted, or for lost; false: not before a person was asked(). The types
    //! that follow are counted into that question. @param there  how many keys the remote has of the type
    [[nodiscard]] bool allowsMissing(MassReason reason, qint64 missing, qint64 there, qint64 known);
    //! Whether what was missing up to now is what a person has confirmed.
    [[nodiscard]] bool isConfirmed(MassReason reason) const;
    //! What a person is to be asked, to be counted to its end first.
    [[nodiscard]] const std::optional<MassQuestion> &asked() const { return m_asked; }
    //! Counts a page into that question; nothing of it is applied.
    [[nodiscard]] Result<> count(const Page &page);

private:
    //! @param standing  the question that an earlier run has asked
    [[nodiscard]] Result<> judge(MassReason reason, const std::optional<MassQuestion> &standing, qint64 done, qint64 coming,
                                 const QList<MassLimits> &limits);
    //! Passing one of them is enough.
    [[nodiscard]] QList<MassLimits> deletionLimits() const;
    [[nodiscard]] Result<qint64> known();
    [[nodiscard]] Result<qint64> wouldDelete(const Page &page);
    [[nodiscard]] Result<qint64> wouldChange(const Page &page);

    RunContext &m_context;
    std::optional<MassQuestion> m_asked;
    qint64 m_missing = 0; //!< of all types up to now
    std::optional<qint64> m_known; //!< before this run; nullopt: not counted yet
};

} // namespace frost
