// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/limitnews.h"
#include "core/net/retryafter.h"
#include "core/net/tuning.h"

#include <QTest>

using namespace frost;
using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace {
const QDateTime kNow(QDate(2026, 1, 5), QTime(8, 0), Qt::UTC);
constexpr int kAbsent = -1;
const int kDay = int(kLongestRetryAfter.count());
}

//! What answers say about limits (R-LIM-01), also where they say nonsense (RELIABILITY F15).
class LimitNewsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void retryAfterIsRead_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QByteArray>("date");
        QTest::addColumn<int>("expected"); // ms
        const QByteArray none;
        QTest::newRow("seconds") << QByteArray("7") << none << 7000;
        QTest::newRow("seconds between blanks") << QByteArray(" 7 ") << none << 7000;
        QTest::newRow("at once") << QByteArray("0") << none << 0;
        QTest::newRow("a date") << QByteArray("Mon, 05 Jan 2026 08:00:30 GMT") << none << 30000;
        QTest::newRow("a date against a clock that is an hour ahead")
            << QByteArray("Mon, 05 Jan 2026 09:00:30 GMT") << QByteArray("Mon, 05 Jan 2026 09:00:00 GMT") << 30000;
        QTest::newRow("a date that is over") << QByteArray("Sun, 06 Nov 1994 08:49:37 GMT") << none << 0;
        QTest::newRow("absent") << none << none << kAbsent;
        QTest::newRow("a word") << QByteArray("soon") << none << kAbsent;
        QTest::newRow("less than nothing") << QByteArray("-5") << none << kAbsent;
        QTest::newRow("half a second") << QByteArray("0.5") << none << kAbsent;
        QTest::newRow("a year is a mistake") << QByteArray("31536000") << none << kDay;
        QTest::newRow("a number that no machine holds") << QByteArray(40, '9') << none << kDay;
        QTest::newRow("a date in another century") << QByteArray("Tue, 01 Jan 2126 00:00:00 GMT") << none << kDay;
    }
    void retryAfterIsRead()
    {
        QFETCH(QByteArray, header);
        QFETCH(QByteArray, date);
        HttpHeaders headers;
        if (!header.isNull())
            headers.insert("retry-after", header);
        if (!date.isNull())
            headers.insert("date", date);
        const auto wait = retryAfter(headers, kNow);
        QTEST(wait ? int(wait->count()) : kAbsent, "expected");
    }

    void whatIsLeftIsRead_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("resetName");
        QTest::addColumn<QByteArray>("reset");
        QTest::addColumn<int>("left");
        QTest::addColumn<int>("within");
        const QByteArray none;
        QTest::newRow("the old headers") << QByteArray("x-ratelimit-remaining") << QByteArray("12") << QByteArray("x-ratelimit-reset") << QByteArray("5") << 12 << 5000;
        QTest::newRow("a reset since 1970") << QByteArray("x-ratelimit-remaining") << QByteArray("0") << QByteArray("x-ratelimit-reset") << QByteArray("1767600009") << 0 << 9000;
        QTest::newRow("a reset that is over") << QByteArray("x-ratelimit-remaining") << QByteArray("3") << QByteArray("x-ratelimit-reset") << QByteArray("1767599000") << 3 << 0;
        QTest::newRow("the new headers") << QByteArray("ratelimit-remaining") << QByteArray("4") << QByteArray("ratelimit-reset") << QByteArray("60") << 4 << 60000;
        QTest::newRow("one header, by words") << QByteArray("ratelimit") << QByteArray("limit=100, remaining=50, reset=5") << none << none << 50 << 5000;
        QTest::newRow("one header, by letters") << QByteArray("ratelimit") << QByteArray("\"default\";r=50;t=30") << none << none << 50 << 30000;
        QTest::newRow("no reset says nothing") << QByteArray("x-ratelimit-remaining") << QByteArray("12") << none << none << kAbsent << kAbsent;
        QTest::newRow("rubbish says nothing") << QByteArray("x-ratelimit-remaining") << QByteArray("many") << QByteArray("x-ratelimit-reset") << QByteArray("5") << kAbsent << kAbsent;
        QTest::newRow("less than nothing") << QByteArray("x-ratelimit-remaining") << QByteArray("-1") << QByteArray("x-ratelimit-reset") << QByteArray("5") << kAbsent << kAbsent;
        QTest::newRow("infinitely much") << QByteArray("x-ratelimit-remaining") << QByteArray("inf") << QByteArray("x-ratelimit-reset") << QByteArray("nan") << kAbsent << kAbsent;
    }
    void whatIsLeftIsRead()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, value);
        QFETCH(QByteArray, resetName);
        QFETCH(QByteArray, reset);
        HttpResponse response{200, {{name, value}}, {}};
        if (!resetName.isNull())
            response.headers.insert(resetName, reset);
        const auto news = limitNews(response, LimitPolicy::Adaptive, kNow);
        QTEST(news.left.value_or(kAbsent), "left");
        QTEST(news.leftFor ? int(news.leftFor->count()) : kAbsent, "within");
    }

    void aCostBucketIsRead_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("available");
        const QByteArray good = R"({"extensions":{"cost":{"throttleStatus":{"maximumAvailable":2000.0,"currentlyAvailable":1954,"restoreRate":100.0}}}})";
        QTest::newRow("as Shopify says it") << good << 1954;
        QTest::newRow("throttled is said the same way")
            << R"({"errors":[{"extensions":{"code":"THROTTLED"}}],)" + good.mid(1) << 1954;
        QTest::newRow("no cost") << QByteArray("{}") << kAbsent;
        QTest::newRow("no JSON") << QByteArray("<html>") << kAbsent;
        QTest::newRow("a bucket of nothing") << QByteArray(good).replace("2000.0", "0") << kAbsent;
        QTest::newRow("less than nothing in it") << QByteArray(good).replace("1954", "-3") << kAbsent;
        QTest::newRow("beyond all numbers") << QByteArray(good).replace("2000.0", "1e300") << kAbsent;
    }
    void aCostBucketIsRead()
    {
        QFETCH(QByteArray, body);
        const auto news = limitNews({200, {}, body}, LimitPolicy::CostBucket, kNow);
        QTEST(news.bucket ? news.bucket->available : kAbsent, "available");
    }

    void shopifysCallsAreRead()
    {
        const auto news = limitNews({200, {{"x-shopify-shop-api-call-limit", "32/40"}}, {}}, LimitPolicy::CostBucket, kNow);
        QVERIFY(news.bucket);
        QCOMPARE(news.bucket->capacity, 40);
        QCOMPARE(news.bucket->available, 8);
    }

    void refusals()
    {
        const HttpHeaders later{{"retry-after", "3"}};
        const auto kind = [](const HttpResponse &response) { return limitNews(response, LimitPolicy::SlidingWindow, kNow).answer; };
        QCOMPARE(kind({429, {}, {}}), LimitNews::Answer::Refused);
        QCOMPARE(kind({503, later, {}}), LimitNews::Answer::Refused);
        QCOMPARE(kind({503, {}, {}}), LimitNews::Answer::Fine);
        QCOMPARE(kind({200, later, {}}), LimitNews::Answer::Fine);
    }
};

QTEST_GUILESS_MAIN(LimitNewsTest)
#include "limitnews_test.moc"
