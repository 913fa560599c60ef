-- SPDX-FileCopyrightText: 2026 Frost contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
CREATE INDEX conflicts_operation ON conflicts (operation) WHERE operation <> 0
