-- SPDX-FileCopyrightText: 2026 Frost contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
UPDATE tokens SET revoked_at = ? WHERE token_id = ? AND revoked_at IS NULL
