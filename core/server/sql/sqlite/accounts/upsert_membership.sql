-- SPDX-FileCopyrightText: 2026 Frost contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO memberships (user, company, role) VALUES (?, ?, ?)
ON CONFLICT (user, company) DO UPDATE SET role = excluded.role
