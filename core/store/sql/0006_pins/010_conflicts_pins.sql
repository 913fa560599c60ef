-- SPDX-FileCopyrightText: 2026 Frost contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Of a settled one: what a person said about which rows are the same: {"together": [{"rows": …, "mine": …, "theirs": …}], "apart": […]}.
ALTER TABLE conflicts ADD COLUMN pins TEXT
