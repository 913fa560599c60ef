// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qcorotask.h>
#include <QDateTime>

#include <chrono>

namespace frost {

//! Seam: the only source of time below app. Instants are UTC with millisecond precision.
class Clock
{
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual QDateTime now() const = 0;
    //! Resumes the awaiting coroutine after `duration` (0 or more) on the same thread.
    virtual QCoro::Task<> sleep(std::chrono::milliseconds duration) = 0;
};

//! The computer's clock; needs a running Qt event loop for sleep().
class SystemClock final : public Clock
{
public:
    [[nodiscard]] QDateTime now() const override;
    QCoro::Task<> sleep(std::chrono::milliseconds duration) override;
};

//! ISO 8601 in UTC with milliseconds and a Z: the one form of an instant in records, on the wire and in files.
[[nodiscard]] QString toIso(const QDateTime &instant);
//! Accepts what toIso writes and other ISO 8601 instants; an invalid QDateTime where `text` is none.
[[nodiscard]] QDateTime fromIso(const QString &text);

//! Whether `at` lies less than `period` before `now`. Never where it is invalid or ahead of it: that is a clock that was set
//! back, and nothing waits for a year to come round.
[[nodiscard]] bool isRecent(const QDateTime &at, const QDateTime &now, std::chrono::milliseconds period);

} // namespace frost
