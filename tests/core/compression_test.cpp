// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/compressedtransport.h"
#include "core/net/gzip.h"
#include "core/net/httptransport.h"
#include "core/net/tuning.h"
#include "tests/core/remotefixture.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace remotefixture;

namespace {

//! A real HTTP server that keeps its connections, and counts them.
class KeepingServer : public QTcpServer
{
public:
    KeepingServer()
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            ++connections;
            auto *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
                m_received[socket] += socket->readAll();
                while (answerOne(*socket))
                    ++requests;
            });
        });
    }
    [[nodiscard]] QUrl url() const { return QUrl(u"http://127.0.0.1:%1/x"_s.arg(serverPort())); }
    int connections = 0;
    int requests = 0;
    QByteArray lastHeader;
    QByteArray lastBody;

private:
    bool answerOne(QTcpSocket &socket)
    {
        auto &received = m_received[&socket];
        const auto headerEnd = received.indexOf("\r\n\r\n");
        if (headerEnd < 0)
            return false;
        const QByteArray header = received.left(headerEnd).toLower();
        const auto at = header.indexOf("content-length:");
        const auto length = at < 0 ? 0 : header.mid(at + 15, header.indexOf('\r', at) - at - 15).trimmed().toInt();
        if (received.size() < headerEnd + 4 + length)
            return false;
        lastHeader = header;
        lastBody = received.mid(headerEnd + 4, length);
        received.remove(0, headerEnd + 4 + length);
        socket.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
        return true;
    }
    QHash<QTcpSocket *, QByteArray> m_received;
};

HttpRequest post(const QByteArray &body, HttpRequest::Coding coding)
{
    HttpRequest request = get(u"/x"_s);
    request.method = "POST";
    request.body = body;
    request.coding = coding;
    return request;
}

const QByteArray kLong = QByteArray("{\"text\":\"again and again\"}").repeated(200);

} // namespace

//! R-LIM-04: compressed payloads and connection reuse.
class CompressionTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsPacked_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("allowed");
        QTest::addColumn<bool>("packed");
        SeededRandom random(1);
        QTest::newRow("a long body") << kLong << true << true;
        QTest::newRow("a long body to a remote that does not take it") << kLong << false << false;
        QTest::newRow("a short body") << QByteArray(kCompressFrom - 1, 'x') << true << false;
        QTest::newRow("nothing") << QByteArray() << true << false;
        QTest::newRow("chance does not get smaller") << random.bytes(5000) << true << false;
    }
    void whatIsPacked()
    {
        QFETCH(QByteArray, body);
        QFETCH(bool, allowed);
        QFETCH(bool, packed);
        Simulator simulator(1);
        SeededRandom random(1);
        Remote remote(simulator, random);
        CompressedTransport transport(remote);
        Outcomes outcomes;
        sendOne(transport, post(body, allowed ? HttpRequest::Coding::Gzip : HttpRequest::Coding::Plain), outcomes);
        const auto &sent = remote.seen.at(0);
        QCOMPARE(sent.headers.value("content-encoding"), packed ? QByteArray("gzip") : QByteArray());
        QCOMPARE(packed ? gunzip(sent.body, body.size()).value() : sent.body, body);
        QVERIFY(!packed || sent.body.size() * 4 < body.size());
    }

    void whoRefusesGetsItPlainAtOnceAndFromThenOn()
    {
        Simulator simulator(1);
        SeededRandom random(1);
        Remote remote(simulator, random);
        remote.answer = [](const HttpRequest &request) {
            return HttpResponse{request.headers.contains("content-encoding") ? 415 : 200, {}, {}};
        };
        CompressedTransport transport(remote);
        Outcomes outcomes;
        sendOne(transport, post(kLong, HttpRequest::Coding::Gzip), outcomes);
        QCOMPARE(outcomes[0]->value().status, 200);
        QCOMPARE(remote.seen.size(), std::size_t(2));
        QCOMPARE(remote.seen[1].body, kLong);
        sendOne(transport, post(kLong, HttpRequest::Coding::Gzip), outcomes);
        QCOMPARE(remote.seen.size(), std::size_t(3));
        auto elsewhere = post(kLong, HttpRequest::Coding::Gzip);
        elsewhere.url.setHost(u"other.example"_s);
        sendOne(transport, elsewhere, outcomes);
        QVERIFY(remote.seen[3].headers.contains("content-encoding"));
    }

    void manyRequestsUseOneConnection()
    {
        KeepingServer server;
        HttpTransport http;
        CompressedTransport transport(http);
        for (int i = 0; i < 20; ++i) {
            auto request = i % 2 ? post(kLong, HttpRequest::Coding::Gzip) : get({});
            request.url = server.url();
            const auto response = QCoro::waitFor(transport.send(std::move(request)));
            QVERIFY2(response, response ? "" : qPrintable(response.error().logLine()));
        }
        QCOMPARE(server.requests, 20);
        QCOMPARE(server.connections, 1);
        QVERIFY(server.lastHeader.contains("content-encoding: gzip"));
        QCOMPARE(gunzip(server.lastBody, kLong.size()).value(), kLong);
    }
};

QTEST_GUILESS_MAIN(CompressionTest)
#include "compression_test.moc"
