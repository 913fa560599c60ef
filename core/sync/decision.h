// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/conflict/merge.h"

namespace frost {

//! What to do about one remote change. Decided first, as a value; acted on afterwards.
struct PullDecision {
    enum class Action {
        Nothing,     //!< we never had it and it is gone, or it is what we know the remote has
        Create,      //!< theirs is new here
        FastForward, //!< ours is unchanged: take what they changed (also a deletion)
        Converge,    //!< both sides say the same: nothing is left to send
        Merge,       //!< combined without a question; the result still has to be sent
        Ask,         //!< a conflict; without an open entry, where both changes together break a rule that neither breaks
    };
    Action action = Action::Nothing;
    MergeResult merge; //!< Merge and Ask; of FastForward its body is the state to take, nullopt: deleted
};

//! One record as this device has it with respect to one connection.
struct LocalSide {
    bool exists = false;
    bool dirty = false;   //!< something here is not yet agreed with this connection
    bool deleted = false;
    QJsonObject body;
    //! What both sides agreed on; where nothing is dirty, what the remote has instead of ours: it cannot express more, or
    //! has brought it into a form of its own (DESIGN.md section 3).
    std::optional<QJsonObject> base;
    QDate closedTo = {}; //!< see MergeInput
};

//! Whether both say the same; nullopt: deleted.
[[nodiscard]] bool sameState(const EntitySchema &schema, const std::optional<QJsonObject> &a,
                             const std::optional<QJsonObject> &b);

//! DESIGN.md section 5.3: base, mine, theirs. Pure. @param theirs nullopt: deleted there
[[nodiscard]] Result<PullDecision> decide(const EntitySchema &schema, const LocalSide &mine,
                                      const std::optional<QJsonObject> &theirs);

} // namespace frost
