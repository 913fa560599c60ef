// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activity/audit.h"
#include "core/store/database.h"

#include <QHash>

#include <chrono>

namespace frost {

//! How long a company keeps what it no longer shows (R-LOC-06), in days. Kept in meta under these names.
//!
//! What the law asks to be kept is the accounting information and the history of its treatment, until the seventh year
//! after the end of the calendar year in which the financial year ended (bokföringslagen 7 kap. 2 §; treatment history:
//! BFNAR 2013:2 chapter 9). A financial year has at most 18 months, so ten years after a change are always enough and
//! nothing less always is. The audit rows themselves are never removed; only their payloads may be, and not before.
struct Retention {
    int tombstones = 730;  //!< deleted records; 90 to 36,500: a device that was away longer compares everything anyway
    int history = 730;     //!< finished operations and ended runs; 30 to 36,500
    int payloads = 36'500; //!< old and new values in the audit trail; 3,653 (ten years) to 36,500

    //! Missing or unreadable values are the defaults.
    [[nodiscard]] static Result<Retention> read(Database &database);
    //! Own transaction, with an audit row. Errors: Usage "retention.outOfRange" [name, lowest, highest].
    [[nodiscard]] Result<> store(Database &database, Audit &audit, const Actor &actor) const;
};

//! Rows taken away by prune().
struct Pruned {
    qint64 tombstones = 0;
    qint64 operations = 0;
    qint64 runs = 0;
    qint64 payloads = 0;
    [[nodiscard]] qint64 total() const { return tombstones + operations + runs + payloads; }
};

//! Takes away what is older than the company wants to keep, in short transactions. Stays, however old: a tombstone that a
//! remote has still to hear of (an open operation, a base copy, an open conflict), that a draft or a live record refers
//! to; the newest ended run of each connection. A tombstone takes its links with it. Every record removed for good gets an
//! audit row "purge", everything else one row "prune" with what it was.
//! @param goOn asked between transactions; false ends early, without an error
[[nodiscard]] Result<Pruned> prune(Database &database, Audit &audit, Clock &clock, const Retention &retention,
                                   const Actor &actor, const std::function<bool()> &goOn = {});

//! The same once a day, as the company's own settings say, and not for longer than `budget` at a time: what is left follows
//! at the next call. For whoever has the file open and nothing else to do.
[[nodiscard]] Result<Pruned> pruneIfDue(Database &database, Audit &audit, Clock &clock, const Actor &actor,
                                        std::chrono::milliseconds budget);

} // namespace frost
