// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/path.h"
#include "core/schema/value.h"

#include <QJsonArray>

#include <algorithm>

namespace frost {
namespace {

using Map = std::function<QString(const EntityType &, const QString &)>;

bool isOrHasReference(const Field &field)
{
    return field.kind == FieldKind::Reference
           || std::any_of(field.fields.begin(), field.fields.end(), isOrHasReference);
}

void collect(const QList<Field> &fields, const QJsonObject &body, const Path *parent, QList<ReferenceUse> &uses)
{
    for (const Field &field : fields) {
        if (!isOrHasReference(field))
            continue;
        const auto at = body.constFind(field.name);
        if (at == body.constEnd())
            continue;
        if (field.kind == FieldKind::Reference) {
            if (QString id = referenceId(*at); !id.isEmpty())
                uses.append({Path{parent, field.name}.toString(), field.target, std::move(id)});
            continue;
        }
        const QJsonArray rows = at->toArray();
        for (qsizetype i = 0; i < rows.size(); ++i) {
            const Path path{parent, field.name, i};
            collect(field.fields, rows[i].toObject(), &path, uses);
        }
    }
}

void mapReference(const Field &field, const Map &map, QJsonObject &body)
{
    const auto at = body.constFind(field.name);
    if (at == body.constEnd())
        return;
    const QString before = referenceId(*at);
    if (before.isEmpty())
        return;
    const QString after = map(field.target, before);
    if (after.isEmpty())
        body.remove(field.name);
    else if (after != before || !at->isString())
        body.insert(field.name, after);
}

void mapIn(const QList<Field> &fields, const Map &map, QJsonObject &body)
{
    for (const Field &field : fields) {
        if (field.kind == FieldKind::Reference) {
            mapReference(field, map, body);
        } else if (isOrHasReference(field) && body.contains(field.name)) {
            const QJsonArray before = body.value(field.name).toArray();
            QJsonArray after = before;
            for (qsizetype i = 0; i < before.size(); ++i) {
                const QJsonObject rowBefore = before[i].toObject();
                QJsonObject row = rowBefore;
                mapIn(field.fields, map, row);
                if (row != rowBefore)
                    after.replace(i, row);
            }
            if (after != before)
                body.insert(field.name, after);
        }
    }
}

} // namespace

QList<ReferenceUse> referencesIn(const EntitySchema &schema, const QJsonObject &body)
{
    QList<ReferenceUse> uses;
    collect(schema.fields, body, nullptr, uses);
    return uses;
}

QJsonObject mapReferences(const EntitySchema &schema, QJsonObject body, const Map &map)
{
    mapIn(schema.fields, map, body);
    return body;
}

} // namespace frost
