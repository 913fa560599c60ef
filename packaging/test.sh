#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 Frost contributors
# SPDX-License-Identifier: GPL-3.0-or-later
usage='packaging/test.sh [--quick] [--long]
Builds Frost with warnings as errors and runs its tests: those of core and simulation under the sanitizers, then the others.
  --quick   all without the sanitizers
  --long    more rounds where tests draw by lot (kill tests, simulations), and other cases every time; at the end the merge
            dialog with 500 conflicts, optimised, within its bounds of time'

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

# The same cases in every run: a change is judged by what it changed.
[ -n "${FROST_TEST_LONG-}" ] || export RC_PARAMS="${RC_PARAMS:-seed=2026}"

# Alone, for what runs beside it would be measured with it.
measure_merging() {
    [ -n "${FROST_TEST_LONG-}" ] || return 0
    build release frost-bench-merge
    QT_QPA_PLATFORM=offscreen build/release/bin/frost-bench-merge --limit
}

if [ "$quick" = yes ]; then
    build dev
    ctest --preset dev -j "$jobs"
    measure_merging
    exit
fi
build asan tests_core tests_simulation
build dev tests_beside_core
ctest --preset asan -j "$jobs"
ctest --preset dev -j "$jobs" --label-exclude core
measure_merging
