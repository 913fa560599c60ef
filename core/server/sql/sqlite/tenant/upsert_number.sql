-- SPDX-FileCopyrightText: 2026 Frost contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO number_series (company, type, series, next) VALUES (?, ?, ?, ?)
ON CONFLICT (company, type, series) DO UPDATE SET next = excluded.next
