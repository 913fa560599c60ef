// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/fieldinput.h"

#include "ui/theme/icons.h"
#include "ui/theme/palette.h"
#include "ui/wording/labels.h"

#include <QAccessible>
#include <QCheckBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>

namespace frost {

using namespace Qt::StringLiterals;

FieldInput::FieldInput(const EntityType &type, const Field &field, const ValueEdit::Context &context, QWidget *parent)
    : QObject(parent),
      m_type(type),
      m_field(field),
      m_label(new QLabel(parent)),
      m_body(new QWidget(parent)),
      m_edit(ValueEdit::create(type, field.name, field, context, m_body)),
      m_icon(new QLabel(m_body)),
      m_said(new QLabel(m_body))
{
    auto *layout = new QGridLayout(m_body);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setVerticalSpacing(1);
    layout->setColumnStretch(1, 1);
    layout->addWidget(m_edit->widget(), 0, 0, 1, 2);
    layout->addWidget(m_icon, 1, 0, Qt::AlignTop);
    layout->addWidget(m_said, 1, 1);
    m_said->setWordWrap(true);
    m_said->setTextFormat(Qt::PlainText);
    m_label->setBuddy(m_edit->widget());
    m_label->setTextFormat(Qt::PlainText);
    retranslate();
    showRemark();
}

void FieldInput::retranslate()
{
    const auto name = wording::fieldLabel(m_type, m_field.name);
    m_label->setText(m_field.required ? tr("%1 *", "a field that must be filled in").arg(name) : name);
    m_edit->widget()->setAccessibleName(m_field.required ? tr("%1, required").arg(name) : name);
}

void FieldInput::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    m_edit->setReadOnly(readOnly);
    const bool isBox = qobject_cast<QCheckBox *>(m_edit->widget());
    m_edit->widget()->setFocusPolicy(readOnly ? Qt::ClickFocus : isBox ? Qt::StrongFocus : Qt::WheelFocus);
    QPalette colours;
    if (readOnly)
        colours.setColor(QPalette::Base, colours.color(QPalette::Window));
    m_body->setPalette(colours); // not the editor's own, where the ink of negative figures is
}

void FieldInput::setPlaceholder(const QString &text, const QString &toolTip)
{
    if (auto *line = qobject_cast<QLineEdit *>(m_edit->widget())) {
        line->setPlaceholderText(text);
        line->setToolTip(toolTip);
    }
}

void FieldInput::setRemark(const std::optional<Remark> &remark)
{
    m_remark = remark;
    showRemark();
}

void FieldInput::showRemark()
{
    m_icon->setVisible(m_remark.has_value());
    m_said->setVisible(m_remark.has_value());
    m_said->setText(m_remark ? m_remark->text : QString());
    m_edit->widget()->setAccessibleDescription(m_said->text());
    if (!m_remark)
        return;
    const bool isError = m_remark->loudness == Loudness::Error;
    const int size = m_said->fontMetrics().height();
    m_icon->setPixmap(theme::icon(isError ? u"dialog-error"_s : u"dialog-warning"_s).pixmap(size));
    m_icon->setAccessibleName(isError ? tr("Error") : tr("Warning"));
    QPalette colours;
    if (isError)
        colours.setColor(QPalette::WindowText, theme::negativeInk(colours));
    m_said->setPalette(colours);
}

} // namespace frost
