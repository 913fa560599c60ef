# SPDX-FileCopyrightText: 2026 Frost contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# The few functions every CMakeLists.txt of Frost is written with. Targets only; nothing here is directory-wide.

option(FROST_BUILD_TESTS "Build the tests and benchmarks" ON)
option(FROST_WERROR "Treat warnings as errors" OFF)
option(FROST_SANITIZE "Build with AddressSanitizer and UndefinedBehaviorSanitizer" OFF)
option(FROST_FUZZ "Build the fuzz targets for libFuzzer (clang)" OFF)

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")

find_program(FROST_CCACHE ccache)
if(FROST_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    # What ccache has to overlook to keep what was compiled with precompiled headers.
    set(CMAKE_CXX_COMPILER_LAUNCHER "${CMAKE_COMMAND}" -E env
        "CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime" "${FROST_CCACHE}")
endif()

add_library(frost_options INTERFACE)
target_compile_definitions(frost_options INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_KEYWORDS QT_NO_FOREACH
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_DISABLE_DEPRECATED_BEFORE=0x060400)
target_include_directories(frost_options INTERFACE "${PROJECT_SOURCE_DIR}")
if(MSVC)
    target_compile_options(frost_options INTERFACE /W4 /utf-8 $<$<BOOL:${FROST_WERROR}>:/WX>)
else()
    target_compile_options(frost_options INTERFACE
        -Wall -Wextra -Wshadow -Wconversion -Wnon-virtual-dtor $<$<BOOL:${FROST_WERROR}>:-Werror>)
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
        # A coroutine's hidden frame parameters trip these two in g++ 12.
        target_compile_options(frost_options INTERFACE -Wno-maybe-uninitialized -Wno-dangling-pointer)
        if(CMAKE_UNITY_BUILD) # g++ takes a source within a unity source for a header
            target_compile_options(frost_options INTERFACE -Wno-subobject-linkage)
        endif()
    endif()
endif()
if(FROST_SANITIZE)
    # clang cannot compile coroutines with -fsanitize=function; g++ has no such check.
    target_compile_options(frost_options INTERFACE
        -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
        $<$<CXX_COMPILER_ID:Clang>:-fno-sanitize=function>)
    target_link_options(frost_options INTERFACE -fsanitize=address,undefined)
endif()
if(FROST_FUZZ)
    target_compile_options(frost_options INTERFACE -fsanitize=fuzzer-no-link)
endif()

# Nearly every source includes the same headers of Qt and the standard library; parsed once, all sources share them.
function(frost_share_headers target)
    if(NOT TARGET frost_headers)
        frost_precompile(frost_headers HEADERS ${frost_common_headers} DEPS Qt6::Core tl::expected)
    endif()
    target_precompile_headers(${target} REUSE_FROM frost_headers)
endfunction()

# The same for the tests of core (Qt Test's headers differ from folder to folder): most of what they are made of is Qt Test, RapidCheck and coroutines. Under the
# sanitizers they are not optimised, only what they test is; that halves the time to build them.
function(frost_share_test_headers target)
    if(NOT TARGET frost_test_headers)
        frost_precompile(frost_test_headers
            HEADERS ${frost_common_headers} <qcorotask.h> <QTemporaryDir> <QTest> <rapidcheck.h>
            DEPS Qt6::Network Qt6::Test QCoro6::Core rapidcheck tl::expected)
        target_compile_options(frost_test_headers PRIVATE ${frost_test_options})
    endif()
    target_compile_options(${target} PRIVATE ${frost_test_options})
    target_link_libraries(${target} PRIVATE Qt6::Network) # Qt Test's headers are others without
    target_precompile_headers(${target} REUSE_FROM frost_test_headers)
endfunction()

set(frost_common_headers
    <QByteArray> <QDateTime> <QHash> <QJsonArray> <QJsonObject> <QList> <QMap> <QObject> <QSet> <QString>
    <QStringList> <QVariant> <algorithm> <chrono> <functional> <memory> <optional> <unordered_map> <utility>
    <vector> <tl/expected.hpp>)
set(frost_test_options "")
if(FROST_SANITIZE AND NOT FROST_FUZZ)
    set(frost_test_options -O0)
endif()

function(frost_precompile name)
    cmake_parse_arguments(ARG "" "" "HEADERS;DEPS" ${ARGN})
    file(WRITE "${CMAKE_BINARY_DIR}/${name}.cpp" "")
    add_library(${name} STATIC "${CMAKE_BINARY_DIR}/${name}.cpp")
    target_link_libraries(${name} PRIVATE frost_options ${ARG_DEPS})
    set_target_properties(${name} PROPERTIES AUTOMOC OFF UNITY_BUILD OFF)
    target_precompile_headers(${name} PRIVATE ${ARG_HEADERS})
endfunction()

# frost_add_library(core_base SOURCES a.cpp a.h DEPS Qt6::Core) makes frost_core_base, known to others as frost::core_base.
function(frost_add_library name)
    cmake_parse_arguments(ARG "" "" "SOURCES;DEPS;PRIVATE_DEPS" ${ARGN})
    add_library(frost_${name} STATIC ${ARG_SOURCES})
    add_library(frost::${name} ALIAS frost_${name})
    target_link_libraries(frost_${name} PUBLIC frost_options ${ARG_DEPS} PRIVATE ${ARG_PRIVATE_DEPS})
    set_target_properties(frost_${name} PROPERTIES AUTOMOC ON)
    frost_share_headers(frost_${name})
endfunction()

# frost_add_program(frost-agent SOURCES main.cpp DEPS frost::core_sync)
function(frost_add_program name)
    cmake_parse_arguments(ARG "" "" "SOURCES;DEPS" ${ARGN})
    add_executable(${name} ${ARG_SOURCES})
    target_link_libraries(${name} PRIVATE frost_options ${ARG_DEPS})
    set_target_properties(${name} PROPERTIES AUTOMOC ON UNITY_BUILD OFF)
    frost_share_headers(${name})
endfunction()

# frost_add_test(core_decimal SOURCES decimal_test.cpp DEPS frost::core_base LABELS core): one Qt Test program a test.
function(frost_add_test name)
    cmake_parse_arguments(ARG "" "TIMEOUT" "SOURCES;DEPS;LABELS;ARGS" ${ARGN})
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 300) # loaded computers and sanitizers included
    endif()
    add_executable(test_${name} ${ARG_SOURCES})
    target_link_libraries(test_${name} PRIVATE frost_options Qt6::Test ${ARG_DEPS})
    set_target_properties(test_${name} PROPERTIES AUTOMOC ON UNITY_BUILD OFF)
    if(CMAKE_CURRENT_SOURCE_DIR STREQUAL "${PROJECT_SOURCE_DIR}/tests/core")
        frost_share_test_headers(test_${name})
    else()
        frost_share_headers(test_${name})
    endif()
    add_test(NAME ${name} COMMAND test_${name} ${ARG_ARGS})
    # One limit, not also Qt Test's for each function.
    set_tests_properties(${name} PROPERTIES TIMEOUT ${ARG_TIMEOUT} LABELS "${ARG_LABELS}"
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;TZ=UTC;LC_ALL=C.UTF-8;QT_LOGGING_RULES=frost.*.debug=false;QTEST_FUNCTION_TIMEOUT=${ARG_TIMEOUT}000")
    # `ninja tests_core` builds the test programs with that label and what they need, and nothing else.
    foreach(label ${ARG_LABELS})
        if(NOT TARGET tests_${label})
            add_custom_target(tests_${label})
        endif()
        add_dependencies(tests_${label} test_${name})
    endforeach()
endfunction()
