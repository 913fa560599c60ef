// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conflicts/entrytexts.h"

#include "core/base/json.h"
#include "core/conflict/content.h"
#include "core/conflict/rowpath.h"
#include "ui/conflicts/mergefacts.h"
#include "ui/conflicts/mergetext.h"
#include "ui/conflicts/mergewords.h"
#include "ui/wording/labels.h"
#include "ui/wording/values.h"

#include <QJsonDocument>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

constexpr int kSummaryFigures = 3;

bool isThere(const QJsonValue &value)
{
    return !value.isUndefined() && !value.isNull();
}

qsizetype indexOfRow(const std::optional<QJsonObject> &body, const QString &rowsName, const QString &rowId)
{
    const auto rows = body.value_or(QJsonObject()).value(rowsName).toArray();
    for (qsizetype i = 0; i < rows.size(); ++i) {
        if (rows[i].toObject().value(kRowIdKey).toString() == rowId)
            return i;
    }
    return -1;
}

std::optional<QJsonObject> resultBody(const MergeDraft &draft)
{
    return draft.result() ? *draft.result() : std::nullopt;
}

QString inOneLine(QString text)
{
    return text.replace(u'\n', u" ⏎ "_s);
}

QString rawText(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    const auto json = QString::fromUtf8(QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact));
    return json.mid(1, json.size() - 2);
}

} // namespace

QString EntryTexts::label(const MergeDraft::Entry &entry) const
{
    const auto &type = m_editing.draft().schema().type;
    if (entry.isRecord())
        return wording::typeLabel(type, wording::Number::One);
    if (entry.isRow())
        return rowLabel(*entry.rows, entry.rowId);
    if (entry.isDuplicate()) {
        const auto name = rowName(*entry.rows, entry.mine.toObject());
        return name.isEmpty() ? MergeText::tr("Probable duplicate") : MergeText::tr("Probable duplicate: %1").arg(name);
    }
    if (!entry.field)
        return entry.path.mid(entry.path.lastIndexOf(u'.') + 1);
    return wording::fieldLabel(type, entry.rows ? entry.rows->name + u'.' + entry.field->name : entry.field->name);
}

QString EntryTexts::fullLabel(const MergeDraft::Entry &entry) const
{
    if (!entry.rows || entry.isRow() || entry.isDuplicate())
        return label(entry);
    return rowLabel(*entry.rows, entry.rowId) + u" · "_s + label(entry);
}

QString EntryTexts::rowLabel(const Field &rows, const QString &rowId) const
{
    const auto name = rowName(rows, row(rows, rowId));
    const auto number = rowNumber(rows, rowId);
    return name.isEmpty() ? MergeText::tr("Row %1").arg(number) : MergeText::tr("Row %1: %2").arg(number).arg(name);
}

// What the row is about, which its first field says (the article, the account), and its free text (UX.md 1.2 E20); one
// alone where it says both, else some other name or text.
QString EntryTexts::rowName(const Field &rows, const QJsonObject &row) const
{
    QString about;
    QString text;
    QString other;
    for (const auto &field : rows.fields) {
        const auto value = row.value(field.name);
        const bool names = field.kind == FieldKind::Reference || field.kind == FieldKind::Text;
        if (!names || !isThere(value))
            continue;
        auto &part = field.longText ? text : &field == &rows.fields.first() ? about : other;
        if (part.isEmpty())
            part = fieldValue(field, value);
    }
    if (about.isEmpty() && text.isEmpty())
        return inOneLine(other);
    if (text.isEmpty() || about.endsWith(text))
        return inOneLine(about);
    return inOneLine(about.isEmpty() || text.startsWith(about) ? text : about + u' ' + text);
}

QString EntryTexts::rowInWords(const Field &rows, const QJsonObject &row) const
{
    const auto name = rowName(rows, row);
    return name.isEmpty() ? rowSummary(rows, row) : name + u" · "_s + rowSummary(rows, row);
}

QString EntryTexts::pathLabel(const QString &path) const
{
    if (const auto *entry = m_editing.draft().entry(path))
        return fullLabel(*entry);
    const auto &schema = m_editing.draft().schema();
    const auto inside = rowPathOf(schema, path);
    if (!inside)
        return wording::fieldLabel(schema.type, path);
    const auto row = rowLabel(*inside->rows, inside->rowId);
    return inside->field.isEmpty()
               ? row
               : row + u" · "_s + wording::fieldLabel(schema.type, inside->rows->name + u'.' + inside->field);
}

QString EntryTexts::value(const MergeDraft::Entry &entry, const QJsonValue &value) const
{
    return inOneLine(longValue(entry, value));
}

QString EntryTexts::longValue(const MergeDraft::Entry &entry, const QJsonValue &value) const
{
    if (entry.isRecord())
        return recordValue(value);
    if (entry.isRow())
        return rowValue(entry, value);
    if (entry.isDuplicate())
        return duplicateValue(entry, value);
    const bool isSwitch = entry.field && entry.field->kind == FieldKind::Boolean; // off, where it is not there
    if (!isThere(value) && !isSwitch)
        return MergeText::tr("(empty)");
    return entry.field ? fieldValue(*entry.field, value) : rawText(value);
}

QString EntryTexts::fieldValue(const Field &field, const QJsonValue &value) const
{
    if (field.kind == FieldKind::Reference && isThere(value))
        return m_editing.conflictCase().titles.value({field.target, value.toString()}, value.toString());
    if (field.kind == FieldKind::Boolean && !value.toBool())
        return MergeText::tr("No");
    return wording::valueText(field, value);
}

