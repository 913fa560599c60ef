-- SPDX-FileCopyrightText: 2026 Frost contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The list comes first in the join, so that each of its entries is one look-up in the unique index.
SELECT records.type, records.id, CAST(temp_id AS BLOB), version, change_no, deleted, schema_version, updated_at, updated_by, updated_with, edited_at,
       CAST(body AS BLOB)
FROM json_each(CAST(? AS TEXT)) AS wanted
CROSS JOIN records
WHERE company = ? AND records.type = wanted.value ->> 0 AND temp_id = wanted.value ->> 1
