-- SPDX-FileCopyrightText: 2026 Frost contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO idempotency (company, key, request_hash, answer, created_at)
VALUES (?, ?, CAST(? AS TEXT), CAST(? AS TEXT), ?)
