// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <chrono>
#include <optional>

namespace frost {

//! How long a run will still take, fit to be shown (UX.md 3.2): not before 3 s and 5 items, smoothed, rounded, and never
//! rising more than once in 5 s. Pure; time comes in with each report.
class RemainingTime
{
public:
    //! @param elapsed  since the beginning of this phase; never falls (a step back is ignored)
    //! @param processed, total  items; total 0: not known, nothing is shown
    void report(std::chrono::milliseconds elapsed, qint64 processed, qint64 total);
    //! nullopt: too early to tell, or done. Under a minute in steps of 5 s, under an hour in whole minutes, then in steps of
    //! 10 minutes; always rounded up.
    [[nodiscard]] std::optional<std::chrono::seconds> shown() const { return m_shown; }

private:
    void sample(std::chrono::milliseconds elapsed, qint64 processed);

    std::chrono::milliseconds m_elapsed{0};   //!< of the last sample
    qint64 m_processed = 0;                   //!< at the last sample
    double m_rate = 0;                        //!< items a millisecond, smoothed
    int m_samples = 0;
    std::optional<std::chrono::milliseconds> m_roseAt; //!< when it last rose
    std::optional<std::chrono::seconds> m_shown;
};

} // namespace frost
