-- SPDX-FileCopyrightText: 2026 Frost contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO tokens (hash, token_id, user, created_at) VALUES (CAST(? AS TEXT), ?, ?, ?)
