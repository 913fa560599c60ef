-- SPDX-FileCopyrightText: 2026 Frost contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- base: the record when typing began; NULL: a new record. body: as typed.
CREATE TABLE drafts (
    type TEXT NOT NULL,
    record TEXT NOT NULL,
    base TEXT,
    body TEXT NOT NULL,
    updated_at INTEGER NOT NULL,
    PRIMARY KEY (type, record)
) STRICT, WITHOUT ROWID
