-- SPDX-FileCopyrightText: 2026 Frost contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO operation_history_with_steps
      (id, connection, type, record, kind, state, priority, rank, retry_count, max_retries, next_attempt_at,
       required_permission, user, reason, reason_args, created_at, updated_at, finished_at)
SELECT id, connection, type, record, kind, state, priority, rank, retry_count, max_retries, next_attempt_at,
       required_permission, user, reason, reason_args, created_at, updated_at, finished_at
FROM operation_history
