#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 Frost contributors
# SPDX-License-Identifier: GPL-3.0-or-later
usage='tests/fuzz/run.sh [EXECUTIONS [TARGET...]]
Fuzzes every target (or those named) with libFuzzer under AddressSanitizer and UndefinedBehaviorSanitizer, EXECUTIONS
times each (10,000,000 unless told), one after the other. What is found lies in build/fuzz/findings; what is new and
harmless in build/fuzz/corpus, where the next run goes on.'
case "${1:-}" in -h | --help) echo "$usage"; exit 0 ;; esac
executions="${1:-10000000}"
shift || true

source "$(dirname "${BASH_SOURCE[0]}")/../../packaging/setup.sh"
build fuzz fuzz
targets=("$@")
[ "${#targets[@]}" -gt 0 ] || targets=(record merge key answer request sie csv)
mkdir -p build/fuzz/findings
for target in "${targets[@]}"; do
    dictionary=tests/fuzz/json.dict
    [ "$target" != sie ] || dictionary=tests/fuzz/sie.dict
    mkdir -p "build/fuzz/corpus/$target"
    say "Fuzzing $target, $executions executions ..."
    log="build/fuzz/$target.log"
    "build/fuzz/bin/fuzz-$target" "-runs=$executions" -max_len=4096 -timeout=20 -rss_limit_mb=2048 -print_final_stats=1 \
        "-dict=$dictionary" "-artifact_prefix=build/fuzz/findings/$target-" \
        "build/fuzz/corpus/$target" "tests/fuzz/corpus/$target" >"$log" 2>&1 || { tail -n 40 "$log" >&2; fail "$target: a finding"; }
    grep -E 'number_of_executed_units|average_exec_per_sec' "$log" >&2
done
