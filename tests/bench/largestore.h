// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/database.h"

namespace frost::bench {

//! An invoice of the generator as the store keeps it, of the customer that fillStore() makes.
[[nodiscard]] Record storedInvoice(int number, const EntitySchema &schema);
//! A new company with so many invoices, straight into the store: what reads it is measured, not the import. An error ends
//! the program.
void fillStore(const DataFolder::Company &place, int invoices);

} // namespace frost::bench
