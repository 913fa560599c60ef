// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/remainingtime.h"

#include <algorithm>
#include <cmath>

namespace frost {

using namespace std::chrono_literals;
using std::chrono::milliseconds;
using std::chrono::seconds;

namespace {
constexpr milliseconds kTrustedAfter = 3s; // UX.md 3.2
constexpr qint64 kTrustedItems = 5;        // UX.md 3.2
constexpr milliseconds kRiseEvery = 5s;    // UX.md 3.2
constexpr milliseconds kSampleEvery = 1s;  // batches come in lumps; shorter samples would only show them
constexpr double kSmoothing = 0.9;         // weight of the past; reached in ten samples
constexpr seconds kLongest = 100h;         // nothing beyond means anything

seconds roundedUp(double wanted)
{
    const auto exact = seconds(qint64(std::ceil(std::min(wanted, double(kLongest.count())))));
    const seconds step = exact <= 1min ? seconds(5) : exact <= 1h ? seconds(60) : seconds(600);
    return std::max(step, (exact + step - 1s) / step * step);
}
} // namespace

void RemainingTime::sample(milliseconds elapsed, qint64 processed)
{
    const auto passed = elapsed - m_elapsed;
    if (passed < kSampleEvery)
        return;
    const double rate = double(std::max<qint64>(0, processed - m_processed)) / double(passed.count());
    ++m_samples;
    const double past = std::min(kSmoothing, 1.0 - 1.0 / m_samples);
    m_rate = past * m_rate + (1.0 - past) * rate;
    m_elapsed = elapsed;
    m_processed = processed;
}

void RemainingTime::report(milliseconds elapsed, qint64 processed, qint64 total)
{
    sample(elapsed, processed);
    const qint64 left = total - processed;
    if (left <= 0 || elapsed < kTrustedAfter || processed < kTrustedItems || m_rate <= 0) {
        m_shown.reset();
        return;
    }
    const auto wanted = roundedUp(double(left) / m_rate / 1000.0);
    if (m_shown && wanted > *m_shown) {
        if (m_roseAt && elapsed - *m_roseAt < kRiseEvery)
            return;
        m_roseAt = elapsed;
    }
    m_shown = wanted;
}

} // namespace frost
