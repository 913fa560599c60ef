// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/choiceedit.h"

#include "ui/wording/labels.h"

#include <QEvent>
#include <QWheelEvent>

namespace frost {

ChoiceEdit::ChoiceEdit(const QStringList &choices, Blank blank, QWidget *parent) : QComboBox(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    if (blank == Blank::Allowed)
        addItem(QString(), QString());
    for (const auto &choice : choices)
        addItem(wording::choiceLabel(choice), choice);
    connect(this, &QComboBox::activated, this, &ChoiceEdit::edited);
}

QString ChoiceEdit::choice() const
{
    return currentData().toString();
}

void ChoiceEdit::setChoice(const QString &choice)
{
    int place = findData(choice);
    if (place < 0 && !choice.isEmpty()) {
        addItem(wording::choiceLabel(choice), choice);
        place = count() - 1;
    }
    setCurrentIndex(place);
}

void ChoiceEdit::wheelEvent(QWheelEvent *event)
{
    if (hasFocus())
        QComboBox::wheelEvent(event);
    else
        event->ignore();
}

void ChoiceEdit::changeEvent(QEvent *event)
{
    QComboBox::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        label();
}

void ChoiceEdit::label()
{
    for (int i = 0; i < count(); ++i) {
        if (const auto choice = itemData(i).toString(); !choice.isEmpty())
            setItemText(i, wording::choiceLabel(choice));
    }
}

} // namespace frost
