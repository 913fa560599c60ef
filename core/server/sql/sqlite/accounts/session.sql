-- SPDX-FileCopyrightText: 2026 Frost contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT tokens.token_id, users.email, tenants.name, companies.name, companies.packs, memberships.role
FROM tokens
JOIN users ON users.id = tokens.user
JOIN tenants ON tenants.id = users.tenant
LEFT JOIN memberships ON memberships.user = users.id
LEFT JOIN companies ON companies.id = memberships.company
WHERE tokens.hash = CAST(? AS TEXT) AND tokens.revoked_at IS NULL
ORDER BY companies.name
