// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

namespace frost {

//! Text of several lines. Tab goes to the next field, Enter makes a new line; it is as high as its lines, from two to eight.
class TextEdit final : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit TextEdit(QWidget *parent = nullptr);

    void setTyped(const QString &text);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void edited(); //!< the person changed the text

private:
    [[nodiscard]] int heightOf(int lines) const;
};

} // namespace frost
