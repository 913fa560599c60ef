// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "companyfixture.h"

#include "core/links/connections.h"
#include "core/links/links.h"

#include <QTest>

using namespace companyfixture;

namespace {

const EntityType kCustomers(u"customers"_s);
const EntityType kArticles(u"articles"_s);
const ConnectionId kServer(u"frostserver"_s);
const ConnectionId kShop(u"shop"_s);

LocalId local(const char *id)
{
    return LocalId(QString::fromLatin1(id));
}

RemoteId remote(const char *id)
{
    return RemoteId(QString::fromLatin1(id));
}

Link linkOf(const char *localId, const char *remoteId)
{
    Link made;
    made.local = local(localId);
    made.remote = remote(remoteId);
    return made;
}

} // namespace

class LinksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theFirstConnectionIsTheMainOne();
    void aConnectionKeepsItsSettings();
    void aConnectionNameIsUsedOnce();
    void aLinkKeepsEveryFact();
    void aLinkIsStoredAgain();
    void anIdHasOnePartner_data();
    void anIdHasOnePartner();
    void connectionsDoNotShareLinks();
    void anUnknownRemoteIdIsPromised();
    void aPromiseIsKeptByTheRecordThatComes();
    void aRolledBackPromiseIsForgotten();
    void aRemovedLinkIsGone();
    void lookUpsSurviveARestart();
    void basesAreKeptUntilDropped();
    void checkpointsBeginEmpty();
    void checkpointsAreDroppedOneByOneOrByTheirBeginning();
    void writingOutsideATransactionIsRefused();
    void theRealIdIsShownAndEitherFormIsFound();
    void anUnknownIdIsNotFound_data();
    void anUnknownIdIsNotFound();

private:
    [[nodiscard]] Links links(const ConnectionId &connection = kServer)
    {
        return Links(m_company->sql(), connection, m_company->clock, m_company->random);
    }
    void putCustomer(const LocalId &id);

    std::unique_ptr<Company> m_company;
};

void LinksTest::init()
{
    m_company = std::make_unique<Company>();
}

void LinksTest::putCustomer(const LocalId &id)
{
    m_company->write([&] {
        Record record;
        record.id = id;
        record.body = {{u"name"_s, u"Acme"_s}};
        value(value(m_company->database().objectStore(kCustomers)).put(record));
    });
}

void LinksTest::theFirstConnectionIsTheMainOne()
{
    Connections connections(m_company->sql(), m_company->clock);
    QVERIFY(value(connections.list()).isEmpty());
    QVERIFY(value(connections.add(ConnectionId(u"zeta"_s), u"frostserver"_s, {})).main);
    QVERIFY(!value(connections.add(ConnectionId(u"alpha"_s), u"fortnox"_s, {})).main);
    const auto listed = value(connections.list());
    QCOMPARE(listed.size(), 2);
    QCOMPARE(listed.first().id, ConnectionId(u"zeta"_s));
    QVERIFY(listed.first().main);
    QVERIFY(!listed.last().main);
}

void LinksTest::aConnectionKeepsItsSettings()
{
    Connections connections(m_company->sql(), m_company->clock);
    const auto made = value(connections.add(kServer, u"frostserver"_s, {{u"url"_s, u"https://a.example"_s}}));
    value(connections.update(kServer, {{u"url"_s, u"https://b.example"_s}}));
    m_company->reopen();
    const auto found = value(Connections(m_company->sql(), m_company->clock).find(kServer));
    QVERIFY(found);
    QCOMPARE(found->provider, u"frostserver"_s);
    QCOMPARE(found->settings, QJsonObject({{u"url"_s, u"https://b.example"_s}}));
    QCOMPARE(found->createdAt, made.createdAt);
}

void LinksTest::aConnectionNameIsUsedOnce()
{
    Connections connections(m_company->sql(), m_company->clock);
    value(connections.add(kServer, u"frostserver"_s, {}));
    QCOMPARE(codeOf(connections.add(kServer, u"fortnox"_s, {})), u"connection.exists"_s);
    QCOMPARE(codeOf(connections.update(kShop, {})), u"connection.unknown"_s);
    QVERIFY(!value(connections.find(kShop)));
    QCOMPARE(value(connections.find(kServer))->provider, u"frostserver"_s);
}

