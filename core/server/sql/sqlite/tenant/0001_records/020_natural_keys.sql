-- SPDX-FileCopyrightText: 2026 Frost contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
CREATE TABLE natural_keys (
    company  TEXT NOT NULL,
    type     TEXT NOT NULL,
    key_text TEXT NOT NULL,
    id       INTEGER NOT NULL REFERENCES records (id),
    PRIMARY KEY (company, type, key_text)
) STRICT, WITHOUT ROWID
