// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/shortcutsheet.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

using Lines = QList<std::pair<QString, QString>>; //!< keys, what they do

QLabel *tableOf(const QString &title, const Lines &lines, QWidget *parent)
{
    QString rows;
    for (const auto &[keys, what] : lines)
        rows += u"<tr><td style='padding-right:24px'><b>%1</b></td><td>%2</td></tr>"_s.arg(keys.toHtmlEscaped(), what.toHtmlEscaped());
    auto *text = new QLabel(u"<h4>%1</h4><table>%2</table>"_s.arg(title.toHtmlEscaped(), rows), parent);
    text->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return text;
}

//! As the menus write it.
QString native(const QString &key)
{
    return QKeySequence(key).toString(QKeySequence::NativeText);
}

} // namespace

ShortcutSheet::ShortcutSheet(const QList<QAction *> &actions, QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("Keyboard"));
    Lines window;
    for (const auto *action : actions) {
        if (!action->shortcut().isEmpty())
            window.append({action->shortcut().toString(QKeySequence::NativeText), QString(action->text()).remove(u'&')});
    }
    window.append({u"Ctrl+1 … 9"_s, tr("Parts of the company")});
    const Lines form{{tr("Enter, Tab"), tr("Next field; never saves by itself")},
                     {u"Esc"_s, tr("Close; what is not saved is kept as a draft")},
                     {u"F4"_s, tr("Open the list of a field")},
                     {tr("Ctrl+Ins, Ctrl+Del"), tr("New row, remove row")},
                     {u"Ctrl+D"_s, tr("Copy the cell above")},
                     {tr("Alt+Up, Alt+Down"), tr("Move the row")},
                     {u"Ctrl+Z"_s, tr("Undo in rows")},
                     {u"+  ·  *"_s, tr("In an empty amount: balance the voucher · copy the text above")},
                     {u"20 · 1120 · +30 · d"_s, tr("In a date: day, month and day, days from now, today")}};
    const Lines merge{{u"F8 · "_s + native(u"Shift+F8"_s), tr("Next, previous open field")},
                      {u"1 2 3 · 0"_s, tr("Take base, mine, theirs · clear")},
                      {u"4 · 5"_s, tr("Take both, both changes in one text, where that is on offer")},
                      {u"Ctrl+M · "_s + native(u"Ctrl+Shift+M"_s), tr("Match the row with another, split the match")},
                      {tr("Enter"), tr("Agree with the result and go to the next open field")},
                      {u"F2"_s, tr("Edit the result")},
                      {native(u"Ctrl+Shift+2"_s) + u" · 3"_s, tr("Take everything of mine, of theirs; also in a record or the list")},
                      {u"Ctrl+Z · "_s + native(u"Ctrl+Shift+Z"_s), tr("Undo, redo")},
                      {tr("Ctrl+Enter"), tr("Save and go to the next conflict")},
                      {native(u"Ctrl+Shift+Return"_s), tr("The same for similar conflicts")},
                      {u"Ctrl+P"_s, tr("What will be sent")},
                      {tr("Alt+PgUp, Alt+PgDn"), tr("Previous, next conflict")},
                      {u"Ctrl+F"_s, tr("Search the conflicts")},
                      {u"Esc"_s, tr("Close; choices are kept")},
                      {u"Ctrl+Z · "_s + native(u"Ctrl+R"_s), tr("In the conflict history: undo the decision, restore values")}};
    auto *right = new QVBoxLayout;
    right->addWidget(tableOf(tr("Forms"), form, this));
    right->addWidget(tableOf(tr("Conflicts"), merge, this), 1);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(fontMetrics().height() * 2);
    columns->addWidget(tableOf(tr("Window"), window, this));
    columns->addLayout(right);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->addLayout(columns);
    column->addWidget(buttons);
}

} // namespace frost
