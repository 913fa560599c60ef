-- SPDX-FileCopyrightText: 2026 Frost contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- At most one open operation for a record on a connection, and any number of steps beside it.
CREATE UNIQUE INDEX operations_open ON operations (connection, type, record)
    WHERE state IN ('pending', 'processing', 'verify', 'conflict', 'failed') AND kind <> 'step'
