// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/conflict/mergelevel.h"

#include <algorithm>

namespace frost {

using namespace Qt::StringLiterals;

namespace {
// Equal content may still be written differently; the side that rewrote it wins, and one that says nothing does not.
QJsonValue unchangedValue(const QString &name, const Versions &versions)
{
    const auto theirs = versions.theirs.value(name);
    const bool onlyMineRewrote = versions.base && versions.base->value(name) == theirs;
    return onlyMineRewrote || theirs.isUndefined() ? versions.mine.value(name) : theirs;
}

Origin originOf(const MergeField &field, const Versions &versions)
{
    const bool agree = sameIn(field, versions.mine, versions.theirs);
    if (!versions.base)
        return agree ? Origin::Unchanged : Origin::Open;
    const bool kept = sameIn(field, versions.mine, *versions.base);
    if (agree)
        return kept ? Origin::Unchanged : Origin::Both;
    if (kept)
        return Origin::Theirs;
    return sameIn(field, versions.theirs, *versions.base) ? Origin::Mine : Origin::Open;
}

FieldMerge mergeValue(const MergeField &field, const Versions &versions, const QString &prefix)
{
    FieldMerge merged;
    merged.path = prefix + field.name;
    merged.origin = originOf(field, versions);
    merged.severity = severityOf(field);
    merged.base = versions.base ? versions.base->value(field.name) : QJsonValue(QJsonValue::Undefined);
    merged.mine = versions.mine.value(field.name);
    merged.theirs = versions.theirs.value(field.name);
    switch (merged.origin) {
    case Origin::Unchanged: merged.result = unchangedValue(field.name, versions); break;
    case Origin::Mine:
    case Origin::Open: merged.result = merged.mine; break;
    case Origin::Theirs:
    case Origin::Both: merged.result = merged.theirs; break;
    }
    return merged;
}

// UX.md 1.2 B9: where both sides had a hand in a group, the mix is something nobody has seen. It stays as the result,
// and whoever confirms it sees every changed member.
void openMixedGroup(const QStringList &group, const QHash<QString, qsizetype> &indexes, QList<FieldMerge> &fields)
{
    bool mine = false;
    bool theirs = false;
    QList<qsizetype> members;
    for (const auto &name : group) {
        const auto index = indexes.value(name, -1);
        if (index < 0 || fields[index].origin == Origin::Both)
            continue;
        members.append(index);
        mine = mine || fields[index].origin != Origin::Theirs;
        theirs = theirs || fields[index].origin != Origin::Mine;
    }
    if (!mine || !theirs)
        return;
    for (const auto index : members)
        fields[index].origin = Origin::Open;
}

QList<QStringList> groupsInside(const QList<QStringList> &groups, const QString &rowsName)
{
    const QString prefix = rowsName + u'.';
    QList<QStringList> inside;
    for (const auto &group : groups) {
        QStringList names;
        for (const auto &name : group) {
            if (name.startsWith(prefix))
                names.append(name.mid(prefix.size()));
        }
        if (names.size() > 1)
            inside.append(names);
    }
    return inside;
}

void carryDerived(const QList<Field> &declared, const Versions &versions, QJsonObject &body)
{
    for (const auto &field : declared) {
        if (!field.derived)
            continue;
        const auto &side = versions.theirs.contains(field.name) ? versions.theirs : versions.mine;
        if (side.contains(field.name))
            body.insert(field.name, side.value(field.name));
    }
}
} // namespace

LevelMerge mergeLevel(const QList<Field> &declared, const QList<QStringList> &groups, const Versions &versions,
                      const QString &prefix, const RowPins &pins)
{
    LevelMerge level;
    QHash<QString, qsizetype> indexes; // of single values in level.fields
    for (const auto &field : mergeFields(declared, {versions.base, &versions.mine, &versions.theirs})) {
        if (field.isRows()) {
            const auto merged = mergeRows(field, groupsInside(groups, field.name), versions, prefix + field.name, pins);
            if (!merged.rows.isEmpty() || versions.mine.contains(field.name) || versions.theirs.contains(field.name))
                level.body.insert(field.name, merged.rows);
            level.fields += merged.fields;
            level.duplicates += merged.duplicates;
            level.rows += merged.places;
            continue;
        }
        const auto merged = mergeValue(field, versions, prefix);
        if (!merged.result.isUndefined())
            level.body.insert(field.name, merged.result);
        if (merged.origin == Origin::Unchanged)
            continue;
        indexes.insert(field.name, level.fields.size());
        level.fields.append(merged);
    }
    for (const auto &group : groups)
        openMixedGroup(group, indexes, level.fields);
    carryDerived(declared, versions, level.body);
    return level;
}

} // namespace frost
