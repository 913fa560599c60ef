# SPDX-FileCopyrightText: 2026 Frost contributors
# SPDX-License-Identifier: GPL-3.0-or-later
frost_add_test(core_httptransport SOURCES httptransport_test.cpp DEPS frost::core_net ZLIB::ZLIB LABELS core)
frost_add_test(core_frostwire SOURCES frostwire_test.cpp DEPS frost::core_providers_frostserver LABELS core)
