#!/bin/sh
# SPDX-FileCopyrightText: 2026 Frost contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Tests the tests: puts each bug of planted/ into a copy of the sources, builds what is to catch it, and asks: the simulation,
# the crash matrix, and the tests that the patch names ("Tests: core_lease" above its first line). Fails where a bug escapes,
# or does not apply any more.
#
#   planted.sh --check              only whether each still applies; builds nothing
#   planted.sh [FOLDER [NAME...]]   FOLDER keeps the copy and its build between calls; NAME: only these
#   SEEDS=400 STEPS=60 JOBS=2       lives a bug may take, their length, processes
set -eu
here=$(cd "$(dirname "$0")" && pwd)
source=$(cd "$here/../.." && pwd)

# Strictly: a bug that is planted beside its place is another one.
applies() {
    patch -d "$1" -p1 --fuzz=0 --forward --dry-run --silent < "$patch"
}

if [ "${1:-}" = --check ]; then
    stale=0
    for patch in "$here"/planted/*.patch; do
        applies "$source" > /dev/null 2>&1 || { echo "$(basename "$patch") does not apply any more"; stale=1; }
    done
    exit $stale
fi
folder=${1:-$(mktemp -d)}
[ $# -gt 0 ] && shift
copy=$folder/source
build=$folder/build
rm -rf "$copy"
mkdir -p "$copy"
export CCACHE_BASEDIR="$copy" CCACHE_NOHASHDIR=1 QT_QPA_PLATFORM=offscreen FROST_SECRETS=file
tar -C "$source" --exclude=.git --exclude=./build -cf - . | tar -C "$copy" -xf - # times are kept: only what is new is built
(cd "$copy" && touch $(sed -n 's|^+++ b/||p' "$here"/planted/*.patch)) # but what a bug of the last call may be built into
cmake -S "$copy" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DCMAKE_CXX_FLAGS_RELEASE=-O1 > "$folder/configure.log"

# Whether the built program `$1` fails, with the arguments after it; what it says goes where the bug is told from.
fails() {
    program=$1
    shift
    ninja -C "$build" -j "${JOBS:-2}" "$program" >> "$folder/$name.log" 2>&1 || { echo 'DOES NOT BUILD' > "$folder/$name.txt"; return 2; }
    ! "$build/bin/$program" "$@" > "$folder/$name.txt" 2>&1
}

# The first complaint in what the last program said.
complaint() {
    grep -m 1 -A 1 '^FAIL' "$folder/$name.txt" | tail -n 1 | sed 's/^ *//' | cut -c 1-110
}

# One line: what catches the bug; 1: nothing does.
catcher() {
    if fails frost-simulate --any-faults --no-shrink --most-failures 1 --seeds "${SEEDS:-400}" --steps "${STEPS:-60}" --jobs "${JOBS:-2}"; then
        echo "simulation, $(grep -m 1 -o '^FAIL seed [0-9]*' "$folder/$name.txt" | cut -c 6-): $(complaint)"
        return 0
    fi
    for test in $(sed -n '/^---/q; s/^Tests: //p' "$patch"); do
        if fails "test_$test"; then
            echo "$test: $(grep -m 1 '^FAIL' "$folder/$name.txt" | cut -c 1-110)"
            return 0
        fi
    done
    if fails test_core_crashmatrix; then
        echo "crash matrix: $(complaint)"
        return 0
    fi
    return 1
}

escaped=0
for patch in "$here"/planted/*.patch; do
    name=$(basename "$patch" .patch)
    case " $* " in "  " | *" $name "*) ;; *) continue ;; esac
    if ! applies "$copy" > "$folder/$name.log" 2>&1; then
        printf '%-40s DOES NOT APPLY\n' "$name"
        escaped=1
        continue
    fi
    patch -d "$copy" -p1 --fuzz=0 --forward --silent --no-backup-if-mismatch < "$patch" >> "$folder/$name.log" 2>&1
    started=$(date +%s)
    if ! caught=$(catcher); then
        caught='ESCAPED'
        grep -q 'DOES NOT BUILD' "$folder/$name.txt" && caught='DOES NOT BUILD'
        escaped=1
    fi
    printf '%-40s %s (%s s)\n' "$name" "$caught" "$(($(date +%s) - started))"
    patch -d "$copy" -p1 --reverse --force --silent --no-backup-if-mismatch < "$patch" >> "$folder/$name.log" 2>&1
done
exit $escaped
