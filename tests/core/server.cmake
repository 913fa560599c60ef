# SPDX-FileCopyrightText: 2026 Frost contributors
# SPDX-License-Identifier: GPL-3.0-or-later
foreach(name access document002 events holder http idempotency numbering pull push steps)
    frost_add_test(core_server_${name}
        SOURCES "${CMAKE_CURRENT_LIST_DIR}/server_${name}_test.cpp" "${CMAKE_CURRENT_LIST_DIR}/serverfixture.h"
        DEPS frost::core_server frost::core_store
        LABELS core)
endforeach()
frost_add_test(core_server_writeturns
    SOURCES "${CMAKE_CURRENT_LIST_DIR}/server_writeturns_test.cpp"
    DEPS frost::core_server Threads::Threads
    LABELS core)
# Of the program, not of core, but small enough to be looked at alone.
frost_add_test(core_server_deadline
    SOURCES "${CMAKE_CURRENT_LIST_DIR}/server_deadline_test.cpp" "${PROJECT_SOURCE_DIR}/app/server/deadline.cpp"
    DEPS Qt6::Core Boost::headers Threads::Threads
    LABELS core)
frost_add_test(core_server_eventstreams
    SOURCES "${CMAKE_CURRENT_LIST_DIR}/server_eventstreams_test.cpp" "${PROJECT_SOURCE_DIR}/app/server/eventstreams.cpp"
    DEPS frost::core_server Boost::headers Threads::Threads
    LABELS core)
