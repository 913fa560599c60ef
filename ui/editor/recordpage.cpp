// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/recordpage.h"

#include "ui/editor/fieldgrid.h"
#include "ui/editor/rowsmodel.h"
#include "ui/editor/rowsview.h"
#include "ui/editor/totals.h"
#include "ui/editor/totalspanel.h"
#include "ui/theme/palette.h"
#include "ui/widgets/banner.h"
#include "ui/wording/labels.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace frost {

using namespace Qt::StringLiterals;

RecordPage::RecordPage(const EntitySchema &schema, const ValueEdit::Context &context, ReferredCache &known,
                       QWidget *parent)
    : QWidget(parent),
      m_schema(schema),
      m_title(new QLabel(this)),
      m_marks(new QHBoxLayout),
      m_stateBanner(new Banner(this)),
      m_messageBanner(new Banner(this)),
      m_totals(new TotalsPanel(this))
{
    auto large = font();
    large.setPointSizeF(large.pointSizeF() * 1.4);
    m_title->setFont(large);
    m_title->setTextFormat(Qt::PlainText);
    auto *heading = new QHBoxLayout;
    // A name may be longer than any screen is wide.
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    heading->addWidget(m_title, 1);
    heading->addLayout(m_marks);
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content(context, known));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(heading);
    layout->addWidget(m_stateBanner);
    layout->addWidget(m_messageBanner);
    layout->addWidget(scroll, 1);
    layout->addWidget(m_totals, 0, Qt::AlignRight); // always in sight, however long the form is
}

QWidget *RecordPage::content(const ValueEdit::Context &context, ReferredCache &known)
{
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(fontMetrics().height() / 2);
    const auto elsewhere = Totals::fields(m_schema);
    m_fields = new FieldGrid(m_schema, FieldGrid::Shows::Fields, elsewhere, context, content);
    layout->addWidget(m_fields);
    for (const auto &field : std::as_const(m_schema.fields)) {
        if (field.kind == FieldKind::Rows)
            addGrid(field, context, context.lookup, known, content);
    }
    for (const auto &grid : std::as_const(m_grids)) {
        layout->addWidget(grid.title);
        layout->addWidget(grid.view, grid.isKept ? 0 : 1);
        layout->addWidget(grid.remark);
    }
    m_texts = new FieldGrid(m_schema, FieldGrid::Shows::LongTexts, elsewhere, context, content);
    m_texts->setLabelWidth(m_fields->labelWidth());
    layout->addWidget(m_texts);
    connect(m_fields, &FieldGrid::rearranged, m_texts, [this] { m_texts->setLabelWidth(m_fields->labelWidth()); });
    if (m_grids.isEmpty())
        layout->addStretch(1);
    connectInputs();
    return content;
}

QList<FieldInput *> RecordPage::inputs() const
{
    return m_fields->inputs() + m_texts->inputs();
}

void RecordPage::connectInputs()
{
    for (auto *input : inputs()) {
        connect(&input->edit(), &ValueEdit::edited, this,
                [this, input] { Q_EMIT fieldEdited(input->field().name, input->edit().value()); });
        connect(&input->edit(), &ValueEdit::chosen, this,
                [this, input](const Referred &referred) { Q_EMIT chosen(input->field().name, referred); });
        connect(&input->edit(), &ValueEdit::resolvingChanged, this, &RecordPage::resolvingChanged);
    }
}

