-- SPDX-FileCopyrightText: 2026 Frost contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO links (company, connection, id, type, remote_id, version, record_version, epoch, change_no)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (company, connection, id) DO UPDATE SET type = excluded.type, remote_id = excluded.remote_id, version = excluded.version,
    record_version = excluded.record_version, epoch = excluded.epoch, change_no = excluded.change_no
