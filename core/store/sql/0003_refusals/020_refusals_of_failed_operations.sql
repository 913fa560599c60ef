-- SPDX-FileCopyrightText: 2026 Frost contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Every failed operation has one from now on, those that failed before as well.
INSERT INTO conflicts (connection, type, record, conflict_type, severity, state, fields, created_at, updated_at,
                       error_code, error_args)
SELECT connection, type, record,
       CASE WHEN reason = 'permission.missing' THEN 'authorisation'
            WHEN reason = 'retry.exhausted' THEN 'retry-exhausted'
            WHEN reason = 'key.taken' THEN 'duplicate-key'
            ELSE 'validation' END,
       'medium', 'open', '', updated_at, updated_at,
       CASE WHEN reason = '' THEN 'conflict.validation' ELSE reason END, reason_args
FROM operations WHERE state = 'failed'
