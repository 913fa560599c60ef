-- SPDX-FileCopyrightText: 2026 Frost contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT id FROM natural_keys WHERE company = ? AND type = ? AND key_text = ?
