-- SPDX-FileCopyrightText: 2026 Frost contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT id FROM links WHERE company = ? AND connection = ? AND type = ? AND remote_id = ?
