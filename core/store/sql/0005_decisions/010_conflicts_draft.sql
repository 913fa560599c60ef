-- SPDX-FileCopyrightText: 2026 Frost contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Of an open conflict: what somebody has chosen so far, as MergeDraft::toJson() has it. NULL: nothing.
ALTER TABLE conflicts ADD COLUMN draft TEXT
