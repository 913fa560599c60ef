// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/shortcutsheet.h"

#include "ui/widgets/keynames.h"

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

} // namespace

ShortcutSheet::ShortcutSheet(const QList<QAction *> &actions, QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("Keyboard"));
    Lines window;
    for (const auto *action : actions) {
        if (!action->shortcut().isEmpty())
            window.append({keyName(action->shortcut()), QString(action->text()).remove(u'&')});
    }
    window.append({keyName(u"Ctrl+1"_s) + u" … 9"_s, tr("Parts of the company")});
    const Lines form{{tr("Enter, Tab"), tr("Next field; never saves by itself")},
                     {u"Esc"_s, tr("Close; what is not saved is kept as a draft")},
                     {u"F4"_s, tr("Open the list of a field")},
                     {keyName(u"Ctrl+Ins"_s) + u", "_s + keyName(u"Ctrl+Del"_s), tr("New row, remove row")},
                     {keyName(u"Ctrl+D"_s), tr("Copy the cell above")},
                     {keyName(u"Alt+Up"_s) + u", "_s + keyName(u"Alt+Down"_s), tr("Move the row")},
                     {keyName(u"Ctrl+Z"_s), tr("Undo in rows")},
                     {u"+  ·  *"_s, tr("In an empty amount: balance the voucher · copy the text above")},
                     {u"20 · 1120 · +30 · d"_s, tr("In a date: day, month and day, days from now, today")}};
    const Lines merge{{u"F8 · "_s + keyName(u"Shift+F8"_s), tr("Next, previous open field")},
                      {u"1 2 3 · 0"_s, tr("Take base, mine, theirs · clear")},
                      {u"4 · 5"_s, tr("Take both, both changes in one text, where that is on offer")},
                      {keyName(u"Ctrl+M"_s) + u" · "_s + keyName(u"Ctrl+Shift+M"_s), tr("Match the row with another, split the match")},
                      {tr("Enter"), tr("Agree with the result and go to the next open field")},
                      {u"F2"_s, tr("Edit the result")},
                      {keyName(u"Ctrl+Shift+2"_s) + u" · 3"_s, tr("Take everything of mine, of theirs; also in a record or the list")},
                      {keyName(u"Ctrl+Z"_s) + u" · "_s + keyName(u"Ctrl+Shift+Z"_s), tr("Undo, redo")},
                      {keyName(u"Ctrl+Return"_s), tr("Save and go to the next conflict")},
                      {keyName(u"Ctrl+Shift+Return"_s), tr("The same for similar conflicts")},
                      {keyName(u"Ctrl+P"_s), tr("What will be sent")},
                      {keyName(u"Alt+PgUp"_s) + u", "_s + keyName(u"Alt+PgDown"_s), tr("Previous, next conflict")},
                      {keyName(u"Ctrl+F"_s), tr("Search the conflicts")},
                      {u"Esc"_s, tr("Close; choices are kept")},
                      {keyName(u"Ctrl+Z"_s) + u" · "_s + keyName(u"Ctrl+R"_s), tr("In the conflict history: undo the decision, restore values")}};
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
