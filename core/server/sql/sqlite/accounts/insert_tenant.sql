-- SPDX-FileCopyrightText: 2026 Frost contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO tenants (name_key, name, created_at) VALUES (?, ?, ?) ON CONFLICT (name_key) DO NOTHING
