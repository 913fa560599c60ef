# SPDX-FileCopyrightText: 2026 Frost contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# Wrong input for every verb of frost-agent, against real processes.
if(NOT TARGET frost-agent OR NOT TARGET frost-server)
    return()
endif()
find_package(Python3 3.11 REQUIRED COMPONENTS Interpreter)
add_test(NAME e2e_badinput_agent
    COMMAND Python3::Interpreter -B "${CMAKE_CURRENT_LIST_DIR}/badinput_agent.py"
        "$<TARGET_FILE:frost-agent>" "$<TARGET_FILE:frost-server>")
# The real server process is started as the contract tests do.
set_tests_properties(e2e_badinput_agent PROPERTIES TIMEOUT 300 LABELS e2e
    ENVIRONMENT "PYTHONPATH=${PROJECT_SOURCE_DIR}/tests/contract;FROST_SECRETS=file;LC_ALL=C.UTF-8;TZ=UTC")

# Every code that core can give has a sentence.
add_test(NAME e2e_agent_wording
    COMMAND Python3::Interpreter -B "${CMAKE_CURRENT_LIST_DIR}/agent_wording.py" "${PROJECT_SOURCE_DIR}")
set_tests_properties(e2e_agent_wording PROPERTIES TIMEOUT 60 LABELS e2e)

# The demo checks its own claims and fails where one is not so (R-QUE-08, R-IDM-04, R-CON-06).
add_test(NAME e2e_agent_demo COMMAND frost-agent demo --json)
set_tests_properties(e2e_agent_demo PROPERTIES TIMEOUT 180 LABELS e2e
    ENVIRONMENT "FROST_SERVER=$<TARGET_FILE:frost-server>;LC_ALL=C.UTF-8;TZ=UTC")
