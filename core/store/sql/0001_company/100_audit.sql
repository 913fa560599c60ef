-- SPDX-FileCopyrightText: 2026 Frost contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Append only. `hash` covers the facts, the payload's hash and the hash of the row before, so that old payloads can be
-- pruned (NULL) without breaking the chain.
CREATE TABLE audit (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    user TEXT NOT NULL,
    device TEXT NOT NULL,
    source TEXT NOT NULL,
    action TEXT NOT NULL,
    type TEXT NOT NULL,
    record TEXT NOT NULL,
    payload TEXT,
    payload_hash TEXT NOT NULL,
    previous_hash TEXT NOT NULL,
    hash TEXT NOT NULL
) STRICT
