-- SPDX-FileCopyrightText: 2026 Frost contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
CREATE TABLE memberships (
    user    INTEGER NOT NULL REFERENCES users (id),
    company INTEGER NOT NULL REFERENCES companies (id),
    role    TEXT NOT NULL CHECK (role IN ('admin', 'bookkeeper', 'viewer', 'service')),
    PRIMARY KEY (user, company)
) STRICT, WITHOUT ROWID
