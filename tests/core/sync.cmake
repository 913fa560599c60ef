# SPDX-FileCopyrightText: 2026 Frost contributors
# SPDX-License-Identifier: GPL-3.0-or-later
frost_add_test(core_decision SOURCES decision_test.cpp DEPS frost::core_sync LABELS core)
frost_add_test(core_syncphase SOURCES syncphase_test.cpp DEPS frost::core_sync LABELS core)
