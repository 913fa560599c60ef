// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/schema.h"
#include "core/sync/keepboth.h"

#include <QDialog>

class QLineEdit;

namespace frost {

//! What is mine to be called, where two records were given one number (UX.md 1.2 G23)? open() it; it deletes itself.
class KeepBothDialog final : public QDialog
{
    Q_OBJECT
public:
    //! @param system  whose number the other one has, "the company server"
    KeepBothDialog(const EntitySchema &schema, const KeepBoth::Offer &offer, const QString &system, QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(const QString &number); //!< "": as offered

private:
    QLineEdit *m_number;
};

} // namespace frost
