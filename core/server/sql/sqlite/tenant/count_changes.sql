-- SPDX-FileCopyrightText: 2026 Frost contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT count(*) FROM records WHERE company = ? AND change_no > ? AND change_no <= ?
