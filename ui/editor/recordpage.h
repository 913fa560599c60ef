// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editor/problemplace.h"
#include "ui/editor/referredcache.h"
#include "ui/widgets/valueedit.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace frost {

class Banner;
class FieldGrid;
class FieldInput;
class RowsModel;
class RowsView;
class TotalsPanel;

//! The controls of a record's form, made from its schema: heading, banners, fields, rows, totals. Shows values and tells
//! what the person does to them; knows no store.
class RecordPage final : public QWidget
{
    Q_OBJECT
public:
    //! @param lookup, known must outlive the page
    RecordPage(const EntitySchema &schema, const ValueEdit::Context &context, ReferredCache &known,
               QWidget *parent = nullptr);

    //! Another record comes next: its rows are not those that are shown.
    void clearRows();
    //! All fields. What says the same is left as it is, so that nobody is disturbed who is typing it.
    void showValues(const QJsonObject &typed);
    //! Rows that are to be stored get their ids; rowsEdited() tells them.
    void nameRows();
    void setValue(const QString &field, const QJsonValue &value);
    //! Derived fields of fields and rows, and the totals.
    void setComputed(const QJsonObject &computed);
    //! Beside their fields. @return those that have no place in the form
    QList<Remark> setRemarks(const QList<Remark> &remarks);
    void setReadOnly(bool readOnly);

    void focusFirst();
    //! The first error in the order of the form. @return false: there is none
    bool focusFirstError();
    //! Where the person is typing just now; it is too early to say anything about it.
    [[nodiscard]] ProblemPlace beingTyped() const;

    //! Ends typing in fields and cells.
    void finishEntry();
    //! True while what was typed for a reference is being looked up.
    [[nodiscard]] bool isResolving() const;

    //! Something to do about what the state banner says. The page owns it.
    void addBelowState(QWidget *widget);
    void setHeading(const QString &title, const QStringList &marks);
    [[nodiscard]] Banner &stateBanner() const { return *m_stateBanner; } //!< what the record is: booked, in conflict
    [[nodiscard]] Banner &messageBanner() const { return *m_messageBanner; } //!< what has happened
    [[nodiscard]] FieldInput *input(const QString &field) const;             //!< nullptr: it has none
    void retranslate();

Q_SIGNALS:
    void fieldEdited(const QString &field, const QJsonValue &value);
    void chosen(const QString &field, const frost::Referred &referred);
    void rowsEdited(const QString &field, const QJsonArray &rows);
    void resolvingChanged(); //!< isResolving(); comes after what was found is told

private:
    //! The rows of one field: rows people edit, or rows that are only kept ("struckRows").
    struct Grid {
        RowsModel *model;
        RowsView *view;
        QLabel *title;
        QLabel *remark;
        bool isKept;
    };
    void addGrid(const Field &field, const ValueEdit::Context &context, RecordLookup &lookup, ReferredCache &known,
                 QWidget *parent);
    [[nodiscard]] QList<FieldInput *> inputs() const;
    void connectInputs();
    [[nodiscard]] QWidget *content(const ValueEdit::Context &context, ReferredCache &known);
    void show(FieldInput &input, const QJsonValue &value);
    void setGridRemarks(Grid &grid, const QList<Remark> &remarks);

    EntitySchema m_schema;
    QLabel *m_title;
    QHBoxLayout *m_marks;
    Banner *m_stateBanner;
    Banner *m_messageBanner;
    TotalsPanel *m_totals;
    FieldGrid *m_fields = nullptr;
    FieldGrid *m_texts = nullptr;
    QList<Grid> m_grids;
    QList<Remark> m_remarks;
};

} // namespace frost
