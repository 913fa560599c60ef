# SPDX-FileCopyrightText: 2026 Frost contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# Wrong input for every verb of frost-agent, its wording, and its demo.
find_package(Python3 3.11 REQUIRED COMPONENTS Interpreter)

# Every code that core can give has a sentence.
add_test(NAME e2e_agent_wording
    COMMAND Python3::Interpreter -B "${CMAKE_CURRENT_LIST_DIR}/agent_wording.py" "${PROJECT_SOURCE_DIR}")
set_tests_properties(e2e_agent_wording PROPERTIES TIMEOUT 60 LABELS e2e)

add_test(NAME e2e_badinput_agent COMMAND Python3::Interpreter -B "${CMAKE_CURRENT_LIST_DIR}/badinput_agent.py")
set_tests_properties(e2e_badinput_agent PROPERTIES TIMEOUT 600 LABELS e2e
    ENVIRONMENT "FROST_AGENT=$<TARGET_FILE:frost-agent>;FROST_SERVER=$<TARGET_FILE:frost-server>;FROST_SECRETS=file")

# The demo looks at what it claims and fails where something is not so (R-QUE-08, R-IDM-04, R-CON-06).
add_test(NAME e2e_agent_demo COMMAND frost-agent demo --json)
set_tests_properties(e2e_agent_demo PROPERTIES TIMEOUT 180 LABELS e2e
    ENVIRONMENT "FROST_SERVER=$<TARGET_FILE:frost-server>;LC_ALL=C.UTF-8;TZ=UTC")
