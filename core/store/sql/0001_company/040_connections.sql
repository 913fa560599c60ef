-- SPDX-FileCopyrightText: 2026 Frost contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
CREATE TABLE connections (
    id TEXT PRIMARY KEY NOT NULL,
    provider TEXT NOT NULL,
    settings TEXT NOT NULL DEFAULT '{}',
    is_main INTEGER NOT NULL DEFAULT 0 CHECK (is_main IN (0, 1)),
    created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID
