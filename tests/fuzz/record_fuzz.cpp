// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/activity/audit.h"
#include "core/base/json.h"
#include "core/store/search.h"
#include "tests/fuzz/require.h"

using namespace frost;
using namespace Qt::StringLiterals;

// A record as a person, a file or a remote may give it: first byte the entity type, the rest JSON.
int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    const auto &schema = fuzz::anyType(data[0]);
    const auto parsed = parseJsonObject(fuzz::bytesOf(data + 1, size - 1));
    if (!parsed)
        return 0;
    fuzz::require(parseJsonObject(toCanonicalJson(*parsed)) == *parsed, "canonical text means the same object");
    fuzz::require(creationOf(toCanonicalJson(*parsed)) == toCanonicalJson(changeBetween({}, *parsed)),
                  "a creation is told alike from text and object");

    int rows = 0;
    const auto newRowId = [&rows] { return u"row-%1"_s.arg(++rows); };
    const auto normal = normalise(schema, *parsed, newRowId);
    if (!normal)
        return 0;
    fuzz::require(normalise(schema, *normal, newRowId) == *normal, "a normalised body stays as it is");
    static_cast<void>(validate(schema, *normal));
    static_cast<void>(warnings(schema, *normal));
    static_cast<void>(unknownFields(schema, *normal));
    static_cast<void>(naturalKeyOf(schema, *normal));
    static_cast<void>(searchText(schema, *normal));
    const auto same = mapReferences(schema, *normal, [](const EntityType &, const QString &id) { return id; });
    fuzz::require(same == *normal, "references mapped to themselves change nothing");

    const auto derived = derive(schema, *normal);
    if (!derived)
        return 0;
    fuzz::require(derive(schema, *derived) == *derived, "what was computed once is computed alike again");
    fuzz::require(withoutDerived(schema, *derived) == withoutDerived(schema, *normal), "computing touches derived fields only");
    return 0;
}
