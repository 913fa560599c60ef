#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 Frost contributors
# SPDX-License-Identifier: GPL-3.0-or-later
usage='packaging/test.sh [--quick] [--long]
Builds Frost with warnings as errors and runs its tests: core and simulation under the sanitizers, then everything.
  --quick   without the sanitizers
  --long    more rounds where tests draw by lot (kill tests, simulations)'

quick=no
for argument in "$@"; do
    case "$argument" in
        --quick) quick=yes ;;
        --long) export FROST_TEST_LONG=1 ;;
        -h | --help) echo "$usage"; exit 0 ;;
        *) echo "$usage" >&2; exit 2 ;;
    esac
done

source "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

presets=(asan dev)
[ "$quick" = no ] || presets=(dev)

# The sanitizers watch core and simulation; nothing else is built for them.
[ "$quick" = yes ] || build asan tests_core tests_simulation
build dev
# Everything comes last, so that the closing summary is that of all tests.
for preset in "${presets[@]}"; do
    ctest --preset "$preset" -j "$jobs"
done
