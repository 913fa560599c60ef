// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/editor/fieldinput.h"

#include <QWidget>

namespace frost {

//! Fields of a record in two columns, in the schema's order with the title first and switches last; or its long texts, one
//! below the other. Fields that are shown elsewhere (rows, totals, steps such as "booked") are not among them.
class FieldGrid final : public QWidget
{
    Q_OBJECT
public:
    enum class Shows { Fields, LongTexts };
    //! @param elsewhere names of fields the form shows in another place
    FieldGrid(const EntitySchema &schema, Shows shows, const QStringList &elsewhere, const ValueEdit::Context &context,
              QWidget *parent = nullptr);

    [[nodiscard]] const QList<FieldInput *> &inputs() const { return m_inputs; } //!< in the order of Tab
    [[nodiscard]] FieldInput *input(const QString &field) const;                 //!< nullptr: shown elsewhere
    //! How wide the labels of the first column are, so that another grid's can end at the same line.
    [[nodiscard]] int labelWidth() const;
    void setLabelWidth(int width);
    void retranslate();

Q_SIGNALS:
    void rearranged(); //!< the window's width makes room for more columns, or for fewer; labelWidth() is another

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange(int columns);

    Shows m_shows;
    int m_columns = 0; //!< of fields; each is a label and an editor
    QList<FieldInput *> m_inputs;
};

} // namespace frost
