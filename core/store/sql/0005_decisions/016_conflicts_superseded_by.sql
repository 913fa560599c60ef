-- SPDX-FileCopyrightText: 2026 Frost contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The later conflict whose decision was sent instead; 0: none.
ALTER TABLE conflicts ADD COLUMN superseded_by INTEGER NOT NULL DEFAULT 0
