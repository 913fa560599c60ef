// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/conflicts/mergeediting.h"

#include <QDialog>

class QLineEdit;

namespace frost {

//! What is mine to be called, where two records were given one number (UX.md 1.2 G23)? open() it; it deletes itself, and goes when
//! another conflict is shown. Only of a conflict with an offer.
class KeepBothDialog final : public QDialog
{
    Q_OBJECT
public:
    explicit KeepBothDialog(MergeEditing &editing, QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(const QString &number); //!< "": as offered

private:
    QLineEdit *m_number;
};

} // namespace frost
