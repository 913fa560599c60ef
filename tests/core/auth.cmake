# SPDX-FileCopyrightText: 2026 Frost contributors
# SPDX-License-Identifier: GPL-3.0-or-later
frost_add_test(core_secretstore SOURCES "${CMAKE_CURRENT_LIST_DIR}/secretstore_test.cpp" DEPS frost::core_auth LABELS core)
