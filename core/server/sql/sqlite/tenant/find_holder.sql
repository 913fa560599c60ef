-- SPDX-FileCopyrightText: 2026 Frost contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT hub, hub_name, user, epoch, valid_until FROM holders WHERE company = ? AND connection = ?
