// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "siefixture.h"

#include "core/exchange/sie/sieimporter.h"

#include <QJsonArray>
#include <QtTest>

using namespace siefixture;

namespace {
const EntityType kAccounts(u"accounts"_s);
const EntityType kCostCenters(u"costCenters"_s);
const EntityType kProjects(u"projects"_s);
const EntityType kVouchers(u"vouchers"_s);
const ConnectionId kServer(u"frostserver"_s);
const Actor kAnna{UserId(u"anna@firm.se"_s), DeviceId(u"laptop"_s), Source::Import};
const QByteArray kRows = "#TRANS 1930 {} 10\n#TRANS 3001 {} -10\n";

SiePlan planOf(const QString &name)
{
    return value(SieFile::read(encoded(text(name), SieEncoding::Cp437)));
}
} // namespace

class SieImportTest : public QObject
{
    Q_OBJECT

private:
    void open()
    {
        m_editor.reset();
        m_writer = std::make_unique<RecordWriter>(m_company->database(), m_company->clock, m_company->random);
        m_editor = std::make_unique<RecordEditor>(*m_writer, m_company->clock, m_company->random);
    }
    Result<SieReport> import(const SiePlan &plan, const SieImporter::Options &options = {})
    {
        return SieImporter(m_company->database(), *m_editor, m_company->clock, m_company->random).import(plan, kAnna, options);
    }
    [[nodiscard]] ObjectStore store(const EntityType &type) { return value(m_company->database().objectStore(type)); }
    [[nodiscard]] QJsonObject find(const EntityType &type, const QString &field, const QString &text)
    {
        const auto found = value(store(type).select({.where = {{field, text}}, .after = {}}));
        return found.isEmpty() ? QJsonObject() : found.first().body;
    }
    [[nodiscard]] QJsonObject voucher(const QString &series, const QString &number)
    {
        for (const auto &record : value(store(kVouchers).select({.where = {{u"number"_s, number}}, .after = {}}))) {
            if (record.body.value(u"series").toString() == series)
                return record.body;
        }
        return {};
    }
    //! Everything the company holds, to the last change.
    [[nodiscard]] QList<qint64> footprint()
    {
        QList<qint64> counts;
        for (const char *table : {"os_accounts", "os_costCenters", "os_projects", "os_vouchers", "operations", "audit", "meta"})
            counts.append(m_company->number("SELECT count(*) FROM "_ba + table));
        for (const char *table : {"os_accounts", "os_vouchers"})
            counts.append(m_company->number("SELECT coalesce(sum(revision), 0) FROM "_ba + table));
        return counts;
    }
    [[nodiscard]] static ImportReport::Count countOf(const SieReport &report, const EntityType &type)
    {
        for (const auto &count : report.counts) {
            if (count.type == type)
                return count;
        }
        return {};
    }

    std::unique_ptr<companyfixture::Company> m_company;
    std::unique_ptr<RecordWriter> m_writer;
    std::unique_ptr<RecordEditor> m_editor;

private Q_SLOTS:
    void init()
    {
        m_editor.reset();
        m_writer.reset();
        m_company = std::make_unique<companyfixture::Company>();
        value(Connections(m_company->sql(), m_company->clock).add(kServer, u"frostserver"_s, {}));
        open();
    }

    void theStoreHoldsWhatTheFileHolds()
    {
        const auto report = value(import(planOf(u"boatyard.txt"_s)));
        QCOMPARE(value(store(kAccounts).count()), 6);
        QCOMPARE(value(store(kVouchers).count()), 3);
        QCOMPARE(countOf(report, kVouchers).created, 3);
        QVERIFY(!report.isUnfinished()); // a voided number is as it should be
        const auto bank = find(kAccounts, u"number"_s, u"1930"_s);
        QCOMPARE(bank.value(u"openingBalance").toString(), u"100000.00"_s);
        QCOMPARE(bank.value(u"description").toString(), u"Företagskonto"_s);
        QCOMPARE(bank.value(u"type").toString(), u"asset"_s);
        QCOMPARE(bank.value(u"sru").toString(), u"7281"_s);
        QCOMPARE(bank.value(u"financialYear").toString(), u"2025"_s);
        QVERIFY(!find(kAccounts, u"number"_s, u"1510"_s).contains(u"openingBalance"_s));
        QCOMPARE(value(m_company->database().check()), QStringList());
        QCOMPARE(value(m_writer->outbox().counts()).pending, 6 + 2 + 3);
    }

