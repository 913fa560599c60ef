// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/changechannel.h"
#include "core/net/backoff.h"
#include "core/net/tuning.h"
#include "tests/support/simulator.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace frost;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(frost::ChannelState)

namespace {

constexpr int kPatience = 30'000; //!< ms; waits between attempts included
static_assert(kStreamSilence.count() > kPatience); // what ends sooner was not ended by silence
const QByteArray kHead = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n";
const QByteArray kStream = kHead + ":\n\n";
const QByteArray kChange = "event: change\ndata: {}\n\n";

//! A real socket that says what it is told to, to everybody who comes.
class Peer : public QTcpServer
{
public:
    enum After { Keep, Close };
    explicit Peer(QByteArray text, After after = Keep) : m_text(std::move(text)), m_after(after)
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            m_last = nextPendingConnection();
            connect(m_last, &QTcpSocket::readyRead, this, [this, socket = m_last] {
                m_received += socket->readAll();
                if (!m_received.endsWith("\r\n\r\n"))
                    return;
                asked.append(std::exchange(m_received, {}));
                socket->write(m_text);
                if (m_after == Close)
                    socket->disconnectFromHost();
            });
        });
    }
    void say(const QByteArray &text) { m_last->write(text); }
    void drop() { m_last->abort(); }
    [[nodiscard]] bool isLeft() const { return m_last && m_last->state() == QAbstractSocket::UnconnectedState; }
    [[nodiscard]] QByteArray url() const { return "http://127.0.0.1:" + QByteArray::number(serverPort()) + "/api/sync/events"; }
    QByteArrayList asked; //!< every request so far

private:
    QByteArray m_text;
    After m_after;
    QByteArray m_received;
    QTcpSocket *m_last = nullptr;
};


//! A channel to the peer, with the real network.
//! What still sleeps when the channel has gone wakes before the test ends.
struct VirtualTime {
    ~VirtualTime() { simulator.run(); }
    test::Simulator simulator{1};
};

//! The network is real, waits are not.
struct Listening {
    explicit Listening(const Peer &peer, std::chrono::milliseconds silence = kStreamSilence)
        : channel([this] { return ask(); }, time.simulator, random), changes(&channel, &ChangeChannel::told)
    {
        stream.event = "change";
        stream.request.url = QUrl::fromEncoded(peer.url());
        stream.request.headers.insert("authorization", "Bearer secret");
        stream.request.timeout = silence;
        QObject::connect(&channel, &ChangeChannel::stateChanged, &channel, [this](ChannelState state) { states.append(state); });
    }
    Task<Result<ChangeStream>> ask()
    {
        ++questions;
        if (refusal)
            co_return fail(*refusal);
        co_return Result<ChangeStream>(stream); // of the very type: QCoro moves out of any other
    }

    bool asksAgain()
    {
        time.simulator.runFor(std::chrono::seconds(1));
        return questions >= 2;
    }

    VirtualTime time;
    SystemRandom random;
    ChangeStream stream;
    std::optional<Error> refusal;
    int questions = 0;
    QList<ChannelState> states;
    ChangeChannel channel;
    QSignalSpy changes;
};

} // namespace

