// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/database.h"

namespace frost {

//! Writes a company to a file of its own while it is in use, and reads that file through: it gets its name when it is sound
//! and on the disk. Errors: Usage "file.exists" [path]; Storage "file.unwritable" [path]; those of Database::copyTo; Corrupt
//! "backup.damaged" [path, what is wrong] where the company itself is damaged.
[[nodiscard]] Result<> backUp(Database &database, const QString &path, Clock &clock, Random &random);

struct Restored {
    DataFolder::Company company;
    QString replaced; //!< where the file is now that stood there; "": none did
};

//! Puts a backup where its company belongs, in one step at the end: whatever fails before leaves everything as it was. What
//! stands there is kept beside it as <company>.replaced-<number>.frost. The restored company is a new device: it has no
//! tokens, so nothing is exchanged until somebody has signed in, and what was made here since the backup comes back from
//! where it was sent to.
//! Errors: Corrupt "store.notFrost" [path]; those of Database::open of the backup; Corrupt "backup.damaged" [path, what is
//! wrong]; Busy "company.inUse" [company] while another program has the company open; Storage "file.unwritable" [path].
[[nodiscard]] Result<Restored> restoreBackup(const DataFolder &folder, const QString &backup, Clock &clock, Random &random);

} // namespace frost
