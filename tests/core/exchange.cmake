# SPDX-FileCopyrightText: 2026 Frost contributors
# SPDX-License-Identifier: GPL-3.0-or-later
find_package(Python3 REQUIRED COMPONENTS Interpreter) # the figures of the fixture are computed by a script of another language

foreach(name csvreader csvprofile csvplan csvimport)
    frost_add_test(core_${name} SOURCES "${CMAKE_CURRENT_LIST_DIR}/${name}_test.cpp" DEPS frost::core_exchange rapidcheck ZLIB::ZLIB LABELS core)
    target_compile_definitions(test_core_${name} PRIVATE
        FROST_TEST_FILES="${PROJECT_SOURCE_DIR}/tests/data/retail" FROST_PYTHON="${Python3_EXECUTABLE}")
endforeach()
