// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conflicts/mergedelegate.h"

#include "ui/conflicts/entrytexts.h"
#include "ui/conflicts/mergemodel.h"
#include "ui/conflicts/mergetext.h"
#include "ui/widgets/referenceedit.h"
#include "ui/widgets/valueedit.h"

#include <QKeyEvent>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

//! Set on an editor whose value is meant: typed, or confirmed with Enter.
constexpr char kMeant[] = "frostMeant";

const MergeDraft::Entry *entryOf(const QModelIndex &index)
{
    return static_cast<const MergeModel *>(index.model())->entryAt(index);
}

} // namespace

MergeDelegate::MergeDelegate(CompanySession &session, MergeEditing &editing, QObject *parent)
    : QStyledItemDelegate(parent), m_session(session), m_editing(editing), m_lookup(session)
{ }

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
