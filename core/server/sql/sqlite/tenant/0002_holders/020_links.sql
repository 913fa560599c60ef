-- SPDX-FileCopyrightText: 2026 Frost contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
CREATE TABLE links (
    company        TEXT NOT NULL,
    connection     TEXT NOT NULL,
    id             INTEGER NOT NULL REFERENCES records (id),
    type           TEXT NOT NULL,
    remote_id      TEXT NOT NULL, -- empty: it is not there any more
    version        TEXT NOT NULL, -- the last version seen there
    record_version INTEGER NOT NULL, -- of the record, where both sides last agreed; 0: not known
    epoch          INTEGER NOT NULL, -- of the holder who told it
    change_no      INTEGER NOT NULL,
    PRIMARY KEY (company, connection, id)
) STRICT, WITHOUT ROWID
