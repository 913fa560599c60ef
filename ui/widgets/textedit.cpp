// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/textedit.h"

#include <QSignalBlocker>

#include <algorithm>

namespace frost {

namespace {
constexpr int kFewestLines = 2;
constexpr int kMostLines = 8;
} // namespace

TextEdit::TextEdit(QWidget *parent) : QPlainTextEdit(parent)
{
    setTabChangesFocus(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        updateGeometry();
        Q_EMIT edited();
    });
}

void TextEdit::setTyped(const QString &text)
{
    if (text == toPlainText())
        return; // the cursor stays where it is
    const QSignalBlocker blocker(this);
    setPlainText(text);
    updateGeometry();
}

QSize TextEdit::sizeHint() const
{
    const int lines = std::clamp(document()->blockCount(), kFewestLines, kMostLines);
    return {QPlainTextEdit::sizeHint().width(), heightOf(lines)};
}

QSize TextEdit::minimumSizeHint() const
{
    return {QPlainTextEdit::minimumSizeHint().width(), heightOf(kFewestLines)};
}

int TextEdit::heightOf(int lines) const
{
    const auto margins = contentsMargins();
    return fontMetrics().lineSpacing() * lines + int(2 * document()->documentMargin()) + 2 * frameWidth()
           + margins.top() + margins.bottom();
}

} // namespace frost
