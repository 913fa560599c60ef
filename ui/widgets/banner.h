// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QToolButton;

namespace frost {

//! A message inside a window: icon, text, buttons, and a cross where it may be closed. Never steals the focus; is read out
//! by screen readers when its message changes. Hidden until it has a message.
class Banner final : public QFrame
{
    Q_OBJECT
public:
    enum class Kind { Information, Success, Warning, Error };
    enum class Closing { Allowed, NotAllowed };

    explicit Banner(QWidget *parent = nullptr);

    //! Shows the message; buttons of the one before are gone.
    void showMessage(Kind kind, const QString &text, Closing closing = Closing::Allowed);
    //! A button of the message shown; connect to its clicked(). The banner owns it.
    QPushButton *addButton(const QString &text);
    //! Hides the banner, without closed().
    void clear();

    [[nodiscard]] QString text() const;
    [[nodiscard]] Kind kind() const { return m_kind; }

Q_SIGNALS:
    //! The person closed it; it is hidden.
    void closed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void paintKind();

    Kind m_kind = Kind::Information;
    QLabel *m_icon;
    QLabel *m_text;
    QHBoxLayout *m_buttons;
    QToolButton *m_close;
};

} // namespace frost
