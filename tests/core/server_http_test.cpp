// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/gzip.h"
#include "core/server/answers.h"
#include "core/server/limits.h"
#include "tests/core/serverfixture.h"

#include <QtTest>

using namespace serverfixture;

//! Routing, encodings and limits of the service, as far as they do not need sockets.
class ServerHttpTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<Server>();
        m_client = std::make_unique<Client>(*m_server, m_server->addUser(u"firm"_s, u"acme"_s, u"anna@firm.se"_s));
    }

    void paths_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QString>("target");
        QTest::addColumn<int>("status");
        QTest::newRow("the health of the server") << QByteArray("GET") << u"/health"_s << 200;
        QTest::newRow("its header only") << QByteArray("HEAD") << u"/health"_s << 200;
        QTest::newRow("the root") << QByteArray("GET") << u"/"_s << 404;
        QTest::newRow("nowhere") << QByteArray("GET") << u"/api/sync/nowhere"_s << 404;
        QTest::newRow("a slash too many") << QByteArray("GET") << u"/api/sync/pull/"_s << 404;
        QTest::newRow("a way around") << QByteArray("GET") << u"/api/sync/..%2Fsync%2Fpull"_s << 404;
        QTest::newRow("an encoded letter")
            << QByteArray("GET") << u"/api/sync/%70ull"_s << 200; // the same address (RFC 3986)
        QTest::newRow("capitals") << QByteArray("GET") << u"/API/sync/pull"_s << 404;
        QTest::newRow("push with GET") << QByteArray("GET") << u"/api/sync/push"_s << 405;
        QTest::newRow("pull with POST") << QByteArray("POST") << u"/api/sync/pull"_s << 405;
        QTest::newRow("pull with DELETE") << QByteArray("DELETE") << u"/api/sync/pull"_s << 405;
        QTest::newRow("pull with HEAD") << QByteArray("HEAD") << u"/api/sync/pull"_s << 405;
    }
    void paths()
    {
        QFETCH(QByteArray, method);
        QFETCH(QString, target);
        QFETCH(int, status);
        HttpRequest request = get(m_client->token(), target);
        request.method = method;
        const auto response = m_server->handle(request);
        QCOMPARE(response.status, status);
        QCOMPARE(response.headers.contains("allow"), status == 405);
    }

    void healthEchoesTheNonce()
    {
        const auto answer = json(m_server->handle(get({}, u"/health?nonce=a%22b%2Bc"_s)));
        QCOMPARE(answer["nonce"_L1].toString(), u"a\"b+c"_s);
        QCOMPARE(answer["status"_L1].toString(), u"ok"_s);
        QCOMPARE(answer["serverTime"_L1].toInteger(), m_server->clock.now().toMSecsSinceEpoch());
        QCOMPARE(errorCode(json(m_server->handle(get({}, u"/health?nonce="_s + QString(201, u'x'))), 400)),
                 u"nonce.tooLong"_s);
    }

    void bodies_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("encoding");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code");
        const QByteArray good = R"({"operations":[]})";
        const QByteArray packed = value(gzip(good, 6));
        const QByteArray bomb = value(gzip(QByteArray(64 << 20, ' '), 9));
        const auto row = [](const char *name, const QByteArray &body, const QByteArray &type,
                            const QByteArray &encoding, int status,
                            const QString &code) { QTest::newRow(name) << body << type << encoding << status << code; };
        const QByteArray jsonType = "application/json";
        row("plain", good, jsonType, "", 200, {});
        row("with a character set", good, "Application/JSON; charset=utf-8", "", 200, {});
        row("gzip", packed, jsonType, "gzip", 200, {});
        row("a form", good, "application/x-www-form-urlencoded", "", 415, u"contentType.unsupported"_s);
        row("no type", good, "", "", 415, u"contentType.unsupported"_s);
        row("brotli", good, jsonType, "br", 415, u"contentEncoding.unsupported"_s);
        row("twice packed", packed, jsonType, "gzip, gzip", 415, u"contentEncoding.unsupported"_s);
        row("gzip that is none", good, jsonType, "gzip", 400, u"gzip.malformed"_s);
        row("gzip of nothing", {}, jsonType, "gzip", 400, u"gzip.malformed"_s);
        row("gzip cut off", packed.chopped(9), jsonType, "gzip", 400, u"gzip.malformed"_s);
        row("gzip with something behind it", packed + "x", jsonType, "gzip", 400, u"gzip.malformed"_s);
        row("a gzip bomb", bomb, jsonType, "gzip", 413, u"body.tooLarge"_s);
        row("too large", QByteArray(limits::kBodyBytes + 1, ' '), jsonType, "", 413, u"body.tooLarge"_s);
        row("no JSON", "operations", jsonType, "", 400, u"json.malformed"_s);
        row("nothing", {}, jsonType, "", 400, u"json.malformed"_s);
        row("a list", "[]", jsonType, "", 400, u"json.notAnObject"_s);
        row("broken UTF-8", "{\"operations\":[\"\xff\xfe\"]}", jsonType, "", 400, u"json.malformed"_s);
        row("too deep", "{\"operations\":" + QByteArray(100'000, '[') + QByteArray(100'000, ']') + '}', jsonType, "",
            400, u"json.tooDeep"_s);
        row("no operations", "{}", jsonType, "", 400, u"operations.notAnArray"_s);
        row("operations that are an object", R"({"operations":{}})", jsonType, "", 400, u"operations.notAnArray"_s);
        row("an operation that is a number", R"({"operations":[1]})", jsonType, "", 400, u"operation.notAnObject"_s);
        row("an operation without a number", R"({"operations":[{"operation":"create"}]})", jsonType, "", 400,
            u"operation.noId"_s);
        row("an operation with half a number", R"({"operations":[{"id":1.5}]})", jsonType, "", 400,
            u"operation.noId"_s);
        QByteArray many = "{\"operations\":[";
        for (int i = 0; i <= limits::kOperations; ++i)
            many += (i > 0 ? ",{\"id\":" : "{\"id\":") + QByteArray::number(i) + '}';
        row("501 operations", many + "]}", jsonType, "", 413, u"operations.tooMany"_s);
    }
    void bodies()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, encoding);
        QFETCH(int, status);
        QFETCH(QString, code);
        HttpRequest request = post(m_client->token(), body);
        request.headers.insert("content-type", type);
        if (!encoding.isEmpty())
            request.headers.insert("content-encoding", encoding);
        QCOMPARE(errorCode(json(m_server->handle(request), status)), code);
    }

    void answersArePackedForThoseWhoTakeIt_data()
    {
        QTest::addColumn<QByteArray>("accepts");
        QTest::addColumn<bool>("packed");
        QTest::newRow("nothing said") << QByteArray() << false;
        QTest::newRow("gzip") << QByteArray("gzip") << true;
        QTest::newRow("a browser") << QByteArray("deflate, GZIP;q=0.5, br") << true;
        QTest::newRow("expressly not") << QByteArray("gzip;q=0, deflate") << false;
        QTest::newRow("something else") << QByteArray("br") << false;
    }
    void answersArePackedForThoseWhoTakeIt()
    {
        QFETCH(QByteArray, accepts);
        QFETCH(bool, packed);
        auto body = customer(u"Ada"_s);
        body.insert(u"note"_s, QString(5000, u'x'));
        m_client->create(u"customers"_s, u"tmp-1"_s, body);
        HttpRequest request = get(m_client->token(), u"/api/sync/pull"_s);
        const auto plain = m_server->handle(request);
        request.headers.insert("accept-encoding", accepts);
        const auto response = m_server->handle(request);
        QCOMPARE(response.headers.value("content-encoding"), packed ? QByteArray("gzip") : QByteArray());
        QCOMPARE(packed ? value(gunzip(response.body, limits::kBodyBytes)) : response.body, plain.body);
    }

    void stringsAreEscaped_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("plain") << u"abc"_s;
        QTest::newRow("quotes and backslashes") << u"a\"b\\c"_s;
        QTest::newRow("control characters") << u"a\n\t\x01\x1f"_s;
        QTest::newRow("beyond ASCII") << u"åäö €\u2028"_s;
    }
    void stringsAreEscaped()
    {
        QFETCH(QString, text);
        QByteArray written = "{\"x\":";
        appendJsonString(written, text.toUtf8());
        QCOMPARE(value(parseJsonObject(written + '}'))["x"_L1].toString(), text);
    }

private:
    std::unique_ptr<Server> m_server;
    std::unique_ptr<Client> m_client;
};

QTEST_GUILESS_MAIN(ServerHttpTest)
#include "server_http_test.moc"
