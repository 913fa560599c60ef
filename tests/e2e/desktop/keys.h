// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QInputMethodEvent>
#include <QTest>
#include <QWidget>

namespace frost::e2e {

//! As a person types, å ä ö included: QTest::keyClicks knows ASCII only.
inline void type(const QString &text)
{
    for (const QChar c : text) {
        auto *focus = QApplication::focusWidget();
        if (!focus)
            qFatal("nothing has the focus");
        if (c.unicode() < 128) {
            QTest::keyClick(focus, c.toLatin1());
        } else {
            QInputMethodEvent event;
            event.setCommitString(c);
            QApplication::sendEvent(focus, &event);
        }
    }
}
inline void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    auto *focus = QApplication::focusWidget();
    QTest::keyClick(focus ? focus : QApplication::activeWindow(), key, modifiers);
}
//! Tab after tab until a field of this name has the focus.
inline bool goTo(const QString &accessibleName)
{
    for (int i = 0; i < 60; ++i) {
        if (auto *focus = QApplication::focusWidget(); focus && focus->accessibleName().startsWith(accessibleName))
            return true;
        press(Qt::Key_Tab);
    }
    return false;
}

} // namespace frost::e2e
