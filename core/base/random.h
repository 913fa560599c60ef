// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <cstdint>

namespace frost {

class Clock;

//! Seam: the only source of chance below app.
class Random
{
public:
    virtual ~Random() = default;
    virtual std::uint64_t next() = 0; //!< 64 evenly distributed bits
    //! 0 <= result < bound; bound >= 1.
    std::uint64_t below(std::uint64_t bound);
    //! `count` random bytes.
    QByteArray bytes(qsizetype count);
    //! Version 4 of RFC 9562, lower case with hyphens.
    QString uuid();
};

//! The operating system's generator; fit for tokens.
class SystemRandom final : public Random
{
public:
    std::uint64_t next() override;
};

//! A new record id such as "tmp-01j9zk3v7q8xw2f5r6t0y4b1nc": 10 characters of time and 16 of chance in Crockford's
//! base 32, so that ids made one after the other lie side by side in an index.
[[nodiscard]] QString newLocalId(const Clock &clock, Random &random);
//! Whether `id` has this form.
[[nodiscard]] bool isLocalId(QStringView id);

} // namespace frost
