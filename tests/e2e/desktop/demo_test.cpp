// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/desktopoffice.h"
#include "tests/e2e/desktop/results.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace frost;
using frost::e2e::value;
using namespace Qt::StringLiterals;

namespace {
const EntityType kInvoices(u"invoices"_s);
constexpr int kPatience = 120'000; //!< ms; two servers and their companies are made
constexpr int kAtOnce = 2'000;     //!< ms; nobody waits for a process in that time
} // namespace

//! The example company comes and goes without the windows waiting for its processes (R-APP-06).
class DemoTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { qputenv("FROST_SECRETS", "file"); }

    void theColleagueHasSeenWhatWasSentBeforeTheServerWent()
    {
        QTemporaryDir data;
        DesktopOffice office(data.path());
        std::unique_ptr<CompanySession> session;
        office.openDemo([&](Result<std::unique_ptr<CompanySession>> opened) { session = value(std::move(opened)); });
        QTRY_VERIFY_WITH_TIMEOUT(session, kPatience);
        const auto isSynced = [&] {
            const auto &status = session->status();
            return status.queue.pending == 0 && !status.connections.isEmpty()
                && status.connections.first().sync.state == AutoSyncState::Idle;
        };
        QTRY_VERIFY_WITH_TIMEOUT(isSynced(), kPatience);

        std::optional<LocalId> invoice;
        session->ask(
            Lane::Write, this,
            [](Company &company) -> Result<LocalId> {
                auto store = company.database().objectStore(kInvoices);
                FROST_TRY(store);
                const auto first = store->select({.sort = u"documentNumber"_s, .limit = 1});
                FROST_TRY(first);
                const auto id = first->first().id;
                FROST_TRY(company.editor().update(kInvoices, id, {{u"yourReference"_s, u"Kalle"_s}}, company.actor()));
                return id;
            },
            [&](const Result<LocalId> &changed) { invoice = value(changed); });
        QTRY_VERIFY_WITH_TIMEOUT(invoice, kPatience);
        bool sent = false;
        const auto isSent = [&] { // of this very invoice: what the status counts may be from before
            session->ask(
                Lane::Page, this,
                [id = *invoice, connection = session->status().connections.first().id](Company &company) {
                return company.outbox().open(connection, kInvoices, id);
                },
                [&](const Result<std::optional<Operation>> &open) { sent = open && !*open; });
            return sent;
        };
        QTRY_VERIFY_WITH_TIMEOUT(isSent(), kPatience);

        QSignalSpy edits(office.demo(), &DemoControls::colleagueDid);
        office.demo()->stopServer();
        office.demo()->colleagueActs(DemoControls::ColleagueAct::Edits);
        QTRY_COMPARE_WITH_TIMEOUT(edits.size(), 1, kPatience);
        office.demo()->startServer();
        QTRY_COMPARE_WITH_TIMEOUT(office.demo()->server(), DemoControls::Server::Running, kPatience);
        session->syncNow(); // nothing waits here, so the next pull would be in a minute
        std::optional<QString> reference;
        const auto arrived = [&] {
            session->ask(
                Lane::Page, this,
                [id = *invoice](Company &company) -> Result<QString> {
                    auto store = company.database().objectStore(kInvoices);
                    FROST_TRY(store);
                    const auto record = store->get(id);
                    FROST_TRY(record);
                    return (**record).body.value(u"yourReference"_s).toString();
                },
                [&](const Result<QString> &read) { reference = value(read); });
            return reference && reference->startsWith(u"Inköp, Anna");
        };
        QTRY_VERIFY_WITH_TIMEOUT(arrived(), kPatience); // had she not seen Kalle, it would be her conflict
        QCOMPARE(session->status().openConflicts, 0);
    }

    void theSecondTakesThePlaceOfTheFirst()
    {
        QTemporaryDir data;
        DesktopOffice office(data.path());
        int first = 0;
        std::unique_ptr<CompanySession> session;
        office.openDemo([&](auto) { ++first; });
        QElapsedTimer asking;
        asking.start();
        office.openDemo([&](Result<std::unique_ptr<CompanySession>> opened) {
            if (opened)
                session = *std::move(opened);
        });
        QVERIFY(asking.elapsed() < kAtOnce);
        QVERIFY(!office.demo()); // not yet
        QTRY_VERIFY_WITH_TIMEOUT(session, kPatience);
        QCOMPARE(first, 0);
        QVERIFY(office.demo());
        QCOMPARE(office.demo()->server(), DemoControls::Server::Running);
        office.demo()->stopServer(); // a scene under way
        session.reset();
        QVERIFY(!office.demo());
    }
};

QTEST_MAIN(DemoTest)
#include "demo_test.moc"
