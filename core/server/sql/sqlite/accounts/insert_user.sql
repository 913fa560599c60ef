-- SPDX-FileCopyrightText: 2026 Frost contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO users (tenant, email, created_at) VALUES (?, ?, ?) ON CONFLICT (tenant, email) DO NOTHING
