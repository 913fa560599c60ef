// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTranslator>

namespace frost {

//! The words of the whole program in one language, Qt's own standard buttons among them (Debian's Qt has none in
//! Swedish, TECH.md). English is the source and needs only its plurals. UI thread.
class Language
{
public:
    //! @param name "en" or "sv". Every widget gets QEvent::LanguageChange. Figures and dates follow where the system's
    //! locale is of another language; else the system's stay.
    void use(const QString &name);

private:
    QTranslator m_frost;
    QTranslator m_qt;
};

} // namespace frost
