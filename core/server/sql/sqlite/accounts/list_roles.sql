-- SPDX-FileCopyrightText: 2026 Frost contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT companies.id, companies.name, memberships.role
FROM memberships
JOIN companies ON companies.id = memberships.company
WHERE memberships.user = ?
ORDER BY companies.name
