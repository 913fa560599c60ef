// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/limitnews.h"

#include "core/base/json.h"
#include "core/net/retryafter.h"
#include "core/net/tuning.h"

#include <QRegularExpression>

#include <algorithm>

namespace frost {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace {

constexpr int kMostUnits = 1'000'000'000;     //!< more is rubbish
constexpr qint64 kSince1970 = 1'000'000'000;  //!< seconds; a reset this large is an instant, not a wait

std::optional<qint64> numberOf(const QByteArray &text)
{
    bool ok = false;
    const double number = text.trimmed().toDouble(&ok); // some send "12.0"
    if (!ok || !(number >= 0 && number < 1e15))
        return std::nullopt;
    return qint64(number);
}

std::optional<milliseconds> resetOf(const QByteArray &text, const QDateTime &now)
{
    const auto number = numberOf(text);
    if (!number)
        return std::nullopt;
    const qint64 wait = *number >= kSince1970 ? now.msecsTo(QDateTime::fromSecsSinceEpoch(*number, Qt::UTC)) : *number * 1000;
    return milliseconds(std::clamp<qint64>(wait, 0, kLongestRetryAfter.count()));
}

QByteArray parameter(const QByteArray &header, const QString &names)
{
    const QRegularExpression pattern(u"(?:^|[,;\\s])(?:%1)\\s*=\\s*(\\d+)"_s.arg(names));
    return pattern.match(QString::fromLatin1(header)).captured(1).toLatin1();
}

void readLeft(LimitNews &news, const HttpHeaders &headers, const QDateTime &now)
{
    const QByteArray combined = headers.value("ratelimit");
    const std::array<std::pair<QByteArray, QByteArray>, 3> said{{
        {headers.value("x-ratelimit-remaining"), headers.value("x-ratelimit-reset")},
        {headers.value("ratelimit-remaining"), headers.value("ratelimit-reset")},
        {parameter(combined, u"remaining|r"_s), parameter(combined, u"reset|t"_s)},
    }};
    for (const auto &[remaining, reset] : said) {
        const auto left = numberOf(remaining);
        const auto within = resetOf(reset, now);
        if (!left || !within)
            continue;
        news.left = int(std::min<qint64>(*left, kMostUnits));
        news.leftFor = within;
        return;
    }
}

void readBucket(LimitNews &news, const HttpResponse &response)
{
    const auto calls = response.headers.value("x-shopify-shop-api-call-limit").split('/');
    if (calls.size() == 2) {
        const auto used = numberOf(calls.first());
        const auto capacity = numberOf(calls.last());
        if (used && capacity && *capacity > 0 && *capacity < kMostUnits)
            news.bucket = LimitNews::Bucket{int(*capacity), int(std::max<qint64>(0, *capacity - *used)), 0};
    }
    const auto body = parseJsonObject(response.body, 64);
    if (!body)
        return;
    const auto status = (*body)["extensions"_L1]["cost"_L1]["throttleStatus"_L1];
    const double capacity = status["maximumAvailable"_L1].toDouble(0);
    const double available = status["currentlyAvailable"_L1].toDouble(-1);
    const double perSecond = status["restoreRate"_L1].toDouble(0);
    const auto sane = [](double number) { return number >= 0 && number < kMostUnits; };
    if (capacity >= 1 && sane(capacity) && sane(available) && sane(perSecond))
        news.bucket = LimitNews::Bucket{int(capacity), int(available), int(perSecond)};
}

} // namespace

LimitNews limitNews(const HttpResponse &response, LimitPolicy policy, const QDateTime &now)
{
    LimitNews news;
    news.retryAfter = retryAfter(response.headers, now);
    const bool refused = response.status == 429 || (response.status == 503 && news.retryAfter);
    news.answer = refused ? LimitNews::Answer::Refused : LimitNews::Answer::Fine;
    if (policy == LimitPolicy::Adaptive)
        readLeft(news, response.headers, now);
    if (policy == LimitPolicy::CostBucket)
        readBucket(news, response);
    return news;
}

} // namespace frost
