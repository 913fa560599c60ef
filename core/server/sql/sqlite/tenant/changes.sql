-- SPDX-FileCopyrightText: 2026 Frost contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT type, id, CAST(temp_id AS BLOB), version, change_no, deleted, schema_version, updated_at, updated_by, updated_with, edited_at,
       CAST(body AS BLOB)
FROM records
WHERE company = ? AND change_no > ? AND change_no <= ?
ORDER BY change_no
