-- SPDX-FileCopyrightText: 2026 Frost contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
CREATE TABLE number_series (
    company TEXT NOT NULL,
    type    TEXT NOT NULL,
    series  TEXT NOT NULL,
    next    INTEGER NOT NULL,
    PRIMARY KEY (company, type, series)
) STRICT, WITHOUT ROWID
