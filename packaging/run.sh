#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 Frost contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# From a fresh Debian 12 to the running demo: the window with its example company, or, where there is no screen, the demo
# in the terminal. Arguments go to the program. A second start builds nothing.
source "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    build release frost frost-server
    [ $# -gt 0 ] || set -- --demo
    exec build/release/bin/frost "$@"
fi
say "There is no screen here (neither DISPLAY nor WAYLAND_DISPLAY is set): playing the demo in the terminal."
build release frost-agent frost-server
exec build/release/bin/frost-agent demo "$@"
