-- SPDX-FileCopyrightText: 2026 Frost contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO companies (tenant, name_key, name, packs, created_at) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (tenant, name_key) DO NOTHING
