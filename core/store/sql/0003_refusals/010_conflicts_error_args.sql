-- SPDX-FileCopyrightText: 2026 Frost contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- A conflict with an error code has one side only: what was refused for good, and why. Its operation has failed.
ALTER TABLE conflicts ADD COLUMN error_args TEXT NOT NULL DEFAULT '[]'
