// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/conflicts/mergeediting.h"
#include "ui/session/companysession.h"

#include <QDialog>

namespace frost {

class Banner;

//! What saving would send, in words (UX.md 1.2 L32).
struct SendPlan {
    QString heading;     //!< "Change invoice 1042 · Norrskog Bygg AB in Company server", or that nothing is sent
    QStringList changes; //!< "Row 1 Consulting · Quantity: 10 → 12"
    QStringList kept;    //!< what stays as the other side has it although it differs here
};
//! @param editing an open one
[[nodiscard]] SendPlan sendPlanOf(const MergeEditing &editing);

//! Shows a plan, with the record as JSON below for whoever wants to see it. Not modal: open() it.
class SendPreview final : public QDialog
{
    Q_OBJECT
public:
    SendPreview(CompanySession &session, const MergeEditing &editing, QWidget *parent);

private:
    void askForPdf(const SendPlan &plan, const QString &json);

    Banner *m_banner; //!< whether a file was written
};

} // namespace frost
