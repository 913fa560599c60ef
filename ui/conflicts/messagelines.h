// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/conflicts/mergehints.h"

#include <QWidget>

class QVBoxLayout;

namespace frost {

//! Messages one below the other, each with its mark.
class MessageLines final : public QWidget
{
    Q_OBJECT
public:
    explicit MessageLines(QWidget *parent = nullptr);
    void setLines(const QList<MessageLine> &lines);

protected:
    void changeEvent(QEvent *event) override;

private:
    void rebuild();
    void add(const MessageLine &line);

    QVBoxLayout *m_layout;
    QList<MessageLine> m_lines;
};

} // namespace frost
