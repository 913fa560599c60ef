// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>

#include <functional>

namespace frost {

//! Rows that somebody is editing, over rows that have changed underneath: cells the person changed stay as typed, all
//! others follow. Rows are known by their rowId; those without one are the person's own and stay. A row the person removed
//! stays removed, one removed underneath stays only where the person changed it.
//! @param base the rows when editing began. @param now the rows as they are stored now
//! @param same whether two cells of a column say the same, however they are written
[[nodiscard]] QJsonArray
followRows(const QJsonArray &base, const QJsonArray &typed, const QJsonArray &now,
           const std::function<bool(const QString &column, const QJsonValue &, const QJsonValue &)> &same);

} // namespace frost
