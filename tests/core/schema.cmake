# SPDX-FileCopyrightText: 2026 Frost contributors
# SPDX-License-Identifier: GPL-3.0-or-later
frost_add_test(core_bookkeeping SOURCES bookkeeping_test.cpp DEPS frost::core_bookkeeping rapidcheck LABELS core)
frost_add_test(core_schema SOURCES schema_test.cpp schemafixture.h DEPS frost::core_schema LABELS core)
frost_add_test(core_packs SOURCES packs_test.cpp schemafixture.h DEPS frost::core_schema LABELS core)
frost_add_test(core_normalise SOURCES normalise_test.cpp schemafixture.h DEPS frost::core_schema rapidcheck LABELS core)
frost_add_test(core_derive SOURCES derive_test.cpp schemafixture.h DEPS frost::core_schema rapidcheck LABELS core)
frost_add_test(core_validate SOURCES validate_test.cpp schemafixture.h DEPS frost::core_schema LABELS core)
frost_add_test(core_references SOURCES references_test.cpp schemafixture.h DEPS frost::core_schema LABELS core)
frost_add_test(core_entitytypes SOURCES entitytypes_test.cpp DEPS frost::core_schema LABELS core)
target_compile_definitions(test_core_entitytypes PRIVATE FROST_CORE_DIR="${PROJECT_SOURCE_DIR}/core")
