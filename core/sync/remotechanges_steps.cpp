// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/remotechanges.h"

#include "core/conflict/content.h"
#include "core/outbox/steps.h"

#include <algorithm>

namespace frost {

using namespace Qt::StringLiterals;

// What a remote state means for the steps that wait for its record: nobody books figures nobody saw.

//! Steps that are taken there already are done; where the others were asked for other figures than theirs, they end, and a
//! person is asked about the record.
Result<> RemoteChanges::meetSteps(Target &target, const std::optional<QJsonObject> &theirs)
{
    if (!target.record)
        return {};
    const auto steps = m_writer.outbox().steps(target.schema->type, target.id);
    FROST_TRY(steps);
    QList<Operation> left;
    for (const auto &operation : *steps) {
        const auto *step = target.schema->step(operation.step);
        if (step && theirs && isTaken(*step, *theirs))
            FROST_TRY(endStep(operation, OperationState::Completed, u"converged"_s));
        else
            left.append(operation);
    }
    if (!contradicts(target, left, theirs))
        return {};
    for (const auto &operation : std::as_const(left))
        FROST_TRY(endStep(operation, OperationState::Cancelled, u"step.changed"_s));
    target.overtaken = true;
    return distrust(target);
}

bool RemoteChanges::contradicts(const Target &target, const QList<Operation> &steps,
                                const std::optional<QJsonObject> &theirs) const
{
    const auto *locking = lockedBy(*target.schema, steps);
    if (!locking)
        return false;
    if (!theirs)
        return true;
    if (target.base && sameContent(*target.schema, rulesFor(target).seen(*target.base, target.record->body), *theirs))
        return false; // what was there when the step was asked for
    const auto before = steps.first(locking - steps.constData());
    return seenHash(*target.schema, withSteps(*target.schema, *theirs, before)) != locking->seen;
}

//! What may be on its way to another connection is settled there.
Result<> RemoteChanges::endStep(const Operation &step, OperationState state, const QString &reason)
{
    const bool onItsWay = step.state == OperationState::Processing || step.state == OperationState::Verify;
    if (onItsWay && step.connection != m_connection)
        return {};
    auto &outbox = m_writer.outbox();
    if (step.state != OperationState::Pending)
        FROST_TRY(outbox.transition(step.id, OperationState::Pending));
    return outbox.transition(step.id, state, reason, {step.type.toString(), step.record.toString()});
}

} // namespace frost