// R-IDM-01
void LinksTest::aLinkKeepsEveryFact()
{
    auto all = links();
    Link made = linkOf("tmp-a", "456");
    made.version = u"7"_s;
    made.createdAt = m_company->clock.now();
    made.syncedAt = made.createdAt.addSecs(1);
    made.operation = 12;
    m_company->write([&] { value(all.store(kCustomers, made)); });

    for (const auto &found :
         {value(all.find(kCustomers, local("tmp-a"))), value(all.find(kCustomers, remote("456")))}) {
        QVERIFY(found);
        QCOMPARE(found->local, made.local);
        QCOMPARE(found->remote, made.remote);
        QCOMPARE(found->version, made.version);
        QCOMPARE(found->createdAt, made.createdAt);
        QCOMPARE(found->syncedAt, made.syncedAt);
        QCOMPARE(found->operation, made.operation);
    }
    QVERIFY(!value(all.find(kArticles, local("tmp-a"))));
    QCOMPARE(value(all.list(kCustomers)).size(), 1);
    QCOMPARE(value(all.list(kArticles)).size(), 0);
}

void LinksTest::aLinkIsStoredAgain()
{
    auto all = links();
    const auto began = m_company->clock.now();
    Link made = linkOf("tmp-a", "456");
    made.operation = 12;
    made.syncedAt = began;
    m_company->write([&] { value(all.store(kCustomers, made)); });
    m_company->clock.advance(std::chrono::seconds(9));
    Link later = linkOf("tmp-a", "456");
    later.version = u"8"_s;
    m_company->write([&] { value(all.store(kCustomers, later)); });

    const auto found = value(all.find(kCustomers, local("tmp-a")));
    QCOMPARE(found->version, u"8"_s);
    QCOMPARE(found->createdAt, began);
    QCOMPARE(found->syncedAt, began);
    QCOMPARE(found->operation, 12);
}

void LinksTest::anIdHasOnePartner_data()
{
    QTest::addColumn<QByteArray>("localId");
    QTest::addColumn<QByteArray>("remoteId");
    QTest::newRow("the local id has another remote one") << "tmp-a"_ba
                                                         << "457"_ba;
    QTest::newRow("the remote id has another local one") << "tmp-b"_ba
                                                         << "456"_ba;
}

void LinksTest::anIdHasOnePartner()
{
    QFETCH(QByteArray, localId);
    QFETCH(QByteArray, remoteId);
    auto all = links();
    m_company->write([&] { value(all.store(kCustomers, linkOf("tmp-a", "456"))); });
    m_company->write([&] {
        const auto stored = all.store(kCustomers, linkOf(localId, remoteId));
        QCOMPARE(codeOf(stored), u"link.taken"_s);
        QCOMPARE(stored.error().kind, ErrorKind::Conflict);
        QCOMPARE(stored.error().args,
                 QStringList({u"customers"_s, QString::fromLatin1(localId), QString::fromLatin1(remoteId)}));
    });
    QCOMPARE(value(all.list(kCustomers)).size(), 1);
    QCOMPARE(value(all.resolveRemote(kCustomers, local("tmp-a"))), remote("456"));
    QVERIFY(!value(all.resolveRemote(kCustomers, local("tmp-b"))));
}

// R-IDM-03
void LinksTest::connectionsDoNotShareLinks()
{
    auto server = links(kServer);
    auto shop = links(kShop);
    m_company->write([&] {
        value(server.store(kCustomers, linkOf("tmp-a", "456")));
        value(shop.store(kCustomers, linkOf("tmp-a", "SE-1")));
    });
    QCOMPARE(value(server.resolveRemote(kCustomers, local("tmp-a"))), remote("456"));
    QCOMPARE(value(shop.resolveRemote(kCustomers, local("tmp-a"))), remote("SE-1"));
    QVERIFY(!value(shop.find(kCustomers, remote("456"))));
}

