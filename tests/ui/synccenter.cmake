# SPDX-FileCopyrightText: 2026 Frost contributors
# SPDX-License-Identifier: GPL-3.0-or-later
foreach(name decisionstab statusline statuswidgets queuetab syncpage)
    frost_add_test(ui_${name}
        SOURCES
            "${CMAKE_CURRENT_LIST_DIR}/${name}_test.cpp"
            "${CMAKE_CURRENT_LIST_DIR}/syncfixture.h"
            "${PROJECT_SOURCE_DIR}/tests/support/testsession.h"
        DEPS frost::ui_synccenter
        LABELS ui)
endforeach()