// R-NET-03, R-SRV-04
class ChangeChannelTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void changesAreTold()
    {
        Peer peer(kStream + kChange);
        Listening here(peer);
        QVERIFY(here.channel.state() == ChannelState::None);
        here.channel.open();
        QTRY_COMPARE_WITH_TIMEOUT(here.changes.size(), 1, kPatience);
        QVERIFY(here.channel.state() == ChannelState::Open);
        QVERIFY(peer.asked.first().contains("Bearer secret"));
        QVERIFY(peer.asked.first().toLower().contains("accept: text/event-stream"));
        peer.say(":\n\nevent: other\ndata: {}\n\n" + kChange.left(5));
        peer.say(kChange.mid(5) + kChange);
        QTRY_COMPARE_WITH_TIMEOUT(here.changes.size(), 3, kPatience);
        here.channel.open(); // it is
        QCOMPARE(here.questions, 1);
    }

    void aLostStreamIsOpenedAgain()
    {
        Peer peer(kStream);
        Listening here(peer);
        here.channel.open();
        QTRY_VERIFY_WITH_TIMEOUT(here.channel.state() == ChannelState::Open, kPatience);
        peer.drop();
        QTRY_VERIFY_WITH_TIMEOUT(here.channel.state() == ChannelState::Lost, kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(here.asksAgain(), kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(here.channel.state() == ChannelState::Open, kPatience);
        QCOMPARE(here.questions, 2); // the token may be a new one
        QCOMPARE(here.states, (QList{ChannelState::Lost, ChannelState::Open, ChannelState::Lost, ChannelState::Open}));
    }

    void silenceIsTheEnd()
    {
        Peer peer(kStream);
        Listening here(peer, std::chrono::milliseconds(300));
        here.channel.open();
        QTRY_VERIFY_WITH_TIMEOUT(here.channel.state() == ChannelState::Open, kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(here.channel.state() == ChannelState::Lost, kPatience);
    }

    // A proxy that holds back the body passes the head.
    void aHeadAloneIsNotBelieved()
    {
        Peer peer(kHead);
        Listening here(peer, std::chrono::milliseconds(300));
        here.channel.open();
        QTRY_VERIFY_WITH_TIMEOUT(here.asksAgain(), kPatience);
        QCOMPARE(here.states, QList{ChannelState::Lost});
    }

    // The monitor tells of every change of the network; none of these is a reason to hurry.
    void openingAgainDoesNotEndAWait()
    {
        Peer peer(kStream);
        Listening here(peer);
        here.refusal = Error{ErrorKind::RateLimited, u"events.refused"_s, {}, {}, std::chrono::seconds(100)};
        here.channel.open();
        here.channel.open();
        here.time.simulator.runFor(std::chrono::milliseconds(99'999));
        QCOMPARE(here.questions, 1);
        here.time.simulator.runFor(std::chrono::milliseconds(1) + kRetryJitter);
        QCOMPARE(here.questions, 2);
    }

    // Signing in: the answer to the question with the token of before is not heard.
    void closingAndOpeningAsksAnew()
    {
        Peer peer(QByteArray{}); // does not answer
        Listening here(peer);
        here.channel.open();
        QTRY_COMPARE_WITH_TIMEOUT(peer.asked.size(), 1, kPatience);
        Peer other(kStream);
        here.stream.request.url = QUrl::fromEncoded(other.url());
        here.channel.close();
        here.channel.open();
        peer.say("HTTP/1.1 401 No\r\nContent-Length: 0\r\n\r\n");
        QTRY_VERIFY_WITH_TIMEOUT(here.channel.state() == ChannelState::Open, kPatience);
        QCOMPARE(here.states, (QList{ChannelState::Lost, ChannelState::None, ChannelState::Lost, ChannelState::Open}));
    }

    void whoIsNotWantedHearsNothing()
    {
        Peer peer(kStream);
        Listening here(peer);
        here.channel.open();
        QTRY_VERIFY_WITH_TIMEOUT(here.channel.state() == ChannelState::Open, kPatience);
        here.channel.close();
        QVERIFY(here.channel.state() == ChannelState::None);
        peer.say(kChange);
        QTRY_VERIFY_WITH_TIMEOUT(peer.isLeft(), kPatience);
        QVERIFY(here.changes.isEmpty());
        here.channel.open(); // at once, without a wait
        QTRY_VERIFY_WITH_TIMEOUT(here.channel.state() == ChannelState::Open, kPatience);
        QCOMPARE(here.questions, 2);
    }

    void itMayEndFromWithin()
    {
        Peer peer(kStream + kChange + kChange);
        auto here = std::make_unique<Listening>(peer);
        QObject::connect(&here->channel, &ChangeChannel::told, &here->channel, &ChangeChannel::close);
        here->channel.open();
        QTRY_VERIFY_WITH_TIMEOUT(!here->changes.isEmpty(), kPatience);
        QVERIFY(here->channel.state() == ChannelState::None);
        QCOMPARE(here->changes.size(), 1);
        here->channel.open();
        here.reset(); // while it opens
    }

    void itMayGoWhileItsLastStreamIsStillGoing()
    {
        Peer peer(kStream);
        auto here = std::make_unique<Listening>(peer);
        here->channel.open();
        QTRY_VERIFY_WITH_TIMEOUT(here->channel.state() == ChannelState::Open, kPatience);
        here->channel.close();
        here.reset();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }

    //! Not a channel, or a hostile one: it is lost, and tried again.
    void whatIsNoStreamIsLost_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<int>("after");
        QTest::addColumn<int>("silence"); // ms
        const auto row = [](const char *name, const QByteArray &answer, Peer::After after, std::chrono::milliseconds silence = kStreamSilence) {
            QTest::newRow(name) << answer << int(after) << int(silence.count());
        };
        row("a page", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 2\r\n\r\nhi", Peer::Keep);
        row("a server in trouble", "HTTP/1.1 503 No\r\nContent-Length: 0\r\nRetry-After: 0\r\n\r\n", Peer::Keep);
        row("too many streams", "HTTP/1.1 429 No\r\nContent-Length: 0\r\n\r\n", Peer::Keep);
        row("no HTTP", "hello\r\n\r\n", Peer::Close);
        row("closed at once", {}, Peer::Close);
        row("a line without end", kStream + QByteArray(100'000, 'x'), Peer::Keep);
        row("an event without end", kStream + QByteArray("data: x\n").repeated(20'000), Peer::Keep);
        // What is a header is no sign of life: it has the time of a silence.
        row("a header without end", "HTTP/1.1 200 OK\r\nX: " + QByteArray(2'000'000, 'x'), Peer::Keep, std::chrono::seconds(1));
    }
    void whatIsNoStreamIsLost()
    {
        QFETCH(QByteArray, answer);
        QFETCH(int, after);
        QFETCH(int, silence);
        Peer peer(answer, Peer::After(after));
        Listening here(peer, std::chrono::milliseconds(silence));
        here.channel.open();
        QTRY_VERIFY_WITH_TIMEOUT(here.asksAgain(), kPatience);
        QVERIFY(here.changes.isEmpty());
    }

    void whereARedirectLeadsNobodyAsks()
    {
        Peer target(kStream);
        Peer peer("HTTP/1.1 302 Found\r\nLocation: " + target.url() + "\r\nContent-Length: 0\r\n\r\n");
        QSignalSpy visited(&target, &QTcpServer::newConnection);
        Listening here(peer);
        here.channel.open();
        QTRY_VERIFY_WITH_TIMEOUT(here.asksAgain(), kPatience);
        QVERIFY(visited.isEmpty());
    }

    //! Asking again soon would be of no use.
    void aRefusalForGoodIsLeftInPeace_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<int>("questions"); // in all, after the long wait
        QTest::newRow("a revoked token") << QByteArray("HTTP/1.1 401 No\r\nWWW-Authenticate: Bearer\r\nContent-Length: 0\r\n\r\n") << 1;
        QTest::newRow("a lost right") << QByteArray("HTTP/1.1 403 No\r\nContent-Length: 0\r\n\r\n") << 2;
        QTest::newRow("a server that has no channel") << QByteArray("HTTP/1.1 404 No\r\nContent-Length: 0\r\n\r\n") << 2;
    }
    void aRefusalForGoodIsLeftInPeace()
    {
        QFETCH(QByteArray, answer);
        QFETCH(int, questions);
        Peer peer(answer);
        Listening here(peer);
        here.channel.open();
        QTRY_COMPARE_WITH_TIMEOUT(here.states, (QList{ChannelState::Lost, ChannelState::None}), kPatience);
        here.channel.open(); // it is wanted already
        here.time.simulator.runFor(kLongestReopen - std::chrono::milliseconds(1));
        QCOMPARE(here.questions, 1);
        here.time.simulator.runFor(kRetryJitter + std::chrono::milliseconds(1));
        QCOMPARE(here.questions, questions);
        here.channel.close(); // somebody has signed in
        here.channel.open();
        QCOMPARE(here.questions, questions + 1);
    }

    void withoutATokenNothingIsSent()
    {
        Peer peer(kStream);
        Listening here(peer);
        here.refusal = Error{ErrorKind::Unauthorized, u"secret.missing"_s, {}, {}, {}};
        here.channel.open();
        QVERIFY(here.channel.state() == ChannelState::None);
        here.refusal.reset();
        here.channel.close();
        here.channel.open();
        QTRY_VERIFY_WITH_TIMEOUT(here.channel.state() == ChannelState::Open, kPatience);
        QCOMPARE(peer.asked.size(), 1); // that of now
    }
};

QTEST_GUILESS_MAIN(ChangeChannelTest)
#include "changechannel_test.moc"
