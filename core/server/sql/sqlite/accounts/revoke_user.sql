-- SPDX-FileCopyrightText: 2026 Frost contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
UPDATE tokens SET revoked_at = ? WHERE user IN (SELECT id FROM users WHERE email = ?) AND revoked_at IS NULL
