// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/valueedit.h"

#include "core/base/clock.h"
#include "ui/widgets/amountedit.h"
#include "ui/widgets/booleanedit.h"
#include "ui/widgets/choiceedit.h"
#include "ui/widgets/dateedit.h"
#include "ui/widgets/referenceedit.h"
#include "ui/widgets/textedit.h"
#include "ui/wording/labels.h"
#include "ui/wording/values.h"

#include <QDateTime>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

const QJsonValue kBlank{QJsonValue::Undefined};

QJsonValue textOrBlank(const QString &text)
{
    return text.isEmpty() ? kBlank : QJsonValue(text);
}

class LineValueEdit final : public ValueEdit
{
public:
    explicit LineValueEdit(QLineEdit *edit) : ValueEdit(edit), m_edit(edit)
    {
        connect(edit, &QLineEdit::textEdited, this, &ValueEdit::edited);
    }
    QJsonValue value() const override { return textOrBlank(m_edit->text()); }
    void setValue(const QJsonValue &value) override
    {
        if (m_edit->text() == value.toString())
            return; // the cursor stays where it is
        const int at = m_edit->hasFocus() ? m_edit->cursorPosition() : 0;
        m_edit->setText(value.toString());
        m_edit->setCursorPosition(at);
    }
    void setReadOnly(bool readOnly) override { m_edit->setReadOnly(readOnly); }

private:
    QLineEdit *m_edit;
};

class LongTextValueEdit final : public ValueEdit
{
public:
    explicit LongTextValueEdit(TextEdit *edit) : ValueEdit(edit), m_edit(edit)
    {
        connect(edit, &TextEdit::edited, this, &ValueEdit::edited);
    }
    QJsonValue value() const override { return textOrBlank(m_edit->toPlainText()); }
    void setValue(const QJsonValue &value) override { m_edit->setTyped(value.toString()); }
    void setReadOnly(bool readOnly) override { m_edit->setReadOnly(readOnly); }

private:
    TextEdit *m_edit;
};

class FigureValueEdit final : public ValueEdit
{
public:
    FigureValueEdit(AmountEdit *edit, const Field &field) : ValueEdit(edit), m_edit(edit), m_kind(field.kind)
    {
        edit->setMinimumDecimals(field.decimals);
        connect(edit, &AmountEdit::edited, this, &ValueEdit::edited);
    }
    QJsonValue value() const override
    {
        const auto figure = m_edit->value();
        if (!figure)
            return m_edit->text();
        if (!*figure)
            return kBlank;
        const auto text = (*figure)->toString(m_kind == FieldKind::Amount ? 2 : 0);
        bool isWhole = false;
        const qint64 whole = text.toLongLong(&isWhole);
        return m_kind == FieldKind::Integer && isWhole ? QJsonValue(whole) : QJsonValue(text);
    }
    void setValue(const QJsonValue &value) override
    {
        const auto text = value.isDouble() ? QString::number(value.toInteger()) : value.toString();
        if (const auto figure = Decimal::parse(text))
            m_edit->setValue(*figure);
        else
            m_edit->setTyped(text);
    }
    void setReadOnly(bool readOnly) override { m_edit->setReadOnly(readOnly); }
    void finishEntry() override { m_edit->finishEntry(); }

private:
    AmountEdit *m_edit;
    FieldKind m_kind;
};

class DateValueEdit final : public ValueEdit
{
public:
    DateValueEdit(DateEdit *edit, std::function<QDate()> today) : ValueEdit(edit), m_edit(edit)
    {
        edit->setToday(std::move(today));
        connect(edit, &DateEdit::edited, this, &ValueEdit::edited);
    }
    QJsonValue value() const override
    {
        const auto date = m_edit->date();
        if (!date)
            return m_edit->text();
        return *date ? QJsonValue((*date)->toString(Qt::ISODate)) : kBlank;
    }
    void setValue(const QJsonValue &value) override { m_edit->setTyped(value.toString()); }
    void setReadOnly(bool readOnly) override { m_edit->setReadOnly(readOnly); }
    void finishEntry() override { m_edit->finishEntry(); }

private:
    DateEdit *m_edit;
};

//! Shown in local time; what cannot be read as date and time is given as typed.
class InstantValueEdit final : public ValueEdit
{
public:
    explicit InstantValueEdit(QLineEdit *edit) : ValueEdit(edit), m_edit(edit)
    {
        edit->setPlaceholderText(kFormat);
        connect(edit, &QLineEdit::textEdited, this, &ValueEdit::edited);
    }
    QJsonValue value() const override
    {
        if (m_edit->text() == m_shown)
            return m_given; // seconds are not shown
        const auto text = m_edit->text().trimmed();
        const auto local = QDateTime::fromString(text, kFormat);
        return local.isValid() ? QJsonValue(toIso(local.toUTC())) : textOrBlank(text);
    }
    void setValue(const QJsonValue &value) override
    {
        const auto instant = fromIso(value.toString());
        m_given = value;
        m_shown = instant.isValid() ? instant.toLocalTime().toString(kFormat) : value.toString();
        m_edit->setText(m_shown);
    }
    void setReadOnly(bool readOnly) override { m_edit->setReadOnly(readOnly); }

private:
    const QString kFormat = u"yyyy-MM-dd HH:mm"_s;
    QLineEdit *m_edit;
    QJsonValue m_given = kBlank;
    QString m_shown; //!< the text of m_given
};

