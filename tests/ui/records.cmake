# SPDX-FileCopyrightText: 2026 Frost contributors
# SPDX-License-Identifier: GPL-3.0-or-later
foreach(name recordsmodel recordspage)
    frost_add_test(ui_${name}
        SOURCES "${CMAKE_CURRENT_LIST_DIR}/${name}_test.cpp" "${CMAKE_CURRENT_LIST_DIR}/editorfixture.h"
        DEPS frost::ui_records
        LABELS ui)
endforeach()
frost_add_test(ui_sieimportdialog
    SOURCES "${CMAKE_CURRENT_LIST_DIR}/sieimportdialog_test.cpp" "${CMAKE_CURRENT_LIST_DIR}/editorfixture.h"
    DEPS frost::ui_exchange
    LABELS ui)
