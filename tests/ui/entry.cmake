# SPDX-FileCopyrightText: 2026 Frost contributors
# SPDX-License-Identifier: GPL-3.0-or-later
foreach(name amountentry dateentry)
    frost_add_test(ui_${name}
        SOURCES "${CMAKE_CURRENT_LIST_DIR}/${name}_test.cpp"
        DEPS frost::ui_entry
        LABELS ui)
endforeach()
target_link_libraries(test_ui_amountentry PRIVATE rapidcheck)
