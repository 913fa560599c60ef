-- SPDX-FileCopyrightText: 2026 Frost contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- "Frst": tells a company file from any other SQLite file.
PRAGMA application_id = 0x46727374
