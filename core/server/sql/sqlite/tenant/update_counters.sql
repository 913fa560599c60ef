-- SPDX-FileCopyrightText: 2026 Frost contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
UPDATE counters SET next_id = ?, change_no = ?, updated_at = ?
