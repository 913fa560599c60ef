-- SPDX-FileCopyrightText: 2026 Frost contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Of a settled one: what was chosen, by path: {"note": {"choice": "mine"}, "city": {"choice": "edited", "value": "Ås"}}.
ALTER TABLE conflicts ADD COLUMN decisions TEXT NOT NULL DEFAULT '{}'
