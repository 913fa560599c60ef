-- SPDX-FileCopyrightText: 2026 Frost contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
CREATE UNIQUE INDEX records_changes ON records (company, change_no)
