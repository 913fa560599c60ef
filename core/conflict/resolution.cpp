// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/conflict/resolution.h"

#include "core/conflict/content.h"
#include "core/conflict/settle.h"

namespace frost {

using namespace Qt::StringLiterals;

namespace {

using Body = std::optional<QJsonObject>;

QJsonValue valueIn(const EntitySchema &schema, const MergeDraft::Entry &entry, const Body &body)
{
    if (!body)
        return QJsonValue::Undefined;
    return entry.isRecord() ? QJsonValue(*body) : valueAt(schema, *body, entry.path);
}

bool isSame(const MergeDraft::Entry &entry, const QJsonValue &a, const QJsonValue &b)
{
    return entry.field ? comparable(*entry.field, a) == comparable(*entry.field, b) : a == b;
}

//! Which side `value` is, as far as that can be chosen; Edited with the value where it is nobody's.
MergeDecision decisionFor(const MergeDraft &draft, const MergeDraft::Entry &entry, const QJsonValue &value)
{
    for (const auto &[choice, side] : {std::pair(Choice::Mine, entry.mine), std::pair(Choice::Theirs, entry.theirs),
                                       std::pair(Choice::Base, entry.base)}) {
        if (draft.canChoose(entry, choice) && isSame(entry, value, side))
            return {choice, QJsonValue::Undefined};
    }
    return draft.canChoose(entry, Choice::Edited) ? MergeDecision{Choice::Edited, value} : MergeDecision();
}

Strategy strategyFor(const MergeInput &versions, const Body &result)
{
    if (result == versions.theirs)
        return Strategy::ServerWins;
    return result == versions.mine ? Strategy::ClientWins : Strategy::Manual;
}

} // namespace

Resolution resolutionOf(const MergeDraft &draft)
{
    const auto &result = *draft.result();
    const auto strategy = strategyFor(draft.input(), result);
    return {strategy, strategy == Strategy::Manual ? result : std::nullopt, draft.decisions(), draft.input()};
}

Result<std::optional<QJsonObject>> resultOf(const MergeDraft &draft)
{
    if (!draft.result())
        return fail(draft.result().error());
    const auto resolution = resolutionOf(draft);
    return decide(draft.schema(), resolution.strategy, {draft.input(), {}, {}, resolution.manual});
}

MergeDecisions impliedDecisions(const EntitySchema &schema, const MergeInput &versions, const Body &result)
{
    const auto draft = MergeDraft::make(schema, versions);
    if (!draft)
        return {};
    const bool theirs = result == versions.theirs;
    const bool mine = result == versions.mine;
    MergeDecisions decisions;
    for (const auto &entry : draft->entries()) {
        if (entry.section == MergeDraft::Section::Detail)
            continue;
        // One side taken whole has that side's row ids, which need not be those of the paths.
        const auto value = theirs ? entry.theirs : mine ? entry.mine : valueIn(schema, entry, result);
        if (entry.section != MergeDraft::Section::Open && isSame(entry, value, entry.proposed))
            continue;
        const auto decision = theirs && draft->canChoose(entry, Choice::Theirs)
                                  ? MergeDecision{Choice::Theirs, QJsonValue::Undefined}
                                  : decisionFor(*draft, entry, value);
        if (decision.choice != Choice::None)
            decisions.insert(entry.path, decision);
    }
    return decisions;
}

QJsonObject toJson(const MergeDecisions &decisions)
{
    QJsonObject json;
    for (auto it = decisions.begin(); it != decisions.end(); ++it) {
        QJsonObject decision{{u"choice"_s, toString(it->choice)}};
        if (!it->value.isUndefined())
            decision.insert(u"value"_s, it->value);
        json.insert(it.key(), decision);
    }
    return json;
}

MergeDecisions decisionsFrom(const QJsonObject &json)
{
    MergeDecisions decisions;
    for (auto it = json.begin(); it != json.end(); ++it) {
        const auto decision = it->toObject();
        if (const auto choice = choiceFrom(decision["choice"_L1].toString()))
            decisions.insert(it.key(), {*choice, decision["value"_L1]});
    }
    return decisions;
}

} // namespace frost
