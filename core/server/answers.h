// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/net/http.h"

#include <QJsonObject>

namespace frost::server {

[[nodiscard]] HttpResponse jsonAnswer(int status, QByteArray body);
[[nodiscard]] HttpResponse jsonAnswer(int status, const QJsonObject &body);
//! {"success":false,"error":{"code","args","message"}} with the status that fits the error.
[[nodiscard]] HttpResponse errorAnswer(const Error &error);
[[nodiscard]] HttpResponse errorAnswer(int status, const Error &error);
//! The "error" object: code, args, message.
[[nodiscard]] QJsonObject errorObject(const Error &error);
//! The status of an error that has no more special one.
[[nodiscard]] int statusOf(const Error &error);

//! Appends `text` as a JSON string with its quotes.
void appendJsonString(QByteArray &json, const QByteArray &text);

} // namespace frost::server