    void vouchersKeepDimensionsAndHistory()
    {
        value(import(planOf(u"boatyard.txt"_s)));
        const auto sale = voucher(u"A"_s, u"1"_s);
        QCOMPARE(sale.value(u"transactionDate").toString(), u"2025-01-15"_s);
        QCOMPARE(sale.value(u"registrationDate").toString(), u"2025-01-16"_s);
        QCOMPARE(sale.value(u"signature").toString(), u"Åsa"_s);
        QCOMPARE(sale.value(u"rows")[0][u"debit"].toString(), u"1250.00"_s);
        QCOMPARE(sale.value(u"rows")[0][u"dimensions"].toString(), u"8 Kund: 100 Fiskeläget"_s);
        const auto row = sale.value(u"rows")[1];
        QCOMPARE(row[u"credit"].toString(), u"1000.00"_s);
        QCOMPARE(value(store(kCostCenters).get(LocalId(row[u"costCenter"].toString())))->body.value(u"code").toString(), u"VARV"_s);
        QCOMPARE(value(store(kProjects).get(LocalId(row[u"project"].toString())))->body.value(u"description").toString(),
                 u"Ombyggnad av \"Gäddan\""_s);

        const auto changed = voucher(u"A"_s, u"2"_s);
        QCOMPARE(changed.value(u"rows").toArray().size(), 2);
        QCOMPARE(changed.value(u"rows")[1][u"added"].toBool(), true);
        QCOMPARE(changed.value(u"rows")[1][u"signature"].toString(), u"Östen"_s);
        QCOMPARE(changed.value(u"rows")[1][u"transactionDate"].toString(), u"2025-02-01"_s);
        QCOMPARE(changed.value(u"struckRows").toArray().size(), 1);
        QCOMPARE(changed.value(u"struckRows")[0][u"credit"].toString(), u"1200.00"_s);
        QCOMPARE(changed.value(u"struckRows")[0][u"text"].toString(), u"fel belopp"_s);
        QCOMPARE(voucher(u"B"_s, u"1"_s).value(u"rows")[0][u"quantity"].toString(), u"12.5"_s);
    }

    void aDryRunWritesNothingAndSaysTheSame()
    {
        const auto before = footprint();
        auto dry = value(import(planOf(u"boatyard.txt"_s), {.mode = ImportMode::DryRun, .confirmed = {}, .progress = {}})).toJson();
        QCOMPARE(footprint(), before);
        auto real = value(import(planOf(u"boatyard.txt"_s))).toJson();
        QVERIFY(footprint() != before);
        QCOMPARE(dry.take(u"dryRun"_s), QJsonValue(true));
        QCOMPARE(real.take(u"dryRun"_s), QJsonValue(false));
        QCOMPARE(dry, real);
    }

    void theSameFileIsRefusedUntilConfirmedAndDoublesNothing()
    {
        value(import(planOf(u"boatyard.txt"_s)));
        const auto after = footprint();
        m_company->reopen();
        open();
        const auto refused = import(planOf(u"boatyard.txt"_s));
        QCOMPARE(codeOf(refused), u"sie.importedBefore"_s);
        QVERIFY(refused.error().kind == ErrorKind::Conflict);
        QCOMPARE(refused.error().args, QStringList{toIso(m_company->clock.now())});
        QCOMPARE(footprint(), after);

        const auto dry = value(import(planOf(u"boatyard.txt"_s), {.mode = ImportMode::DryRun, .confirmed = {}, .progress = {}}));
        QCOMPARE(dry.importedBefore, toIso(m_company->clock.now()));
        const auto again = value(import(planOf(u"boatyard.txt"_s), {.mode = ImportMode::Write, .confirmed = SieConfirmation::Again, .progress = {}}));
        QCOMPARE(footprint(), after);
        QCOMPARE(countOf(again, kVouchers).skipped, 3);
        QCOMPARE(countOf(again, kVouchers).created, 0);
        QVERIFY(!again.isUnfinished());
    }

    // The same year exported again later: other bytes, old vouchers and new ones.
    void aNewerExportBringsWhatIsNew()
    {
        value(import(planOf(u"boatyard.txt"_s)));
        auto later = text(u"boatyard.txt"_s);
        later += u"#VER A 3 20251230 \"Ränta\"\n{\n#TRANS 1930 {} 5\n#TRANS 8310 {} -5\n}\n"_s;
        const auto report = value(import(value(SieFile::read(later.toUtf8()))));
        QCOMPARE(countOf(report, kVouchers).created, 1);
        QCOMPARE(countOf(report, kVouchers).skipped, 3);
        QCOMPARE(countOf(report, kAccounts).created, 1); // 8310, used and not declared
        QCOMPARE(find(kAccounts, u"number"_s, u"8310"_s).value(u"description").toString(), u"8310"_s);
    }

