// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "holderfixture.h"

#include <QTest>

using namespace holderfixture;

//! One holder an external connection, granted by the firm's server (DESIGN.md section 1, R-SYN-07, R-IDM-03, R-IDM-04).
class HolderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_firm = std::make_unique<Firm>(); }

    void onlyOneSpeaksToTheShop()
    {
        anna().create(u"Ada"_s);
        QCOMPARE(anna().syncServer(), QString());
        QCOMPARE(anna().syncShop(), QString());
        QCOMPARE(m_firm->namesAtShop(), QStringList{u"Ada"_s});
        QCOMPARE(bo().syncServer(), QString());
        QCOMPARE(bo().names(), QStringList{u"Ada"_s});
        QCOMPARE(bo().syncShop(), u"holder.other"_s);
        QCOMPARE(m_firm->shop.pushed, 1);
        m_firm->server.clock.advance(std::chrono::minutes(9));
        QCOMPARE(bo().syncShop(), u"holder.other"_s);
        QCOMPARE(anna().syncShop(), QString()); // goes on holding it
        m_firm->server.clock.advance(std::chrono::minutes(9));
        QCOMPARE(bo().syncShop(), u"holder.other"_s);
    }

    void whoeverTakesOverMakesNothingTwice()
    {
        anna().create(u"Ada"_s);
        settle(anna());
        m_firm->waitForTheEnd();
        QCOMPARE(bo().syncShop(), QString()); // Bo's computer has never heard of anything
        QCOMPARE(bo().names(), QStringList{u"Ada"_s});
        QCOMPARE(bo().waiting(kShop), 0);
        QCOMPARE(m_firm->shop.pushed, 1);
        QCOMPARE(bo().idAtShop(bo().customerNamed(u"Ada"_s)), anna().idAtShop(anna().customerNamed(u"Ada"_s)));
    }

    void whatWasMadeThereAndNotToldIsFound()
    {
        anna().create(u"Ada"_s);
        QCOMPARE(anna().syncServer(), QString());
        anna().transport.lost = [this](const HttpRequest &) { return m_firm->shop.pushed > 0; };
        QCOMPARE(anna().syncShop(), u"net.refused"_s); // it was made there, and then the line went
        QCOMPARE(m_firm->namesAtShop(), QStringList{u"Ada"_s});
        m_firm->waitForTheEnd();
        settle(bo());
        QCOMPARE(m_firm->namesAtShop(), QStringList{u"Ada"_s});
        QCOMPARE(bo().names(), QStringList{u"Ada"_s});
        QCOMPARE(bo().waiting(kShop), 0);
    }

    void nothingIsMadeThereBeforeAllCanKnowOfIt()
    {
        anna().create(u"Ada"_s);
        settle(anna()); // nothing is caught up with any more
        anna().create(u"Bea"_s);
        QCOMPARE(anna().syncServer(), QString());
        anna().transport.lost = [](const HttpRequest &request) { return request.url.path().endsWith(u"/links"_s); };
        QCOMPARE(anna().syncShop(), u"net.refused"_s);
        QCOMPARE(m_firm->namesAtShop(), QStringList{u"Ada"_s});
        anna().transport.lost = {};
        QCOMPARE(anna().syncShop(), QString());
        QCOMPARE(m_firm->namesAtShop(), (QStringList{u"Ada"_s, u"Bea"_s}));
    }

    void whatWasDeletedBeforeItsCreateWasAnsweredIsDeletedThere_data()
    {
        QTest::addColumn<bool>("saysWhoMadeIt");
        QTest::addColumn<bool>("shopChangedIt");
        QTest::newRow("the system says that it is ours") << true << false;
        QTest::newRow("it says so, and somebody there has changed it: a person is asked") << true << true;
        QTest::newRow("it looks like ours: a person is asked") << false << false;
    }
    void whatWasDeletedBeforeItsCreateWasAnsweredIsDeletedThere()
    {
        QFETCH(const bool, saysWhoMadeIt);
        QFETCH(const bool, shopChangedIt);
        const bool asks = shopChangedIt || !saysWhoMadeIt;
        m_firm->shop.saysWhoMadeIt = saysWhoMadeIt;
        makeAdaUnanswered(Shop::Answers::AreLost);
        QCOMPARE(m_firm->namesAtShop(), QStringList{u"Ada"_s});
        if (shopChangedIt) {
            auto body = m_firm->shop.body(kCustomers, RemoteId(u"S1"_s));
            body.insert(u"city"_s, u"Lund"_s);
            m_firm->shop.set(kCustomers, RemoteId(u"S1"_s), body);
        }
        bo().remove(bo().customerNamed(u"Ada"_s)); // Bo cannot know that it is there
        m_firm->waitForTheEnd();
        QCOMPARE(bo().syncShop(), QString());
        QCOMPARE(m_firm->namesAtShop(), asks ? QStringList{u"Ada"_s} : QStringList());
        QCOMPARE(bo().names(), QStringList());
        QCOMPARE(bo().openConflicts(), asks ? 1 : 0);
    }

    void whatWasFoundAndCannotBeReadIsNotMadeAgain()
    {
        makeAdaUnanswered(Shop::Answers::AreLost);
        m_firm->shop.hidden = RemoteId(u"S1"_s);
        m_firm->waitForTheEnd();
        QCOMPARE(bo().syncShop(), QString());
        const auto ada = bo().customerNamed(u"Ada"_s);
        QCOMPARE(m_firm->namesAtShop(), QStringList{u"Ada"_s});
        QVERIFY(bo().open(ada));
        QCOMPARE(bo().open(ada)->reason, u"there.unread"_s);
        m_firm->shop.hidden.reset();
        QCOMPARE(bo().syncShop(), QString());
        QCOMPARE(m_firm->namesAtShop(), QStringList{u"Ada"_s});
        QVERIFY(!bo().open(ada));
        QCOMPARE(bo().idAtShop(ada), u"S1"_s);
    }

    void whatOnlyLooksLikeOursIsNotTouched_data()
    {
        QTest::addColumn<bool>("isDeletedHere");
        QTest::addColumn<int>("conflicts");
        QTest::newRow("it was deleted here: theirs stays") << true << 0;
        QTest::newRow("it is to be made: a person is asked") << false << 1;
    }
    void whatOnlyLooksLikeOursIsNotTouched() // of a type that is not brought in, so that no pull asks
    {
        QFETCH(const bool, isDeletedHere);
        makeAdaUnanswered(Shop::Answers::NothingArrives);
        m_firm->shop.add(kCustomers, {{u"name"_s, u"Ada"_s}, {u"city"_s, u"Lund"_s}}); // by somebody in the shop
        bo().onlyPushToShop();
        if (isDeletedHere)
            bo().remove(bo().customerNamed(u"Ada"_s));
        m_firm->waitForTheEnd();
        QCOMPARE(bo().syncShop(), QString());
        QCOMPARE(m_firm->namesAtShop(), QStringList{u"Ada"_s});
        QCOMPARE(m_firm->shop.body(kCustomers, RemoteId(u"S1"_s))["city"_L1].toString(), u"Lund"_s);
        QTEST(int(bo().openConflicts()), "conflicts");
    }

    void whatTwoHoldersBroughtInAndMetTooLateIsOneRecord_data()
    {
        QTest::addColumn<QString>("typedByBo");
        QTest::addColumn<QString>("typedByAnna");
        QTest::addColumn<QString>("stays");
        QTest::addColumn<int>("conflicts");
        QTest::newRow("nobody typed in it") << QString() << QString() << QString() << 0;
        QTest::newRow("what was typed in the one that ends is kept") << u"Lund"_s << QString() << u"Lund"_s << 0;
        QTest::newRow("what was typed in the one that stays is kept") << QString() << u"Kiruna"_s << u"Kiruna"_s << 0;
        QTest::newRow("both typed the same") << u"Lund"_s << u"Lund"_s << u"Lund"_s << 0;
        QTest::newRow("both typed: a person is asked") << u"Lund"_s << u"Kiruna"_s << u"Lund"_s << 1;
    }
    void whatTwoHoldersBroughtInAndMetTooLateIsOneRecord()
    {
        QFETCH(const QString, typedByBo);
        QFETCH(const QString, typedByAnna);
        settle(anna());
        m_firm->waitForTheEnd();
        m_firm->shop.add(kCustomers, named(u"Cleo"_s));
        QCOMPARE(bo().syncShop(), QString());
        if (!typedByBo.isEmpty())
            bo().edit(bo().customerNamed(u"Cleo"_s), {{u"city"_s, typedByBo}});
        m_firm->waitForTheEnd();
        QCOMPARE(anna().syncShop(), QString());
        if (!typedByAnna.isEmpty())
            anna().edit(anna().customerNamed(u"Cleo"_s), {{u"city"_s, typedByAnna}});
        bo().transport.after = [this](const HttpRequest &request) {
            if (!request.url.path().endsWith(u"/links"_s))
                return;
            bo().transport.after = {};
            QCOMPARE(anna().syncServer(), QString()); // between the links and the records that Bo's computer asks for
        };
        QCOMPARE(bo().syncServer(), QString());
        QCOMPARE(bo().names(), (QStringList{u"Cleo"_s, u"Cleo"_s}));
        QCOMPARE(bo().syncServer(), QString());
        QCOMPARE(bo().names(), QStringList{u"Cleo"_s});
        QTEST(value(value(bo().database->objectStore(kCustomers)).get(bo().customerNamed(u"Cleo"_s)))->body["city"_L1].toString(), "stays");
        QTEST(int(bo().openConflicts()), "conflicts");
        QCOMPARE(bo().idAtShop(bo().customerNamed(u"Cleo"_s)), u"S1"_s);
        QCOMPARE(anna().syncServer(), QString());
        QCOMPARE(anna().names(), QStringList{u"Cleo"_s});
        QCOMPARE(m_firm->namesAtShop(), QStringList{u"Cleo"_s});
    }

    void whatTheHolderHasSentWaitsNowhereElse()
    {
        const auto ada = bo().create(u"Ada"_s);
        QCOMPARE(bo().syncServer(), QString());
        QVERIFY(bo().open(ada));
        settle(anna());
        QCOMPARE(m_firm->namesAtShop(), QStringList{u"Ada"_s});
        QCOMPARE(bo().syncShop(), u"holder.other"_s); // learns how the system is called
        QCOMPARE(bo().syncServer(), QString());
        QVERIFY(!bo().open(ada));
        QCOMPARE(bo().idAtShop(ada), u"S1"_s);

        bo().edit(ada, {{u"city"_s, u"Uppsala"_s}});
        QCOMPARE(bo().syncServer(), QString());
        QVERIFY(bo().open(ada));
        settle(anna());
        QCOMPARE(m_firm->shop.body(kCustomers, RemoteId(u"S1"_s))["city"_L1].toString(), u"Uppsala"_s);
        QCOMPARE(bo().syncServer(), QString());
        QVERIFY(!bo().open(ada));
    }

    void theShopGetsNothingThatTheServerDoesNotKnow()
    {
        const auto ada = anna().create(u"Ada"_s);
        QCOMPARE(anna().syncServer(), QString()); // somebody has held the shop before, so that nothing is caught up with
        settle(anna());
        m_firm->waitForTheEnd();
        const auto bea = anna().create(u"Bea"_s);
        QCOMPARE(anna().syncShop(), QString());
        QCOMPARE(m_firm->namesAtShop(), QStringList{u"Ada"_s});
        QCOMPARE(anna().open(bea)->reason, u"hubs.waiting"_s);
        QCOMPARE(anna().syncServer(), QString());
        QCOMPARE(anna().syncShop(), QString());
        QCOMPARE(m_firm->namesAtShop(), (QStringList{u"Ada"_s, u"Bea"_s}));
        QVERIFY(!anna().open(ada) && !anna().open(bea));
    }

    void aHolderThatSleptSendsNothing()
    {
        settle(anna());
        anna().create(u"Ada"_s);
        QCOMPARE(anna().syncServer(), QString());
        m_firm->shop.beforePull = [this] {
            m_firm->waitForTheEnd(); // a lid is closed in the middle of a run
            settle(bo());
        };
        QCOMPARE(anna().syncShop(), u"holder.lost"_s);
        QCOMPARE(m_firm->namesAtShop(), QStringList{u"Ada"_s}); // by Bo's computer
        QCOMPARE(m_firm->shop.pushed, 1);
        QCOMPARE(anna().syncShop(), u"holder.other"_s);
        QCOMPARE(anna().syncServer(), QString());
        QCOMPARE(anna().waiting(kShop), 0);
    }

    void whatIsDeletedThroughOneIsDeletedEverywhere()
    {
        anna().create(u"Ada"_s);
        settle(anna());
        QCOMPARE(bo().syncShop(), u"holder.other"_s);
        QCOMPARE(bo().syncServer(), QString());
        bo().remove(bo().customerNamed(u"Ada"_s));
        QCOMPARE(bo().syncServer(), QString());
        settle(anna());
        QCOMPARE(m_firm->namesAtShop(), QStringList());
        QCOMPARE(anna().waiting(kShop), 0);
        QCOMPARE(bo().syncServer(), QString());
        QCOMPARE(bo().waiting(kShop), 0);
    }

    void lettingGoHandsOverAtOnce()
    {
        anna().create(u"Ada"_s);
        settle(anna());
        QCOMPARE(bo().syncShop(), u"holder.other"_s);
        value(QCoro::waitFor(anna().letGo()));
        settle(bo());
        QCOMPARE(bo().waiting(kShop), 0);
        QCOMPARE(anna().syncShop(), u"holder.other"_s);
        QCOMPARE(m_firm->shop.pushed, 1);
        value(QCoro::waitFor(anna().letGo())); // not hers any more
        QCOMPARE(anna().syncShop(), u"holder.other"_s);
    }

    void whatTheHolderHasStillToSendIsNotTakenForSent()
    {
        const auto ada = anna().create(u"Ada"_s);
        settle(anna());
        auto transaction = value(Transaction::begin(anna().database->sql(), Durability::ProcessCrash));
        value(anna().writer.outbox().enqueue(kShop, kCustomers, ada, OperationKind::Update, Priority::Normal, anna().actor.user));
        value(transaction.commit());
        QCOMPARE(anna().syncServer(), QString()); // which knows that both sides agreed on this very version
        QVERIFY(anna().open(ada));
    }

    void aTwinOfWhatTheHolderBroughtInIsNotMadeAgain()
    {
        m_firm->shop.add(kCustomers, {{u"name"_s, u"Ada"_s}, {u"customerNumber"_s, u"7"_s}});
        settle(anna());
        QCOMPARE(bo().syncShop(), u"holder.other"_s);
        value(bo().editor.create(kCustomers, {{u"name"_s, u"Ada"_s}, {u"customerNumber"_s, u"7"_s}}, bo().actor)); // before he has heard of hers
        QCOMPARE(bo().syncServer(), QString());
        QCOMPARE(bo().names(), QStringList{u"Ada"_s});
        m_firm->waitForTheEnd();
        settle(bo());
        QCOMPARE(m_firm->namesAtShop(), QStringList{u"Ada"_s});
        QCOMPARE(m_firm->shop.live(kCustomers).size(), 1);
        QCOMPARE(bo().waiting(kShop), 0);
    }

    void whatWasSentAndNotAnsweredIsNotLetGoOf()
    {
        anna().create(u"Ada"_s);
        QCOMPARE(anna().syncServer(), QString());
        m_firm->shop.answers = Shop::Answers::AreLost;
        QVERIFY(!anna().syncShop().isEmpty());
        m_firm->shop.answers = Shop::Answers::Arrive;
        QCOMPARE(codeOf(QCoro::waitFor(anna().letGo())), u"holder.unsettled"_s);
        QCOMPARE(bo().syncShop(), u"holder.other"_s);
        m_firm->waitForTheEnd();
        settle(bo());
        QCOMPARE(m_firm->namesAtShop(), QStringList{u"Ada"_s});
    }

    void anotherAccountIsNeverAskedFor()
    {
        settle(anna());
        m_firm->shop.account = u"other.example"_s;
        QCOMPARE(anna().syncShop(), u"connection.otherAccount"_s);
        QCOMPARE(value(systemOf(*anna().database, kShop)), u"shop:shop.example"_s);
    }

    void aClockThatIsSetBackEndsTheHold()
    {
        settle(anna());
        anna().create(u"Ada"_s);
        QCOMPARE(anna().syncServer(), QString());
        m_firm->shop.beforePull = [this] { m_firm->server.clock.advance(std::chrono::hours(-1)); };
        QCOMPARE(anna().syncShop(), QString()); // asked again, and granted again, before anything was sent
        QCOMPARE(m_firm->shop.pushed, 1);
    }

    void whatPeopleThereMakeArrivesOnce()
    {
        settle(anna());
        m_firm->shop.add(kCustomers, named(u"Cleo"_s));
        settle(anna());
        QCOMPARE(bo().syncServer(), QString());
        m_firm->waitForTheEnd();
        settle(bo());
        settle(bo());
        QCOMPARE(bo().names(), QStringList{u"Cleo"_s});
        QCOMPARE(m_firm->namesAtShop(), QStringList{u"Cleo"_s});
        QCOMPARE(bo().openConflicts(), 0);
    }

    void aServerThatCannotBeAskedHoldsTheShopUp()
    {
        anna().create(u"Ada"_s);
        QCOMPARE(anna().syncServer(), QString());
        anna().transport.lost = [](const HttpRequest &) { return true; };
        QCOMPARE(anna().syncShop(), u"holder.unasked"_s);
        QCOMPARE(m_firm->shop.pushed, 0);
    }

    void runsThatHaveNothingToDoDoNotWriteMoreAndMore()
    {
        anna().create(u"Ada"_s);
        settle(anna());
        const auto before = value(anna().database->sql().number("SELECT total_changes()"));
        QCOMPARE(anna().syncServer(), QString());
        const auto first = value(anna().database->sql().number("SELECT total_changes()"));
        QCOMPARE(anna().syncServer(), QString());
        const auto second = value(anna().database->sql().number("SELECT total_changes()"));
        QVERIFY2(second - first <= first - before, "every run writes more");
    }

private:
    [[nodiscard]] Computer &anna() { return m_firm->anna; }
    [[nodiscard]] Computer &bo() { return m_firm->bo; }
    //! Both computers and the server have Ada; Anna's sends her to the shop and gets no answer.
    void makeAdaUnanswered(Shop::Answers answers)
    {
        anna().create(u"Ada"_s);
        QCOMPARE(anna().syncServer(), QString());
        QCOMPARE(bo().syncServer(), QString());
        m_firm->shop.answers = answers;
        QCOMPARE(anna().syncShop(), u"net.timeout"_s);
        m_firm->shop.answers = Shop::Answers::Arrive;
    }
    //! Until everything of the computer is everywhere.
    void settle(Computer &computer)
    {
        for (int round = 0; round < 3; ++round) {
            QCOMPARE(computer.syncServer(), QString());
            QCOMPARE(computer.syncShop(), QString());
        }
        QCOMPARE(computer.syncServer(), QString());
    }

    std::unique_ptr<Firm> m_firm;
};

QTEST_GUILESS_MAIN(HolderTest)

#include "holder_test.moc"
