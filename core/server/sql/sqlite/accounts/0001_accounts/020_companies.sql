-- SPDX-FileCopyrightText: 2026 Frost contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
CREATE TABLE companies (
    id         INTEGER PRIMARY KEY,
    tenant     INTEGER NOT NULL REFERENCES tenants (id),
    name_key   TEXT NOT NULL,
    name       TEXT NOT NULL,
    packs      TEXT NOT NULL, -- JSON array of schema packs
    created_at INTEGER NOT NULL,
    UNIQUE (tenant, name_key)
) STRICT