    void whatPeopleChangedIsKeptAndListed()
    {
        value(import(planOf(u"boatyard.txt"_s)));
        const auto record = value(store(kVouchers).select({.where = {{u"number"_s, u"2"_s}}, .after = {}})).first();
        m_company->write([&] { // at the other side: here it is in the books
            auto body = record.body;
            body.insert(u"description"_s, u"Insättning"_s);
            value(m_writer->write({.type = kVouchers, .id = record.id, .body = body, .updatedBy = {}, .updatedAt = {}}, kAnna));
        });
        const auto after = footprint();
        const auto report = value(import(planOf(u"boatyard.txt"_s), {.mode = ImportMode::Write, .confirmed = SieConfirmation::Again, .progress = {}}));
        QCOMPARE(footprint(), after);
        QCOMPARE(report.differences.size(), 1);
        QCOMPARE(report.differences.first().key, u"2025 A 2"_s);
        QCOMPARE(report.differences.first().fields, QStringList{u"description"_s});
        QVERIFY(report.isUnfinished());
    }

    // SIE 4i: the payroll program gives neither series nor numbers nor a year, and two vouchers may say the same.
    void vouchersWithoutNumbers()
    {
        const auto plan = planOf(u"payroll.txt"_s);
        QVERIFY(plan.facts.flagged);
        const auto report = value(import(plan));
        QCOMPARE(countOf(report, kVouchers).created, 2);
        QCOMPARE(value(store(kAccounts).count()), 3);
        const auto made = value(store(kVouchers).select({.where = {{u"series"_s, u"I"_s}}, .after = {}}));
        QCOMPARE(made.size(), 2);
        QVERIFY(!made.first().body.contains(u"number"_s));
        QCOMPARE(made.first().body.value(u"financialYear").toString(), u"2025"_s);

        const auto again = value(import(plan, {.mode = ImportMode::Write, .confirmed = SieConfirmation::Again, .progress = {}}));
        QCOMPARE(countOf(again, kVouchers).skipped, 2);
        QCOMPARE(value(store(kVouchers).count()), 2);
    }

    void anotherCompanysFileIsRefusedUntilConfirmed()
    {
        value(import(planOf(u"boatyard.txt"_s)));
        value(import(planOf(u"payroll.txt"_s))); // the same number, written without a hyphen
        const auto after = footprint();
        const auto other = value(SieFile::read("#ORGNR 212000-0142\n"_ba + withRows(kRows)));
        QCOMPARE(codeOf(import(other)), u"sie.otherCompany"_s);
        QCOMPARE(footprint(), after);
        QCOMPARE(value(import(other, {.mode = ImportMode::DryRun, .confirmed = {}, .progress = {}})).otherCompany, u"556036-0793"_s);
        value(import(other, {.mode = ImportMode::Write, .confirmed = SieConfirmation::OtherCompany, .progress = {}}));
        QVERIFY(footprint() != after);
    }

    void everyYearHasItsOwnAccounts()
    {
        QByteArray nextYear = withRows(kRows) + "#IB 0 1930 15\n";
        nextYear.replace("2025", "2026");
        value(import(value(SieFile::read(withRows(kRows) + "#IB 0 1930 5\n"))));
        value(import(value(SieFile::read(nextYear))));
        QCOMPARE(value(store(kAccounts).count()), 4);
        QCOMPARE(value(store(kVouchers).count()), 2);
    }

    void whatCannotBeBookedIsRememberedWithTheFile()
    {
        const auto plan = value(SieFile::read(withRows("#TRANS 1930 {} 1\n") + "#VER A 2 20250301 x\n{\n" + kRows + "}\n"));
        const auto report = value(import(plan));
        QVERIFY(report.isUnfinished());
        QCOMPARE(value(store(kVouchers).count()), 1);
        const auto note = value(m_company->database().meta(u"import/sie/"_s + plan.facts.hash));
        QVERIFY(note.contains(u"sie.unbalanced"));
    }

