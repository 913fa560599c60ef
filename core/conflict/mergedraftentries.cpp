// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What there is to decide: the entries of a draft.
#include "core/conflict/content.h"
#include "core/conflict/lawful.h"
#include "core/conflict/mergedraft.h"
#include "core/conflict/rowpath.h"
#include "core/conflict/textdiff.h"

#include <QJsonArray>

#include <algorithm>
#include <set>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

QStringList sealsIn(const EntitySchema &schema, const MergeInput &input)
{
    QStringList names;
    for (const auto &field : schema.fields) {
        const auto seals = [&](const std::optional<QJsonObject> &body) {
            return body && (closes(field, *body) || (field.name == schema.bookedOn && isInClosedBooks(schema, *body, input.closedTo)));
        };
        if (seals(input.base) || seals(input.mine) || seals(input.theirs))
            names.append(field.name);
    }
    return names;
}

// The same type without what makes its records one unit, to see what differs inside.
EntitySchema opened(EntitySchema schema)
{
    schema.mergeAsUnit = false;
    schema.bookedOn.clear();
    schema.calculations.clear();
    for (auto &field : schema.fields) {
        field.closes = false;
        if (isStep(field))
            field.importance = Importance::Important;
    }
    return schema;
}

const Field *fieldNamed(const QList<Field> &fields, const QString &name)
{
    const auto found =
        std::find_if(fields.begin(), fields.end(), [&](const Field &field) { return field.name == name; });
    return found == fields.end() ? nullptr : &*found;
}

QString idOf(const QJsonValue &row)
{
    return row.toObject().value(kRowIdKey).toString();
}

MergeDraft::Shape shapeOf(const EntitySchema &schema, const MergeResult &merged)
{
    using enum MergeDraft::Shape;
    if (merged.type == ConflictType::Deletion)
        return Deletion;
    const auto open = merged.open();
    if (open.isEmpty() || !open.first().path.isEmpty())
        return schema.mergeAsUnit ? Unit : Fields;
    return schema.mergeAsUnit ? Unit : Sealed;
}

// Changed by one side only: it is open for the sake of its group.
bool waitsForGroup(const MergeDraft::Entry &entry)
{
    return entry.field && (!entry.isChanged(entry.mine) || !entry.isChanged(entry.theirs));
}

} // namespace

Result<MergeDraft> MergeDraft::make(const EntitySchema &schema, const MergeInput &input)
{
    const auto merged = merge(schema, input);
    FROST_TRY(merged);
    MergeDraft draft;
    draft.m_schema = &schema;
    draft.m_input = input;
    draft.m_proposed = merged->body;
    draft.m_rows = merged->rows;
    draft.m_shape = shapeOf(schema, *merged);
    if (draft.m_shape == Shape::Sealed || draft.m_shape == Shape::Unit)
        draft.m_seals = sealsIn(schema, input);
    draft.m_closedThere = closedAgainstMine(schema, input);
    draft.m_heldElsewhere = heldAgainstTheirs(schema, input);
    draft.rememberRowOrder(merged->fields);
    draft.addEntries(*merged);
    if (draft.m_shape == Shape::Fields)
        draft.addUnchanged();
    else
        draft.addDetails();
    for (qsizetype i = 0; i < draft.m_entries.size(); ++i) {
        if (draft.m_entries[i].section != Section::Detail)
            draft.m_places.insert(draft.m_entries[i].path, i);
    }
    draft.markGroups();
    draft.update();
    return draft;
}

void MergeDraft::addEntries(const MergeResult &merged)
{
    std::set<QString> told; // of rows that a duplicate tells of
    for (const auto &alike : merged.duplicates)
        told.insert({rowPath(alike.rows, alike.mine), rowPath(alike.rows, alike.theirs)});
    for (const auto section : {Section::Open, Section::Merged}) {
        for (const auto &field : merged.fields) {
            if ((field.origin == Origin::Open) != (section == Section::Open) || told.contains(field.path))
                continue;
            Entry entry{field.path, section,    field.origin, field.severity,
                        field.base, field.mine, field.theirs, field.result,
                        nullptr,    nullptr,    {},           {},
                        {}};
            place(entry);
            if (section == Section::Open && entry.field && entry.field->longText && entry.base.isString())
                entry.woven = mergedText(entry.base.toString(), entry.mine.toString(), entry.theirs.toString());
            m_entries.append(entry);
        }
        if (section == Section::Open)
            addDuplicates(merged);
    }
}

void MergeDraft::addDuplicates(const MergeResult &merged)
{
    for (const auto &alike : merged.duplicates) {
        const auto &told = alike.told;
        const auto both = QJsonArray{told.mine, told.theirs};
        m_entries.append({told.path,
                          Section::Open,
                          told.origin,
                          told.severity,
                          told.base,
                          told.mine,
                          told.theirs,
                          both,
                          nullptr,
                          m_schema->field(alike.rows),
                          alike.mine,
                          alike.theirs,
                          {}});
    }
}

void MergeDraft::place(Entry &entry) const
{
    const auto inside = rowPathOf(*m_schema, entry.path);
    if (!inside) {
        entry.field = fieldNamed(m_schema->fields, entry.path);
        return;
    }
    entry.rows = inside->rows;
    entry.rowId = inside->rowId;
    if (!inside->field.isEmpty())
        entry.field = fieldNamed(inside->rows->fields, inside->field);
}

