-- SPDX-FileCopyrightText: 2026 Frost contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- At most one open conflict for a record on a connection.
CREATE UNIQUE INDEX conflicts_open ON conflicts (connection, type, record) WHERE state = 'open'
