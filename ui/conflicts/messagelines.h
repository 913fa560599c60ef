// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/conflicts/mergehints.h"

#include <QListWidget>

namespace frost {

//! Messages one below the other, each with its mark, as high as they need to be. A list to walk with the keys; a message that
//! was not there before is told to screen readers (UX.md 1.2 M35). Hidden while there is none.
class MessageLines final : public QListWidget
{
    Q_OBJECT
public:
    explicit MessageLines(QWidget *parent = nullptr);
    void setLines(const QList<MessageLine> &lines);

Q_SIGNALS:
    //! The current one is another, or the focus has come to it: it is to be seen.
    void walked();
    //! A message is new, and screen readers are told of it in these words.
    void told(const QString &text);

protected:
    void initViewItemOption(QStyleOptionViewItem *option) const override;
    void focusInEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void rebuild();
    void tell(int row);
    void fit();
    void name();

    QList<MessageLine> m_lines;
};

} // namespace frost
