// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/massquestion.h"

#include <QMessageBox>

namespace frost {

//! What the other side seems to have done, in numbers, and whether the same is to be done here. Show it with open().
//! UI thread.
class MassDialog final : public QMessageBox
{
    Q_OBJECT
public:
    //! @param connection  "the company server"
    MassDialog(const MassQuestion &question, const QString &connection, QWidget *parent = nullptr);
    //! Whether an error is such a question.
    [[nodiscard]] static bool asks(const std::optional<Error> &error);

Q_SIGNALS:
    void confirmed(const frost::MassQuestion &seen);
};

} // namespace frost
