# SPDX-FileCopyrightText: 2026 Frost contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced by run.sh and test.sh. Goes to the project's folder, installs the packages of debian-packages.txt that are
# missing (nothing is asked of apt when all are there), and offers build and $jobs.
# shellcheck shell=bash
set -euo pipefail

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
cd "$root"
jobs="$(nproc 2>/dev/null || echo 2)"
# Lets every clone of Frost on this machine share one compiler cache.
export CCACHE_BASEDIR="$root" CCACHE_NOHASHDIR=1

say() { printf '%s\n' "$*" >&2; }
fail() {
    say "$*"
    exit 1
}

wanted_packages() { sed -e 's/#.*//' packaging/debian-packages.txt | xargs -n1; }

missing_packages() {
    local wanted
    wanted="$(wanted_packages)"
    # shellcheck disable=SC2086 # one word a package
    comm -23 <(sort <<<"$wanted") <(dpkg-query -W -f '${db:Status-Status} ${Package}\n' $wanted 2>/dev/null |
        sed -n 's/^installed //p' | sort -u)
}

# Runs a command with its output in a log that is shown only if it fails.
quietly() {
    mkdir -p build
    "$@" >build/setup.log 2>&1 || { tail -n 40 build/setup.log >&2; return 1; }
}

install_packages() {
    local missing as_root=()
    missing="$(missing_packages | xargs)"
    [ -n "$missing" ] || return 0
    local command="apt-get install --no-install-recommends $missing"
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || fail "Frost needs these packages; install them as root, then start again:
  $command"
        as_root=(sudo)
        [ -t 0 ] || as_root=(sudo -n)
        "${as_root[@]}" true || fail "Frost needs these packages and may not install them itself. Run, then start again:
  sudo $command"
    fi
    say "Installing $(wc -w <<<"$missing") packages: $missing"
    local apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300)
    quietly "${apt[@]}" update || say "The package lists could not be refreshed; trying with those that are here."
    # shellcheck disable=SC2086 # one word a package
    quietly "${apt[@]}" install -y --no-install-recommends $missing || fail "The packages could not be installed."
}

debian=no
if command -v dpkg-query >/dev/null && command -v apt-get >/dev/null; then
    debian=yes
    install_packages
fi

# build PRESET [TARGET...]: configures where needed, then builds; says nothing when there is nothing to do.
build() {
    local preset="$1" folder="build/$1"
    shift
    if [ ! -e "$folder/build.ninja" ] || [ CMakePresets.json -nt "$folder/build.ninja" ] ||
        ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$root" "$folder/CMakeCache.txt"; then
        [ "$debian" = yes ] ||
            say "This is not Debian. Frost needs what these Debian packages hold: $(wanted_packages | xargs)"
        quietly cmake --fresh --preset "$preset" || fail "Frost could not be configured; the reason is above."
    fi
    if [[ "$(ninja -C "$folder" -n "$@")" != *"no work to do"* ]]; then
        say "Building ($preset); from nothing this takes some minutes ..."
        NINJA_STATUS='  %f of %t  ' ninja -C "$folder" -j "$jobs" "$@" >&2 || fail "The build failed; the reason is above."
    fi
}
