-- SPDX-FileCopyrightText: 2026 Frost contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
CREATE UNIQUE INDEX connections_one_main ON connections (is_main) WHERE is_main = 1
