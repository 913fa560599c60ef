-- SPDX-FileCopyrightText: 2026 Frost contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
CREATE TABLE tokens (
    hash       TEXT PRIMARY KEY, -- SHA-256 of the token; the token itself is nowhere
    token_id   TEXT NOT NULL UNIQUE,
    user       INTEGER NOT NULL REFERENCES users (id),
    created_at INTEGER NOT NULL,
    revoked_at INTEGER
) STRICT, WITHOUT ROWID
