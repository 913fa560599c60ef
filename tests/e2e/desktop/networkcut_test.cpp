// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/desktop/company.h"
#include "tests/e2e/desktop/edits.h"

#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <net/if.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstring>

using namespace frost;
using frost::e2e::value;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPatience = 60'000; //!< ms; time-outs, back-off and debouncing included
constexpr const char *kInside = "FROST_TEST_NAMESPACE";

//! Pulls the plug of this namespace's only line, or puts it back: everything on its way is lost, nobody is told.
bool setLine(bool up)
{
    const int socket = ::socket(AF_INET, SOCK_DGRAM, 0);
    ifreq line = {};
    std::strncpy(line.ifr_name, "lo", sizeof line.ifr_name - 1);
    line.ifr_flags = short(up ? IFF_UP | IFF_RUNNING : 0);
    const bool done = ::ioctl(socket, SIOCSIFFLAGS, &line) == 0;
    ::close(socket);
    return done;
}

} // namespace

//! Server and client on a network of their own that is really cut (R-NET-01, R-NET-02). Nobody presses "synchronise".
class NetworkCutTest : public QObject
{
    Q_OBJECT
private:
    QTemporaryDir m_folder;
    std::unique_ptr<DemoServer> m_server;
    std::unique_ptr<DesktopSession> m_session;

    void edit(const QString &name) { QVERIFY(e2e::makeCustomer(*m_session, name)); }
    [[nodiscard]] const ConnectionStatus &connection() const { return m_session->status().connections.first(); }
    [[nodiscard]] bool sent(qint64 operations) const
    {
        return connection().sync.state == AutoSyncState::Idle && m_session->status().queue.completed == operations;
    }

private Q_SLOTS:
    void initTestCase()
    {
        // main() sets it inside a namespace only; outside of one, cutting "lo" would cut the whole machine's.
        if (!qEnvironmentVariableIsSet(kInside))
            QSKIP("This system lets nobody make a network namespace (unshare -rn), so no network can be cut here.");
        QVERIFY(setLine(true));
        m_server = value(DemoServer::find(m_folder.filePath(u"server"_s)));
        const auto token = value(m_server->addUser(u"firm"_s, u"acme"_s, u"anna@firm.se"_s));
        QVERIFY(m_server->start());
        const auto data = m_folder.filePath(u"anna"_s);
        m_session = std::make_unique<DesktopSession>(e2e::makeCompany(data), data);
        QSignalSpy opened(m_session.get(), &DesktopSession::opened);
        QVERIFY(opened.wait(kPatience));
        bool connected = false;
        m_session->connectTo(e2e::connectionTo(*m_server, token), [&](const auto &answer) { connected = answer.has_value(); });
        QTRY_VERIFY_WITH_TIMEOUT(connected && !m_session->status().connections.isEmpty(), kPatience);
        edit(u"Norrskog Bygg AB"_s);
        QTRY_VERIFY_WITH_TIMEOUT(sent(1), kPatience);
    }

    void whatIsTypedWithoutANetworkIsSentWhenItIsBack()
    {
        QVERIFY(setLine(false));
        edit(u"Utan nät"_s);
        QTRY_COMPARE_WITH_TIMEOUT(connection().network.quality, NetworkQuality::Offline, kPatience);
        QCOMPARE(m_session->status().queue.completed, 1);
        QVERIFY(setLine(true));
        QTRY_VERIFY_WITH_TIMEOUT(sent(2), kPatience);
        QCOMPARE(connection().network.quality, NetworkQuality::Online);
    }

    void aCutInTheMiddleOfARunLosesNothing()
    {
        for (int i = 0; i < 300; ++i)
            edit(u"Kund %1"_s.arg(i));
        QVERIFY(setLine(false)); // the first of them are on their way
        QTRY_COMPARE_WITH_TIMEOUT(connection().network.quality, NetworkQuality::Offline, kPatience);
        QVERIFY(setLine(true));
        QTRY_VERIFY_WITH_TIMEOUT(sent(302), 2 * kPatience);
        QCOMPARE(m_session->status().queue.failed + m_session->status().queue.conflict, 0);
    }
};

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    if (!qEnvironmentVariableIsSet(kInside) && QProcess::execute(u"unshare"_s, {u"-rn"_s, u"true"_s}) == 0) {
        qputenv(kInside, "1");
        return QProcess::execute(u"unshare"_s, QStringList{u"-rn"_s} + QCoreApplication::arguments());
    }
    NetworkCutTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "networkcut_test.moc"
