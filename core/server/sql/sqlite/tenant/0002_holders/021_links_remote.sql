-- SPDX-FileCopyrightText: 2026 Frost contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
CREATE UNIQUE INDEX links_remote ON links (company, connection, type, remote_id) WHERE remote_id <> ''
