# SPDX-FileCopyrightText: 2026 Frost contributors
# SPDX-License-Identifier: GPL-3.0-or-later
foreach(name editedrecord rowsgrid valueedit recordform recordformkeys)
    frost_add_test(ui_${name}
        SOURCES "${CMAKE_CURRENT_LIST_DIR}/${name}_test.cpp" "${CMAKE_CURRENT_LIST_DIR}/editorfixture.h"
        DEPS frost::ui_editor
        LABELS ui TIMEOUT 300)
endforeach()
