-- SPDX-FileCopyrightText: 2026 Frost contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
CREATE INDEX conflicts_history ON conflicts (resolved_at, id) WHERE state = 'resolved' AND error_code = ''
