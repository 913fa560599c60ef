// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/exchange/sie/sieplan.h"

#include <functional>

namespace frost {

//! Reads a SIE file of type 1 to 4 or 4i (sie.se, "SIE filformat", revision 4B of 2008). Pure: any thread.
//!
//! What the file says without doubt is taken, everything else is named with its line:
//!  - a file that cannot be understood to its end is refused as a whole;
//!  - a voucher that cannot be booked is left out as a whole (SieFacts::leftOut), the others are taken;
//!  - what had to be adapted is noted (SieFacts::notes), labels without a place here are counted.
class SieFile
{
public:
    static constexpr qint64 kLargestFile = 256; //!< MiB; a year of a large company has about 20
    static constexpr qsizetype kLongestLine = 60'000; //!< bytes; more than 64 KiB has no place in a field
    static constexpr qsizetype kMostRows = 10'000;    //!< of a voucher, as in any record

    struct Options {
        std::optional<SieEncoding> encoding = {}; //!< the user's choice; nullopt: by evidence
        std::function<bool(qint64 bytes, qint64 size)> progress = {}; //!< false: stop
    };
    //! Errors, with the line as first argument where there is one: Invalid "sie.empty", "sie.binary", "sie.xml" (SIE 5),
    //! "sie.notSie", "sie.typeUnknown" [type], "sie.lineTooLong" [line, bytes], "sie.yearMalformed",
    //! "sie.openingMalformed" [line, text], "sie.braceMissing", "sie.braceUnexpected", "sie.rowOutside", "sie.cut" [line of
    //! the voucher], "sie.nothing"; TooLarge "sie.tooLarge" [MiB]; Cancelled "sie.cancelled".
    [[nodiscard]] static Result<SiePlan> read(const QByteArray &bytes, const Options &options);
    [[nodiscard]] static Result<SiePlan> read(const QByteArray &bytes) { return read(bytes, {}); }
};

} // namespace frost
