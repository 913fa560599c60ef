-- SPDX-FileCopyrightText: 2026 Frost contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT id, email FROM users WHERE tenant = ? ORDER BY email
