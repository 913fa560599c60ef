-- SPDX-FileCopyrightText: 2026 Frost contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT remote_id, version, record_version, epoch FROM links WHERE company = ? AND connection = ? AND id = ?
