// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QJsonObject>

namespace frost {

//! The one text form of a JSON object: UTF-8, keys sorted, no white space. Equal objects give equal bytes, so hashes and
//! comparisons may use it.
[[nodiscard]] QByteArray toCanonicalJson(const QJsonObject &object);

//! Parses one JSON object. @param maxDepth nesting allowed, the outer object counts 1.
//! Errors: Invalid "json.malformed" [offset], "json.notAnObject", "json.tooDeep".
[[nodiscard]] Result<QJsonObject> parseJsonObject(const QByteArray &utf8, int maxDepth = 32);

//! SHA-256 of the canonical text, lower-case hex: the content hash by which equal states are recognised.
[[nodiscard]] QByteArray contentHash(const QJsonObject &object);
[[nodiscard]] QByteArray sha256Hex(const QByteArray &bytes);

} // namespace frost
