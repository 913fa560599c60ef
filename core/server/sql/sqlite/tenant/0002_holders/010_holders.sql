-- SPDX-FileCopyrightText: 2026 Frost contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
CREATE TABLE holders (
    company     TEXT NOT NULL,
    connection  TEXT NOT NULL, -- provider and account, the same name from every hub
    hub         TEXT NOT NULL,
    hub_name    TEXT NOT NULL, -- for people
    user        TEXT NOT NULL,
    epoch       INTEGER NOT NULL, -- one more whenever the connection changes hands
    valid_until INTEGER NOT NULL, -- server time in ms
    PRIMARY KEY (company, connection)
) STRICT, WITHOUT ROWID
