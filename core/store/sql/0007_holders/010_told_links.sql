-- SPDX-FileCopyrightText: 2026 Frost contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the server that hubs share knows of our links to external systems: what we told it as their holder, or it told us.
CREATE TABLE told_links (
    connection TEXT NOT NULL,
    type TEXT NOT NULL,
    local_id TEXT NOT NULL,
    remote_id TEXT NOT NULL,      -- empty: it is not there any more
    version TEXT NOT NULL,
    record_version TEXT NOT NULL, -- the server's version of the record on which both sides agreed; empty: none known
    epoch INTEGER NOT NULL,       -- of the holder who told it
    PRIMARY KEY (connection, type, local_id)
) STRICT, WITHOUT ROWID
