// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/booleanedit.h"

namespace frost {

BooleanEdit::BooleanEdit(QWidget *parent) : QCheckBox(parent)
{
    connect(this, &QCheckBox::clicked, this, [this] {
        if (!m_readOnly)
            Q_EMIT edited();
    });
}

void BooleanEdit::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    // Grey says that it cannot be changed; it stays readable for screen readers.
    setForegroundRole(readOnly ? QPalette::PlaceholderText : QPalette::WindowText);
}

void BooleanEdit::nextCheckState()
{
    if (!m_readOnly)
        QCheckBox::nextCheckState();
}

} // namespace frost