class ChoiceValueEdit final : public ValueEdit
{
public:
    explicit ChoiceValueEdit(ChoiceEdit *edit) : ValueEdit(edit), m_edit(edit)
    {
        connect(edit, &ChoiceEdit::edited, this, &ValueEdit::edited);
    }
    QJsonValue value() const override { return textOrBlank(m_edit->choice()); }
    void setValue(const QJsonValue &value) override { m_edit->setChoice(value.toString()); }
    void setReadOnly(bool readOnly) override { m_edit->setEnabled(!readOnly); }

private:
    ChoiceEdit *m_edit;
};

//! Blank until somebody says yes or no.
class BooleanValueEdit final : public ValueEdit
{
public:
    explicit BooleanValueEdit(BooleanEdit *edit) : ValueEdit(edit), m_edit(edit)
    {
        connect(edit, &BooleanEdit::edited, this, [this] {
            m_value = m_edit->isChecked();
            Q_EMIT edited();
        });
    }
    QJsonValue value() const override { return m_value; }
    void setValue(const QJsonValue &value) override
    {
        m_value = value;
        m_edit->setChecked(value.toBool());
    }
    void setReadOnly(bool readOnly) override { m_edit->setReadOnly(readOnly); }

private:
    BooleanEdit *m_edit;
    QJsonValue m_value = kBlank;
};

class ReferenceValueEdit final : public ValueEdit
{
public:
    explicit ReferenceValueEdit(ReferenceEdit *edit) : ValueEdit(edit), m_edit(edit)
    {
        connect(edit, &ReferenceEdit::edited, this, &ValueEdit::edited);
        connect(edit, &ReferenceEdit::chosen, this, &ValueEdit::chosen);
        connect(edit, &ReferenceEdit::resolvingChanged, this, &ValueEdit::resolvingChanged);
    }
    QJsonValue value() const override { return m_edit->value(); }
    void setValue(const QJsonValue &value) override { m_edit->setValue(value); }
    void setReadOnly(bool readOnly) override { m_edit->setReadOnly(readOnly); }
    void finishEntry() override { m_edit->finishEntry(); }
    bool isResolving() const override { return m_edit->isResolving(); }

private:
    ReferenceEdit *m_edit;
};

ValueEdit *forKind(const Field &field, const ValueEdit::Context &context, QWidget *parent)
{
    if (const auto target = lookupTargetOf(context.lookup.session().schema(), field))
        return new ReferenceValueEdit(new ReferenceEdit(context.lookup, *target, parent));
    switch (field.kind) {
    case FieldKind::Integer:
    case FieldKind::Decimal:
    case FieldKind::Amount: return new FigureValueEdit(new AmountEdit(parent), field);
    case FieldKind::Date: return new DateValueEdit(new DateEdit(parent), context.today);
    case FieldKind::Instant: return new InstantValueEdit(new QLineEdit(parent));
    case FieldKind::Boolean: return new BooleanValueEdit(new BooleanEdit(parent));
    case FieldKind::Choice:
        return new ChoiceValueEdit(new ChoiceEdit(
            field.choices, field.required ? ChoiceEdit::Blank::NotAllowed : ChoiceEdit::Blank::Allowed, parent));
    case FieldKind::Text:
        if (field.longText && context.place == ValueEdit::Place::Form)
            return new LongTextValueEdit(new TextEdit(parent));
        break;
    case FieldKind::Reference:
    case FieldKind::Rows: break;
    }
    return new LineValueEdit(new QLineEdit(parent));
}

} // namespace

ValueEdit::ValueEdit(QWidget *widget) : QObject(widget) { }

ValueEdit *ValueEdit::create(const EntityType &type, const QString &path, const Field &field, const Context &context,
                             QWidget *parent)
{
    auto *edit = forKind(field, context, parent);
    edit->widget()->setObjectName(path);
    edit->widget()->setAccessibleName(wording::fieldLabel(type, path));
    if (auto *line = qobject_cast<QLineEdit *>(edit->widget()); line && context.place == Place::Cell)
        line->setFrame(false);
    return edit;
}

ValueEdit *ValueEdit::of(const QWidget *widget)
{
    return widget->findChild<ValueEdit *>(QString(), Qt::FindDirectChildrenOnly);
}

QWidget *ValueEdit::widget() const
{
    return static_cast<QWidget *>(parent());
}

} // namespace frost
