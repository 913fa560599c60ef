-- SPDX-FileCopyrightText: 2026 Frost contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
ALTER TABLE operation_history_with_steps RENAME TO operation_history