    void nothingIsWrittenWhen_data()
    {
        QTest::addColumn<QString>("reason");
        QTest::newRow("the user stops") << u"stop"_s;
        QTest::newRow("a right is missing") << u"right"_s;
        QTest::newRow("the disk refuses the last voucher") << u"disk"_s;
    }
    void nothingIsWrittenWhen()
    {
        QFETCH(QString, reason);
        const auto before = footprint();
        SieImporter::Options options;
        QString code = u"sie.cancelled"_s;
        if (reason == u"stop")
            options.progress = [](qint64 done, qint64 total) { return done + 1 < total; };
        if (reason == u"right") {
            m_editor->setPermissions(QStringList{u"accounts:create"_s});
            code = u"permission.missing"_s;
        }
        if (reason == u"disk") {
            value(m_company->sql().run("CREATE TEMP TRIGGER wall BEFORE INSERT ON os_vouchers WHEN (SELECT count(*) FROM os_vouchers) >= 2 "
                                       "BEGIN SELECT RAISE(ABORT, 'wall'); END"));
            code = codeOf(import(planOf(u"boatyard.txt"_s), options));
            QVERIFY(!code.isEmpty());
        }
        QCOMPARE(codeOf(import(planOf(u"boatyard.txt"_s), options)), code);
        QCOMPARE(footprint(), before);
        QCOMPARE(value(m_company->database().check()), QStringList());
    }

    void aStoppedImportGoesOnWhereItEnded()
    {
        const auto plan = planOf(u"boatyard.txt"_s);
        SieImporter importer(m_company->database(), *m_editor, m_company->clock, m_company->random);
        const auto decision = value(importer.decide(plan, {}));
        const auto half = decision.bodies.size() / 2;
        value(importer.write(decision, 0, half, kAnna));
        const auto rest = value(importer.decide(plan, {})); // not yet imported: nothing to confirm
        QCOMPARE(rest.bodies.size(), decision.bodies.size() - half);
        QVERIFY(rest.report.differences.isEmpty());
        value(importer.write(rest, 0, 1, kAnna));
        value(importer.write(rest, 1, rest.bodies.size(), kAnna));
        QCOMPARE(value(store(kVouchers).count()), qint64(plan.vouchers.size()));
        QCOMPARE(codeOf(importer.decide(plan, {})), u"sie.importedBefore"_s);
    }

    void aRecordThatBreaksARuleIsRefused()
    {
        const auto plan = value(SieFile::read(withRows("#TRANS 1930 {} 10 \"\" \"" + QByteArray(30'000, '\x86') + "\"\n#TRANS 3001 {} -10 \"\" \""
                                                       + QByteArray(40'000, '\x86') + "\"\n")));
        const auto report = value(import(plan));
        QCOMPARE(report.refused.size(), 1);
        QCOMPARE(report.refused.first().key, u"2025 A 1"_s);
        QCOMPARE(report.refused.first().why.args, QStringList{u"rows[1].text: field.tooLong"_s});
        QVERIFY(report.isUnfinished());
    }

    void whatIsDatedInClosedBooksIsNamedAndTheRestIsMade() // UX.md 2.1: the lock date holds at entry
    {
        value(m_editor->create(EntityType(u"bookClosings"_s), {{u"closedTo"_s, u"2025-01-31"_s}}, kAnna));
        for (const auto mode : {ImportMode::DryRun, ImportMode::Write}) {
            const auto report = value(import(planOf(u"boatyard.txt"_s), {.mode = mode}));
            QCOMPARE(countOf(report, kVouchers).created, 1);
            QCOMPARE(report.refused.size(), 2);
            QCOMPARE(report.refused.at(0).key, u"2025 A 1"_s);
            QCOMPARE(report.refused.at(1).key, u"2025 A 2"_s);
            QCOMPARE(report.refused.at(1).why.code, u"books.closed"_s);
            QCOMPARE(report.refused.at(1).why.args, QStringList{u"2025-01-31"_s});
        }
        QVERIFY(!voucher(u"B"_s, u"1"_s).isEmpty());
        QVERIFY(voucher(u"A"_s, u"1"_s).isEmpty());
    }

    void whatIsInClosedBooksAlreadyIsFoundThere()
    {
        value(import(planOf(u"boatyard.txt"_s)));
        value(m_editor->create(EntityType(u"bookClosings"_s), {{u"closedTo"_s, u"2025-12-31"_s}}, kAnna));
        const auto report = value(import(planOf(u"boatyard.txt"_s), {.confirmed = SieConfirmation::Again}));
        QCOMPARE(countOf(report, kVouchers).skipped, 3);
        QVERIFY(report.refused.isEmpty());
    }
};

QTEST_GUILESS_MAIN(SieImportTest)
#include "sieimport_test.moc"
