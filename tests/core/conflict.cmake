# SPDX-FileCopyrightText: 2026 Frost contributors
# SPDX-License-Identifier: GPL-3.0-or-later
frost_add_test(core_merge SOURCES merge_test.cpp mergefixture.h DEPS frost::core_conflict LABELS core)
frost_add_test(core_mergetruth SOURCES mergetruth_test.cpp mergefixture.h DEPS frost::core_conflict LABELS core)
frost_add_test(core_mergerows SOURCES mergerows_test.cpp mergefixture.h DEPS frost::core_conflict LABELS core)
frost_add_test(core_rowalignment SOURCES rowalignment_test.cpp mergefixture.h DEPS frost::core_conflict LABELS core)
frost_add_test(core_habits SOURCES habits_test.cpp mergefixture.h DEPS frost::core_conflict LABELS core)
frost_add_test(core_simpleconflict SOURCES simpleconflict_test.cpp mergefixture.h DEPS frost::core_conflict LABELS core)
frost_add_test(core_lawful SOURCES lawful_test.cpp mergefixture.h DEPS frost::core_conflict LABELS core)
frost_add_test(core_strategy SOURCES strategy_test.cpp mergefixture.h DEPS frost::core_conflict LABELS core)
frost_add_test(core_textdiff SOURCES textdiff_test.cpp DEPS frost::core_conflict rapidcheck LABELS core)
frost_add_test(core_merge_properties SOURCES merge_property_test.cpp mergecases.h mergefixture.h
    DEPS frost::core_conflict rapidcheck LABELS core TIMEOUT 5400)
frost_add_test(core_mergedraft SOURCES mergedraft_test.cpp mergecases.h mergefixture.h
    DEPS frost::core_conflict rapidcheck LABELS core TIMEOUT 5400)
