// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>

namespace frost::bench {

[[nodiscard]] QJsonObject customer(int number);
//! Five rows, about 1.2 KB as JSON; the same number gives the same invoice.
[[nodiscard]] QJsonObject invoice(int number, const QString &customer);

} // namespace frost::bench
