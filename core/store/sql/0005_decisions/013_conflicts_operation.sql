-- SPDX-FileCopyrightText: 2026 Frost contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The operation that carries the decision; 0: none is known.
ALTER TABLE conflicts ADD COLUMN operation INTEGER NOT NULL DEFAULT 0
