// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/links/syncrules.h"
#include "tests/e2e/desktop/company.h"
#include "tests/e2e/desktop/edits.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace frost;
using frost::e2e::value;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPatience = 30'000; //!< ms; back-off and debouncing included
//! The longest there is: what is seen within kPatience was told, not asked for.
const QJsonObject kOnceADay{{u"pullInterval"_s, 86400}};

//! One person's computer.
class Desk : public QObject
{
public:
    Desk(const QString &folder, const DemoServer &server, const QString &company, const QByteArray &token,
         const QJsonObject &rules = kOnceADay)
        : m_folder(folder), m_connection(e2e::connectionTo(server, token, company)), m_place(e2e::makeCompany(folder, company))
    {
        open();
        signIn(token);
        bool done = false;
        m_session->ask(
            Lane::Write, this, [id = m_connection.id, rules](Company &owner) { return setRules(owner.database(), id, rules); },
            [&](const Result<> &kept) { done = kept.has_value(); });
        waitFor([&] { return done; });
        m_session.reset();
        open(); // rules are read at the start
    }

    void signIn(const QByteArray &token)
    {
        m_connection.token = token;
        bool done = false;
        m_session->connectTo(m_connection, [&done](const Result<OpenCompany::Connected> &answer) { done = answer.has_value(); });
        waitFor([&] { return done && !m_session->status().connections.isEmpty(); });
    }
    [[nodiscard]] DesktopSession &session() { return *m_session; }
    [[nodiscard]] const AutoSyncStatus &sync() const { return m_session->status().connections.first().sync; }
    //! Everything that was told is here, and whatever comes next will be told.
    [[nodiscard]] bool listens() const { return sync().channel == ChannelState::Open && sync().state == AutoSyncState::Idle; }
    [[nodiscard]] qint64 lastRun() const { return sync().lastReport ? sync().lastReport->run : 0; }
    //! Asks, and says what was answered to the question before.
    [[nodiscard]] qint64 customers()
    {
        m_session->ask(
            Lane::Page, this,
            [](Company &company) -> Result<qint64> {
                auto store = company.database().objectStore(EntityType(u"customers"_s));
                FROST_TRY(store);
                return store->count();
            },
            [this](const Result<qint64> &count) { m_customers = value(count); });
        return m_customers;
    }

private:
    void open()
    {
        m_session = std::make_unique<DesktopSession>(m_place, m_folder);
        QSignalSpy opened(m_session.get(), &DesktopSession::opened);
        if (!opened.wait(kPatience))
            qFatal("the session does not open");
    }
    template<class Condition>
    static void waitFor(Condition condition)
    {
        if (!QTest::qWaitFor(condition, kPatience))
            qFatal("it does not come");
    }

    QString m_folder;
    OpenCompany::NewConnection m_connection;
    DataFolder::Company m_place;
    std::unique_ptr<DesktopSession> m_session;
    qint64 m_customers = 0;
};

} // namespace

