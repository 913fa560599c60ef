#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 Frost contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# Takes a picture of every window, dialog and state, light and dark, English and Swedish, into packaging/linux/screenshots.
source "$(dirname "${BASH_SOURCE[0]}")/../setup.sh"

build release frost-server frost-screenshots
rm -f packaging/linux/screenshots/*.png
QT_QPA_PLATFORM=offscreen TZ=Europe/Stockholm FROST_SECRETS=file build/release/bin/frost-screenshots packaging/linux/screenshots
