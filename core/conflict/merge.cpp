// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/conflict/merge.h"

#include "core/conflict/mergelevel.h"

#include <algorithm>

namespace frost {

using namespace Qt::StringLiterals;

namespace {
QJsonValue valueOf(const std::optional<QJsonObject> &body)
{
    return body ? QJsonValue(*body) : QJsonValue(QJsonValue::Undefined);
}

FieldMerge wholeRecord(const MergeInput &input, Origin origin, Severity severity,
                       const std::optional<QJsonObject> &result)
{
    return {u""_s, origin, severity, valueOf(input.base), valueOf(input.mine), valueOf(input.theirs), valueOf(result)};
}

Result<MergeResult> withDerived(const EntitySchema &schema, MergeResult merged)
{
    if (!merged.body)
        return merged;
    auto derived = derive(schema, *merged.body);
    if (!derived)
        return fail(std::move(derived).error());
    merged.body = *std::move(derived);
    return merged;
}

// At least one side has deleted the record.
MergeResult mergeDeletion(const EntitySchema &schema, const MergeInput &input)
{
    MergeResult merged;
    const auto &survivor = input.mine ? input.mine : input.theirs;
    if (!survivor) {
        if (input.base)
            merged.fields = {
                wholeRecord(input, Origin::Both, severityOfDifference(schema.fields, *input.base, {}), {})};
        return merged;
    }
    const auto base = input.base.value_or(QJsonObject());
    if (input.base && sameContent(schema, base, *survivor)) {
        const auto origin = input.mine ? Origin::Theirs : Origin::Mine;
        merged.fields = {wholeRecord(input, origin, severityOfDifference(schema.fields, base, {}), {})};
        return merged;
    }
    // Never Low, whatever was changed: low may be settled by a rule, and a record is at stake.
    const auto severity = std::max(severityOfDifference(schema.fields, base, *survivor), Severity::Medium);
    merged.body = survivor;
    merged.type = ConflictType::Deletion;
    merged.fields = {wholeRecord(input, Origin::Open, severity, survivor)};
    return merged;
}

// Booked, cancelled, or in closed books.
bool isSealed(const EntitySchema &schema, const MergeInput &input)
{
    const auto isClosed = [&](const std::optional<QJsonObject> &body) { return body && closedBy(schema, *body, input.closedTo); };
    return isClosed(input.base) || isClosed(input.mine) || isClosed(input.theirs);
}

// The record is mine or theirs, never a mix of both.
MergeResult mergeUnit(const EntitySchema &schema, const MergeInput &input, MergeResult byField)
{
    if (input.base && sameContent(schema, *input.base, *input.theirs)) {
        byField.body = input.mine;
        return byField;
    }
    if (input.base && sameContent(schema, *input.base, *input.mine)) {
        byField.body = input.theirs;
        return byField;
    }
    auto severity = severityOfDifference(schema.fields, *input.mine, *input.theirs);
    if (isSealed(schema, input))
        severity = Severity::Critical;
    for (const auto &field : std::as_const(byField.fields))
        severity = std::max(severity, field.severity);
    MergeResult merged;
    merged.body = input.mine;
    merged.fields = {wholeRecord(input, Origin::Open, severity, input.mine)};
    return merged;
}
// Both made the same of it, with new rows under different ids: those of both would be a mix.
MergeResult sameUnit(const EntitySchema &schema, const MergeInput &input)
{
    const auto severity = severityOfDifference(schema.fields, *input.base, *input.theirs);
    MergeResult merged;
    merged.body = input.theirs;
    merged.fields = {wholeRecord(input, Origin::Both, severity, input.theirs)};
    return merged;
}
} // namespace

Result<MergeResult> merge(const EntitySchema &schema, const MergeInput &input)
{
    if (!input.mine || !input.theirs)
        return withDerived(schema, mergeDeletion(schema, input));
    const Versions versions{input.base ? &*input.base : nullptr, *input.mine, *input.theirs};
    const auto level = mergeLevel(schema.fields, schema.linkedGroups, versions, u""_s, input.pins);
    MergeResult merged;
    merged.body = level.body;
    merged.fields = level.fields;
    merged.duplicates = level.duplicates;
    merged.rows = level.rows;
    const bool asUnit = schema.mergeAsUnit || isSealed(schema, input);
    if (asUnit && !sameContent(schema, *input.mine, *input.theirs))
        merged = mergeUnit(schema, input, std::move(merged));
    else if (asUnit && !merged.duplicates.isEmpty())
        merged = sameUnit(schema, input);
    return withDerived(schema, std::move(merged));
}

QList<FieldMerge> MergeResult::open() const
{
    QList<FieldMerge> found;
    std::copy_if(fields.begin(), fields.end(), std::back_inserter(found),
                 [](const FieldMerge &field) { return field.origin == Origin::Open; });
    return found;
}

bool MergeResult::hasConflict() const
{
    return !duplicates.isEmpty() || std::any_of(fields.begin(), fields.end(), [](const FieldMerge &field) {
        return field.origin == Origin::Open;
    });
}

Severity MergeResult::severity() const
{
    auto highest = Severity::Low;
    for (const auto &field : open())
        highest = std::max(highest, field.severity);
    for (const auto &alike : duplicates)
        highest = std::max(highest, alike.told.severity);
    return highest;
}

QStringList MergeResult::openPaths() const
{
    QStringList paths;
    for (const auto &field : open())
        paths.append(field.path);
    for (const auto &alike : duplicates)
        paths.append(alike.told.path);
    return paths;
}

} // namespace frost
