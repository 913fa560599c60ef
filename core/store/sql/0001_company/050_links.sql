-- SPDX-FileCopyrightText: 2026 Frost contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Temporary and real ids: one record's identity in one remote system.
CREATE TABLE links (
    connection TEXT NOT NULL,
    type TEXT NOT NULL,
    local_id TEXT NOT NULL,
    remote_id TEXT NOT NULL,
    version TEXT NOT NULL DEFAULT '',
    hash TEXT NOT NULL DEFAULT '',
    generation INTEGER NOT NULL DEFAULT 1,
    created_at INTEGER NOT NULL,
    synced_at INTEGER,
    operation INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (connection, type, local_id),
    UNIQUE (connection, type, remote_id)
) STRICT, WITHOUT ROWID
