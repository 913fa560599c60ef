-- SPDX-FileCopyrightText: 2026 Frost contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
ALTER TABLE operations_with_steps RENAME TO operations
