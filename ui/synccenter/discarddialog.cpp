// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/synccenter/discarddialog.h"

#include "core/conflict/merge.h"
#include "ui/theme/icons.h"
#include "ui/wording/labels.h"

#include <QAbstractButton>
#include <QPushButton>
#include <QStyle>

namespace frost {

using namespace Qt::StringLiterals;

DiscardDialog::DiscardDialog(const Schema &schema, const QueueEditor::Prospect &prospect, const QString &what,
                             const QString &connection, QWidget *parent)
    : QMessageBox(parent)
{
    showIcon(u"dialog-information"_s);
    setTextFormat(Qt::PlainText);
    setWindowTitle(tr("Discard"));
    const auto &entity = *schema.find(prospect.operation.type);
    switch (prospect.discard) {
    case QueueEditor::Discard::KeepUnsent: askToKeep(entity, prospect, what); break;
    case QueueEditor::Discard::UndoChange: askToUndo(entity, prospect, what, connection); break;
    case QueueEditor::Discard::UndoDeletion: askToRevive(what); break;
    case QueueEditor::Discard::DropStep: askToDrop(what); break;
    }
    auto *cancel = addButton(QMessageBox::Cancel);
    setDefaultButton(cancel);
    setEscapeButton(cancel);
    connect(this, &QMessageBox::buttonClicked, this, [this](QAbstractButton *button) {
        if (const auto choice = button->property("choice"); choice.isValid())
            Q_EMIT chosen(Choice(choice.toInt()));
    });
}

void DiscardDialog::askToKeep(const EntitySchema &schema, const QueueEditor::Prospect &prospect, const QString &what)
{
    setText(tr("%1: do not send it?").arg(what));
    auto explanation =
        tr("It stays on this computer. It is sent after all when somebody changes it, or when you choose "
           "Send after all in the list of what is kept here. What refers to it waits until then.");
    offer(tr("&Keep it here, do not send"), QMessageBox::AcceptRole, Choice::Discard);
    if (closedBy(schema, prospect.before))
        explanation += u"\n\n"_s + tr("It is booked or cancelled, so it cannot be deleted here.");
    else
        offer(tr("&Delete it here"), QMessageBox::DestructiveRole, Choice::DeleteRecord);
    setInformativeText(explanation);
}

void DiscardDialog::askToUndo(const EntitySchema &schema, const QueueEditor::Prospect &prospect, const QString &what,
                              const QString &connection)
{
    setText(tr("%1: undo the change?").arg(what));
    QStringList fields;
    for (const auto &field : changedFields(schema, prospect.after, prospect.before))
        fields.append(wording::fieldLabel(schema.type, field));
    auto explanation =
        tr("It becomes again what %1 has. What you changed is undone: %2.").arg(connection, fields.join(u", "_s));
    if (closedBy(schema, prospect.before) && !closedBy(schema, prospect.after)) {
        showIcon(u"dialog-warning"_s);
        explanation +=
            u"\n\n"_s + tr("It is booked or cancelled here, and would no longer be. The activity log keeps both.");
    }
    setInformativeText(explanation);
    offer(tr("&Undo my change"), QMessageBox::DestructiveRole, Choice::Discard);
}

void DiscardDialog::askToRevive(const QString &what)
{
    setText(tr("%1: take the deletion back?").arg(what));
    setInformativeText(tr("It is in the lists again, and nothing is deleted anywhere else."));
    offer(tr("&Take the deletion back"), QMessageBox::AcceptRole, Choice::Discard);
}

void DiscardDialog::askToDrop(const QString &what)
{
    setText(tr("%1: take it back?").arg(what));
    setInformativeText(tr("The record stays as it is and can be changed again. What was asked of it after this is taken back as well."));
    offer(tr("&Take it back"), QMessageBox::AcceptRole, Choice::Discard);
}

void DiscardDialog::showIcon(const QString &name)
{
    const int size = style()->pixelMetric(QStyle::PM_MessageBoxIconSize, nullptr, this);
    setIconPixmap(theme::icon(name).pixmap(size));
}

void DiscardDialog::offer(const QString &text, ButtonRole role, Choice choice)
{
    addButton(text, role)->setProperty("choice", int(choice));
}

} // namespace frost
