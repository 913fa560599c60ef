-- SPDX-FileCopyrightText: 2026 Frost contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- A CHECK cannot be changed, so the queue is made anew with business steps in it: their name, and the hash of what the
-- person saw who asked for them.
CREATE TABLE operations_with_steps (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    connection TEXT NOT NULL,
    type TEXT NOT NULL,
    record TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('create', 'update', 'delete', 'step')),
    step TEXT NOT NULL DEFAULT '',
    seen TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL CHECK (state IN ('pending', 'processing', 'verify', 'conflict', 'failed',
                                         'completed', 'skipped', 'cancelled')),
    priority INTEGER NOT NULL CHECK (priority BETWEEN 0 AND 3),
    rank INTEGER NOT NULL,
    retry_count INTEGER NOT NULL DEFAULT 0,
    max_retries INTEGER NOT NULL DEFAULT 3,
    next_attempt_at INTEGER,
    required_permission TEXT NOT NULL DEFAULT '',
    user TEXT NOT NULL DEFAULT '',
    reason TEXT NOT NULL DEFAULT '',
    reason_args TEXT NOT NULL DEFAULT '[]',
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    sent_kind TEXT CHECK (sent_kind IN ('create', 'update', 'delete', 'step')),
    sent_revision INTEGER,
    sent_key TEXT,
    sent_bytes BLOB,
    sent_body TEXT,
    sent_at INTEGER,
    sent_epoch INTEGER,
    CHECK (sent_at IS NULL OR state IN ('processing', 'verify')),
    CHECK ((kind = 'step') = (step <> ''))
) STRICT
