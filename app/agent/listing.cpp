// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/agent/listing.h"

#include "app/agent/output.h"

namespace frost {

void writeListing(Output &output, const QList<Table::Column> &columns, const QList<ListedRow> &rows,
                  const QString &whenEmpty)
{
    output.beginArray();
    {
        Table table(output, columns);
        for (const auto &row : rows) {
            output.element(row.json);
            table.add(row.cells);
        }
    }
    output.endArray();
    if (rows.isEmpty())
        output.line(whenEmpty);
}

} // namespace frost
