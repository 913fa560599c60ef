-- SPDX-FileCopyrightText: 2026 Frost contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO holders (company, connection, hub, hub_name, user, epoch, valid_until) VALUES (?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (company, connection) DO UPDATE SET hub = excluded.hub, hub_name = excluded.hub_name, user = excluded.user,
    epoch = excluded.epoch, valid_until = excluded.valid_until
