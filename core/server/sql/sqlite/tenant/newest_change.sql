-- SPDX-FileCopyrightText: 2026 Frost contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT max(coalesce((SELECT max(change_no) FROM records WHERE company = ?1), 0),
           coalesce((SELECT max(change_no) FROM links WHERE company = ?1), 0))
