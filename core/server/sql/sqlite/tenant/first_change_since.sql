-- SPDX-FileCopyrightText: 2026 Frost contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT change_no FROM records WHERE company = ? AND updated_at >= ? ORDER BY updated_at, change_no LIMIT 1
