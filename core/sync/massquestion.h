// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/base/result.h"

#include <optional>

namespace frost {

//! What looks like an accident on the other side rather than like work.
enum class MassReason {
    Deletions,  //!< many records are gone there
    Changes,    //!< most records are different there
    LooksEmpty, //!< nothing is left there; what is gone is deleted here
    Lost,       //!< a restored remote has lost many records, or all; they are sent there again
};
[[nodiscard]] QString toString(MassReason reason); //!< "deletions" ...

//! What a run asks before it does it. Given to a run, it is what a person has seen and confirmed.
struct MassQuestion {
    MassReason reason = MassReason::Deletions;
    qint64 affected = 0;
    qint64 known = 0; //!< of how many
    qint64 done = 0;  //!< of those affected, before a run stopped: small pages pass until they are many

    //! Whether somebody who confirmed this has confirmed that too: it is no other matter, and at most a tenth more. Where
    //! everything was to go, a part of it may. @param number  from when the question was asked on
    [[nodiscard]] constexpr bool covers(MassReason other, qint64 number) const
    {
        const bool isPart = reason == MassReason::LooksEmpty && other == MassReason::Deletions;
        return (reason == other || isPart) && done + number <= affected + affected / 10;
    }
    [[nodiscard]] Error toError() const; //!< Rejected "run.massChange" [reason, how many, of how many, how many of them are done; none: left out]
    [[nodiscard]] static std::optional<MassQuestion> fromError(const Error &error);
    [[nodiscard]] static std::optional<MassQuestion> fromText(const QString &text);
    friend bool operator==(const MassQuestion &, const MassQuestion &) = default;
};

//! Where the company's file keeps the question that a run has asked, "deletions 120 400"; "": none.
[[nodiscard]] QString massQuestionKey(const ConnectionId &connection);
//! Whether a run ended because it asks about a mass change.
[[nodiscard]] bool isMassQuestion(const Error &error);

} // namespace frost
