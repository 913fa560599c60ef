-- SPDX-FileCopyrightText: 2026 Frost contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The state both sides last agreed on, kept while a record is dirty, in flight or in conflict.
CREATE TABLE bases (
    connection TEXT NOT NULL,
    type TEXT NOT NULL,
    local_id TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (connection, type, local_id)
) STRICT, WITHOUT ROWID
