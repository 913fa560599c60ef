// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCheckBox>

namespace frost {

//! Yes or no. A read-only one is shown and can be reached, but not changed.
class BooleanEdit final : public QCheckBox
{
    Q_OBJECT
public:
    explicit BooleanEdit(QWidget *parent = nullptr);

    void setReadOnly(bool readOnly);

Q_SIGNALS:
    void edited(); //!< the person changed it

protected:
    void nextCheckState() override;

private:
    bool m_readOnly = false;
};

} // namespace frost
