// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QLabel;
class QTableView;
class QWidget;

namespace frost {

//! A list of whole rows: no grid, no editing, columns as wide as what they hold, `stretched` takes what is left.
void prepareTable(QTableView &view, int stretched);
//! What stands in the place of a list that is empty.
[[nodiscard]] QLabel *emptyLabel(QWidget *parent);

} // namespace frost
