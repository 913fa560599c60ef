// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/formedbody.h"

using namespace Qt::StringLiterals;

namespace frost {

Result<QJsonObject> formedBody(const EntitySchema &schema, const QJsonObject &body)
{
    auto input = body;
    input.remove(u"localId"_s);
    const auto normal = normalise(schema, withDefaults(schema, input), [] { return QString(); });
    if (!normal)
        return fail(normal.error());
    const auto derived = derive(schema, *normal);
    if (!derived)
        return fail(derived.error());
    const auto problems = validate(schema, *derived);
    if (!problems.isEmpty())
        return fail(problemsError(problems));
    return *normal;
}

} // namespace frost
