// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/conflicts/mergeediting.h"

#include <QDialog>

class QListWidget;

namespace frost {

//! Which row of the other side is this one? (UX.md 1.2 E19) Arrow keys and Enter are enough. open() it; it deletes itself,
//! and goes when another conflict is shown.
class RowMatchDialog final : public QDialog
{
    Q_OBJECT
public:
    //! @param candidates not empty, the most alike first
    RowMatchDialog(MergeEditing &editing, const QString &rowPath, const QList<MergeDraft::RowCandidate> &candidates,
                   QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(const QString &rowId);

private:
    void choose();

    QListWidget *m_list;
};

} // namespace frost
