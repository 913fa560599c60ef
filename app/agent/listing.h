// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/agent/table.h"

#include <QJsonObject>

namespace frost {

class Output;

//! One line of a list, in both forms.
struct ListedRow {
    QJsonObject json;
    QStringList cells;
};

//! A list that is whole before anything of it is written: a table, or one JSON array.
//! @param whenEmpty what people read instead of a table without rows
void writeListing(Output &output, const QList<Table::Column> &columns, const QList<ListedRow> &rows,
                  const QString &whenEmpty);

} // namespace frost
