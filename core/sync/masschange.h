// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/runcontext.h"

namespace frost {

//! What looks like an accident on the other side rather than like work.
enum class MassReason {
    Deletions,  //!< many records are gone there
    Changes,    //!< most records are different there
    LooksEmpty, //!< nothing is left there; what is gone is deleted here
    Lost,       //!< a restored remote has lost many records, or all; they are sent there again
};
[[nodiscard]] QString toString(MassReason reason); //!< "deletions" ...
//! Where the company's file keeps the question that a run has asked, "deletions 120 400"; "": none.
[[nodiscard]] QString massQuestionKey(const ConnectionId &connection);
//! Whether a run ended because it asks about a mass change.
[[nodiscard]] bool isMassQuestion(const Error &error);

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

//! Stops a run before it applies what a person should look at first (RELIABILITY I15). A run that a person has confirmed
//! passes. Errors of all: Rejected "run.massChange" [reason, how many, of how many]; those of the store.
class MassGuard
{
public:
    explicit MassGuard(RunContext &context) : m_context(context) { }
    //! Before a page is applied. What earlier pages of the run did counts too, and while a question stands nothing of its
    //! kind passes: neither many small pages nor many runs are a way around.
    [[nodiscard]] Result<> check(const Page &page);
    //! Before missing records are taken for deleted, or for lost. @param there  how many keys the remote has of the type
    [[nodiscard]] Result<> checkMissing(MassReason reason, qint64 missing, qint64 there, qint64 known);

private:
    [[nodiscard]] Result<> ask(MassReason reason, qint64 affected, qint64 known);
    //! @param question  that stands; "" none
    [[nodiscard]] Result<> judge(MassReason reason, const QString &question, qint64 done, qint64 coming, const QList<MassLimits> &limits);
    //! Passing one of them is enough.
    [[nodiscard]] QList<MassLimits> deletionLimits() const;
    [[nodiscard]] Result<qint64> known();
    [[nodiscard]] Result<qint64> wouldDelete(const Page &page);
    [[nodiscard]] Result<qint64> wouldChange(const Page &page);

    RunContext &m_context;
    std::optional<qint64> m_known; //!< before this run; nullopt: not counted yet
};

} // namespace frost
