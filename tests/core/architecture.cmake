# SPDX-FileCopyrightText: 2026 Frost contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# What CMake alone knows goes into a file, "target|folder|libraries" a line; the rules are in Python.
function(frost_describe_targets folder result)
    set(lines "")
    get_property(targets DIRECTORY "${folder}" PROPERTY BUILDSYSTEM_TARGETS)
    foreach(target IN LISTS targets)
        get_target_property(type ${target} TYPE)
        set(libraries "")
        foreach(property LINK_LIBRARIES INTERFACE_LINK_LIBRARIES)
            get_target_property(some ${target} ${property})
            if(some)
                list(APPEND libraries ${some})
            endif()
        endforeach()
        list(REMOVE_DUPLICATES libraries)
        if(type STREQUAL "STATIC_LIBRARY" OR type STREQUAL "INTERFACE_LIBRARY")
            cmake_path(RELATIVE_PATH folder BASE_DIRECTORY "${PROJECT_SOURCE_DIR}/core" OUTPUT_VARIABLE name)
            string(APPEND lines "${target}|${name}|${libraries}\n")
        endif()
    endforeach()
    get_property(subfolders DIRECTORY "${folder}" PROPERTY SUBDIRECTORIES)
    foreach(subfolder IN LISTS subfolders)
        frost_describe_targets("${subfolder}" deeper)
        string(APPEND lines "${deeper}")
    endforeach()
    set(${result} "${lines}" PARENT_SCOPE)
endfunction()

find_package(Python3 3.11 REQUIRED COMPONENTS Interpreter)
frost_describe_targets("${PROJECT_SOURCE_DIR}/core" link_graph)
file(WRITE "${CMAKE_CURRENT_BINARY_DIR}/link-graph.txt" "${link_graph}")

add_test(NAME core_architecture
    COMMAND Python3::Interpreter -B "${CMAKE_CURRENT_LIST_DIR}/architecture_test.py"
        "${PROJECT_SOURCE_DIR}" "${CMAKE_CURRENT_BINARY_DIR}/link-graph.txt"
        "$<TARGET_FILE:frost-agent>" "$<TARGET_FILE:frost-server>")
set_tests_properties(core_architecture PROPERTIES TIMEOUT 120 LABELS tree)
