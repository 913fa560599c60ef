-- SPDX-FileCopyrightText: 2026 Frost contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT key, CAST(request_hash AS BLOB), CAST(answer AS BLOB)
FROM idempotency
WHERE company = ? AND key IN (SELECT value FROM json_each(CAST(? AS TEXT)))
