-- SPDX-FileCopyrightText: 2026 Frost contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
CREATE TABLE tenants (
    id         INTEGER PRIMARY KEY,
    name_key   TEXT NOT NULL UNIQUE, -- case folded: names that differ in case only are one
    name       TEXT NOT NULL,        -- also the name of the tenant's file
    created_at INTEGER NOT NULL
) STRICT
