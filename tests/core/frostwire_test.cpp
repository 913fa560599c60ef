// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/providers/frostserver/wire.h"

#include "core/base/json.h"
#include "core/providers/frostserver/frostprovider.h"

#include <QTest>

using namespace frost;
using namespace frost::frostserver;
using namespace Qt::StringLiterals;

namespace {

PushRequest request(qint64 operation, OperationKind kind = OperationKind::Create)
{
    PushRequest request;
    request.operation = operation;
    request.kind = kind;
    request.type = EntityType(u"customers"_s);
    request.local = LocalId(u"tmp-1"_s);
    request.bytes = "{\"id\":" + QByteArray::number(operation) + "}";
    return request;
}

} // namespace

Q_DECLARE_METATYPE(PushOutcome::Kind)
Q_DECLARE_METATYPE(frost::ErrorKind)

class FrostWireTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void oneRecord_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QString>("id"); // "": malformed
        QTest::newRow("a record") << QByteArray(R"({"success":true,"change":{"entityType":"customers","id":7,"version":3,"operation":"update","data":{"name":"Ek"}}})") << u"7"_s;
        QTest::newRow("a tombstone") << QByteArray(R"({"success":true,"change":{"entityType":"customers","id":7,"version":4,"operation":"delete"}})") << u"7"_s;
        QTest::newRow("without its data") << QByteArray(R"({"success":true,"change":{"entityType":"customers","id":7,"version":3,"operation":"update"}})") << QString();
        QTest::newRow("no record") << QByteArray(R"({"success":true})") << QString();
        QTest::newRow("a page of somebody else") << QByteArray("<html>") << QString();
    }
    void oneRecord()
    {
        QFETCH(QByteArray, answer);
        QFETCH(QString, id);
        const auto record = decodeRecord(answer);
        QCOMPARE(record ? record->id.toString() : QString(), id);
        QCOMPARE(record ? QString() : record.error().code, id.isEmpty() ? u"remote.malformed"_s : QString());
    }

    void whoHoldsAConnection_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<int>("kind"); // -1: malformed
        using Kind = HoldAnswer::Kind;
        const auto row = [](const char *name, const char *answer, int kind) { QTest::newRow(name) << QByteArray(answer) << kind; };
        row("for the first time", R"({"granted":true,"changedHands":true,"epoch":1,"milliseconds":600000})", int(Kind::ChangedHands));
        row("still", R"({"granted":true,"changedHands":false,"epoch":1,"milliseconds":600000})", int(Kind::Renewed));
        row("another computer", R"({"granted":false,"epoch":1,"milliseconds":5,"user":"bo@firm.se","hubName":"PC"})", int(Kind::Refused));
        row("nobody any more", R"({"granted":false,"epoch":1,"milliseconds":0})", int(Kind::LetGo));
        row("granted to whom?", R"({"granted":true,"epoch":1,"milliseconds":600000})", -1);
        row("for ever", R"({"granted":true,"changedHands":false,"epoch":1,"milliseconds":9007199254740991})", -1);
        row("into the past", R"({"granted":true,"changedHands":false,"epoch":1,"milliseconds":-1})", -1);
        row("without an epoch", R"({"granted":true,"changedHands":false,"milliseconds":600000})", -1);
        row("a word for a fact", R"({"granted":"true","changedHands":false,"epoch":1,"milliseconds":600000})", -1);
        row("a page of somebody else", "<html>", -1);
    }
    void whoHoldsAConnection()
    {
        QFETCH(QByteArray, answer);
        QFETCH(int, kind);
        const auto decoded = decodeHold(answer);
        QCOMPARE(decoded ? int(decoded->kind) : -1, kind);
        QCOMPARE(decoded ? QString() : decoded.error().code, kind < 0 ? u"remote.malformed"_s : QString());
    }

    void linksOfAnotherConnection_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<int>("count"); // -1: malformed
        const auto page = [](const char *links, const char *more = "false") {
            return QByteArray("{\"cursor\":\"a.1\",\"hasMore\":") + more + ",\"links\":[" + links + "]}";
        };
        QTest::newRow("none") << page("") << 0;
        QTest::newRow("one") << page(R"({"entityType":"customers","id":7,"remoteId":"S1","version":"","recordVersion":0,"epoch":1})") << 1;
        QTest::newRow("one that is gone") << page(R"({"entityType":"customers","id":7,"remoteId":"","version":"","recordVersion":4,"epoch":1})") << 1;
        QTest::newRow("of no record") << page(R"({"entityType":"customers","remoteId":"S1","version":"","recordVersion":0,"epoch":1})") << -1;
        QTest::newRow("of no epoch") << page(R"({"entityType":"customers","id":7,"remoteId":"S1","version":"","recordVersion":0})") << -1;
        QTest::newRow("of a version that never was") << page(R"({"entityType":"customers","id":7,"remoteId":"S1","recordVersion":-4,"epoch":1})") << -1;
        QTest::newRow("more for ever") << page("", "true") << -1;
        QTest::newRow("no page") << QByteArray("{}") << -1;
    }
    void linksOfAnotherConnection()
    {
        QFETCH(QByteArray, answer);
        QFETCH(int, count);
        const auto page = decodeLinks(answer);
        QCOMPARE(page ? int(page->links.size()) : -1, count);
        QCOMPARE(page ? QString() : page.error().code, count < 0 ? u"remote.malformed"_s : QString());
    }

    // R-IDM-01: whose create made it, so that ours is known again where its answer was lost.
    void aRecordTellsUnderWhichIdItWasMade()
    {
        const auto record = decodeRecord(R"({"success":true,"change":{"entityType":"customers","id":7,"tempId":"tmp-1","version":1,"operation":"create","data":{}}})");
        QVERIFY(record);
        QCOMPARE(record->madeAs, LocalId(u"tmp-1"_s));
    }

    // R-PRO-02: the fields of document 002, with our additions.
    void encodesAnOperation()
    {
        PushDraft draft;
        draft.operation = 7;
        draft.kind = OperationKind::Update;
        draft.type = EntityType(u"customers"_s);
        draft.local = LocalId(u"tmp-1"_s);
        draft.remote = RemoteId(u"456"_s);
        draft.baseVersion = u"3"_s;
        draft.body = {{u"name"_s, u"Åsa & Söner"_s}};
        draft.changedFields = {u"name"_s};
        draft.key = IdempotencyKey(u"k1"_s);
        draft.user = UserId(u"a@b.se"_s);
        draft.at = QDateTime::fromMSecsSinceEpoch(1'700'000'000'000, Qt::UTC);
        QCOMPARE(encodeOperation(draft, u"acme"_s),
                 QByteArray("{\"baseVersion\":3,\"changedFields\":[\"name\"],\"data\":{\"name\":\"Åsa & Söner\"},\"entityId\":456,"
                            "\"entityType\":\"customers\",\"id\":7,\"idempotencyKey\":\"k1\",\"operation\":\"update\","
                            "\"practiceId\":\"acme\",\"timestamp\":1700000000000,\"userId\":\"a@b.se\"}"));
    }

    // A step names itself and the version that was seen; what it sets is the server's to know.
    void encodesAStep()
    {
        PushDraft draft;
        draft.operation = 8;
        draft.kind = OperationKind::Step;
        draft.step = u"book"_s;
        draft.type = EntityType(u"invoices"_s);
        draft.remote = RemoteId(u"456"_s);
        draft.baseVersion = u"3"_s;
        draft.body = {{u"booked"_s, true}};
        draft.changedFields = {u"booked"_s};
        draft.key = IdempotencyKey(u"k2"_s);
        draft.at = QDateTime::fromMSecsSinceEpoch(1'700'000'000'000, Qt::UTC);
        QCOMPARE(encodeOperation(draft, u"acme"_s),
                 QByteArray("{\"baseVersion\":3,\"entityId\":456,\"entityType\":\"invoices\",\"id\":8,\"idempotencyKey\":\"k2\","
                            "\"operation\":\"step\",\"practiceId\":\"acme\",\"step\":\"book\",\"timestamp\":1700000000000,"
                            "\"userId\":\"\"}"));
    }

    void aPushIsItsOperationsByteForByte()
    {
        const auto body = encodePush({request(1), request(2)}, QDateTime::fromMSecsSinceEpoch(5, Qt::UTC));
        QCOMPARE(body, QByteArray("{\"clientTimestamp\":5,\"operations\":[{\"id\":1},{\"id\":2}]}"));
    }

    void outcomes_data()
    {
        QTest::addColumn<QByteArray>("result");
        QTest::addColumn<PushOutcome::Kind>("kind");
        QTest::newRow("applied with the real id") << QByteArray(R"({"operationId":1,"success":true,"realId":456,"version":1})")
                                                  << PushOutcome::Kind::Applied;
        QTest::newRow("a real id as text is accepted") << QByteArray(R"({"operationId":1,"success":true,"realId":"456","version":1})")
                                                       << PushOutcome::Kind::Applied;
        QTest::newRow("a conflict brings the other side")
            << QByteArray(R"({"operationId":1,"success":false,"conflict":true,"realId":456,"version":2,"conflictData":{"serverData":{"name":"x"},"conflictType":"version"}})")
            << PushOutcome::Kind::Conflict;
        QTest::newRow("a conflict with what is not there, nor ever was")
            << QByteArray(R"({"operationId":1,"success":false,"conflict":true,"realId":456,"conflictData":{"serverData":null,"conflictType":"missing-entity"}})")
            << PushOutcome::Kind::Conflict;
        QTest::newRow("a refusal for good") << QByteArray(R"({"operationId":1,"success":false,"error":{"code":"record.invalid","args":["a: b"]},"retryable":false})")
                                            << PushOutcome::Kind::Rejected;
        QTest::newRow("a refusal for now") << QByteArray(R"({"operationId":1,"success":false,"error":{"code":"busy"},"retryable":true})")
                                           << PushOutcome::Kind::Retry;
        QTest::newRow("an expired key") << QByteArray(R"({"operationId":1,"success":false,"error":{"code":"key.expired"},"retryable":false})")
                                        << PushOutcome::Kind::Expired;
    }
    void outcomes()
    {
        QFETCH(QByteArray, result);
        QFETCH(PushOutcome::Kind, kind);
        const auto outcomes = decodePush("{\"results\":[" + result + "]}", {request(1)});
        QVERIFY(outcomes);
        QCOMPARE(outcomes->front().kind, kind);
    }

    // RELIABILITY F20: results missing, extra or in another order.
    void answersAreMatchedByOperationNotByPlace()
    {
        const auto outcomes = decodePush(R"({"results":[{"operationId":9,"success":true,"realId":9,"version":1},)"
                                         R"({"operationId":2,"success":true,"realId":22,"version":1},)"
                                         R"({"operationId":1,"success":true,"realId":11,"version":1}]})",
                                         {request(1), request(2)});
        QVERIFY(outcomes);
        QCOMPARE(outcomes->at(0).id.toString(), u"11"_s);
        QCOMPARE(outcomes->at(1).id.toString(), u"22"_s);
    }

    void hostilePushAnswers_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("HTML of a captive portal") << QByteArray("<html>hello</html>");
        QTest::newRow("another JSON document") << QByteArray("{\"ok\":true}");
        QTest::newRow("an array") << QByteArray("[]");
        QTest::newRow("results that are no array") << QByteArray("{\"results\":{}}");
        QTest::newRow("one answer missing") << QByteArray("{\"results\":[]}");
        QTest::newRow("an answer to something else") << QByteArray(R"({"results":[{"operationId":2,"success":true,"realId":1,"version":1}]})");
        QTest::newRow("deep nesting") << QByteArray("{\"results\":") + QByteArray(5000, '[') + QByteArray(5000, ']') + "}";
    }
    void hostilePushAnswers()
    {
        QFETCH(QByteArray, body);
        const auto outcomes = decodePush(body, {request(1)});
        QVERIFY(!outcomes);
        QCOMPARE(outcomes.error().kind, ErrorKind::Corrupt);
    }

    // R-QUE-07: the answer to one operation makes no sense; those to the others do.
    void hostileResults_data()
    {
        QTest::addColumn<QByteArray>("results");
        const auto row = [](const char *name, const QByteArray &result) {
            QTest::newRow(name) << QByteArray("{\"operationId\":1," + result + '}');
        };
        row("success without a real id", R"("success":true,"version":1)");
        row("success without a version", R"("success":true,"realId":1)");
        row("a result that says neither yes nor no", R"("realId":1,"version":1)");
        row("success that is no boolean", R"("success":"true","realId":1,"version":1)");
        row("a conflict without the other side's id", R"("success":false,"conflict":true,"version":2,"conflictData":{"serverData":{}})");
        row("a conflict without a version", R"("success":false,"conflict":true,"realId":4,"conflictData":{"serverData":{}})");
        row("a conflict without the other side is not a deletion",
            R"("success":false,"conflict":true,"realId":4,"version":2,"conflictData":{"conflictType":"version"})");
        row("a conflict with a text for the other side",
            R"("success":false,"conflict":true,"realId":4,"version":2,"conflictData":{"serverData":"gone"})");
        row("a conflict without anything", R"("success":false,"conflict":true)");
        row("a refusal without a reason", R"("success":false)");
        row("a refusal with a reason that has no code", R"("success":false,"error":{"message":"no"},"retryable":true)");
        QTest::newRow("two results for one operation")
            << QByteArray(R"({"operationId":1,"success":true,"realId":1,"version":1},)"
                          R"({"operationId":1,"success":true,"realId":2,"version":1})");
    }
    void hostileResults()
    {
        QFETCH(QByteArray, results);
        const auto outcomes = decodePush("{\"results\":[" + results + R"(,{"operationId":2,"success":true,"realId":7,"version":1}]})",
                                         {request(1), request(2)});
        QVERIFY(outcomes);
        QCOMPARE(outcomes->at(0).kind, PushOutcome::Kind::Unreadable);
        QCOMPARE(outcomes->at(0).error.kind, ErrorKind::Corrupt);
        QCOMPARE(outcomes->at(1).kind, PushOutcome::Kind::Applied);
    }

    // Whatever the operation's result was, it was carried out or not before the answer was lost.
    void anAnswerThatIsTooLongLeavesTheOutcomeUnknown_data()
    {
        QTest::addColumn<ErrorKind>("transport");
        QTest::addColumn<ErrorKind>("expected");
        QTest::newRow("too long") << ErrorKind::TooLarge << ErrorKind::OutcomeUnknown;
        QTest::newRow("damaged") << ErrorKind::Corrupt << ErrorKind::OutcomeUnknown;
        QTest::newRow("not reached") << ErrorKind::Offline << ErrorKind::Offline;
    }
    void anAnswerThatIsTooLongLeavesTheOutcomeUnknown()
    {
        QFETCH(ErrorKind, transport);
        QFETCH(ErrorKind, expected);
        class Failing final : public Transport
        {
        public:
            explicit Failing(ErrorKind kind) : m_kind(kind) { }
            Task<Result<HttpResponse>> send(HttpRequest) override { co_return fail(m_kind, u"net.some"_s); }

        private:
            ErrorKind m_kind;
        } failing(transport);
        SystemClock clock;
        FrostProvider provider({QUrl(u"http://server"_s), u"acme"_s, "token", {}}, failing, clock);
        std::vector<PushRequest> requests{request(1)};
        const auto outcomes = QCoro::waitFor(provider.push(std::move(requests)));
        QVERIFY(!outcomes);
        QCOMPARE(outcomes.error().kind, expected);
    }

    void hostilePages_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("HTML") << QByteArray("<html>");
        QTest::newRow("no cursor") << QByteArray(R"({"changes":[],"hasMore":false})");
        QTest::newRow("no hasMore") << QByteArray(R"({"changes":[],"cursor":"a.1"})");
        QTest::newRow("more without anything would never end") << QByteArray(R"({"changes":[],"cursor":"a.1","hasMore":true})");
        QTest::newRow("a change without an id")
            << QByteArray(R"({"changes":[{"entityType":"customers","operation":"create","data":{},"version":1}],"cursor":"a.1","hasMore":false})");
        QTest::newRow("a change without data")
            << QByteArray(R"({"changes":[{"entityType":"customers","operation":"create","id":1,"version":1}],"cursor":"a.1","hasMore":false})");
        QTest::newRow("a change that is a number") << QByteArray(R"({"changes":[5],"cursor":"a.1","hasMore":false})");
    }
    void hostilePages()
    {
        QFETCH(QByteArray, body);
        const auto page = decodePage(body);
        QVERIFY(!page);
        QCOMPARE(page.error().kind, ErrorKind::Corrupt);
    }

    // R-SYN-08: failures by kind.
    void statuses_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("kind");
        QTest::newRow("202: something was done") << 202 << u"outcome-unknown"_s;
        QTest::newRow("204: something was done") << 204 << u"outcome-unknown"_s;
        QTest::newRow("303: done, and told elsewhere") << 303 << u"outcome-unknown"_s;
        QTest::newRow("302: not our server, a captive portal perhaps") << 302 << u"offline"_s;
        QTest::newRow("400: refused") << 400 << u"rejected"_s;
        QTest::newRow("401: sign in") << 401 << u"unauthorized"_s;
        QTest::newRow("403: no right") << 403 << u"forbidden"_s;
        QTest::newRow("410: cursor too old") << 410 << u"expired"_s;
        QTest::newRow("413: too much at once") << 413 << u"too-large"_s;
        QTest::newRow("429: wait") << 429 << u"rate-limited"_s;
        QTest::newRow("500: it may have been done") << 500 << u"outcome-unknown"_s;
        QTest::newRow("503: it may have been done") << 503 << u"outcome-unknown"_s;
    }
    void statuses()
    {
        QFETCH(int, status);
        QFETCH(QString, kind);
        QCOMPARE(kindName(decodeError({status, {}, "{}"}).kind), kind);
    }

    void retryAfter_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<qint64>("milliseconds");
        QTest::newRow("seconds") << QByteArray("7") << qint64(7000);
        QTest::newRow("absurd seconds are cut to a day") << QByteArray("99999999") << qint64(86'400'000);
        QTest::newRow("negative is ignored") << QByteArray("-5") << qint64(-1);
        QTest::newRow("words are ignored") << QByteArray("soon") << qint64(-1);
        QTest::newRow("absent") << QByteArray() << qint64(-1);
    }
    void retryAfter()
    {
        QFETCH(QByteArray, header);
        QFETCH(qint64, milliseconds);
        const auto error = decodeError({429, {{"retry-after", header}}, "{}"});
        QCOMPARE(error.retryAfter ? qint64(error.retryAfter->count()) : -1, milliseconds);
    }
};

QTEST_GUILESS_MAIN(FrostWireTest)
#include "frostwire_test.moc"