// R-IDM-02
void LinksTest::anUnknownRemoteIdIsPromised()
{
    auto all = links();
    LocalId promised;
    m_company->write([&] {
        promised = value(all.resolveLocal(kCustomers, remote("9")));
        QCOMPARE(value(all.resolveLocal(kCustomers, remote("9"))), promised);
        QVERIFY(value(all.resolveLocal(kArticles, remote("9"))) != promised);
    });
    QVERIFY(promised.toString().startsWith("tmp-"_L1));
    const auto found = value(all.find(kCustomers, promised));
    QVERIFY(found);
    QVERIFY(!found->syncedAt.isValid());
    QCOMPARE(value(all.resolveRemote(kCustomers, promised)), remote("9"));
}

void LinksTest::aPromiseIsKeptByTheRecordThatComes()
{
    auto all = links();
    m_company->write([&] {
        const auto promised = value(all.resolveLocal(kCustomers, remote("9")));
        Link arrived = linkOf("", "9");
        arrived.local = promised;
        arrived.syncedAt = m_company->clock.now();
        value(all.store(kCustomers, arrived));
        QVERIFY(value(all.find(kCustomers, promised))->syncedAt.isValid());
        QCOMPARE(value(all.resolveLocal(kCustomers, remote("9"))), promised);
    });
}

void LinksTest::aRolledBackPromiseIsForgotten()
{
    auto all = links();
    LocalId promised;
    {
        const auto transaction = value(Transaction::begin(m_company->sql(), Durability::ProcessCrash));
        promised = value(all.resolveLocal(kCustomers, remote("9")));
    }
    all.forget();
    QVERIFY(!value(all.find(kCustomers, remote("9"))));
    QVERIFY(!value(all.resolveRemote(kCustomers, promised)));
    m_company->write([&] { QVERIFY(value(all.resolveLocal(kCustomers, remote("9"))) != promised); });
}

void LinksTest::aRemovedLinkIsGone()
{
    auto all = links();
    m_company->write([&] {
        value(all.store(kCustomers, linkOf("tmp-a", "456")));
        value(all.remove(kCustomers, local("tmp-a")));
        value(all.remove(kCustomers, local("tmp-never")));
    });
    QVERIFY(!value(all.resolveRemote(kCustomers, local("tmp-a"))));
    m_company->write([&] { value(all.store(kCustomers, linkOf("tmp-a", "457"))); }); // a new generation
    QCOMPARE(value(all.resolveRemote(kCustomers, local("tmp-a"))), remote("457"));
}

void LinksTest::lookUpsSurviveARestart()
{
    {
        auto all = links();
        m_company->write([&] { value(all.store(kCustomers, linkOf("tmp-a", "456"))); });
    }
    m_company->reopen();
    auto all = links();
    QCOMPARE(value(all.resolveRemote(kCustomers, local("tmp-a"))), remote("456"));
    QCOMPARE(value(all.resolveLocal(kCustomers, remote("456"))), local("tmp-a"));
}

void LinksTest::basesAreKeptUntilDropped()
{
    auto all = links();
    QVERIFY(!value(all.base(kCustomers, local("tmp-a"))));
    const QJsonObject body{{u"name"_s, u"Åsa"_s}};
    m_company->write([&] {
        value(all.setBase(kCustomers, local("tmp-a"), {}));
        value(all.setBase(kCustomers, local("tmp-a"), body));
    });
    QCOMPARE(value(all.base(kCustomers, local("tmp-a"))), body);
    QVERIFY(!value(links(kShop).base(kCustomers, local("tmp-a"))));
    m_company->write([&] { value(all.dropBase(kCustomers, local("tmp-a"))); });
    QVERIFY(!value(all.base(kCustomers, local("tmp-a"))));
}

void LinksTest::checkpointsBeginEmpty()
{
    auto all = links();
    QCOMPARE(value(all.checkpoint(u"changes"_s)), u""_s);
    m_company->write([&] {
        value(all.setCheckpoint(u"changes"_s, u"e.1"_s));
        value(all.setCheckpoint(u"changes"_s, u"e.2"_s));
    });
    QCOMPARE(value(all.checkpoint(u"changes"_s)), u"e.2"_s);
    QCOMPARE(value(all.checkpoint(u"other"_s)), u""_s);
    QCOMPARE(value(links(kShop).checkpoint(u"changes"_s)), u""_s);
    QVERIFY(value(all.hasCheckpoints("chan"_L1)));
    QVERIFY(value(all.hasCheckpoints("changes"_L1)));
    QVERIFY(!value(all.hasCheckpoints("changes/"_L1)));
    QVERIFY(!value(all.hasCheckpoints("cham"_L1)));
    QVERIFY(!value(links(kShop).hasCheckpoints("chan"_L1)));
}

