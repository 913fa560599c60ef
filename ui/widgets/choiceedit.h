// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>

namespace frost {

//! One of a field's choices, or none. The mouse wheel changes it only while it has the focus.
class ChoiceEdit final : public QComboBox
{
    Q_OBJECT
public:
    enum class Blank { Allowed, NotAllowed };
    ChoiceEdit(const QStringList &choices, Blank blank, QWidget *parent = nullptr);

    //! The stored word; "": none.
    [[nodiscard]] QString choice() const;
    //! A choice that is not known (of a newer version) is kept and shown as it is.
    void setChoice(const QString &choice);

Q_SIGNALS:
    void edited(); //!< the person chose

protected:
    void wheelEvent(QWheelEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void label();
};

} // namespace frost
