// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulation/world.h"

#include <QJsonObject>

namespace frost::test {

//! Runs each plan twice: it must hold every invariant, and live the same life again (L8).
[[nodiscard]] Outcome liveTwice(const Plan &plan);

//! The smallest plan found that still fails: without faults, with fewer steps, with fewer devices.
[[nodiscard]] Plan shrunk(Plan plan);

//! What many seeds came to.
struct Summary {
    std::uint64_t seeds = 0;
    QStringList failures; //!< each with its plan, what is wrong, and the shrunk plan with its trail
    QList<std::uint64_t> failed;
    Faults::Counts faults{};
    std::uint64_t events = 0;
    qint64 simulated = 0; //!< ms
    qint64 elapsed = 0;   //!< ms

    void add(const Summary &other);
    [[nodiscard]] QStringList neverHappened() const; //!< applicable faults
    [[nodiscard]] QString text() const;
    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static Summary fromJson(const QJsonObject &json);
};

struct Seeds {
    std::uint64_t from = 1;
    std::uint64_t count = 1;
    std::uint64_t stride = 1;
    int steps = 60;
    enum class OnFailure { Shrink, TellOnly } onFailure = OnFailure::Shrink;
    int mostFailures = 10; //!< then it ends
    QList<Fault> without = {};
    std::optional<Plan::Remotes> remotes = {}; //!< nullopt: by the seed
};
//! @param until  ms; asked between two seeds, 0: no bound
[[nodiscard]] Summary run(const Seeds &seeds, qint64 until = 0);

//! The same seeds in several processes, taken in turn. @param program  the path of frost-simulate
[[nodiscard]] Summary runInProcesses(const Seeds &seeds, int jobs, const QString &program, qint64 until = 0);

} // namespace frost::test
