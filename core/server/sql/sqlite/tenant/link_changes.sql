-- SPDX-FileCopyrightText: 2026 Frost contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT id, type, remote_id, version, record_version, epoch, change_no
FROM links
WHERE company = ? AND connection = ? AND change_no > ? AND change_no <= ?
ORDER BY change_no
LIMIT ?
