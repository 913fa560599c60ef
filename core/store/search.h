// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/schema.h"

#include <QJsonObject>

#include <optional>

namespace frost {

//! What full-text search finds a record by: the declared fields, one a line. It is also what is taken out again, so raise
//! kSearchVersion with any change: existing search tables are then rebuilt.
[[nodiscard]] QByteArray searchText(const EntitySchema &schema, const QJsonObject &body);
//! What object_stores.search says about the table; "" where nothing is declared.
[[nodiscard]] QByteArray searchDescription(const EntitySchema &schema);

//! What people type, as an FTS5 expression: every word quoted and a prefix, all must occur. Words without a letter or a
//! digit ("&") do not count, nor more than 32. nullopt: blank, no restriction. An empty text: nothing can be found.
[[nodiscard]] std::optional<QByteArray> matchExpression(const QString &typed);

} // namespace frost
