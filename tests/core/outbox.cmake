# SPDX-FileCopyrightText: 2026 Frost contributors
# SPDX-License-Identifier: GPL-3.0-or-later
foreach(name audit retention links outbox recordwriter recordwriter_property recordeditor closedbooks queueeditor)
    frost_add_test(core_${name}
        SOURCES "${CMAKE_CURRENT_LIST_DIR}/${name}_test.cpp" "${CMAKE_CURRENT_LIST_DIR}/companyfixture.h"
        DEPS frost::core_outbox
        LABELS core TIMEOUT 300)
endforeach()
target_link_libraries(test_core_recordwriter_property PRIVATE rapidcheck)
frost_add_test(core_drafts
    SOURCES "${CMAKE_CURRENT_LIST_DIR}/drafts_test.cpp" "${CMAKE_CURRENT_LIST_DIR}/companyfixture.h"
    DEPS frost::core_drafts
    LABELS core)
frost_add_test(core_iofaults
    SOURCES "${CMAKE_CURRENT_LIST_DIR}/iofaults_test.cpp" "${CMAKE_CURRENT_LIST_DIR}/companyfixture.h"
            "${CMAKE_CURRENT_LIST_DIR}/faultyvfs.h"
    DEPS frost::core_outbox SQLite::SQLite3
    TIMEOUT 300
    LABELS core)
