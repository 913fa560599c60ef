// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/celldelegate.h"

#include "ui/editor/rowsmodel.h"
#include "ui/theme/icons.h"
#include "ui/widgets/referenceedit.h"

#include <QLineEdit>

#include <utility>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

QModelIndex cellOf(const QWidget *editor)
{
    return editor->property("cell").value<QPersistentModelIndex>();
}

} // namespace

CellDelegate::CellDelegate(const EntityType &type, const QString &rows, const Field &column, ValueEdit::Context context,
                           RowsModel &model, QObject *parent)
    : QStyledItemDelegate(parent),
      m_type(type),
      m_rows(rows),
      m_column(column),
      m_context(std::move(context)),
      m_model(model)
{
    m_context.place = ValueEdit::Place::Cell;
}

QWidget *CellDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const
{
    auto *edit = ValueEdit::create(m_type, m_rows + u'.' + m_column.name, m_column, m_context, parent);
    auto *widget = edit->widget();
    widget->setAutoFillBackground(true);
    widget->setProperty("cell", QVariant::fromValue(QPersistentModelIndex(index)));
    connect(edit, &ValueEdit::edited, this, &CellDelegate::typed);
    connect(edit, &ValueEdit::chosen, this, [this, widget](const Referred &referred) {
        if (const auto cell = cellOf(widget); cell.isValid())
            m_model.choose(cell, referred);
    });
    return widget;
}

void CellDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    auto *edit = ValueEdit::of(editor);
    const auto value = index.data(RowsModel::ValueRole).toJsonValue();
    // The view asks again whenever something in the row changes; what is being typed stays.
    const auto shown = editor->property("shown");
    if (shown.isValid() && shown.toJsonValue() == value)
        return;
    editor->setProperty("shown", QVariant::fromValue(value));
    if (shown.isValid() && edit->value() == value)
        return;
    edit->setValue(value);
    if (auto *line = qobject_cast<QLineEdit *>(editor))
        line->selectAll();
}

void CellDelegate::setModelData(QWidget *editor, QAbstractItemModel *, const QModelIndex &index) const
{
    m_model.setValue(index, ValueEdit::of(editor)->value());
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    auto size = QStyledItemDelegate::sizeHint(option, index);
    size.setHeight(std::max(size.height(), option.fontMetrics.height() + option.fontMetrics.height() / 2));
    return size;
}

bool CellDelegate::eventFilter(QObject *watched, QEvent *event)
{
    auto *editor = qobject_cast<QWidget *>(watched);
    if (editor && event->type() == QEvent::KeyPress && keyInEditor(static_cast<QKeyEvent *>(event), editor))
        return true;
    return QStyledItemDelegate::eventFilter(watched, event);
}

bool CellDelegate::keyInEditor(QKeyEvent *event, QWidget *editor)
{
    auto *reference = qobject_cast<ReferenceEdit *>(editor);
    const bool listOpen = reference && reference->isListOpen();
    if (listOpen && event->key() == Qt::Key_Escape) {
        reference->closeList();
        return true;
    }
    if (listOpen && (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down))
        return false;
    const bool back = event->key() == Qt::Key_Backtab || event->modifiers() & Qt::ShiftModifier;
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (event->modifiers() & Qt::ControlModifier)
            break; // on to the next row: the view's
        [[fallthrough]];
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
        if (listOpen && !back)
            reference->takeMarked();
        Q_EMIT commitData(editor);
        Q_EMIT closeEditor(editor, back ? EditPreviousItem : EditNextItem);
        return true;
    default: break;
    }
    bool taken = false;
    Q_EMIT keyPressed(event, editor, taken);
    return taken;
}

void CellDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    if (option->text.isEmpty()) {
        if (const auto ghost = index.data(RowsModel::GhostRole).toString(); !ghost.isEmpty()) {
            option->text = ghost;
            option->palette.setColor(QPalette::Text, option->palette.color(QPalette::PlaceholderText));
        }
    }
    const auto loudness = index.data(RowsModel::LoudnessRole);
    if (loudness.isValid()) {
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->icon = theme::icon(loudness.toInt() == int(Loudness::Error) ? u"dialog-error"_s : u"dialog-warning"_s);
        option->decorationSize = QSize(option->fontMetrics.height(), option->fontMetrics.height());
    }
}

} // namespace frost
