// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/schema.h"

#include <QString>

namespace frost::wording {

enum class Number { One, Many };

//! "Invoice", "Invoices". A type without words of its own is shown by its name, spaced: "soapNotes" as "Soap notes".
[[nodiscard]] QString typeLabel(const EntityType &type, Number number);
//! "Invoice date"; of a field in rows "rows.price": "Price". Falls back as typeLabel().
[[nodiscard]] QString fieldLabel(const EntityType &type, const QString &path);
//! What people do in a business step: "Mark as sent". Falls back as typeLabel().
[[nodiscard]] QString stepLabel(const QString &step);
//! A choice as people read it: "company" as "Company".
[[nodiscard]] QString choiceLabel(const QString &choice);
//! What a company with that pack is for: "Bookkeeping". Falls back as typeLabel().
[[nodiscard]] QString packLabel(const QString &pack);

} // namespace frost::wording
