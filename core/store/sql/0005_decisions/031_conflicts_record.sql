-- SPDX-FileCopyrightText: 2026 Frost contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
CREATE INDEX conflicts_record ON conflicts (type, record) WHERE state = 'resolved'
