// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demoserver/demoserver.h"
#include "app/desktop/desktopsession.h"
#include "tests/e2e/desktop/results.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace frost;
using frost::e2e::value;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPatience = 30'000; //!< ms; back-off and debouncing included
constexpr int kSoon = 10'000;     //!< ms; well before a request to a silent server times out

using Answer = std::optional<Result<OpenCompany::Connected>>;

} // namespace

//! Connecting a company to a server, with everything that goes wrong on the way.
class ConnectingTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<DemoServer> m_server;
    QByteArray m_token;
    QTcpServer m_silent; //!< takes connections and says nothing
    std::unique_ptr<QTemporaryDir> m_data;
    std::unique_ptr<DesktopSession> m_session;

    [[nodiscard]] DataFolder::Company place() const
    {
        return value(DataFolder(m_data->path()).place(TenantId(u"firm"_s), CompanyId(u"acme"_s)));
    }
    [[nodiscard]] OpenCompany::NewConnection wanted(const QString &url, OpenCompany::Unreached unreached,
                                                    const QString &company = u"acme"_s) const
    {
        return {ConnectionId(u"frostserver"_s), u"frostserver"_s, {{u"url"_s, url}, {u"company"_s, company}}, m_token, unreached};
    }
    [[nodiscard]] QString address() const { return m_server->url().toString(); }
    [[nodiscard]] QString silentAddress() const { return u"http://127.0.0.1:%1"_s.arg(m_silent.serverPort()); }
    //! Nobody listens there.
    static QString wrongAddress()
    {
        QTcpServer briefly;
        briefly.listen(QHostAddress::LocalHost);
        return u"http://127.0.0.1:%1"_s.arg(briefly.serverPort());
    }
    void connectTo(const OpenCompany::NewConnection &connection, Answer &answer)
    {
        m_session->connectTo(connection, [&answer](const auto &connected) { answer = connected; });
    }
    [[nodiscard]] QList<Connection> kept()
    {
        std::optional<QList<Connection>> list;
        m_session->ask(
            Lane::Write, this, [](Company &company) { return company.connections().list(); },
            [&](const Result<QList<Connection>> &connections) { list = value(connections); });
        (void)QTest::qWaitFor([&] { return list.has_value(); }, kPatience);
        return list.value_or(QList<Connection>());
    }
    [[nodiscard]] bool allIdle(qsizetype connections) const
    {
        const auto &status = m_session->status();
        return status.connections.size() == connections && status.queue.pending == 0
            && std::all_of(status.connections.begin(), status.connections.end(),
                           [](const auto &one) { return one.sync.state == AutoSyncState::Idle; });
    }

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("FROST_SECRETS", "file");
        m_server = value(DemoServer::find(m_folder.filePath(u"server"_s)));
        m_token = value(m_server->addUser(u"firm"_s, u"acme"_s, u"anna@firm.se"_s));
        if (const auto started = m_server->start(); !started)
            qFatal("%s", qPrintable(started.error().logLine()));
        QVERIFY(m_silent.listen(QHostAddress::LocalHost));
    }

    void init()
    {
        m_data = std::make_unique<QTemporaryDir>();
        m_session = std::make_unique<DesktopSession>(place(), m_data->path(), CompanyFile{{u"accounting"_s}});
        QSignalSpy opened(m_session.get(), &DesktopSession::opened);
        QVERIFY(opened.wait(kPatience));
    }
    void cleanup() { m_session.reset(); }

    void aCompanyIsMadeOnce()
    {
        DesktopSession again(m_session->company(), m_data->path(), CompanyFile{{u"accounting"_s}});
        QSignalSpy failed(&again, &DesktopSession::failed);
        QVERIFY(failed.wait(kPatience));
    }

    void whereNobodyAnswersNothingIsKept()
    {
        Answer answer;
        connectTo(wanted(wrongAddress(), OpenCompany::Unreached::Refuse), answer);
        QTRY_VERIFY_WITH_TIMEOUT(answer, kPatience);
        QVERIFY(!*answer);
        QVERIFY(kept().isEmpty());
        Answer second;
        connectTo(wanted(address(), OpenCompany::Unreached::Refuse), second);
        QTRY_VERIFY_WITH_TIMEOUT(second, kPatience);
        QVERIFY(*second);
        QTRY_VERIFY_WITH_TIMEOUT(allIdle(1), kPatience);
    }

    void anAddressThatWasNeverReachedCanBeReplaced()
    {
        Answer wrong;
        connectTo(wanted(wrongAddress(), OpenCompany::Unreached::Keep), wrong);
        QTRY_VERIFY_WITH_TIMEOUT(wrong, kPatience);
        QVERIFY(*wrong && (*wrong)->unchecked);
        Answer right;
        connectTo(wanted(address(), OpenCompany::Unreached::Refuse), right);
        QTRY_VERIFY_WITH_TIMEOUT(right, kPatience);
        QVERIFY(*right);
        QTRY_VERIFY_WITH_TIMEOUT(allIdle(1), kPatience);
        QCOMPARE(kept().first().settings["url"_L1].toString(), address());
        Answer elsewhere;
        connectTo(wanted(wrongAddress(), OpenCompany::Unreached::Keep), elsewhere);
        QTRY_VERIFY_WITH_TIMEOUT(elsewhere, kPatience);
        QCOMPARE(elsewhere->error().code, u"connection.exists"_s); // it has records of the other place by now
    }

    void cancelIsARefusal()
    {
        Answer answer;
        QSignalSpy reached(&m_silent, &QTcpServer::newConnection);
        connectTo(wanted(silentAddress(), OpenCompany::Unreached::Keep), answer);
        QTRY_VERIFY_WITH_TIMEOUT(!reached.isEmpty(), kPatience);
        m_session->stopConnecting();
        QTRY_VERIFY_WITH_TIMEOUT(answer, kSoon);
        QVERIFY(!*answer);
        QVERIFY(kept().isEmpty());
    }

    void aSecondAttemptGivesUpTheFirst()
    {
        Answer first;
        Answer second;
        QSignalSpy reached(&m_silent, &QTcpServer::newConnection);
        connectTo(wanted(silentAddress(), OpenCompany::Unreached::Keep), first);
        QTRY_VERIFY_WITH_TIMEOUT(!reached.isEmpty(), kPatience);
        connectTo(wanted(address(), OpenCompany::Unreached::Refuse), second);
        QTRY_VERIFY_WITH_TIMEOUT(first && second, kSoon);
        QVERIFY(!*first);
        QVERIFY(*second);
        QCOMPARE(kept().size(), 1);
    }

    void closingDoesNotWaitForAServerThatIsAsked()
    {
        Answer answers[2];
        QSignalSpy reached(&m_silent, &QTcpServer::newConnection);
        for (auto &answer : answers)
            connectTo(wanted(silentAddress(), OpenCompany::Unreached::Keep), answer);
        QTRY_VERIFY_WITH_TIMEOUT(!reached.isEmpty(), kPatience);
        QElapsedTimer closing;
        closing.start();
        m_session.reset();
        QVERIFY(closing.elapsed() < kSoon);
    }

    // Both run in the same moment, and each ends with exchanges of its own.
    void twoConnectionsSynchroniseAtOnce()
    {
        const auto other = value(m_server->addUser(u"firm"_s, u"zenit"_s, u"bo@firm.se"_s));
        Answer first;
        Answer second;
        connectTo(wanted(address(), OpenCompany::Unreached::Refuse), first);
        QTRY_VERIFY_WITH_TIMEOUT(first && *first, kPatience);
        auto connection = wanted(address(), OpenCompany::Unreached::Refuse, u"zenit"_s);
        connection.id = ConnectionId(u"second"_s);
        connection.token = other;
        connectTo(connection, second);
        QTRY_VERIFY_WITH_TIMEOUT(second && *second, kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(allIdle(2), kPatience);
        const auto runs = [this] {
            QList<qint64> last;
            for (const auto &one : m_session->status().connections)
                last += one.sync.lastReport ? one.sync.lastReport->run : 0;
            return last;
        };
        for (int round = 0; round < 3; ++round) {
            const auto before = runs();
            m_session->syncNow();
            QTRY_VERIFY_WITH_TIMEOUT(runs()[0] != before[0] && runs()[1] != before[1] && allIdle(2), kPatience);
        }
    }
};

QTEST_GUILESS_MAIN(ConnectingTest)
#include "connecting_test.moc"
