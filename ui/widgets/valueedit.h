// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/recordlookup.h"

#include <QDate>
#include <QJsonValue>

class QWidget;

namespace frost {

//! The editor of one value of a record, whatever its kind: for forms, for cells of rows and for results of a merge. Knows
//! the widget and how its text becomes a value; belongs to the widget and goes with it.
class ValueEdit : public QObject
{
    Q_OBJECT
public:
    enum class Place {
        Form,
        Cell, //!< without a frame, in one line
    };
    //! What all editors of a window share.
    struct Context {
        RecordLookup &lookup;
        std::function<QDate()> today = &QDate::currentDate;
        Place place = Place::Form;
    };
    //! @param path of the field in `type`, as wording::fieldLabel() has it: the accessible name is made of it
    //! @param field not of kind Rows
    static ValueEdit *create(const EntityType &type, const QString &path, const Field &field, const Context &context,
                             QWidget *parent);
    //! The ValueEdit of a widget made by create().
    static ValueEdit *of(const QWidget *widget);

    [[nodiscard]] QWidget *widget() const;
    //! As a record holds it, Undefined for blank. What is no value of the field's kind is given as typed, so that core
    //! refuses it and a draft keeps it.
    [[nodiscard]] virtual QJsonValue value() const = 0;
    virtual void setValue(const QJsonValue &value) = 0;
    virtual void setReadOnly(bool readOnly) = 0;
    //! Ends typing: shows the value in its form, looks up what is not resolved.
    virtual void finishEntry() { }
    //! True while the value depends on an answer that is on its way.
    [[nodiscard]] virtual bool isResolving() const { return false; }

Q_SIGNALS:
    void edited(); //!< the person changed it
    void chosen(const frost::Referred &referred);
    void resolvingChanged(); //!< isResolving(); comes last, after edited() and chosen()

protected:
    explicit ValueEdit(QWidget *widget);
};

} // namespace frost
