// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/database.h"
#include "core/store/reconcile.h"

// Private to database.cpp, check.cpp and backup.cpp.
namespace frost {

//! A small named value of a file that is open; "" where there is none.
[[nodiscard]] Result<QString> readMeta(Sql &sql, const QString &key);

struct Database::Private {
    DataFolder::Company place;
    Options options;
    DeviceId device;
    Schema schema;
    Layouts layouts;
    std::unique_ptr<Sql> sql; //!< last, so that it goes first
};

} // namespace frost
