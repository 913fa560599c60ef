// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/networkstate.h"
#include "core/store/database.h"
#include "core/sync/autosyncdecision.h"

namespace frost {

//! What the user has chosen about synchronising one company on this computer; kept in <data>/desktop.ini.
struct EngineSettings {
    NetworkUse use = NetworkUse::Automatic;
    AutoSyncPause pause = AutoSyncPause::None;
};

//! What was kept last; the defaults where nothing was, or where it cannot be read. UI thread.
[[nodiscard]] EngineSettings readEngineSettings(const QString &dataFolder, const DataFolder::Company &company);
//! UI thread.
void keepEngineSettings(const QString &dataFolder, const DataFolder::Company &company, const EngineSettings &settings);

} // namespace frost