QString EntryTexts::recordValue(const QJsonValue &value) const
{
    const auto &versions = m_editing.draft().input();
    if (!isThere(value) && wording::isLostThere(m_editing.conflictCase().conflict))
        return MergeText::tr("(not there)");
    if (!isThere(value))
        return versions.base ? MergeText::tr("(deleted)") : MergeText::tr("(not known)");
    if (versions.base && value == QJsonValue(*versions.base))
        return MergeText::tr("(as it was)");
    return m_editing.draft().shape() == MergeDraft::Shape::Deletion ? MergeText::tr("keep, as changed")
                                                                    : MergeText::tr("as changed");
}

QString EntryTexts::rowValue(const MergeDraft::Entry &entry, const QJsonValue &value) const
{
    if (isThere(value))
        return rowSummary(*entry.rows, value.toObject());
    return isThere(entry.base) ? MergeText::tr("(removed)") : MergeText::tr("(not there)");
}

// "10 h × 950" for rows that are priced, else the figures that matter.
QString EntryTexts::rowSummary(const Field &rows, const QJsonObject &content) const
{
    const auto text = [&](const QString &name) {
        const auto found = std::find_if(rows.fields.begin(), rows.fields.end(),
                                        [&](const Field &field) { return field.name == name; });
        return found == rows.fields.end() ? QString() : fieldValue(*found, content.value(name));
    };
    for (const auto &calculation : m_editing.draft().schema().calculations) {
        const auto quantity = text(calculation.parameters["quantity"_L1].toString());
        const auto price = text(calculation.parameters["price"_L1].toString());
        if (quantity.isEmpty() || price.isEmpty())
            continue;
        const auto unit = text(u"unit"_s);
        return (unit.isEmpty() ? quantity : quantity + u' ' + unit) + u" × "_s + price;
    }
    QStringList figures;
    for (const auto &field : rows.fields) {
        if (field.derived || !isThere(content.value(field.name)) || figures.size() == kSummaryFigures)
            continue;
        figures.append(fieldValue(field, content.value(field.name)));
    }
    return figures.isEmpty() ? MergeText::tr("(blank row)") : figures.join(u" · "_s);
}

QString EntryTexts::result(const MergeDraft::Entry &entry) const
{
    const auto &draft = m_editing.draft();
    if (draft.isOpen(entry))
        return offer(entry);
    if (entry.section == MergeDraft::Section::Detail && draft.openCount() > 0)
        return {};
    if (entry.isDuplicate())
        return duplicateResult(draft.decision(entry.path).choice);
    if (entry.isRecord() && !isThere(draft.valueOf(entry)))
        return MergeText::tr("(deleted)");
    return value(entry, draft.valueOf(entry));
}

// Where both rows have one name, which the line itself says, the figures are enough.
QString EntryTexts::duplicateValue(const MergeDraft::Entry &entry, const QJsonValue &value) const
{
    if (!isThere(value))
        return MergeText::tr("(not there)");
    const auto nameOf = [&](const QJsonValue &row) { return rowName(*entry.rows, row.toObject()); };
    return nameOf(entry.mine) == nameOf(entry.theirs) ? rowSummary(*entry.rows, value.toObject())
                                                      : rowInWords(*entry.rows, value.toObject());
}

// A row that goes is said to go.
QString EntryTexts::duplicateResult(Choice choice) const
{
    switch (choice) {
    case Choice::Mine: return MergeText::tr("mine alone; that of %1 goes").arg(systemInSentence());
    case Choice::Theirs: return MergeText::tr("that of %1 alone; mine goes").arg(systemInSentence());
    default: return MergeText::tr("both rows stay");
    }
}

QString EntryTexts::offer(const MergeDraft::Entry &entry) const
{
    const auto &draft = m_editing.draft();
    QStringList offers;
    const auto add = [&](Choice choice, const QString &key) {
        if (draft.canChoose(entry, choice))
            offers.append(key);
    };
    add(Choice::Base, u"1"_s);
    add(Choice::Mine, u"2"_s);
    add(Choice::Theirs, u"3"_s);
    add(Choice::Both, u"4"_s);
    add(Choice::Woven, u"5"_s);
    if (draft.canChoose(entry, Choice::Edited))
        offers.append(u"F2"_s);
    return MergeText::tr("‹choose: %1›").arg(offers.join(u" · "_s));
}

QString EntryTexts::system() const
{
    return m_editing.conflictCase().system(wording::Place::Alone);
}

QString EntryTexts::systemInSentence() const
{
    return m_editing.conflictCase().system(wording::Place::Within);
}

QString EntryTexts::theirsTitle() const
{
    const auto &who = m_editing.conflictCase().conflict.theirsBy;
    return who.isEmpty() ? system() : system() + u'\n' + who;
}

QJsonObject EntryTexts::row(const Field &rows, const QString &rowId) const
{
    const auto &draft = m_editing.draft();
    if (const auto *whole = draft.entry(rowPath(rows.name, rowId))) {
        for (const auto &version : {whole->mine, whole->theirs, whole->base}) {
            if (version.isObject())
                return version.toObject();
        }
    }
    for (const auto &body : {resultBody(draft), draft.input().mine, draft.input().theirs, draft.input().base}) {
        if (const auto index = indexOfRow(body, rows.name, rowId); index >= 0)
            return body->value(rows.name).toArray().at(index).toObject();
    }
    return {};
}

qsizetype EntryTexts::rowNumber(const Field &rows, const QString &rowId) const
{
    const auto &input = m_editing.draft().input();
    for (const auto &body : {resultBody(m_editing.draft()), input.base, input.mine, input.theirs}) {
        if (const auto index = indexOfRow(body, rows.name, rowId); index >= 0)
            return index + 1;
    }
    return 0;
}

} // namespace frost
