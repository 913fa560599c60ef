-- SPDX-FileCopyrightText: 2026 Frost contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
CREATE UNIQUE INDEX links_changes ON links (company, connection, change_no)
