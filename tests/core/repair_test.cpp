// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hubfixture.h"

#include "core/sync/masschange.h"

#include <QTest>

using namespace hubfixture;

//! One record compared with a remote, and brought in line with it, without losing what was typed.
class RepairTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_hub = std::make_unique<Hub>(); }

    void comparingSaysHowBothSidesStand_data()
    {
        QTest::addColumn<QString>("happening");
        QTest::addColumn<QString>("there");
        QTest::addColumn<bool>("waiting");
        QTest::newRow("nothing happened") << u""_s << u"same"_s << false;
        QTest::newRow("an edit here that is not sent") << u"edit"_s << u"different"_s << true;
        QTest::newRow("a change there that is not pulled") << u"change"_s << u"different"_s << false;
        QTest::newRow("a deletion there that is not pulled") << u"remove"_s << u"missing"_s << false;
        QTest::newRow("the remote has forgotten it") << u"forget"_s << u"missing"_s << false;
        QTest::newRow("a record that was never sent") << u"new"_s << u"never-sent"_s << true;
    }
    void comparingSaysHowBothSidesStand()
    {
        QFETCH(QString, happening);
        QFETCH(QString, there);
        QFETCH(bool, waiting);
        LocalId id = sent();
        if (happening == u"new"_s)
            id = m_hub->create(named(u"Ny"_s));
        happen(happening, id);
        const auto before = m_hub->record(id);
        const auto comparison = value(QCoro::waitFor(m_hub->mainEngine.compare(kCustomers, id)));
        QCOMPARE(toString(comparison.there), there);
        QCOMPARE(comparison.waiting, waiting);
        QCOMPARE(comparison.versions.mine, std::optional(before->body));
        QCOMPARE(comparison.versions.theirs.has_value(), there == u"same"_s || there == u"different"_s);
        QCOMPARE(m_hub->record(id)->body, before->body);
        QVERIFY(value(m_hub->company.database().check()).isEmpty());
    }

    void aRepairTakesWhatWasMissedAndKeepsWhatIsNotSent()
    {
        const auto id = sent();
        behindItsBack(id, {{u"city"_s, u"Falun"_s}}); // the same version there, another content here
        m_hub->edit(id, {{u"note"_s, u"mine"_s}});
        const auto there = m_hub->remoteOf(id, kServer);
        auto body = m_hub->main.body(kCustomers, there);
        body.insert(u"phone"_s, u"0771"_s);
        m_hub->main.set(kCustomers, there, body);

        const auto report = repair(id);
        QVERIFY(!report.error);
        QCOMPARE(m_hub->record(id)->body["phone"_L1].toString(), u"0771"_s);
        QCOMPARE(m_hub->record(id)->body["note"_L1].toString(), u"mine"_s);
        m_hub->sync(m_hub->mainEngine);
        QCOMPARE(m_hub->main.body(kCustomers, there)["note"_L1].toString(), u"mine"_s);
        QCOMPARE(toString(value(QCoro::waitFor(m_hub->mainEngine.compare(kCustomers, id))).there), u"same"_s);
    }

    void whatDriftedUnnoticedComesBack()
    {
        const auto id = sent();
        behindItsBack(id, {{u"city"_s, u"Falun"_s}});
        m_hub->sync(m_hub->mainEngine);
        QCOMPARE(m_hub->record(id)->body["city"_L1].toString(), u"Falun"_s); // a delta does not see it
        repair(id);
        QVERIFY(m_hub->record(id)->body["city"_L1].toString() != u"Falun"_s);
        QVERIFY(!value(m_hub->writer.outbox().open(kServer, kCustomers, id)));
    }

    void fieldsThatAreNotExchangedAreNotCompared()
    {
        const auto id = sent();
        m_hub->rules(kServer, {{u"types"_s, QJsonObject{{u"customers"_s, QJsonObject{{u"fields"_s, QJsonArray{u"name"_s}}}}}}});
        behindItsBack(id, {{u"city"_s, u"Falun"_s}});
        QCOMPARE(toString(value(QCoro::waitFor(m_hub->mainEngine.compare(kCustomers, id))).there), u"same"_s);
    }

    void aRepairAnswersNoQuestion()
    {
        const auto id = sent();
        m_hub->company.write([&] { value(m_hub->company.database().setMeta(massQuestionKey(kServer), u"deletions 120 900"_s)); });
        repair(id);
        QCOMPARE(value(m_hub->company.database().meta(massQuestionKey(kServer))), u"deletions 120 900"_s);
    }

    void whatTheRemoteForgotIsAskedAboutNeverDeleted()
    {
        const auto id = sent();
        m_hub->main.forget(kCustomers, m_hub->remoteOf(id, kServer));
        repair(id);
        repair(id);
        QVERIFY(!m_hub->record(id)->deleted);
        const auto asked = value(m_hub->conflicts.list(false));
        QCOMPARE(asked.size(), 1);
        QCOMPARE(toString(asked.first().conflictType), u"missing-entity"_s);
    }

    void whatTheRemoteNeverGotIsQueued()
    {
        const auto id = sent();
        m_hub->company.write([&] { value(m_hub->links(kServer).remove(kCustomers, id)); });
        repair(id);
        QCOMPARE(toString(value(m_hub->writer.outbox().open(kServer, kCustomers, id))->kind), u"create"_s);
    }

    void aRepairIsARunOfItsOwn()
    {
        const auto id = sent();
        Runs runs(m_hub->company.sql(), m_hub->company.clock);
        const auto success = value(runs.lastSuccess(kServer));
        m_hub->company.clock.advance(std::chrono::hours(1));
        repair(id);
        QCOMPARE(value(runs.list(1)).first().mode, u"repair"_s);
        QCOMPARE(value(runs.lastSuccess(kServer)), success); // it has looked at one record
        const auto other = Lease::take(m_hub->company.sql(), m_hub->company.database().path(), kServer, m_hub->company.clock);
        QCOMPARE(codeOf(QCoro::waitFor(m_hub->mainEngine.repair(kCustomers, id, {}))), u"lease.held"_s);
    }

private:
    LocalId sent()
    {
        const auto id = m_hub->create(named(u"Varvet"_s));
        m_hub->settle();
        return id;
    }
    RunReport repair(const LocalId &id) { return value(QCoro::waitFor(m_hub->mainEngine.repair(kCustomers, id, {}))); }
    void happen(const QString &what, const LocalId &id)
    {
        const auto there = m_hub->remoteOf(id, kServer);
        if (what == u"edit"_s)
            m_hub->edit(id, {{u"note"_s, u"mine"_s}});
        else if (what == u"change"_s)
            m_hub->main.set(kCustomers, there, named(u"Varvet AB"_s));
        else if (what == u"remove"_s)
            m_hub->main.remove(kCustomers, there);
        else if (what == u"forget"_s)
            m_hub->main.forget(kCustomers, there);
    }
    //! As a restored backup or a defect leaves it: changed, and nobody has to tell anybody.
    void behindItsBack(const LocalId &id, const QJsonObject &patch)
    {
        auto record = *m_hub->record(id);
        for (auto it = patch.begin(); it != patch.end(); ++it)
            record.body.insert(it.key(), it.value());
        m_hub->company.write([&] { value(value(m_hub->company.database().objectStore(kCustomers)).put(record)); });
    }

    std::unique_ptr<Hub> m_hub;
};

QTEST_GUILESS_MAIN(RepairTest)
#include "repair_test.moc"
