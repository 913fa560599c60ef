// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/enginesettings.h"

#include <QSettings>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

QString key(const DataFolder::Company &company, const QString &name)
{
    return u"sync/%1/%2/%3"_s.arg(company.tenant.toString(), company.company.toString(), name);
}

const auto kWorkOffline = u"workOffline"_s;
const auto kPaused = u"paused"_s;

} // namespace

EngineSettings readEngineSettings(const QString &dataFolder, const DataFolder::Company &company)
{
    QSettings kept(dataFolder + u"/desktop.ini"_s, QSettings::IniFormat);
    return {kept.value(key(company, kWorkOffline)).toBool() ? NetworkUse::WorkOffline : NetworkUse::Automatic,
            kept.value(key(company, kPaused)).toBool() ? AutoSyncPause::Paused : AutoSyncPause::None};
}

void keepEngineSettings(const QString &dataFolder, const DataFolder::Company &company, const EngineSettings &settings)
{
    QSettings kept(dataFolder + u"/desktop.ini"_s, QSettings::IniFormat);
    kept.setValue(key(company, kWorkOffline), settings.use == NetworkUse::WorkOffline);
    kept.setValue(key(company, kPaused), settings.pause == AutoSyncPause::Paused);
}

} // namespace frost
