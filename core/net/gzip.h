// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>

namespace frost {

//! Inflates a gzip body. Errors: TooLarge "body.tooLarge" [maxBytes] as soon as the output would pass `maxBytes`;
//! Usage "gzip.malformed" where it is damaged, truncated or followed by something else.
[[nodiscard]] Result<QByteArray> gunzip(const QByteArray &body, qsizetype maxBytes);
//! @param level 1 (quick) to 9 (small)
[[nodiscard]] Result<QByteArray> gzip(const QByteArray &body, int level);

} // namespace frost