//! Colleagues at work at the same time, who see each other's edits without anybody asking for them (R-NET-03, R-SRV-04).
class ToldTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<DemoServer> m_server;
    std::unique_ptr<Desk> m_anna;
    std::unique_ptr<Desk> m_bjorn;
    std::unique_ptr<Desk> m_beta; //!< of another company
    QByteArray m_carls;

    void annaMakes(const QString &name) { QVERIFY(e2e::makeCustomer(m_anna->session(), name)); }

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("FROST_SECRETS", "file");
        m_server = value(DemoServer::find(m_folder.filePath(u"server"_s)));
        const auto annas = value(m_server->addUser(u"firm"_s, u"acme"_s, u"anna@firm.se"_s));
        const auto bjorns = value(m_server->addUser(u"firm"_s, u"acme"_s, u"bjorn@firm.se"_s));
        m_carls = value(m_server->addUser(u"firm"_s, u"acme"_s, u"carl@firm.se"_s));
        const auto betas = value(m_server->addUser(u"firm"_s, u"beta"_s, u"bo@firm.se"_s));
        e2e::done(m_server->start());
        m_anna = std::make_unique<Desk>(m_folder.filePath(u"anna"_s), *m_server, u"acme"_s, annas);
        m_bjorn = std::make_unique<Desk>(m_folder.filePath(u"bjorn"_s), *m_server, u"acme"_s, bjorns);
        m_beta = std::make_unique<Desk>(m_folder.filePath(u"bo"_s), *m_server, u"beta"_s, betas);
    }
    void init()
    {
        for (const auto *desk : {m_anna.get(), m_bjorn.get(), m_beta.get()})
            QTRY_VERIFY_WITH_TIMEOUT(desk->listens(), kPatience);
    }

    void anEditIsSeenByTheColleagueAndByNobodyElse()
    {
        const auto betasRun = m_beta->lastRun();
        annaMakes(u"Norrskog Bygg AB"_s);
        QTRY_COMPARE_WITH_TIMEOUT(m_bjorn->customers(), 1, kPatience);
        // By the time that a second edit is here, the typing's pause included, whoever was told of the first has pulled.
        annaMakes(u"Sörby Bygg AB"_s);
        QTRY_COMPARE_WITH_TIMEOUT(m_bjorn->customers(), 2, kPatience);
        QVERIFY(m_beta->listens());
        QCOMPARE(m_beta->lastRun(), betasRun);
    }

    // The rules say when it is pulled: it does not listen, and does not promise what it does not do.
    void whoPullsAtATimeOfDayIsNotTold()
    {
        const auto sixOClock = QJsonObject{{u"pullAt"_s, QJsonArray{u"06:00"_s}}};
        Desk carl(m_folder.filePath(u"carl"_s), *m_server, u"acme"_s, m_carls, sixOClock);
        QTRY_COMPARE_WITH_TIMEOUT(carl.sync().state, AutoSyncState::Idle, kPatience);
        annaMakes(u"Älvsjö El"_s);
        QTRY_COMPARE_WITH_TIMEOUT(m_bjorn->customers(), 3, kPatience);
        QCOMPARE(carl.sync().channel, ChannelState::None);
        QCOMPARE(carl.sync().state, AutoSyncState::Idle);
    }

    // The stream of before belongs to a token that may be worth nothing now.
    void whoSignsInAgainListensAgain()
    {
        const auto lastRun = m_bjorn->lastRun();
        m_bjorn->signIn(value(m_server->addUser(u"firm"_s, u"acme"_s, u"bjorn@firm.se"_s)));
        QTRY_VERIFY_WITH_TIMEOUT(m_bjorn->lastRun() > lastRun, kPatience); // what opens counts as told
        QTRY_VERIFY_WITH_TIMEOUT(m_bjorn->listens(), kPatience);
    }

    void whoIsAwayOnPurposeHearsNothingAndEverythingAfterwards()
    {
        m_bjorn->session().setNetworkUse(NetworkUse::WorkOffline);
        QTRY_COMPARE_WITH_TIMEOUT(m_bjorn->sync().channel, ChannelState::None, kPatience);
        annaMakes(u"Fjäll & Form HB"_s);
        QTRY_COMPARE_WITH_TIMEOUT(m_anna->session().status().queue.completed, 4, kPatience);
        QCOMPARE(m_bjorn->sync().channel, ChannelState::None);
        m_bjorn->session().setNetworkUse(NetworkUse::Automatic);
        QTRY_COMPARE_WITH_TIMEOUT(m_bjorn->customers(), 4, kPatience);
    }

    void aServerThatIsBackIsAskedWhatWasMissed()
    {
        const auto lastRun = m_bjorn->lastRun();
        m_server->kill();
        QTRY_VERIFY_WITH_TIMEOUT(m_bjorn->sync().channel != ChannelState::Open, kPatience);
        e2e::done(m_server->start());
        QTRY_VERIFY_WITH_TIMEOUT(m_bjorn->listens(), kPatience);
        QVERIFY(m_bjorn->lastRun() > lastRun);
        annaMakes(u"Åkerströms Trädgård"_s);
        QTRY_COMPARE_WITH_TIMEOUT(m_bjorn->customers(), 5, kPatience);
    }
};

QTEST_GUILESS_MAIN(ToldTest)
#include "told_test.moc"
