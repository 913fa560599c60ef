-- SPDX-FileCopyrightText: 2026 Frost contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT next FROM number_series WHERE company = ? AND type = ? AND series = ?
