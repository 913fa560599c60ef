-- SPDX-FileCopyrightText: 2026 Frost contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- When a decision was taken back. The conflict is open again under its own number; the decision stays under a new one.
ALTER TABLE conflicts ADD COLUMN undone_at INTEGER
