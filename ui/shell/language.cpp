// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/language.h"

#include <QCoreApplication>
#include <QLocale>

namespace frost {

using namespace Qt::StringLiterals;

void Language::use(const QString &name)
{
    const auto system = QLocale::system();
    const auto locale = name == u"sv" ? QLocale(QLocale::Swedish, QLocale::Sweden) : QLocale(QLocale::English, QLocale::Sweden);
    QLocale::setDefault(system.language() == locale.language() ? system : locale);
    for (auto *translator : {&m_frost, &m_qt})
        QCoreApplication::removeTranslator(translator);
    if (m_frost.load(u":/i18n/frost_"_s + name + u".qm"_s))
        QCoreApplication::installTranslator(&m_frost);
    if (m_qt.load(u":/i18n/qtbase_"_s + name + u".qm"_s))
        QCoreApplication::installTranslator(&m_qt);
}

} // namespace frost
