# SPDX-FileCopyrightText: 2026 Frost contributors
# SPDX-License-Identifier: GPL-3.0-or-later
foreach(name access document002 http idempotency numbering pull push)
    frost_add_test(core_server_${name}
        SOURCES "${CMAKE_CURRENT_LIST_DIR}/server_${name}_test.cpp" "${CMAKE_CURRENT_LIST_DIR}/serverfixture.h"
        DEPS frost::core_server frost::core_store
        LABELS core)
endforeach()
