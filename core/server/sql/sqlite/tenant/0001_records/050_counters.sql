-- SPDX-FileCopyrightText: 2026 Frost contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
CREATE TABLE counters (
    only       INTEGER PRIMARY KEY CHECK (only = 1),
    next_id    INTEGER NOT NULL,
    change_no  INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
) STRICT
