#!/bin/sh
# SPDX-FileCopyrightText: 2026 Frost contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Tests the tests: puts each bug of planted/ into a copy of the sources, builds the simulation, and runs lives until one
# breaks. Fails where a bug escapes, or does not apply any more.
#
#   planted.sh [FOLDER [NAME...]]   FOLDER keeps the copy and its build between calls; NAME: only these
#   SEEDS=400 JOBS=2                lives a bug may take, processes
set -eu
here=$(cd "$(dirname "$0")" && pwd)
source=$(cd "$here/../.." && pwd)
folder=${1:-$(mktemp -d)}
[ $# -gt 0 ] && shift
copy=$folder/source
build=$folder/build
rm -rf "$copy"
mkdir -p "$copy"
tar -C "$source" --exclude=.git --exclude=./build -cf - . | tar -C "$copy" -xf - # times are kept: only what is new is built
cmake -S "$copy" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=RelWithDebInfo > "$folder/configure.log"

escaped=0
printf '%-38s %s\n' bug 'caught by'
for patch in "$here"/planted/*.patch; do
    name=$(basename "$patch" .patch)
    case " $* " in "  " | *" $name "*) ;; *) continue ;; esac
    if ! patch -d "$copy" -p1 --forward --silent --no-backup-if-mismatch < "$patch" > "$folder/$name.log" 2>&1; then
        printf '%-38s DOES NOT APPLY\n' "$name"
        escaped=1
        patch -d "$copy" -p1 --reverse --force --silent < "$patch" > /dev/null 2>&1 || true
        continue
    fi
    started=$(date +%s)
    if ! ninja -C "$build" frost-simulate test_core_crashmatrix >> "$folder/$name.log" 2>&1; then
        caught='DOES NOT BUILD'
        escaped=1
    elif ! "$build/bin/frost-simulate" --any-faults --no-shrink --most-failures 1 --seeds "${SEEDS:-400}" --jobs "${JOBS:-1}" \
        > "$folder/$name.txt" 2>&1; then
        caught=$(grep -m 1 -A 1 '^FAIL' "$folder/$name.txt" | tr -s '\n ' ' ' | cut -c 1-110)
    elif ! QT_LOGGING_RULES='frost.*=false' "$build/bin/test_core_crashmatrix" > "$folder/$name.txt" 2>&1; then
        caught="crash matrix: $(grep -m 1 -A 1 '^FAIL' "$folder/$name.txt" | tr -s '\n ' ' ' | cut -c 1-110)"
    else
        caught='ESCAPED'
        escaped=1
    fi
    printf '%-38s %s (%s s)\n' "$name" "${caught:-crashed}" "$(($(date +%s) - started))"
    patch -d "$copy" -p1 --reverse --force --silent < "$patch" >> "$folder/$name.log" 2>&1
done
exit $escaped
