-- SPDX-FileCopyrightText: 2026 Frost contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What stood there before the decision: enough to take it back. NULL: it cannot be taken back.
ALTER TABLE conflicts ADD COLUMN undo TEXT
