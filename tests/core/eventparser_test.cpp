// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/eventparser.h"
#include "core/net/tuning.h"

#include <QTest>
#include <rapidcheck.h>

using namespace frost;
using Events = std::vector<ServerEvent>;

Q_DECLARE_METATYPE(Events)

// R-NET-03
class EventParserTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void events_data()
    {
        QTest::addColumn<QByteArray>("stream");
        QTest::addColumn<Events>("expected");
        const auto row = [](const char *name, const QByteArray &stream, const Events &expected) {
            QTest::newRow(name) << stream << expected;
        };
        const ServerEvent change{"change", "{}"};
        row("nothing", "", {});
        row("what our server says", "event: change\nid: 12\ndata: {}\n\n", {change});
        row("two", "event: change\ndata: {}\n\nevent: change\ndata: {}\n\n", {change, change});
        row("lines end as on Windows", "event: change\r\ndata: {}\r\n\r\n", {change});
        row("lines end as on old machines", "event: change\rdata: {}\r\r", {change});
        row("a byte order mark first", "\xEF\xBB\xBF" "event: change\ndata: {}\n\n", {change});
        row("only at the very beginning", "data: a\n\n\xEF\xBB\xBF" "data: b\n\n", {{"message", "a"}});
        row("without a name", "data: a\n\n", {{"message", "a"}});
        row("a name holds for one event", "event: change\ndata: {}\n\ndata: a\n\n", {change, {"message", "a"}});
        row("a name without data is no event, and forgotten", "event: change\n\ndata: a\n\n", {{"message", "a"}});
        row("data on two lines", "data: a\ndata: b\n\n", {{"message", "a\nb"}});
        row("empty data is an event", "data\n\ndata:\n\n", {{"message", ""}, {"message", ""}});
        row("without a space", "data:a\n\n", {{"message", "a"}});
        row("one space goes, the second stays", "data:  a\n\n", {{"message", " a"}});
        row("a colon in the value", "data: a: b\n\n", {{"message", "a: b"}});
        row("comments are passed over", ":\n\n: hello\ndata: a\n:\n\n", {{"message", "a"}});
        row("so are other fields", "retry: 99999999999999999999\nid: \nfoo: bar\nbaz\ndata: a\n\n", {{"message", "a"}});
        row("names of fields are exact", "Data: a\n data: b\n\n", {});
        row("cut off in the middle", "event: change\ndata: {}\n", {});
        row("rubbish", QByteArray("\0\xff\x01:\n\n\n\0\n:::\n\r\r\n", 14), {});
    }
    void events()
    {
        QFETCH(QByteArray, stream);
        QFETCH(Events, expected);
        EventParser whole;
        const auto atOnce = whole.feed(stream);
        QVERIFY(atOnce);
        QVERIFY(*atOnce == expected);
        EventParser slow;
        Events found;
        for (const char c : stream) {
            const auto more = slow.feed(QByteArray(1, c));
            QVERIFY(more);
            found.insert(found.end(), more->begin(), more->end());
        }
        QVERIFY(found == expected);
    }

    void whatHasNoEndIsRefused_data()
    {
        QTest::addColumn<QByteArray>("piece");
        QTest::newRow("a line") << QByteArray("x");
        QTest::newRow("a comment") << QByteArray(":");
        QTest::newRow("an event") << QByteArray("data: abc\n");
        QTest::newRow("an event of empty lines of data") << QByteArray("data\n");
    }
    void whatHasNoEndIsRefused()
    {
        QFETCH(QByteArray, piece);
        EventParser parser;
        for (int i = 0; i < kEventBytes + 10; ++i) {
            if (const auto fed = parser.feed(piece); !fed) {
                QVERIFY(fed.error().kind == ErrorKind::TooLarge);
                QVERIFY(!parser.feed("\n\ndata: a\n\n")); // and for ever
                return;
            }
        }
        QFAIL("it was taken");
    }

    void noBytesBreakItAndHowTheyAreCutIsNoMatter()
    {
        QVERIFY(rc::check([] {
            const auto text = *rc::gen::container<std::string>(rc::gen::oneOf(
                rc::gen::element('\n', '\r', ':', ' ', 'd', 'a', 't'), rc::gen::arbitrary<char>()));
            const QByteArray stream = "data: first\n\n" + QByteArray::fromStdString(text) + "\n\ndata: last\n\n";
            const qsizetype cut = *rc::gen::inRange<qsizetype>(0, stream.size() + 1);
            EventParser whole;
            EventParser halves;
            const auto all = whole.feed(stream);
            auto first = halves.feed(stream.left(cut));
            const auto second = halves.feed(stream.mid(cut));
            RC_ASSERT(all && first && second);
            first->insert(first->end(), second->begin(), second->end());
            RC_ASSERT(*all == *first);
            RC_ASSERT(all->front().data == "first" && all->back().data == "last");
        }));
    }
};

QTEST_GUILESS_MAIN(EventParserTest)
#include "eventparser_test.moc"
