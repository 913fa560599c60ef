# SPDX-FileCopyrightText: 2026 Frost contributors
# SPDX-License-Identifier: GPL-3.0-or-later
foreach(name sieencoding siefile sieimport sie_property)
    frost_add_test(core_${name} SOURCES "${CMAKE_CURRENT_LIST_DIR}/${name}_test.cpp" DEPS frost::core_exchange rapidcheck LABELS core)
    target_compile_definitions(test_core_${name} PRIVATE FROST_TEST_FILES="${PROJECT_SOURCE_DIR}/tests/data/sie")
endforeach()