void MergeDraft::addUnchanged()
{
    if (!m_proposed)
        return;
    std::set<QString> listed;
    for (const auto &entry : std::as_const(m_entries))
        listed.insert(entry.path);
    for (const auto &field : m_schema->fields) {
        if (field.kind == FieldKind::Rows) {
            addUnchangedRows(field);
            continue;
        }
        const auto value = m_proposed->value(field.name);
        if (field.derived || listed.contains(field.name))
            continue;
        const auto in = [&](const std::optional<QJsonObject> &body) {
            return body ? body->value(field.name) : QJsonValue(QJsonValue::Undefined);
        };
        m_entries.append({field.name,
                          Section::Unchanged,
                          Origin::Unchanged,
                          Severity::Low,
                          in(m_input.base),
                          in(m_input.mine),
                          in(m_input.theirs),
                          value,
                          &field,
                          nullptr,
                          {},
                          {},
                          {}});
    }
}

void MergeDraft::addUnchangedRows(const Field &rows)
{
    std::set<QString> changed;
    for (const auto &entry : std::as_const(m_entries)) {
        if (entry.rows == &rows)
            changed.insert({entry.rowId, entry.otherRowId});
    }
    const auto proposed = m_proposed->value(rows.name).toArray();
    for (const auto &row : proposed) {
        const auto id = idOf(row);
        if (changed.contains(id))
            continue;
        m_entries.append({rowPath(rows.name, id),
                          Section::Unchanged,
                          Origin::Unchanged,
                          Severity::Low,
                          row,
                          row,
                          row,
                          row,
                          nullptr,
                          &rows,
                          id,
                          {},
                          {}});
    }
}

// Read only: whoever decides about a whole record wants to know what is in it.
void MergeDraft::addDetails()
{
    auto input = m_input;
    const bool oneSided = !input.mine || !input.theirs;
    const auto &survivor = input.mine ? input.mine : input.theirs;
    if (!survivor)
        return;
    input.mine = survivor;
    input.theirs = oneSided ? input.base.value_or(QJsonObject()) : input.theirs;
    const auto schema = opened(*m_schema);
    const auto inside = merge(schema, input);
    if (!inside)
        return;
    for (const auto &field : inside->fields) {
        Entry entry{field.path, Section::Detail, field.origin, field.severity,
                    field.base, field.mine,      field.theirs, field.result,
                    nullptr,    nullptr,         {},           {},
                    {}};
        if (oneSided) // the other side has nothing at all
            (m_input.mine ? entry.theirs : entry.mine) = QJsonValue::Undefined;
        if (oneSided && !m_input.mine)
            entry.theirs = field.mine;
        place(entry);
        m_entries.append(entry);
    }
}

void MergeDraft::markGroups()
{
    if (!m_input.base)
        return;
    for (const auto &group : m_schema->linkedGroups) {
        QMap<QString, QStringList> waiting; // by row: a group lies within one row or within the record
        for (const auto &entry : std::as_const(m_entries)) {
            if (entry.section != Section::Open || !entry.field || !entry.group.isEmpty() || !waitsForGroup(entry))
                continue;
            if (group.contains(entry.rows ? entry.rows->name + u'.' + entry.field->name : entry.field->name))
                waiting[entry.rowId].append(entry.path);
        }
        for (const auto &paths : std::as_const(waiting)) {
            for (const auto &path : paths)
                m_entries[m_places.value(path)].group = paths;
        }
    }
}

void MergeDraft::rememberRowOrder(const QList<FieldMerge> &fields)
{
    if (!m_proposed)
        return;
    std::set<QString> listed;
    for (const auto &field : fields)
        listed.insert(field.path);
    for (const auto &rows : m_schema->fields) {
        if (rows.kind != FieldKind::Rows)
            continue;
        QStringList order;
        const auto proposed = m_proposed->value(rows.name).toArray();
        for (const auto &row : proposed)
            order.append(idOf(row));
        // A removed row stands behind the one before it in the base, whose ids the result keeps.
        const auto base = m_input.base.value_or(QJsonObject()).value(rows.name).toArray();
        for (qsizetype i = 0; i < base.size(); ++i) {
            const auto id = idOf(base[i]);
            if (listed.contains(rowPath(rows.name, id)) && !order.contains(id))
                order.insert(i == 0 ? 0 : order.indexOf(idOf(base[i - 1])) + 1, id);
        }
        m_rowOrder.insert(rows.name, order);
    }
}

// A row that was brought back was put at the end; it belongs where it stood.
void MergeDraft::orderRows(const Field &field, QJsonObject &body) const
{
    QHash<QString, qsizetype> ranks;
    for (const auto &id : m_rowOrder.value(field.name))
        ranks.insert(id, ranks.size());
    const auto before = body.value(field.name).toArray();
    QList<QJsonValue> rows(before.begin(), before.end());
    std::stable_sort(rows.begin(), rows.end(), [&](const QJsonValue &a, const QJsonValue &b) {
        return ranks.value(idOf(a), ranks.size()) < ranks.value(idOf(b), ranks.size());
    });
    QJsonArray after;
    for (const auto &row : std::as_const(rows))
        after.append(row);
    body.insert(field.name, after);
}

} // namespace frost
