-- SPDX-FileCopyrightText: 2026 Frost contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
UPDATE conflicts SET draft = (SELECT nullif(value, '') FROM meta WHERE key = 'mergeDraft/' || conflicts.id)
WHERE state = 'open'
