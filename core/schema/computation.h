// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/schema.h"

namespace frost {

//! A calculation of a schema pack, ready to run. Immutable; threads share it.
class Computation
{
public:
    virtual ~Computation() = default;
    //! Paths of the fields it computes ("total", "rows.total"); the pack must declare exactly these as derived.
    [[nodiscard]] virtual QStringList outputs() const { return {}; }
    //! Sets its outputs in `body`, or removes them where there is nothing to say.
    [[nodiscard]] virtual Result<> derive(QJsonObject & /*body*/) const { return {}; }
    //! Appends the rules that `body` breaks.
    virtual void validate(const QJsonObject & /*body*/, QList<Problem> & /*problems*/) const { }
    //! Appends what looks wrong without being forbidden.
    virtual void warn(const QJsonObject & /*body*/, QList<Problem> & /*problems*/) const { }
};

//! Makes the computation `calculation.name` with its parameters. The names of fields in them must be fields of
//! `schema`.
//! Errors: Usage "calculation.unknown", "calculation.parameter" [parameter].
[[nodiscard]] Result<std::shared_ptr<const Computation>> makeComputation(const Calculation &calculation,
                                                                         const EntitySchema &schema);

} // namespace frost
