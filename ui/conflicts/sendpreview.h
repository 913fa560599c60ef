// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/conflicts/sendplan.h"
#include "ui/session/companysession.h"

#include <QDialog>

class QLabel;
class QListWidget;
class QPlainTextEdit;
class QPushButton;

namespace frost {

class Banner;

//! What saving would send, request by request, with the exact requests as JSON for whoever wants to see them (UX.md 1.2 L32).
//! Not modal: open() it.
class SendPreview final : public QDialog
{
    Q_OBJECT
public:
    //! @param editing an open one
    SendPreview(CompanySession &session, const MergeEditing &editing, QWidget *parent);

Q_SIGNALS:
    //! For screen readers: what saving would do, in one sentence.
    void announced(const QString &text);

private:
    void build();
    void tell(const QString &summary, const QList<SendPlan> &plans);
    void addLines(const SendPlan &plan);
    void askForPdf();

    Banner *m_banner; //!< what could not be read, whether a file was written
    QLabel *m_heading;
    QListWidget *m_list;
    QPlainTextEdit *m_json;
    QPushButton *m_copy;
    QPushButton *m_pdf;
    QPushButton *m_details;
    QList<SendPlan> m_plans;
};

} // namespace frost