void RecordPage::addGrid(const Field &field, const ValueEdit::Context &context, RecordLookup &lookup,
                         ReferredCache &known, QWidget *parent)
{
    Grid grid{new RowsModel(m_schema.type, field, lookup, known, this), nullptr, new QLabel(parent), new QLabel(parent),
              field.importance == Importance::Metadata};
    grid.view = new RowsView(m_schema.type, *grid.model, context, parent);
    grid.title->setText(wording::fieldLabel(m_schema.type, field.name));
    grid.title->setBuddy(grid.view);
    grid.title->setVisible(false); // the main rows need no name
    grid.remark->setWordWrap(true);
    grid.remark->setTextFormat(Qt::PlainText);
    grid.remark->hide();
    grid.model->setReadOnly(grid.isKept);
    grid.view->setVisible(!grid.isKept);
    const auto tell = [this, view = grid.view, name = field.name] { Q_EMIT rowsEdited(name, view->rowsAsTyped()); };
    connect(grid.model, &RowsModel::edited, grid.view, &RowsView::showUsedColumns);
    connect(grid.model, &RowsModel::edited, this, tell);
    connect(grid.view, &RowsView::typed, this, tell);
    connect(grid.model, &RowsModel::resolvingChanged, this, &RecordPage::resolvingChanged);
    m_grids.append(grid);
}

void RecordPage::showValues(const QJsonObject &typed)
{
    for (auto *input : inputs())
        show(*input, typed.value(input->field().name));
    for (auto &grid : m_grids) {
        const auto rows = typed.value(grid.model->field().name).toArray();
        if (grid.view->rowsAsTyped() != grid.model->withoutDerived(rows))
            grid.model->setRows(rows);
        grid.view->showUsedColumns();
        if (grid.isKept) {
            grid.title->setVisible(!rows.isEmpty());
            grid.view->setVisible(!rows.isEmpty());
        }
    }
}

//! What is being typed is left as it is written while it says this.
void RecordPage::show(FieldInput &input, const QJsonValue &value)
{
    if (input.edit().value() != value)
        input.edit().setValue(value);
}

void RecordPage::clearRows()
{
    for (auto &grid : m_grids)
        grid.model->clear();
}

void RecordPage::nameRows()
{
    for (auto &grid : m_grids) {
        if (grid.model->nameRows())
            Q_EMIT rowsEdited(grid.model->field().name, grid.view->rowsAsTyped());
    }
}

void RecordPage::setValue(const QString &field, const QJsonValue &value)
{
    if (auto *known = input(field))
        show(*known, value);
}

void RecordPage::setComputed(const QJsonObject &computed)
{
    for (auto *input : inputs()) {
        if (input->field().derived)
            show(*input, computed.value(input->field().name));
    }
    for (auto &grid : m_grids)
        grid.model->setComputed(computed.value(grid.model->field().name).toArray());
    const auto lines = Totals::of(m_schema, computed);
    m_totals->setVisible(!lines.isEmpty());
    m_totals->setLines(lines);
}

QList<Remark> RecordPage::setRemarks(const QList<Remark> &remarks)
{
    m_remarks = remarks;
    QList<Remark> homeless;
    for (const auto &remark : remarks) {
        const bool isRows = std::any_of(m_grids.begin(), m_grids.end(), [&](const Grid &grid) {
            return grid.model->field().name == remark.place.field;
        });
        if (!isRows && !input(remark.place.field))
            homeless.append(remark);
    }
    for (auto *input : inputs()) {
        std::optional<Remark> loudest;
        for (const auto &remark : remarks) {
            if (remark.place.field == input->field().name && (!loudest || remark.loudness > loudest->loudness))
                loudest = remark;
        }
        input->setRemark(loudest);
    }
    for (auto &grid : m_grids)
        setGridRemarks(grid, remarks);
    return homeless;
}

//! In the cells, and below the grid what is wrong with the rows as a whole, or with the first cell.
void RecordPage::setGridRemarks(Grid &grid, const QList<Remark> &remarks)
{
    QList<Remark> own;
    std::copy_if(remarks.begin(), remarks.end(), std::back_inserter(own),
                 [&](const Remark &remark) { return remark.place.field == grid.model->field().name; });
    grid.model->setRemarks(own);
    QStringList said;
    bool isError = false;
    for (const auto &remark : own) {
        isError = isError || remark.loudness == Loudness::Error;
        const auto &place = remark.place;
        const auto text =
            place.row < 0 ? remark.text
            : place.column.isEmpty()
                ? tr("Row %1: %2").arg(grid.model->tableRow(place.row) + 1).arg(remark.text)
                : tr("Row %1, %2: %3")
                      .arg(grid.model->tableRow(place.row) + 1)
                      .arg(wording::fieldLabel(m_schema.type, place.field + u'.' + place.column), remark.text);
        if (!said.contains(text))
            said.append(text);
    }
    grid.remark->setVisible(!said.isEmpty());
    grid.remark->setText(said.join(u'\n'));
    grid.view->setAccessibleDescription(grid.remark->text());
    QPalette colours;
    if (isError)
        colours.setColor(QPalette::WindowText, theme::negativeInk(colours));
    grid.remark->setPalette(colours);
}

