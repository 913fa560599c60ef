-- SPDX-FileCopyrightText: 2026 Frost contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
CREATE TABLE checkpoints (
    connection TEXT NOT NULL,
    feed TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (connection, feed)
) STRICT, WITHOUT ROWID
