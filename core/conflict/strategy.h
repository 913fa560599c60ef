// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/conflict/merge.h"

#include <QDateTime>

namespace frost {

//! The named ways to settle a whole conflict (R-CON-04). What rules say of single fields: core/links/fieldpolicy.h.
enum class Strategy {
    ServerWins,
    ClientWins,
    Merge,
    LastWriteWins,
    Manual,
    KeepBoth, //!< not two versions of one record but two records with one number: see core/sync/keepboth.h
};
[[nodiscard]] QString toString(Strategy strategy); //!< "server-wins" ...
[[nodiscard]] std::optional<Strategy> strategyFrom(QStringView word);

struct StrategyInput {
    MergeInput versions;
    QDateTime mineAt;   //!< when each side was last changed; invalid: unknown
    QDateTime theirsAt;
    std::optional<QJsonObject> manual; //!< Manual: the complete record as decided by a person
};

//! The body a strategy decides on; nullopt: the record is deleted. Pure.
//! ServerWins and ClientWins take the whole record of one side. Merge combines and is refused while a field is open:
//! Conflict "merge.open" [paths]. LastWriteWins combines, and gives open fields to the later side; without both times:
//! Usage "lastWrite.timeUnknown". Manual needs `manual`: Usage "manual.missing". KeepBoth has no one body: Usage "keepBoth.oneRecord".
[[nodiscard]] Result<std::optional<QJsonObject>> decide(const EntitySchema &schema, Strategy strategy,
                                                        const StrategyInput &input);

//! A number that the remote has given is final (UX.md 1.2 G23), so decide() says no other: it would be refused for ever. What is
//! in the books elsewhere keeps the number it has there. Computes what is derived from it.
[[nodiscard]] Result<QJsonObject> withFinalNumbers(const EntitySchema &schema, QJsonObject body, const MergeInput &versions);

} // namespace frost
