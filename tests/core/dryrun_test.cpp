// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hubfixture.h"

#include "core/sync/dryrun.h"

#include <QTemporaryDir>
#include <QTest>

using namespace hubfixture;

// What a run would do, told before it is done (DESIGN.md section 5).
class DryRunTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void itTellsWhatTheRunThenDoes()
    {
        Hub hub;
        const auto changed = hub.main.add(kCustomers, named(u"Ek"_s));
        const auto both = hub.main.add(kCustomers, named(u"Gran"_s));
        const auto gone = hub.main.add(kCustomers, named(u"Alm"_s));
        hub.sync(hub.mainEngine);
        hub.main.set(kCustomers, changed, named(u"Ek AB"_s));
        hub.main.set(kCustomers, both, named(u"Gran AB"_s));
        hub.main.remove(kCustomers, gone);
        hub.edit(hub.localOf(both, kServer), {{u"name"_s, u"Gran & Co"_s}});
        const auto customer = hub.create(named(u"Ny"_s));
        const auto invoice = value(hub.editor.create(kInvoices, invoiceFor(customer), kAnna)).id;
        const int pushed = hub.main.pushed;
        const auto file = value(hub.company.database().check());

        const auto planned = dryRun(hub);
        QCOMPARE(hub.main.pushed, pushed);
        QCOMPARE(value(hub.company.database().check()), file);
        QCOMPARE(hub.record(hub.localOf(changed, kServer))->body, named(u"Ek"_s));
        QCOMPARE(value(hub.writer.outbox().unsent(kServer)), 3);
        QCOMPARE(planned.here, (QList<PlannedChange>{{kCustomers, hub.localOf(changed, kServer), u"update"_s},
                                                     {kCustomers, hub.localOf(both, kServer), u"conflict"_s},
                                                     {kCustomers, hub.localOf(gone, kServer), u"delete"_s}}));
        // The invoice waits for its customer, so it is there only because that counts as taken.
        QCOMPARE(planned.there, (QList<PlannedChange>{{kCustomers, customer, u"create"_s}, {kInvoices, invoice, u"create"_s}}));

        const auto report = hub.sync(hub.mainEngine);
        QCOMPARE(toString(report.state), toString(planned.report.state));
        QCOMPARE(report.counts, planned.report.counts);
    }

    void anUnansweredCreateIsToldAndNotSentAgain()
    {
        Hub hub;
        const auto id = hub.create(named(u"Ny"_s));
        hub.syncUnanswered(hub.main, Shop::Answers::AreLost);
        const int pushed = hub.main.pushed;
        const auto planned = dryRun(hub);
        QCOMPARE(hub.main.pushed, pushed);
        QCOMPARE(planned.there, (QList<PlannedChange>{{kCustomers, id, u"create"_s}}));
        QCOMPARE(planned.report.counts.created, 0); // what has arrived there is ours, and no second one
        QCOMPARE(toString(value(hub.writer.outbox().open(kServer, kCustomers, id))->state), u"verify"_s);
    }

private:
    static QJsonObject invoiceFor(const LocalId &customer)
    {
        return {{u"customer"_s, customer.toString()}, {u"invoiceDate"_s, u"2026-01-05"_s}, {u"currency"_s, u"SEK"_s}, {u"rows"_s, QJsonArray()}};
    }
    //! Of the main connection, on a copy of the file, while the original stays open.
    DryRun dryRun(Hub &hub)
    {
        QTemporaryDir folder;
        const auto path = folder.filePath(u"copy.frost"_s);
        value(hub.company.database().copyTo(path));
        const auto copy = value(Database::open({TenantId(u"firm"_s), CompanyId(u"acme"_s), path}, hub.company.clock, hub.company.random, {}));
        RecordWriter writer(*copy, hub.company.clock, hub.company.random);
        value(writer.reloadConnections());
        const auto before = value(writer.audit().list(1));
        ReadOnlyProvider reading(hub.main);
        SyncEngine engine(writer, reading, kServer, kAnna, hub.company.clock, hub.company.random, hub.executor);
        DryRun planned;
        planned.report = value(QCoro::waitFor(engine.run({})));
        planned.here = value(changesSince(writer.audit(), before.first().sequence));
        planned.there = reading.sent();
        return planned;
    }
};

QTEST_GUILESS_MAIN(DryRunTest)
#include "dryrun_test.moc"
