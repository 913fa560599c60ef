-- SPDX-FileCopyrightText: 2026 Frost contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
CREATE TABLE operation_history_with_steps (
    id INTEGER PRIMARY KEY,
    connection TEXT NOT NULL,
    type TEXT NOT NULL,
    record TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('create', 'update', 'delete', 'step')),
    step TEXT NOT NULL DEFAULT '',
    seen TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL CHECK (state IN ('completed', 'skipped', 'cancelled')),
    priority INTEGER NOT NULL,
    rank INTEGER NOT NULL,
    retry_count INTEGER NOT NULL,
    max_retries INTEGER NOT NULL,
    next_attempt_at INTEGER,
    required_permission TEXT NOT NULL DEFAULT '',
    user TEXT NOT NULL DEFAULT '',
    reason TEXT NOT NULL DEFAULT '',
    reason_args TEXT NOT NULL DEFAULT '[]',
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    finished_at INTEGER NOT NULL
) STRICT
