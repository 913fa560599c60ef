-- SPDX-FileCopyrightText: 2026 Frost contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The object stores that exist, each with its table os_<name> (and fts_<name> where it is searched).
CREATE TABLE object_stores (
    name TEXT PRIMARY KEY NOT NULL,
    schema_version INTEGER NOT NULL,
    search TEXT NOT NULL DEFAULT '' -- what the full-text table was filled from, as JSON; empty: there is none
) STRICT, WITHOUT ROWID
