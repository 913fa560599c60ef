// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/palette.h"

#include <QSettings>

namespace frost {

//! What this computer remembers about the windows, in <data>/desktop.ini; never secrets. UI thread.
class Settings
{
public:
    explicit Settings(const QString &dataFolder)
        : m_file(dataFolder + QStringLiteral("/desktop.ini"), QSettings::IniFormat)
    {
    }

    [[nodiscard]] QSettings &file() { return m_file; }
    [[nodiscard]] QString language() const; //!< "en" or "sv"; at first the system's, if it is one of them
    void setLanguage(const QString &language);
    [[nodiscard]] theme::Look look() const;
    void setLook(theme::Look look);
    [[nodiscard]] QString lastCompany() const; //!< TENANT/COMPANY; "" none
    void setLastCompany(const QString &company);

private:
    QSettings m_file;
};

} // namespace frost
