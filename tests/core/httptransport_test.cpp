// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/httptransport.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QTimer>

#include <qcorotask.h>

#include <zlib.h>

using namespace frost;
using namespace Qt::StringLiterals;

namespace {

QByteArray gzip(const QByteArray &plain)
{
    QByteArray packed(qsizetype(compressBound(uLong(plain.size()))) + 64, Qt::Uninitialized);
    z_stream stream{};
    deflateInit2(&stream, 9, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(plain.constData()));
    stream.avail_in = uInt(plain.size());
    stream.next_out = reinterpret_cast<Bytef *>(packed.data());
    stream.avail_out = uInt(packed.size());
    deflate(&stream, Z_FINISH);
    packed.truncate(qsizetype(stream.total_out));
    deflateEnd(&stream);
    return packed;
}

QByteArray answer(const QByteArray &headers, const QByteArray &body)
{
    return "HTTP/1.1 " + headers + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

// A real socket that says what it is told to, then keeps the line or drops it.
class Peer : public QTcpServer
{
public:
    enum After { Keep, Close, Reset };
    Peer(QByteArray text, After after) : m_text(std::move(text)), m_after(after)
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            auto *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
                received += socket->readAll();
                if (!received.contains("\r\n\r\n"))
                    return;
                socket->write(m_text);
                socket->flush();
                if (m_after == Close)
                    socket->disconnectFromHost();
                if (m_after == Reset)
                    socket->abort();
            });
        });
    }
    [[nodiscard]] QUrl url() const { return QUrl(u"http://127.0.0.1:%1/x?y=1"_s.arg(serverPort())); }
    QByteArray received;

private:
    QByteArray m_text;
    After m_after;
};

} // namespace

Q_DECLARE_METATYPE(Peer::After)

class HttpTransportTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // R-NET-01, R-SYN-08: what an exchange came to decides between "pending" and "unknown".
    void outcomes_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<Peer::After>("after");
        QTest::addColumn<QString>("expected"); // status, or kind of error
        QTest::newRow("a complete answer is a value") << answer("200 OK", "{}") << Peer::Keep << u"200"_s;
        QTest::newRow("an error status is an answer too") << answer("503 Busy", "later") << Peer::Keep << u"503"_s;
        QTest::newRow("a refusal of the token is an answer") << answer("401 No", "") << Peer::Keep << u"401"_s;
        QTest::newRow("a redirect is not followed") << answer("302 Found\r\nLocation: http://127.0.0.1:1/", "") << Peer::Keep << u"302"_s;
        QTest::newRow("an answer cut in the middle is no answer")
            << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf") << Peer::Close << u"outcome-unknown"_s;
        QTest::newRow("a reset after the request leaves the outcome unknown") << QByteArray() << Peer::Reset << u"outcome-unknown"_s;
        QTest::newRow("a close after the request leaves the outcome unknown") << QByteArray() << Peer::Close << u"outcome-unknown"_s;
        QTest::newRow("silence ends at the time-out") << QByteArray() << Peer::Keep << u"outcome-unknown"_s;
        QTest::newRow("rubbish is no answer") << QByteArray("\x01\x02 what\r\n\r\n") << Peer::Close << u"outcome-unknown"_s;
        QTest::newRow("an answer over the limit is refused") << answer("200 OK", QByteArray(300'000, 'x')) << Peer::Keep << u"too-large"_s;
        QTest::newRow("a compressed answer is inflated")
            << answer("200 OK\r\nContent-Encoding: gzip", gzip(QByteArray(1000, 'x'))) << Peer::Keep << u"200"_s;
        QTest::newRow("a gzip bomb does not pass the limit")
            << answer("200 OK\r\nContent-Encoding: gzip", gzip(QByteArray(40'000'000, 'x'))) << Peer::Keep << u"refused"_s;
        QTest::newRow("a damaged gzip body is no answer")
            << answer("200 OK\r\nContent-Encoding: gzip", "this is not gzip at all") << Peer::Keep << u"outcome-unknown"_s;
    }
    void outcomes()
    {
        QFETCH(QByteArray, text);
        QFETCH(Peer::After, after);
        QFETCH(QString, expected);
        Peer peer(text, after);
        HttpTransport transport(200'000);
        HttpRequest request;
        request.method = "POST";
        request.url = peer.url();
        request.body = "{\"a\":1}";
        request.headers.insert("content-type", "application/json");
        request.timeout = std::chrono::seconds(1);
        const auto response = QCoro::waitFor(transport.send(std::move(request)));
        if (expected == u"refused"_s)
            QVERIFY(!response);
        else
            QCOMPARE(response ? QString::number(response->status) : kindName(response.error().kind), expected);
        QVERIFY(peer.received.startsWith("POST /x?y=1 HTTP/1.1\r\n"));
        QVERIFY(peer.received.endsWith("{\"a\":1}"));
    }

    // The time-out counts silence: a slow line is welcome, a stalled one is not.
    void aSlowUploadGoesOn()
    {
        QTcpServer slow;
        QVERIFY(slow.listen(QHostAddress::LocalHost));
        QTimer pace;
        qint64 received = 0;
        const QByteArray body(24'000'000, 'x'); // more than the buffers of both sides
        connect(&slow, &QTcpServer::newConnection, this, [&] {
            auto *socket = slow.nextPendingConnection();
            socket->setReadBufferSize(64 << 10);
            connect(&pace, &QTimer::timeout, socket, [&, socket] {
                for (int i = 0; i < 16; ++i) {
                    received += socket->read(64 << 10).size();
                    socket->waitForReadyRead(1);
                }
                if (received >= body.size())
                    socket->write(answer("200 OK", "{}"));
            });
            pace.start(100); // a megabyte at a time: three seconds for all of it
        });
        HttpTransport transport;
        HttpRequest request;
        request.method = "POST";
        request.url = QUrl(u"http://127.0.0.1:%1/"_s.arg(slow.serverPort()));
        request.headers.insert("content-type", "application/json");
        request.body = body;
        request.timeout = std::chrono::milliseconds(1500);
        const auto response = QCoro::waitFor(transport.send(std::move(request)));
        QVERIFY2(response, response ? "" : qPrintable(response.error().logLine()));
        QCOMPARE(response->status, 200);
    }

    void aDrippingAnswerIsGivenUp()
    {
        Peer peer("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n", Peer::Keep);
        QTimer drip;
        connect(&drip, &QTimer::timeout, &peer, [&peer] {
            for (auto *socket : peer.findChildren<QTcpSocket *>())
                socket->write("x");
        });
        drip.start(20);
        HttpTransport transport;
        HttpRequest request;
        request.url = peer.url();
        request.timeout = std::chrono::milliseconds(500);
        const auto response = QCoro::waitFor(transport.send(std::move(request)));
        QVERIFY(!response);
        QCOMPARE(response.error().code, u"net.timeout"_s);
    }

    void nobodyListens()
    {
        QTcpServer gone;
        QVERIFY(gone.listen(QHostAddress::LocalHost));
        HttpRequest request;
        request.url = QUrl(u"http://127.0.0.1:%1/"_s.arg(gone.serverPort()));
        gone.close();
        HttpTransport transport;
        const auto response = QCoro::waitFor(transport.send(std::move(request)));
        QVERIFY(!response);
        QCOMPARE(response.error().kind, ErrorKind::Offline);
    }

    void inflatedBodyArrivesWhole()
    {
        const QByteArray plain = "{\"text\":\"" + QByteArray(50'000, 'z') + "\"}";
        Peer peer(answer("200 OK\r\nContent-Encoding: gzip\r\nContent-Type: application/json", gzip(plain)), Peer::Keep);
        HttpTransport transport;
        HttpRequest request;
        request.url = peer.url();
        const auto response = QCoro::waitFor(transport.send(std::move(request)));
        QVERIFY(response);
        QCOMPARE(response->body, plain);
        QCOMPARE(response->headers.value("content-type"), "application/json");
    }
};

QTEST_GUILESS_MAIN(HttpTransportTest)
#include "httptransport_test.moc"
