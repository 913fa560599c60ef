-- SPDX-FileCopyrightText: 2026 Frost contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO operations_with_steps
      (id, connection, type, record, kind, state, priority, rank, retry_count, max_retries, next_attempt_at,
       required_permission, user, reason, reason_args, created_at, updated_at,
       sent_kind, sent_revision, sent_key, sent_bytes, sent_body, sent_at, sent_epoch)
SELECT id, connection, type, record, kind, state, priority, rank, retry_count, max_retries, next_attempt_at,
       required_permission, user, reason, reason_args, created_at, updated_at,
       sent_kind, sent_revision, sent_key, sent_bytes, sent_body, sent_at, sent_epoch
FROM operations
