-- SPDX-FileCopyrightText: 2026 Frost contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- "FrSt": refuses foreign files.
PRAGMA application_id = 1181897588
