-- SPDX-FileCopyrightText: 2026 Frost contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
DELETE FROM links WHERE company = ? AND connection = ? AND type = ? AND remote_id = ? AND remote_id <> '' AND id <> ?
