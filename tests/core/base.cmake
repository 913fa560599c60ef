# SPDX-FileCopyrightText: 2026 Frost contributors
# SPDX-License-Identifier: GPL-3.0-or-later
frost_add_test(core_decimal SOURCES decimal_test.cpp DEPS frost::core_base rapidcheck LABELS core)
frost_add_test(core_json SOURCES json_test.cpp DEPS frost::core_base LABELS core)

find_package(Python3 3.11 REQUIRED COMPONENTS Interpreter)
add_test(NAME core_translations
    COMMAND Python3::Interpreter -B "${CMAKE_CURRENT_LIST_DIR}/translations_test.py"
        "${PROJECT_SOURCE_DIR}" "$<TARGET_FILE:Qt6::lupdate>")
set_tests_properties(core_translations PROPERTIES TIMEOUT 120 LABELS tree)
