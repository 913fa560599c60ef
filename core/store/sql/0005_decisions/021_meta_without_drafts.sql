-- SPDX-FileCopyrightText: 2026 Frost contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
DELETE FROM meta WHERE key LIKE 'mergeDraft/%'
