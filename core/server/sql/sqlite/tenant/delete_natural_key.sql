-- SPDX-FileCopyrightText: 2026 Frost contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
DELETE FROM natural_keys WHERE id = ? AND company = ?
