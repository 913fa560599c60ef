// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conflicts/mergedelegate.h"

#include "core/conflict/textdiff.h"
#include "ui/conflicts/entrytexts.h"
#include "ui/conflicts/mergemodel.h"
#include "ui/conflicts/mergetext.h"
#include "ui/widgets/referenceedit.h"
#include "ui/widgets/valueedit.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

//! Set on an editor whose value is meant: typed, or confirmed with Enter.
constexpr char kMeant[] = "frostMeant";

const MergeDraft::Entry *entryOf(const QModelIndex &index)
{
    return static_cast<const MergeModel *>(index.model())->entryAt(index);
}

//! More is cut off by any column, and telling it apart costs time at every painting.
constexpr int kMarkedLetters = 300;

//! What a side's text has that it did not have before; where that is not known, what the other side does not have. Empty:
//! nothing to mark.
QList<TextRun> changedRuns(const QModelIndex &index)
{
    if (index.column() != MergeModel::Mine && index.column() != MergeModel::Theirs)
        return {};
    const auto *entry = entryOf(index);
    if (!entry || !entry->field || entry->field->kind != FieldKind::Text || entry->section == MergeDraft::Section::Unchanged)
        return {};
    const bool isMine = index.column() == MergeModel::Mine;
    if (!(isMine ? entry->mine : entry->theirs).isString())
        return {};
    const int other = entry->base.isString() ? MergeModel::Base : isMine ? MergeModel::Theirs : MergeModel::Mine;
    const auto textAt = [&](int column) { return index.siblingAtColumn(column).data().toString().left(kMarkedLetters); };
    const auto runs = runsBeside(textAt(index.column()), textAt(other));
    const auto isCommon = [](const TextRun &run) { return run.isCommon; };
    const bool tells = std::any_of(runs.begin(), runs.end(), isCommon) && !std::all_of(runs.begin(), runs.end(), isCommon);
    return tells ? runs : QList<TextRun>(); // a text without anything in common differs, which its colour says
}

void drawRuns(QPainter &painter, const QRect &room, const QString &shown, const QList<TextRun> &runs, const QFont &font)
{
    QTextCharFormat marked; // not by colour alone
    marked.setFontWeight(QFont::Bold);
    marked.setFontUnderline(true);
    QList<QTextLayout::FormatRange> formats;
    int at = 0;
    for (const auto &run : runs) {
        if (!run.isCommon)
            formats.append({at, int(run.text.size()), marked});
        at += int(run.text.size());
    }
    QTextLayout layout(shown, font);
    QTextOption oneLine;
    oneLine.setWrapMode(QTextOption::NoWrap);
    layout.setTextOption(oneLine);
    layout.setFormats(formats);
    layout.beginLayout();
    auto line = layout.createLine();
    layout.endLayout();
    layout.draw(&painter, QPointF(room.left(), room.top() + (room.height() - line.height()) / 2));
}

} // namespace

MergeDelegate::MergeDelegate(CompanySession &session, MergeEditing &editing, QObject *parent)
    : QStyledItemDelegate(parent), m_session(session), m_editing(editing), m_lookup(session)
{ }

void MergeDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto runs = changedRuns(index);
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const auto *style = item.widget ? item.widget->style() : QApplication::style();
    const auto margin = style->pixelMetric(QStyle::PM_FocusFrameHMargin, &item, item.widget) + 1;
    const auto room = style->subElementRect(QStyle::SE_ItemViewItemText, &item, item.widget).adjusted(margin, 0, -margin, 0);
    if (runs.isEmpty() || room.isEmpty())
        return QStyledItemDelegate::paint(painter, option, index);
    const auto shown = item.fontMetrics.elidedText(item.text, item.textElideMode, room.width());
    item.text.clear();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);
    const bool isSelected = item.state & QStyle::State_Selected;
    painter->save();
    painter->setPen(item.palette.color(isSelected ? QPalette::HighlightedText : QPalette::Text));
    painter->setClipRect(room);
    drawRuns(*painter, room, shown, runs, item.font);
    painter->restore();
}

QWidget *MergeDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const auto *entry = entryOf(index);
    if (!entry || !entry->field)
        return nullptr;
    const auto &type = m_editing.draft().schema().type;
    const auto path = entry->rows ? entry->rows->name + u'.' + entry->field->name : entry->field->name;
    ValueEdit::Context context{m_lookup};
    context.place = entry->field->longText ? ValueEdit::Place::Form : ValueEdit::Place::Cell;
    auto *edit = ValueEdit::create(type, path, *entry->field, context, parent);
    auto *editor = edit->widget();
    editor->setAutoFillBackground(true);
    editor->setAccessibleName(MergeText::tr("Result for %1").arg(EntryTexts(m_editing).fullLabel(*entry)));
    connect(edit, &ValueEdit::edited, editor, [editor] { editor->setProperty(kMeant, true); });
    connect(edit, &ValueEdit::chosen, this, [this, target = entry->field->target](const Referred &referred) {
        m_editing.addTitle(target, referred.id.toString(), referred.text());
    });
    return editor;
}

void MergeDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    if (!editor->property(kMeant).toBool()) // what is being typed stays when the model changes below it
        ValueEdit::of(editor)->setValue(index.data(MergeModel::ValueRole).value<QJsonValue>());
}

void MergeDelegate::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    const auto *entry = entryOf(index);
    if (!entry || !editor->property(kMeant).toBool())
        return;
    auto *edit = ValueEdit::of(editor);
    edit->finishEntry();
    const auto value = edit->value();
    const auto target = lookupTargetOf(m_session.schema(), *entry->field);
    if (target && isUnresolvedReference(value))
        lookUp(*target, value["typed"_L1].toString(), *static_cast<MergeModel *>(model), entry->path);
    else
        model->setData(index, QVariant::fromValue(value));
}

// The answer is for a path, not for a place in the tree, which may be built anew meanwhile.
void MergeDelegate::lookUp(const LookupTarget &target, const QString &typed, MergeModel &model,
                           const QString &path) const
{
    m_editing.beginLookup();
    m_lookup.resolve(target, typed, &model,
                     [this, target, typed, &model, path,
                      conflict = m_editing.conflictCase().conflict.id](const std::optional<Referred> &found) {
        if (m_editing.conflictCase().conflict.id == conflict) {
            if (found)
                m_editing.addTitle(target.type, found->id.toString(), found->text());
            const bool byNumber = target.holds == LookupTarget::Holds::Number;
            const auto meant = found ? (byNumber ? found->number : found->id.toString()) : typed;
            // A number need not be that of a record; a reference does.
            model.enter(path, found || byNumber ? QJsonValue(meant) : unresolvedReference(typed));
        }
        m_editing.endLookup();
    });
}

void MergeDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                                         const QModelIndex &index) const
{
    QStyledItemDelegate::updateEditorGeometry(editor, option, index);
    const int height = std::max(option.rect.height(), editor->sizeHint().height());
    auto place = option.rect;
    place.setHeight(height);
    if (const auto *view = editor->parentWidget(); view && place.bottom() > view->height())
        place.moveBottom(std::max(view->height(), height));
    editor->setGeometry(place);
}

bool MergeDelegate::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter)
            watched->setProperty(kMeant, true);
    }
    return QStyledItemDelegate::eventFilter(watched, event);
}

} // namespace frost
