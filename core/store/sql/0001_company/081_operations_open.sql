-- SPDX-FileCopyrightText: 2026 Frost contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- At most one open operation for a record on a connection.
CREATE UNIQUE INDEX operations_open ON operations (connection, type, record)
    WHERE state IN ('pending', 'processing', 'verify', 'conflict', 'failed')
