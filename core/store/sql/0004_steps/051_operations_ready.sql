-- SPDX-FileCopyrightText: 2026 Frost contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
CREATE INDEX operations_ready ON operations (connection, state, priority DESC, rank, id)
