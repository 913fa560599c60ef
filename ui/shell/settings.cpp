// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/settings.h"

#include <QLocale>

namespace frost {

using namespace Qt::StringLiterals;

namespace {
const QString kLanguage = u"language"_s;
const QString kLook = u"look"_s;
const QString kLastCompany = u"lastCompany"_s;
} // namespace

QString Settings::language() const
{
    const auto chosen = m_file.value(kLanguage).toString();
    if (chosen == u"sv" || chosen == u"en")
        return chosen;
    return QLocale::system().language() == QLocale::Swedish ? u"sv"_s : u"en"_s;
}

void Settings::setLanguage(const QString &language)
{
    m_file.setValue(kLanguage, language);
}

theme::Look Settings::look() const
{
    const auto look = m_file.value(kLook).toString();
    return look == u"light" ? theme::Look::Light : look == u"dark" ? theme::Look::Dark : theme::Look::System;
}

void Settings::setLook(theme::Look look)
{
    m_file.setValue(kLook, look == theme::Look::Light ? u"light"_s : look == theme::Look::Dark ? u"dark"_s : u"system"_s);
}

QString Settings::lastCompany() const
{
    return m_file.value(kLastCompany).toString();
}

void Settings::setLastCompany(const QString &company)
{
    m_file.setValue(kLastCompany, company);
}

} // namespace frost
