# SPDX-FileCopyrightText: 2026 Frost contributors
# SPDX-License-Identifier: GPL-3.0-or-later
foreach(name conflictmodels mergedialog mergekeys mergeundo similarconflicts textcompare)
    frost_add_test(ui_${name}
        SOURCES
            "${CMAKE_CURRENT_LIST_DIR}/${name}_test.cpp"
            "${CMAKE_CURRENT_LIST_DIR}/conflictfixture.h"
            "${CMAKE_CURRENT_LIST_DIR}/mergedesk.h"
            "${PROJECT_SOURCE_DIR}/tests/support/testsession.h"
        DEPS frost::ui_conflicts frost::ui_theme frost::ui_wording frost::core_company rapidcheck
        LABELS ui)
endforeach()
frost_add_test(ui_palette SOURCES "${CMAKE_CURRENT_LIST_DIR}/palette_test.cpp" DEPS frost::ui_theme LABELS ui)
