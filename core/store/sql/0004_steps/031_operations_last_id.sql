-- SPDX-FileCopyrightText: 2026 Frost contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO sqlite_sequence (name, seq)
SELECT 'operations_with_steps', seq FROM sqlite_sequence WHERE name = 'operations'
