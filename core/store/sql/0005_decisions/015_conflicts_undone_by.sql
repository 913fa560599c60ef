-- SPDX-FileCopyrightText: 2026 Frost contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
ALTER TABLE conflicts ADD COLUMN undone_by TEXT NOT NULL DEFAULT ''
