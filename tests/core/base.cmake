# SPDX-FileCopyrightText: 2026 Frost contributors
# SPDX-License-Identifier: GPL-3.0-or-later
frost_add_test(core_decimal SOURCES decimal_test.cpp DEPS frost::core_base rapidcheck LABELS core)
frost_add_test(core_json SOURCES json_test.cpp DEPS frost::core_base LABELS core)
