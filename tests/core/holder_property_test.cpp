// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "holderfixture.h"
#include "tests/support/cases.h"

#include <QLoggingCategory>
#include <QTest>

#include <rapidcheck.h>

using namespace holderfixture;

namespace {

constexpr int kCases = 50;

//! What two people, two computers and their lines do, one number each.
class Life
{
public:
    enum Step { Create, Edit, Remove, SyncServer, SyncShop, TimePasses, LineBreaks, LineMends, ShopAnswersAreLost, ShopMakes, LetsGo, Steps };

    void live(const std::vector<std::pair<int, int>> &steps)
    {
        for (const auto &[what, chance] : steps)
            step(Step(what), chance);
    }

    //! Everything works again, and each has its turn as the holder.
    void heal()
    {
        for (auto *computer : {&m_firm.anna, &m_firm.bo})
            computer->transport.lost = {};
        m_firm.shop.answers = Shop::Answers::Arrive;
        for (int round = 0; round < 4; ++round) {
            for (auto *computer : {&m_firm.anna, &m_firm.bo}) {
                m_firm.waitForTheEnd();
                for (int i = 0; i < 3; ++i) {
                    computer->syncServer();
                    computer->syncShop();
                    decideAll(*computer);
                }
            }
        }
        m_firm.anna.syncServer();
        m_firm.bo.syncServer();
    }

    void check()
    {
        const auto names = m_firm.namesAtShop();
        RC_ASSERT(QSet<QString>(names.begin(), names.end()).size() == names.size()); // nothing twice
        for (auto *computer : {&m_firm.anna, &m_firm.bo}) {
            RC_ASSERT(computer->names() == names);
            RC_ASSERT(computer->waiting(kServer) == 0);
            RC_ASSERT(computer->waiting(kShop) == 0);
            RC_ASSERT(computer->openConflicts() == 0);
        }
        for (const auto &record : m_firm.anna.all()) {
            if (record.deleted)
                continue;
            const RemoteId there(m_firm.anna.idAtShop(record.id));
            RC_ASSERT(m_firm.shop.body(kCustomers, there)["city"_L1].toString() == record.body["city"_L1].toString());
            const auto same = m_firm.bo.customerNamed(record.body["name"_L1].toString());
            RC_ASSERT(m_firm.bo.idAtShop(same) == there.toString());
        }
        for (const auto &name : std::as_const(m_wanted)) // nobody has deleted it
            RC_ASSERT(names.contains(name));
    }

private:
    void step(Step what, int chance)
    {
        Computer &computer = chance % 2 ? m_firm.anna : m_firm.bo;
        const QString name = u"N%1"_s.arg(++m_number);
        switch (what) {
        case Create:
            computer.create(name);
            m_wanted.insert(name);
            return;
        case Edit:
            if (const auto id = some(computer, chance); !id.isEmpty())
                computer.edit(id, {{u"city"_s, name}});
            return;
        case Remove:
            if (const auto id = some(computer, chance); !id.isEmpty() && chance % 3 == 0) {
                m_wanted.remove(value(value(computer.database->objectStore(kCustomers)).get(id))->body["name"_L1].toString());
                computer.remove(id);
            }
            return;
        case SyncServer: computer.syncServer(); return;
        case SyncShop: computer.syncShop(); return;
        case TimePasses: m_firm.server.clock.advance(std::chrono::minutes(chance % 13)); return;
        case LineBreaks: {
            static const QStringList ends{u"/links"_s, u"/holder"_s, u"/push"_s, u"/pull"_s};
            const QString end = ends[chance % ends.size()];
            computer.transport.lost = [end](const HttpRequest &request) { return request.url.path().endsWith(end); };
            return;
        }
        case LineMends: computer.transport.lost = {}; return;
        case ShopAnswersAreLost:
            m_firm.shop.answers = chance % 3 ? Shop::Answers::Arrive : Shop::Answers::AreLost;
            return;
        case ShopMakes:
            m_firm.shop.add(kCustomers, named(name));
            m_wanted.insert(name);
            return;
        case LetsGo: (void)QCoro::waitFor(computer.letGo()); return;
        case Steps: return;
        }
    }

    static LocalId some(Computer &computer, int chance)
    {
        QList<LocalId> live;
        for (const auto &record : computer.all()) {
            if (!record.deleted)
                live.append(record.id);
        }
        return live.isEmpty() ? LocalId() : live[chance % live.size()];
    }

    //! People keep what they have: it is the decision that makes most work.
    void decideAll(Computer &computer)
    {
        ConflictStore conflicts(computer.database->sql(), m_firm.server.clock);
        ConflictResolver resolver(computer.writer, conflicts, m_firm.server.clock, computer.random);
        const auto open = value(conflicts.list(false));
        for (const auto &conflict : open) {
            if (!resolver.resolve(conflict.id, Strategy::ClientWins, std::nullopt, computer.actor))
                (void)resolver.resolve(conflict.id, Strategy::ServerWins, std::nullopt, computer.actor);
        }
    }

    Firm m_firm;
    int m_number = 0;
    QSet<QString> m_wanted; //!< names that must be there in the end
};

} // namespace

//! Two hubs, one shop, anything that may go wrong between them: nothing is made twice, nothing is lost, nothing waits for ever.
class HolderPropertyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLoggingCategory::setFilterRules(u"frost.*=false"_s);
        frost::test::setCases(kCases);
    }

    void nothingIsMadeTwiceWhoeverHoldsIt()
    {
        const bool holds = rc::check("two hubs and one shop end up with the same", [] {
            const auto steps = *rc::gen::container<std::vector<std::pair<int, int>>>(
                rc::gen::pair(rc::gen::inRange(0, int(Life::Steps)), rc::gen::inRange(0, 60)));
            Life life;
            life.live(steps);
            life.heal();
            life.check();
        });
        QVERIFY(holds);
    }
};

QTEST_GUILESS_MAIN(HolderPropertyTest)

#include "holder_property_test.moc"
