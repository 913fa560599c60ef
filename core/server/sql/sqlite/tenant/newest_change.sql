-- SPDX-FileCopyrightText: 2026 Frost contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT coalesce(max(change_no), 0) FROM records WHERE company = ?
