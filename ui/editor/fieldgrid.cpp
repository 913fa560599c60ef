// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/fieldgrid.h"

#include "ui/editor/entryrules.h"

#include <QGridLayout>
#include <QLabel>

#include <algorithm>

namespace frost {

namespace {

constexpr int kColumnWidth = 45; //!< average characters that a label and its editor want
constexpr int kMostColumns = 3;

//! Where a field stands among its form's: what the record is about, then the rest, then switches.
int partOf(const EntitySchema &schema, const Field &field)
{
    const bool isTitle = field.name == schema.title && !field.assignedByRemote && !field.derived;
    const bool isOwner = field.kind == FieldKind::Reference && field.required; // an invoice's customer
    if (isTitle || isOwner)
        return 0;
    return field.kind == FieldKind::Boolean ? 2 : 1;
}

QList<Field> inOrder(const EntitySchema &schema, FieldGrid::Shows shows, const QStringList &elsewhere)
{
    QList<Field> fields;
    for (const auto &field : schema.fields) {
        const bool isLong = field.kind == FieldKind::Text && field.longText;
        if (isLong == (shows == FieldGrid::Shows::LongTexts) && field.kind != FieldKind::Rows && !isStep(field)
            && !elsewhere.contains(field.name))
            fields.append(field);
    }
    std::stable_sort(fields.begin(), fields.end(),
                     [&](const Field &a, const Field &b) { return partOf(schema, a) < partOf(schema, b); });
    return fields;
}

} // namespace

FieldGrid::FieldGrid(const EntitySchema &schema, Shows shows, const QStringList &elsewhere,
                     const ValueEdit::Context &context, QWidget *parent)
    : QWidget(parent), m_shows(shows)
{
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(fontMetrics().averageCharWidth());
    layout->setVerticalSpacing(fontMetrics().height() / 3);
    for (const auto &field : inOrder(schema, shows, elsewhere)) {
        auto *input = new FieldInput(schema.type, field, context, this);
        m_inputs.append(input);
        // The label stands on the line of the editor's first line, whatever is said below it.
        if (shows == Shows::Fields)
            input->label()->setMinimumHeight(input->edit().widget()->sizeHint().height());
    }
    arrange(shows == Shows::LongTexts ? 1 : 2);
}

void FieldGrid::arrange(int columns)
{
    if (columns == m_columns)
        return;
    auto *grid = static_cast<QGridLayout *>(layout());
    while (auto *item = grid->takeAt(0))
        delete item;
    for (int column = 0; column < std::max(columns, m_columns); ++column)
        grid->setColumnStretch(2 * column + 1, column < columns ? 1 : 0);
    m_columns = columns;
    for (int place = 0; place < m_inputs.size(); ++place) {
        const int row = place / columns;
        const int column = 2 * (place % columns);
        grid->addWidget(m_inputs[place]->label(), row, column, Qt::AlignRight | Qt::AlignTop);
        grid->addWidget(m_inputs[place]->body(), row, column + 1, Qt::AlignTop);
    }
    Q_EMIT rearranged();
}

void FieldGrid::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (m_shows == Shows::Fields)
        arrange(std::clamp(width() / (fontMetrics().averageCharWidth() * kColumnWidth), 1, kMostColumns));
}

FieldInput *FieldGrid::input(const QString &field) const
{
    const auto found = std::find_if(m_inputs.begin(), m_inputs.end(),
                                    [&](const FieldInput *input) { return input->field().name == field; });
    return found == m_inputs.end() ? nullptr : *found;
}

int FieldGrid::labelWidth() const
{
    int width = 0;
    for (qsizetype i = 0; i < m_inputs.size(); i += m_columns)
        width = std::max(width, m_inputs.at(i)->label()->sizeHint().width());
    return width;
}

void FieldGrid::setLabelWidth(int width)
{
    static_cast<QGridLayout *>(layout())->setColumnMinimumWidth(0, width);
}

void FieldGrid::retranslate()
{
    for (auto *input : m_inputs)
        input->retranslate();
}

} // namespace frost
