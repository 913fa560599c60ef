-- SPDX-FileCopyrightText: 2026 Frost contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Ids go on where they were: the history keeps operations under the ids they had in the queue.
DELETE FROM sqlite_sequence WHERE name = 'operations_with_steps'
