-- SPDX-FileCopyrightText: 2026 Frost contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The steps of a record, in the order they were asked for.
CREATE INDEX operations_steps ON operations (type, record, id) WHERE kind = 'step'
