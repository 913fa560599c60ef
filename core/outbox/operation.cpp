// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/outbox/operation.h"

namespace frost {

using namespace Qt::StringLiterals;

namespace {

using enum OperationState;

struct Transition {
    OperationState from;
    OperationState to;
    friend bool operator==(const Transition &, const Transition &) = default;
};

constexpr std::array kTransitions{
    Transition{Pending, Processing}, // taken: about to be sent
    Transition{Pending, Conflict},   // a pull met a conflict
    Transition{Pending, Completed},  // a pull brought the same state
    Transition{Pending, Failed},     // the right was lost before sending
    Transition{Pending, Skipped},    // ended by a rule
    Transition{Pending, Cancelled},  // never sent, and no longer wanted
    Transition{Processing, Pending}, // nothing was sent, or the record has moved on meanwhile
    Transition{Processing, Completed}, Transition{Processing, Conflict},
    Transition{Processing, Failed},    Transition{Processing, Verify}, // sent, no answer: the outcome is unknown
    Transition{Verify, Pending}, // surely not there, or the record has moved on meanwhile
    Transition{Verify, Completed},     Transition{Verify, Conflict},
    Transition{Verify, Failed},        Transition{Conflict, Pending}, // resolved with something to send
    Transition{Conflict, Completed},   Transition{Conflict, Skipped},
    Transition{Conflict, Cancelled},   Transition{Failed, Pending}, // tried again
    Transition{Failed, Skipped},       Transition{Failed, Cancelled},
};

constexpr std::array kStates{Pending, Processing, Verify, Conflict, Failed, Completed, Skipped, Cancelled};

constexpr bool allowed(OperationState from, OperationState to)
{
    for (const auto &transition : kTransitions) {
        if (transition == Transition{from, to})
            return true;
    }
    return false;
}

constexpr bool finished(OperationState state)
{
    return state == Completed || state == Skipped || state == Cancelled;
}

constexpr bool isFinal(OperationState state)
{
    for (const auto to : kStates) {
        if (allowed(state, to))
            return false;
    }
    return true;
}

constexpr bool onlyFinishedStatesAreFinal()
{
    for (const auto state : kStates) {
        if (isFinal(state) != finished(state) || allowed(state, state))
            return false;
    }
    return true;
}

static_assert(onlyFinishedStatesAreFinal());
static_assert(allowed(Pending, Processing) && allowed(Processing, Verify));
static_assert(!allowed(Verify, Processing), "an unknown outcome is settled before anything else is sent");
static_assert(!allowed(Processing, Cancelled) && !allowed(Verify, Cancelled), "what may have arrived is not cancelled");
static_assert(!allowed(Failed, Processing) && !allowed(Conflict, Processing), "only pending operations are taken");

} // namespace

bool canTransition(OperationState from, OperationState to)
{
    return allowed(from, to);
}

bool isFinished(OperationState state)
{
    return finished(state);
}

QString toString(OperationKind kind)
{
    switch (kind) {
    case OperationKind::Create: return u"create"_s;
    case OperationKind::Update: return u"update"_s;
    case OperationKind::Delete: return u"delete"_s;
    case OperationKind::Step: return u"step"_s;
    }
    return {};
}

QString toString(Priority priority)
{
    switch (priority) {
    case Priority::Low: return u"low"_s;
    case Priority::Normal: return u"normal"_s;
    case Priority::High: return u"high"_s;
    case Priority::Urgent: return u"urgent"_s;
    }
    return {};
}

QString toString(OperationState state)
{
    switch (state) {
    case Pending: return u"pending"_s;
    case Processing: return u"processing"_s;
    case Verify: return u"verify"_s;
    case Conflict: return u"conflict"_s;
    case Failed: return u"failed"_s;
    case Completed: return u"completed"_s;
    case Skipped: return u"skipped"_s;
    case Cancelled: return u"cancelled"_s;
    }
    return {};
}

std::optional<OperationState> operationStateFrom(QStringView word)
{
    for (const auto state : kStates) {
        if (toString(state) == word)
            return state;
    }
    return std::nullopt;
}

} // namespace frost
