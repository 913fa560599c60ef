// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "officefixture.h"

#include "core/activity/retention.h"
#include "core/activity/runs.h"

#include <QJsonArray>
#include <QTest>

using namespace officefixture;

namespace {
constexpr std::chrono::hours kDay{24};
const LocalId kId(u"tmp-a"_s);
}

//! R-LOC-06: what is old goes, what somebody needs stays.
class RetentionTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<Office> m_office;

    void pass(int days) { m_office->company.clock.advance(kDay * days); }
    [[nodiscard]] Audit &audit() { return m_office->writer.audit(); }
    Pruned prune(const Retention &retention = {})
    {
        return value(frost::prune(m_office->company.database(), audit(), m_office->company.clock, retention, kAnna));
    }
    [[nodiscard]] bool isThere(const LocalId &id = kId)
    {
        return value(value(m_office->company.database().objectStore(kCustomers)).get(id)).has_value();
    }
    //! A customer that the server knows, deleted, and the deletion confirmed.
    void leaveTombstone()
    {
        m_office->write(named(u"Ada"_s));
        m_office->take();
        m_office->acknowledge();
        m_office->write(named(u"Ada"_s), true);
    }
    void confirmDeletion()
    {
        m_office->take();
        m_office->acknowledge();
    }

private Q_SLOTS:
    void init() { m_office = std::make_unique<Office>(); }

    void aTombstoneGoesWithItsLinksWhenItIsOldEnough()
    {
        leaveTombstone();
        confirmDeletion();
        pass(729);
        QCOMPARE(prune().tombstones, 0);
        QVERIFY(isThere());
        pass(2);
        QCOMPARE(prune().tombstones, 1);
        QVERIFY(!isThere());
        QCOMPARE(m_office->company.number("SELECT count(*) FROM links"), 0);
        QCOMPARE(prune().total(), 0);
        const auto purged = value(audit().find({.action = u"purge"_s}));
        QCOMPARE(purged.size(), 1);
        QCOMPARE(purged.first().record, kId);
        QCOMPARE(value(audit().verify()), QStringList());
        QCOMPARE(value(m_office->company.database().check()), QStringList());
    }

    void whatSomebodyNeedsStays_data()
    {
        QTest::addColumn<QString>("need");
        QTest::newRow("the server has still to hear of it") << u"operation"_s;
        QTest::newRow("a base copy is kept") << u"base"_s;
        QTest::newRow("an open conflict") << u"conflict"_s;
        QTest::newRow("a draft") << u"draft"_s;
        QTest::newRow("a live record refers to it") << u"reference"_s;
    }
    void whatSomebodyNeedsStays()
    {
        QFETCH(QString, need);
        leaveTombstone();
        if (need != u"operation")
            confirmDeletion();
        auto &company = m_office->company;
        company.write([&] {
            if (need == u"base")
                value(m_office->links().setBase(kCustomers, kId, named(u"Ada"_s)));
            if (need == u"conflict")
                value(company.sql().run("INSERT INTO conflicts (connection, type, record, conflict_type, severity, state,"
                                        " created_at, updated_at) VALUES ('frostserver', 'customers', 'tmp-a', 'data', 'low',"
                                        " 'open', 1, 1)"));
            if (need == u"draft")
                value(company.sql().run("INSERT INTO drafts VALUES ('customers', 'tmp-a', NULL, '{}', 1)"));
            if (need == u"reference") {
                Record invoice;
                invoice.id = LocalId(u"tmp-i"_s);
                invoice.body = {{u"customer"_s, kId.toString()}};
                value(value(company.database().objectStore(EntityType(u"invoices"_s))).put(invoice));
            }
        });
        pass(4000);
        QCOMPARE(prune().tombstones, 0);
        QVERIFY(isThere());
        if (need == u"reference") { // and goes once nobody does
            company.write([&] {
                value(value(company.database().objectStore(EntityType(u"invoices"_s))).remove(LocalId(u"tmp-i"_s)));
            });
            QCOMPARE(prune().tombstones, 1);
        }
    }

    void referencesInRowsCountAsWell()
    {
        const EntityType articles(u"articles"_s);
        auto &company = m_office->company;
        company.write([&] {
            Record article;
            article.id = kId;
            article.deleted = true;
            article.updatedAt = company.clock.now();
            value(value(company.database().objectStore(articles)).put(article));
            Record invoice;
            invoice.id = LocalId(u"tmp-i"_s);
            invoice.body = {{u"rows"_s, QJsonArray{QJsonObject{{u"rowId"_s, u"r1"_s}, {u"article"_s, kId.toString()}}}}};
            value(value(company.database().objectStore(EntityType(u"invoices"_s))).put(invoice));
        });
        pass(4000);
        QCOMPARE(prune().tombstones, 0);
    }

    void liveRecordsStayForEver()
    {
        m_office->write(named(u"Ada"_s));
        pass(30'000);
        QCOMPARE(prune().tombstones, 0);
        QVERIFY(isThere());
    }

    void historyGoesButTheNewestRunStays()
    {
        Runs runs(m_office->company.sql(), m_office->company.clock);
        for (int i = 0; i < 3; ++i) {
            const auto run = value(runs.start(kServer, u"delta"_s));
            value(runs.finish(run, RunState::Done, {}, {}));
        }
        m_office->write(named(u"Ada"_s));
        m_office->take();
        m_office->acknowledge();
        pass(731);
        const auto pruned = prune();
        QCOMPARE(pruned.operations, 1);
        QCOMPARE(pruned.runs, 2);
        QCOMPARE(value(runs.list(-1)).size(), 1);
        QVERIFY(value(runs.lastSuccess(kServer)).isValid());
        QCOMPARE(value(audit().find({.action = u"prune"_s})).size(), 2);
        QVERIFY(isThere());
    }

    void auditFactsStayWhenTheirContentGoes() // bokföringslagen 7:2
    {
        m_office->write(named(u"Ada"_s));
        pass(3'652);
        const Retention shortest{.payloads = 3'653};
        QCOMPARE(prune(shortest).payloads, 0);
        pass(2);
        QCOMPARE(prune(shortest).payloads, 1);
        const auto entries = value(audit().find({.record = kId}));
        QCOMPARE(entries.size(), 1);
        QVERIFY(entries.first().pruned);
        QCOMPARE(entries.first().actor.user, kAnna.user);
        QCOMPARE(value(audit().verify()), QStringList());
    }

    void agesHaveBounds_data()
    {
        QTest::addColumn<int>("tombstones");
        QTest::addColumn<int>("payloads");
        QTest::addColumn<QString>("code");
        QTest::newRow("the shortest of all") << 90 << 3'653 << QString();
        QTest::newRow("tombstones too short") << 89 << 3'653 << u"retention.outOfRange"_s;
        QTest::newRow("less than the law asks for") << 90 << 3'652 << u"retention.outOfRange"_s;
        QTest::newRow("longer than there are dates") << 36'501 << 3'653 << u"retention.outOfRange"_s;
    }
    void agesHaveBounds()
    {
        QFETCH(int, tombstones);
        QFETCH(int, payloads);
        auto &database = m_office->company.database();
        const Retention wanted{.tombstones = tombstones, .payloads = payloads};
        QTEST(codeOf(wanted.store(database, audit(), kAnna)), "code");
        const bool isKept = value(Retention::read(database)).tombstones == tombstones;
        QCOMPARE(isKept, value(audit().find({.action = u"retention"_s})).size() == 1);
    }

    void itStopsWhenItIsTold()
    {
        leaveTombstone();
        confirmDeletion();
        pass(4000);
        const auto pruned = value(frost::prune(m_office->company.database(), audit(), m_office->company.clock, {}, kAnna,
                                               [] { return false; }));
        QCOMPARE(pruned.total(), 0);
        QVERIFY(isThere());
    }
};

QTEST_GUILESS_MAIN(RetentionTest)
#include "retention_test.moc"
