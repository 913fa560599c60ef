-- SPDX-FileCopyrightText: 2026 Frost contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The index tables that exist and what they were filled from.
CREATE TABLE store_indexes (
    store TEXT NOT NULL REFERENCES object_stores (name),
    name TEXT NOT NULL,
    table_name TEXT NOT NULL UNIQUE,
    fields TEXT NOT NULL, -- what the keys were made of, as JSON
    is_unique INTEGER NOT NULL CHECK (is_unique IN (0, 1)),
    multi_entry INTEGER NOT NULL CHECK (multi_entry IN (0, 1)),
    PRIMARY KEY (store, name)
) STRICT, WITHOUT ROWID
