#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 Frost contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# From a fresh Debian 12 to the running demo. Arguments go to `frost-agent demo`. A second start builds nothing.
source "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

build release frost-agent frost-server
exec build/release/bin/frost-agent demo "$@"
