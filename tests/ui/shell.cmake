# SPDX-FileCopyrightText: 2026 Frost contributors
# SPDX-License-Identifier: GPL-3.0-or-later
foreach(name draftbanner languageswitch mainwindow serverdialog)
    frost_add_test(ui_${name}
        SOURCES
            "${CMAKE_CURRENT_LIST_DIR}/${name}_test.cpp"
            "${CMAKE_CURRENT_LIST_DIR}/shellfixture.h"
            "${CMAKE_CURRENT_LIST_DIR}/syncfixture.h"
            "${PROJECT_SOURCE_DIR}/tests/support/testsession.h"
        DEPS frost::ui_shell
        LABELS ui)
endforeach()
frost_add_test(ui_rules
    SOURCES
        "${CMAKE_CURRENT_LIST_DIR}/rules_test.cpp"
        "${CMAKE_CURRENT_LIST_DIR}/conflictfixture.h"
        "${CMAKE_CURRENT_LIST_DIR}/shellfixture.h"
        "${CMAKE_CURRENT_LIST_DIR}/syncfixture.h"
        "${PROJECT_SOURCE_DIR}/tests/support/testsession.h"
    DEPS frost::ui_shell
    LABELS ui)
frost_add_test(ui_mergelanguage
    SOURCES
        "${CMAKE_CURRENT_LIST_DIR}/mergelanguage_test.cpp"
        "${CMAKE_CURRENT_LIST_DIR}/conflictfixture.h"
        "${CMAKE_CURRENT_LIST_DIR}/mergedesk.h"
        "${PROJECT_SOURCE_DIR}/tests/support/testsession.h"
    DEPS frost::ui_shell
    LABELS ui)
frost_add_test(ui_conflictchooser
    SOURCES
        "${CMAKE_CURRENT_LIST_DIR}/conflictchooser_test.cpp"
        "${CMAKE_CURRENT_LIST_DIR}/chooserfixture.h"
        "${CMAKE_CURRENT_LIST_DIR}/conflictfixture.h"
        "${PROJECT_SOURCE_DIR}/tests/support/testsession.h"
    DEPS frost::ui_shell
    LABELS ui)
