// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/palette.h"

#include <QCoreApplication>
#include <QTest>
#include <QWidget>

//! Pictures for people to look at, in light and dark, where FROST_SCREENSHOTS names a folder: "NAME-dark.png".
namespace pictures {

inline void shoot(QWidget &widget, const QString &name)
{
    using namespace Qt::StringLiterals;
    using frost::theme::Look;
    const auto folder = qEnvironmentVariable("FROST_SCREENSHOTS");
    if (folder.isEmpty())
        return;
    for (const auto look : {Look::Light, Look::Dark}) {
        frost::theme::apply(look);
        QCoreApplication::processEvents();
        QVERIFY(widget.grab().save(u"%1/%2-%3.png"_s.arg(folder, name, look == Look::Dark ? u"dark"_s : u"light"_s)));
    }
    frost::theme::apply(Look::Light);
}

} // namespace pictures
