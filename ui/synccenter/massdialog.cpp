// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/synccenter/massdialog.h"

#include <QLocale>
#include <QPushButton>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

QString whatHappened(MassReason reason)
{
    if (reason == MassReason::Deletions)
        return MassDialog::tr("%1 of %2 records were deleted there. If you go on, they are deleted here as well.");
    if (reason == MassReason::LooksEmpty)
        return MassDialog::tr("%1 of %2 records are not there any more: it looks empty. If you go on, they are deleted here as well.");
    if (reason == MassReason::Lost)
        return MassDialog::tr("%1 of %2 records are not known there any more, as after a restore from an old backup. If you go on, they are sent there again.");
    return MassDialog::tr("%1 of %2 records were changed there. If you go on, they are changed here as well.");
}

} // namespace

MassDialog::MassDialog(const MassQuestion &question, const QString &connection, QWidget *parent) : QMessageBox(parent)
{
    setWindowTitle(tr("Unusually many changes"));
    setIcon(Warning);
    setTextFormat(Qt::PlainText);
    setText(whatHappened(question.reason).arg(QLocale().toString(question.affected), QLocale().toString(question.known)));
    setInformativeText(tr("Is %1 the right place, and does somebody there know of it? Nothing more is done here until you have decided.").arg(connection));
    auto *goOn = addButton(tr("&Go on"), AcceptRole);
    auto *leave = addButton(tr("&Leave it"), RejectRole);
    setDefaultButton(leave);
    setEscapeButton(leave);
    connect(goOn, &QPushButton::clicked, this, [this, question] { Q_EMIT confirmed(question); });
}

bool MassDialog::asks(const std::optional<Error> &error)
{
    return error && isMassQuestion(*error);
}

} // namespace frost
