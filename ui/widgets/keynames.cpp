// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/keynames.h"

namespace frost {

using namespace Qt::StringLiterals;

namespace {

//! As the key is labelled: "Return" stands on keyboards of one system alone.
QKeySequence asLabelled(const QKeySequence &keys)
{
#ifndef Q_OS_MACOS
    if (keys.count() == 1 && keys[0].key() == Qt::Key_Return)
        return QKeyCombination(keys[0].keyboardModifiers(), Qt::Key_Enter);
#endif
    return keys;
}

} // namespace

QString keyName(const QKeySequence &keys)
{
    return asLabelled(keys).toString(QKeySequence::NativeText);
}

QString withKeyName(const QString &text, const QKeySequence &keys)
{
    return u"%1 (%2)"_s.arg(text, keyName(keys));
}

} // namespace frost
