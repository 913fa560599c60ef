-- SPDX-FileCopyrightText: 2026 Frost contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO records (version, change_no, deleted, schema_version, updated_at, updated_by, updated_with, edited_at, body,
                     id, company, type, temp_id)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, CAST(? AS TEXT), ?, ?, ?, ?)
