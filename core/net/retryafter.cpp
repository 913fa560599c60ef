// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/retryafter.h"

#include "core/net/tuning.h"

#include <QLocale>

#include <algorithm>

namespace frost {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

QDateTime fromHttpDate(const QByteArray &text)
{
    auto date = QLocale::c().toDateTime(QString::fromLatin1(text.trimmed()), u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s);
    date.setTimeSpec(Qt::UTC);
    return date;
}

std::optional<milliseconds> retryAfter(const HttpHeaders &headers, const QDateTime &now)
{
    const QByteArray said = headers.value("retry-after").trimmed();
    const bool isNumber = !said.isEmpty() && std::all_of(said.begin(), said.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (isNumber) {
        bool fits = false;
        const qlonglong seconds = said.toLongLong(&fits);
        const qlonglong longest = kLongestRetryAfter.count() / 1000;
        return std::chrono::seconds(fits ? std::min(seconds, longest) : longest);
    }
    const auto until = fromHttpDate(said);
    const auto date = fromHttpDate(headers.value("date"));
    const auto from = date.isValid() ? date : now;
    if (!until.isValid() || !from.isValid())
        return std::nullopt;
    return milliseconds(std::clamp<qint64>(from.msecsTo(until), 0, kLongestRetryAfter.count()));
}

} // namespace frost
