# SPDX-FileCopyrightText: 2026 Frost contributors
# SPDX-License-Identifier: GPL-3.0-or-later
frost_add_test(core_httptransport SOURCES httptransport_test.cpp DEPS frost::core_net ZLIB::ZLIB LABELS core)
frost_add_test(core_frostwire SOURCES frostwire_test.cpp DEPS frost::core_providers_frostserver LABELS core)
frost_add_test(core_alarm SOURCES alarm_test.cpp DEPS frost::core_net frost::test_support LABELS core)
frost_add_test(core_networkstate SOURCES networkstate_test.cpp DEPS frost::core_net rapidcheck LABELS core)
frost_add_test(core_networkmonitor
    SOURCES networkmonitor_test.cpp networkfixture.h DEPS frost::core_net frost::test_support LABELS core)
frost_add_test(core_limitnews SOURCES limitnews_test.cpp DEPS frost::core_net LABELS core)
frost_add_test(core_limiter
    SOURCES limiter_test.cpp remotefixture.h DEPS frost::core_net frost::core_store frost::test_support rapidcheck LABELS core)
frost_add_test(core_breaker
    SOURCES breaker_test.cpp remotefixture.h DEPS frost::core_net frost::test_support rapidcheck LABELS core)
frost_add_test(core_lookupcache
    SOURCES lookupcache_test.cpp remotefixture.h DEPS frost::core_net frost::test_support rapidcheck LABELS core)
frost_add_test(core_compression
    SOURCES compression_test.cpp remotefixture.h DEPS frost::core_net frost::test_support LABELS core)
frost_add_test(core_eventparser SOURCES eventparser_test.cpp DEPS frost::core_net rapidcheck LABELS core)
frost_add_test(core_changechannel SOURCES changechannel_test.cpp DEPS frost::core_net frost::test_support LABELS core)
