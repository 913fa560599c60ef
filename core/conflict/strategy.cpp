// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/conflict/strategy.h"

#include "core/conflict/settle.h"

namespace frost {

using namespace Qt::StringLiterals;

namespace {
using Decided = Result<std::optional<QJsonObject>>;

Decided decideByMerge(const EntitySchema &schema, const StrategyInput &input)
{
    auto merged = merge(schema, input.versions);
    if (!merged)
        return fail(std::move(merged).error());
    if (merged->hasConflict())
        return fail(ErrorKind::Conflict, u"merge.open"_s, merged->openPaths());
    return merged->body;
}

Decided decideByTime(const EntitySchema &schema, const StrategyInput &input)
{
    const auto merged = merge(schema, input.versions);
    if (!merged)
        return fail(merged.error());
    if (!input.mineAt.isValid() || !input.theirsAt.isValid())
        return fail(ErrorKind::Usage, u"lastWrite.timeUnknown"_s);
    // At the same time: theirs, which others have already seen.
    return settle(schema, *merged, input.mineAt > input.theirsAt ? Side::Mine : Side::Theirs);
}

Decided decideByHand(const EntitySchema &schema, const StrategyInput &input)
{
    if (!input.manual)
        return fail(ErrorKind::Usage, u"manual.missing"_s);
    auto derived = derive(schema, *input.manual);
    if (!derived)
        return fail(std::move(derived).error());
    return std::optional(*std::move(derived));
}

Decided decideAsTold(const EntitySchema &schema, Strategy strategy, const StrategyInput &input)
{
    switch (strategy) {
    case Strategy::ServerWins: return input.versions.theirs;
    case Strategy::ClientWins: return input.versions.mine;
    case Strategy::Merge: return decideByMerge(schema, input);
    case Strategy::LastWriteWins: return decideByTime(schema, input);
    case Strategy::Manual: return decideByHand(schema, input);
    case Strategy::KeepBoth: return fail(ErrorKind::Usage, u"keepBoth.oneRecord"_s);
    }
    return fail(ErrorKind::Internal, u"strategy.unknown"_s);
}

//! Undefined: nobody has given one.
QJsonValue finalNumber(const Field &field, const MergeInput &versions)
{
    const auto &books = versions.elsewhere.isEmpty() ? versions.theirs : versions.mine;
    for (const auto *version : {&books, &versions.theirs}) {
        const auto number = *version ? (*version)->value(field.name) : QJsonValue(QJsonValue::Undefined);
        if (!number.isUndefined() && !isProvisional(field, number))
            return number;
    }
    return QJsonValue::Undefined;
}
} // namespace

Result<QJsonObject> withFinalNumbers(const EntitySchema &schema, QJsonObject body, const MergeInput &versions)
{
    bool changes = false;
    for (const auto &field : schema.fields) {
        if (!field.assignedByRemote)
            continue;
        const auto given = finalNumber(field, versions);
        if (given.isUndefined() || body.value(field.name) == given)
            continue;
        body.insert(field.name, given);
        changes = true;
    }
    return changes ? derive(schema, std::move(body)) : Result<QJsonObject>(std::move(body));
}

Result<std::optional<QJsonObject>> decide(const EntitySchema &schema, Strategy strategy, const StrategyInput &input)
{
    const auto told = decideAsTold(schema, strategy, input);
    if (!told || !*told)
        return told;
    auto numbered = withFinalNumbers(schema, **told, input.versions);
    FROST_TRY(numbered);
    return std::optional(*std::move(numbered));
}

} // namespace frost
