// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"
#include "core/conflict/mergedraft.h"
#include "tests/fuzz/require.h"

#include <optional>

using namespace frost;
using namespace Qt::StringLiterals;

namespace {

using Body = std::optional<QJsonObject>;

//! A body the store could hold; nullopt for "null", which means deleted.
Result<Body> bodyOf(const EntitySchema &schema, const QByteArray &text)
{
    if (text == "null")
        return Body();
    const auto parsed = parseJsonObject(text);
    FROST_TRY(parsed);
    int rows = 0;
    const auto normal = normalise(schema, *parsed, [&rows] { return u"row-%1"_s.arg(++rows); });
    FROST_TRY(normal);
    for (const auto &problem : validate(schema, *normal)) {
        if (problem.code == "row.duplicateId"_L1)
            return fail(problemsError({problem})); // the store never holds two rows of one id
    }
    const auto derived = derive(schema, *normal);
    FROST_TRY(derived);
    return Body(*derived);
}

bool isSame(const EntitySchema &schema, const Body &a, const Body &b)
{
    return a.has_value() == b.has_value() && (!a || sameContent(schema, *a, *b));
}

void requireLaws(const EntitySchema &schema, const Body &base, const Body &changed)
{
    const auto mineOnly = merge(schema, {base, changed, base});
    const auto theirsOnly = merge(schema, {base, base, changed});
    const auto both = merge(schema, {base, changed, changed});
    for (const auto *result : {&mineOnly, &theirsOnly, &both}) {
        fuzz::require(result->has_value(), "a state that can be computed can be merged");
        fuzz::require(!(*result)->hasConflict(), "one change, or the same change twice, is no conflict");
        fuzz::require(isSame(schema, (*result)->body, changed), "a change of one side wins");
    }
}

} // namespace

// Three states of a record: first byte the entity type, then base, mine and theirs as JSON on a line each.
int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    const auto &schema = fuzz::anyType(data[0]);
    const auto lines = fuzz::bytesOf(data + 1, size - 1).split('\n');
    if (lines.size() < 3)
        return 0;
    const auto base = bodyOf(schema, lines[0]);
    const auto mine = bodyOf(schema, lines[1]);
    const auto theirs = bodyOf(schema, lines[2]);
    if (!base || !mine || !theirs || !*base)
        return 0;
    requireLaws(schema, *base, *mine);
    requireLaws(schema, *base, *theirs);

    const auto merged = merge(schema, {*base, *mine, *theirs});
    if (!merged)
        return 0; // both changes together are too large to compute with
    const auto mirrored = merge(schema, {*base, *theirs, *mine});
    fuzz::require(mirrored.has_value() && mirrored->hasConflict() == merged->hasConflict(),
                  "whether there is a conflict does not depend on the side");
    const auto draft = MergeDraft::make(schema, {*base, *mine, *theirs});
    fuzz::require(draft.has_value(), "what can be merged can be shown");
    return 0;
}
