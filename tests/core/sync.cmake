# SPDX-FileCopyrightText: 2026 Frost contributors
# SPDX-License-Identifier: GPL-3.0-or-later
foreach(name conflicthistory lease pull push push_refusals resolve runlimits steps)
    frost_add_test(core_${name}
        SOURCES ${name}_test.cpp syncfixture.h DEPS frost::core_sync frost::test_support LABELS core)
endforeach()
frost_add_test(core_push_property
    SOURCES push_property_test.cpp syncfixture.h DEPS frost::core_sync frost::test_support rapidcheck LABELS core TIMEOUT 300)
foreach(name dryrun hub guard repair requestpreview rules runcontrol)
    frost_add_test(core_${name}
        SOURCES ${name}_test.cpp hubfixture.h syncfixture.h DEPS frost::core_sync frost::test_support LABELS core)
endforeach()
frost_add_test(core_holder
    SOURCES holder_test.cpp holderfixture.h hubfixture.h syncfixture.h serverfixture.h
    DEPS frost::core_sync frost::core_server frost::core_providers_frostserver frost::test_support
    LABELS core)
frost_add_test(core_holder_property
    SOURCES holder_property_test.cpp holderfixture.h hubfixture.h syncfixture.h serverfixture.h
    DEPS frost::core_sync frost::core_server frost::core_providers_frostserver frost::test_support rapidcheck
    LABELS core TIMEOUT 5400)
frost_add_test(core_decision SOURCES decision_test.cpp DEPS frost::core_sync LABELS core)
frost_add_test(core_decision_properties SOURCES decision_property_test.cpp mergecases.h mergefixture.h
    DEPS frost::core_sync rapidcheck LABELS core TIMEOUT 5400)
frost_add_test(core_runcoordinator SOURCES runcoordinator_test.cpp syncfixture.h
    DEPS frost::core_sync frost::test_support LABELS core)
frost_add_test(core_syncphase SOURCES syncphase_test.cpp DEPS frost::core_sync LABELS core)
frost_add_test(core_autosyncdecision SOURCES autosyncdecision_test.cpp DEPS frost::core_sync rapidcheck LABELS core)
frost_add_test(core_autosync
    SOURCES autosync_test.cpp autosyncfixture.h DEPS frost::core_sync frost::test_support LABELS core)
frost_add_test(core_autosync_property
    SOURCES autosync_property_test.cpp autosyncfixture.h DEPS frost::core_sync frost::test_support rapidcheck LABELS core)
frost_add_test(core_remainingtime SOURCES remainingtime_test.cpp DEPS frost::core_sync rapidcheck LABELS core)
frost_add_test(core_packsync
    SOURCES packsync_test.cpp serverfixture.h
    DEPS frost::core_sync frost::core_server frost::core_providers_frostserver
    LABELS core)