void RecordPage::setReadOnly(bool readOnly)
{
    for (auto *input : inputs())
        input->setReadOnly(readOnly || input->field().derived);
    for (auto &grid : m_grids)
        grid.model->setReadOnly(readOnly || grid.isKept);
}

void RecordPage::focusFirst()
{
    for (auto *input : inputs()) {
        if (!input->isReadOnly()) {
            input->edit().widget()->setFocus(Qt::TabFocusReason);
            return;
        }
    }
    if (!m_grids.isEmpty())
        m_grids.first().view->setFocus();
}

bool RecordPage::focusFirstError()
{
    const auto focusIn = [](const FieldGrid &fields) {
        for (auto *input : fields.inputs()) {
            if (input->remark() && input->remark()->loudness == Loudness::Error) {
                input->edit().widget()->setFocus(Qt::OtherFocusReason);
                return true;
            }
        }
        return false;
    };
    if (focusIn(*m_fields))
        return true;
    for (auto &grid : m_grids) {
        for (const auto &remark : std::as_const(m_remarks)) {
            if (remark.place.field == grid.model->field().name && remark.loudness == Loudness::Error) {
                grid.view->editCell(remark.place.row, remark.place.column);
                return true;
            }
        }
    }
    return focusIn(*m_texts);
}

ProblemPlace RecordPage::beingTyped() const
{
    const auto *focus = QApplication::focusWidget();
    for (const auto *input : inputs()) {
        if (focus == input->edit().widget())
            return {input->field().name, -1, {}};
    }
    for (const auto &grid : m_grids) {
        if (focus && grid.view->isAncestorOf(focus))
            return {grid.model->field().name, grid.view->openRow(), grid.view->openColumn()};
    }
    return {};
}

void RecordPage::finishEntry()
{
    for (auto &grid : m_grids)
        grid.view->commitOpenEditor();
    for (auto *input : inputs()) {
        if (input->edit().widget()->hasFocus())
            input->edit().finishEntry();
    }
}

bool RecordPage::isResolving() const
{
    const auto fields = inputs();
    return std::any_of(m_grids.begin(), m_grids.end(), [](const Grid &grid) { return grid.model->isResolving(); })
           || std::any_of(fields.begin(), fields.end(),
                          [](const FieldInput *input) { return input->edit().isResolving(); });
}

void RecordPage::addBelowState(QWidget *widget)
{
    auto *column = static_cast<QVBoxLayout *>(layout());
    column->insertWidget(column->indexOf(m_stateBanner) + 1, widget);
}

void RecordPage::setHeading(const QString &title, const QStringList &marks)
{
    m_title->setText(title);
    m_title->setToolTip(title);
    while (auto *item = m_marks->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const auto &mark : marks) {
        auto *label = new QLabel(mark, this);
        label->setTextFormat(Qt::PlainText);
        label->setFrameShape(QFrame::StyledPanel);
        label->setMargin(fontMetrics().height() / 5);
        m_marks->addWidget(label);
    }
}

FieldInput *RecordPage::input(const QString &field) const
{
    auto *found = m_fields->input(field);
    return found ? found : m_texts->input(field);
}

void RecordPage::retranslate()
{
    m_fields->retranslate();
    m_texts->retranslate();
    m_texts->setLabelWidth(m_fields->labelWidth());
    for (auto &grid : m_grids)
        grid.title->setText(wording::fieldLabel(m_schema.type, grid.model->field().name));
}

} // namespace frost
