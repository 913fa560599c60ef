// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/conflict/strategy.h"

#include <array>
#include <utility>

namespace frost {

using namespace Qt::StringLiterals;

namespace {
// One table per enumeration; both directions read it.
constexpr std::array kTypes{
    std::pair{ConflictType::Version, "version"_L1},
    std::pair{ConflictType::Timestamp, "timestamp"_L1},
    std::pair{ConflictType::Data, "data"_L1},
    std::pair{ConflictType::Deletion, "deletion"_L1},
    std::pair{ConflictType::MissingEntity, "missing-entity"_L1},
    std::pair{ConflictType::DuplicateKey, "duplicate-key"_L1},
    std::pair{ConflictType::Validation, "validation"_L1},
    std::pair{ConflictType::Authorisation, "authorisation"_L1},
    std::pair{ConflictType::RetryExhausted, "retry-exhausted"_L1},
};
constexpr std::array kSeverities{
    std::pair{Severity::Low, "low"_L1},
    std::pair{Severity::Medium, "medium"_L1},
    std::pair{Severity::High, "high"_L1},
    std::pair{Severity::Critical, "critical"_L1},
};
constexpr std::array kStrategies{
    std::pair{Strategy::ServerWins, "server-wins"_L1},
    std::pair{Strategy::ClientWins, "client-wins"_L1},
    std::pair{Strategy::Merge, "merge"_L1},
    std::pair{Strategy::LastWriteWins, "last-write-wins"_L1},
    std::pair{Strategy::Manual, "manual"_L1},
    std::pair{Strategy::KeepBoth, "keep-both"_L1},
};

QString wordOf(const auto &table, auto value)
{
    for (const auto &[known, word] : table) {
        if (known == value)
            return word;
    }
    return {};
}

auto valueOf(const auto &table, QStringView text) -> std::optional<decltype(table[0].first)>
{
    for (const auto &[value, word] : table) {
        if (word == text)
            return value;
    }
    return {};
}
} // namespace

QString toString(ConflictType type)
{
    return wordOf(kTypes, type);
}

QString toString(Severity severity)
{
    return wordOf(kSeverities, severity);
}

QString toString(Strategy strategy)
{
    return wordOf(kStrategies, strategy);
}

std::optional<ConflictType> conflictTypeFrom(QStringView word)
{
    return valueOf(kTypes, word);
}

std::optional<Severity> severityFrom(QStringView word)
{
    return valueOf(kSeverities, word);
}

std::optional<Strategy> strategyFrom(QStringView word)
{
    return valueOf(kStrategies, word);
}

} // namespace frost
