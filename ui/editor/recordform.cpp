// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/recordform.h"

#include "ui/editor/recordformparts.h"

#include <QKeyEvent>

namespace frost {

RecordForm::RecordForm(CompanySession &session, const EntityType &type, QWidget *parent)
    : QWidget(parent), m_parts(std::make_unique<Parts>(*this, session, *session.schema().find(type)))
{ }

RecordForm::~RecordForm() = default;

void RecordForm::createNew()
{
    m_parts->createNew();
}

void RecordForm::openRecord(const LocalId &id)
{
    m_parts->open(id);
}

EntityType RecordForm::type() const
{
    return m_parts->schema().type;
}

LocalId RecordForm::record() const
{
    return m_parts->record();
}

QString RecordForm::title() const
{
    return m_parts->title();
}

bool RecordForm::isDirty() const
{
    return m_parts->isDirty();
}

bool RecordForm::isReadOnly() const
{
    return m_parts->isReadOnly();
}

void RecordForm::save()
{
    m_parts->save();
}

void RecordForm::discard()
{
    m_parts->discard();
}

void RecordForm::removeRecord()
{
    m_parts->remove();
}

void RecordForm::closeForm()
{
    m_parts->close();
}

void RecordForm::addBelowState(QWidget *widget)
{
    m_parts->page().addBelowState(widget);
}

void RecordForm::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Save)) {
        save();
        return;
    }
    switch (event->key()) {
    case Qt::Key_Escape: closeForm(); return;
    case Qt::Key_Return:
    case Qt::Key_Enter: focusNextPrevChild(!(event->modifiers() & Qt::ShiftModifier)); return;
    default: QWidget::keyPressEvent(event);
    }
}

void RecordForm::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && m_parts)
        m_parts->retranslate();
}

void RecordForm::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_parts)
        m_parts->refreshSoon();
}

void RecordForm::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    if (m_parts)
        m_parts->keepDraft();
}

} // namespace frost
