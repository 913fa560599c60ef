-- SPDX-FileCopyrightText: 2026 Frost contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- base, mine, theirs and result are record bodies as JSON; NULL: not known, or the record is deleted there.
CREATE TABLE conflicts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    connection TEXT NOT NULL,
    type TEXT NOT NULL,
    record TEXT NOT NULL,
    conflict_type TEXT NOT NULL,
    severity TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'resolved')),
    base TEXT,
    mine TEXT,
    theirs TEXT,
    result TEXT,
    theirs_version TEXT NOT NULL DEFAULT '',
    remote_id TEXT NOT NULL DEFAULT '',
    theirs_at INTEGER,
    theirs_by TEXT NOT NULL DEFAULT '',
    mine_at INTEGER,
    fields TEXT NOT NULL DEFAULT '[]',
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    resolved_at INTEGER,
    resolved_by TEXT NOT NULL DEFAULT '',
    strategy TEXT NOT NULL DEFAULT '',
    error_code TEXT NOT NULL DEFAULT ''
) STRICT
