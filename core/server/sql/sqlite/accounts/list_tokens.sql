-- SPDX-FileCopyrightText: 2026 Frost contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT created_at, token_id, revoked_at IS NOT NULL FROM tokens WHERE user = ? ORDER BY created_at, token_id
