-- SPDX-FileCopyrightText: 2026 Frost contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
CREATE TABLE records (
    id             INTEGER PRIMARY KEY, -- the real id, one counter for the tenant
    company        TEXT NOT NULL,
    type           TEXT NOT NULL,
    temp_id        TEXT NOT NULL,
    version        INTEGER NOT NULL,
    change_no      INTEGER NOT NULL,
    deleted        INTEGER NOT NULL,
    schema_version INTEGER NOT NULL,
    updated_at     INTEGER NOT NULL,
    updated_by     TEXT NOT NULL,
    updated_with   TEXT NOT NULL, -- token_id: the device
    edited_at      INTEGER NOT NULL,
    body           TEXT NOT NULL,
    UNIQUE (company, type, temp_id)
) STRICT