// One name may be the beginning of another: what was erased is noted under the record's id.
void LinksTest::checkpointsAreDroppedOneByOneOrByTheirBeginning()
{
    auto all = links();
    m_company->write([&] {
        for (const auto &name : {u"erased/customers/tmp-1"_s, u"erased/customers/tmp-10"_s, u"fill/customers/all"_s})
            value(all.setCheckpoint(name, u"1"_s));
        value(all.dropCheckpoint(u"erased/customers/tmp-1"_s));
    });
    QCOMPARE(value(all.checkpoints(u"erased/"_s)), QStringList{u"erased/customers/tmp-10"_s});
    m_company->write([&] { value(all.dropCheckpoints(u"erased/"_s)); });
    QCOMPARE(value(all.checkpoints(u"erased/"_s)), QStringList());
    QCOMPARE(value(all.checkpoint(u"fill/customers/all"_s)), u"1"_s);
}

void LinksTest::writingOutsideATransactionIsRefused()
{
    auto all = links();
    for (const auto &result : {all.store(kCustomers, linkOf("tmp-a", "1")), all.remove(kCustomers, local("tmp-a")),
                               all.setBase(kCustomers, local("tmp-a"), {}), all.dropBase(kCustomers, local("tmp-a")),
                               all.setCheckpoint(u"changes"_s, u"1"_s)})
        QCOMPARE(codeOf(result), u"store.noTransaction"_s);
    QCOMPARE(codeOf(all.resolveLocal(kCustomers, remote("1"))), u"store.noTransaction"_s);
}

void LinksTest::theRealIdIsShownAndEitherFormIsFound()
{
    putCustomer(local("tmp-a"));
    ShownIds ids(m_company->sql());
    QCOMPARE(value(ids.shown(kCustomers, local("tmp-a"))), u"tmp-a"_s);
    QCOMPARE(value(ids.local(kCustomers, u"tmp-a"_s)), local("tmp-a"));

    Connections connections(m_company->sql(), m_company->clock);
    value(connections.add(kServer, u"frostserver"_s, {}));
    value(connections.add(kShop, u"woocommerce"_s, {}));
    m_company->write([&] {
        value(links(kServer).store(kCustomers, linkOf("tmp-a", "456")));
        value(links(kShop).store(kCustomers, linkOf("tmp-a", "777")));
    });
    QCOMPARE(value(ids.shown(kCustomers, local("tmp-a"))), u"456"_s);
    QCOMPARE(value(ids.local(kCustomers, u"456"_s)), local("tmp-a"));
    QCOMPARE(value(ids.local(kCustomers, u"tmp-a"_s)), local("tmp-a"));
    QVERIFY(!value(ids.local(kCustomers, u"777"_s))); // only the main connection's ids are shown
    const QHash<ConnectionId, RemoteId> both{{kServer, remote("456")}, {kShop, remote("777")}};
    QCOMPARE(value(ids.remoteIds(kCustomers, local("tmp-a"))), both);
}

void LinksTest::anUnknownIdIsNotFound_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("id");
    QTest::newRow("another id") << u"customers"_s << u"tmp-b"_s;
    QTest::newRow("another type") << u"articles"_s << u"tmp-a"_s;
    QTest::newRow("a store that does not exist") << u"dragons"_s << u"tmp-a"_s;
    QTest::newRow("a type that is no name") << u"\"; DROP TABLE links; --"_s << u"tmp-a"_s;
    QTest::newRow("no id at all") << u"customers"_s << u""_s;
}

void LinksTest::anUnknownIdIsNotFound()
{
    QFETCH(QString, type);
    QFETCH(QString, id);
    putCustomer(local("tmp-a"));
    QVERIFY(!value(ShownIds(m_company->sql()).local(EntityType(type), id)));
}

QTEST_GUILESS_MAIN(LinksTest)
#include "links_test.moc"
