-- SPDX-FileCopyrightText: 2026 Frost contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- key: SHA-256 of the remote and the token, never the token. seen: the last change. state: LimitState as JSON.
CREATE TABLE limits (
    key TEXT NOT NULL PRIMARY KEY,
    seen INTEGER NOT NULL,
    state TEXT NOT NULL
) STRICT, WITHOUT ROWID
