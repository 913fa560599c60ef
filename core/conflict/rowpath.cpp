// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/conflict/rowpath.h"

namespace frost {

using namespace Qt::StringLiterals;

// An id may hold any character, a field's name none of these.
std::optional<RowPath> rowPathOf(const EntitySchema &schema, const QString &path)
{
    for (const auto &rows : schema.fields) {
        if (rows.kind != FieldKind::Rows || !path.startsWith(rows.name + u'['))
            continue;
        const auto start = rows.name.size() + 1;
        const auto end = path.endsWith(u']') ? path.size() - 1 : path.lastIndexOf("]."_L1);
        return RowPath{&rows, path.mid(start, end - start), path.mid(end + 2)};
    }
    return std::nullopt;
}

QString rowPath(const QString &rows, const QString &rowId)
{
    return rows + u'[' + rowId + u']';
}

QString withoutRowId(const EntitySchema &schema, const QString &path)
{
    const auto inside = rowPathOf(schema, path);
    if (!inside)
        return path;
    return inside->field.isEmpty() ? QString() : inside->rows->name + u'.' + inside->field;
}

} // namespace frost
