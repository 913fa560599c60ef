# SPDX-FileCopyrightText: 2026 Frost contributors
# SPDX-License-Identifier: GPL-3.0-or-later
frost_add_test(core_sql
    SOURCES "${CMAKE_CURRENT_LIST_DIR}/sql_test.cpp" "${CMAKE_CURRENT_LIST_DIR}/faultyvfs.h"
    DEPS frost::core_store SQLite::SQLite3
    LABELS core)
foreach(name backup database keyrange objectstore salvage selection storemodel)
    frost_add_test(core_${name}
        SOURCES "${CMAKE_CURRENT_LIST_DIR}/${name}_test.cpp" "${CMAKE_CURRENT_LIST_DIR}/storefixture.h"
        DEPS frost::core_store rapidcheck
        TIMEOUT 300
        LABELS core)
endforeach()
