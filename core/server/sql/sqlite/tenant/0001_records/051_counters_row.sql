-- SPDX-FileCopyrightText: 2026 Frost contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO counters (only, next_id, change_no, updated_at) VALUES (1, 1, 0, 0)
