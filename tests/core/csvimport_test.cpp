// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "companyfixture.h"

#include "core/base/decimal.h"
#include "core/exchange/csvimporter.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QtTest>

using namespace companyfixture;

namespace {
const EntityType kCustomers(u"customers"_s);
const EntityType kArticles(u"articles"_s);
const EntityType kInvoices(u"invoices"_s);
const ConnectionId kServer(u"frostserver"_s);
const Actor kAnna{UserId(u"anna@firm.se"_s), DeviceId(u"laptop"_s), Source::Import};
const QByteArray kHeader = "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";

QString fixture()
{
    return QStringLiteral(FROST_TEST_FILES) + u"/retail.csv"_s;
}
} // namespace

class CsvImportTest : public QObject
{
    Q_OBJECT

private:
    void open()
    {
        m_writer = std::make_unique<RecordWriter>(m_company->database(), m_company->clock, m_company->random);
        m_editor = std::make_unique<RecordEditor>(*m_writer, m_company->clock, m_company->random);
    }
    Result<ImportReport> import(const QString &path, ImportMode mode = ImportMode::Write,
                                const CsvPlanner::Progress &progress = {})
    {
        CsvImporter importer(m_company->database(), *m_editor, m_company->clock, m_company->random);
        return importer.run(path, m_profile, kAnna, mode, progress);
    }
    [[nodiscard]] qint64 count(const EntityType &type)
    {
        return value(value(m_company->database().objectStore(type)).count());
    }
    [[nodiscard]] Record find(const EntityType &type, const QString &field, const QString &text)
    {
        const auto found =
            value(value(m_company->database().objectStore(type)).select({.where = {{field, text}}, .after = {}}));
        return found.isEmpty() ? Record{} : found.first();
    }
    //! Everything the company holds, to the last change.
    [[nodiscard]] QList<qint64> footprint()
    {
        QList<qint64> counts;
        for (const char *table :
             {"os_customers", "os_articles", "os_invoices", "operations", "operation_history", "audit", "meta"})
            counts.append(m_company->number("SELECT count(*) FROM "_ba + table));
        for (const char *table : {"os_customers", "os_articles", "os_invoices"})
            counts.append(m_company->number("SELECT coalesce(sum(revision), 0) FROM "_ba + table));
        return counts;
    }
    //! All amounts the store holds, exactly.
    [[nodiscard]] QString storedSum()
    {
        Decimal sum;
        value(value(m_company->database().objectStore(kInvoices)).forEach([&](const Record &invoice) {
            for (const auto &row : invoice.body.value(u"rows").toArray())
                sum += value(Decimal::parse(row[u"quantity"].toString()))
                       * value(Decimal::parse(row[u"price"].toString()));
            return true;
        }));
        return sum.toString();
    }
    QString written(const QByteArray &bytes)
    {
        QFile file(m_dir.filePath(u"file.csv"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write");
        return file.fileName();
    }
    //! `invoices` of one row each, all of one article.
    QByteArray many(qint64 invoices)
    {
        QByteArray rows = kHeader;
        for (qint64 i = 1; i <= invoices; ++i)
            rows += QByteArray::number(i) + ",A,x,1,2021-01-01 00:00:00,1.5,7,EIRE\n";
        return rows;
    }
    static void everyRowIsCountedOnce(const ImportReport &report)
    {
        QCOMPARE(report.rowsImported + report.rowsKnown + report.rowsDifferent + report.rowsRefused()
                     + report.rowsPending,
                 report.rowsRead);
    }

    QTemporaryDir m_dir;
    CsvProfile m_profile;
    std::unique_ptr<Company> m_company;
    std::unique_ptr<RecordWriter> m_writer;
    std::unique_ptr<RecordEditor> m_editor;

private Q_SLOTS:
    void init()
    {
        m_editor.reset();
        m_writer.reset();
        m_company = std::make_unique<Company>();
        value(Connections(m_company->sql(), m_company->clock).add(kServer, u"frostserver"_s, {}));
        m_profile = value(CsvProfile::load(u"online-retail"_s));
        open();
    }

    void theStoreHoldsWhatTheFileHolds()
    {
        const auto report = value(import(fixture()));
        QProcess python;
        python.start(QStringLiteral(FROST_PYTHON), {QStringLiteral(FROST_TEST_FILES) + u"/sum.py"_s, fixture()});
        QVERIFY(python.waitForFinished());
        const auto expected = QJsonDocument::fromJson(python.readAllStandardOutput()).object();
        QCOMPARE(storedSum(), expected.value(u"sum").toString());
        QCOMPARE(count(kInvoices), expected.value(u"invoices").toInteger());
        QCOMPARE(count(kArticles), expected.value(u"articles").toInteger());
        QCOMPARE(count(kCustomers), expected.value(u"customers").toInteger() + 1);
        QCOMPARE(report.rowsRead, expected.value(u"rows").toInteger());
        QCOMPARE(report.rowsImported, report.rowsRead);
        QVERIFY(!report.stopped);
        QVERIFY(report.importedBefore.isEmpty());
        everyRowIsCountedOnce(report);
        QCOMPARE(value(m_company->database().check()), QStringList());
    }

    void whatIsImportedIsDerivedAuditedAndQueued()
    {
        value(import(fixture()));
        const auto invoice = find(kInvoices, u"documentNumber"_s, u"N7001"_s);
        QCOMPARE(invoice.body.value(u"net").toString(), u"52.30"_s); // 15.30 + 28.50 + 8.50
        QCOMPARE(value(m_company->database().objectStore(kCustomers))
                     .get(LocalId(invoice.body.value(u"customer").toString()))
                     .value()
                     ->body.value(u"customerNumber")
                     .toString(),
                 u"20001"_s);
        const auto entries = value(m_writer->audit().list(1, kInvoices, invoice.id));
        QVERIFY(entries.first().actor.source == Source::Import);
        const auto operation = value(m_writer->outbox().open(kServer, kInvoices, invoice.id));
        QVERIFY(operation);
        QVERIFY(operation->kind == OperationKind::Create);
    }

    void aDryRunWritesNothingAndSaysTheSame()
    {
        const auto before = footprint();
        const auto dry = value(import(fixture(), ImportMode::DryRun));
        QCOMPARE(footprint(), before);
        const auto real = value(import(fixture()));
        QVERIFY(footprint() != before);
        auto dryJson = dry.toJson();
        auto realJson = real.toJson();
        QCOMPARE(dryJson.take(u"dryRun"_s), QJsonValue(true));
        QCOMPARE(realJson.take(u"dryRun"_s), QJsonValue(false));
        QCOMPARE(dryJson, realJson);
    }

    void aSecondImportDoublesNothing()
    {
        const auto first = value(import(fixture()));
        const auto after = footprint();
        m_company->reopen();
        open();
        const auto second = value(import(fixture()));
        QCOMPARE(footprint(), after);
        QCOMPARE(second.importedBefore, toIso(m_company->clock.now()));
        QCOMPARE(second.rowsImported, 0);
        QCOMPARE(second.rowsKnown, second.rowsRead);
        QVERIFY(second.differences.isEmpty());
        for (qsizetype i = 0; i < first.counts.size(); ++i) {
            QCOMPARE(second.counts.at(i).type, first.counts.at(i).type);
            QCOMPARE(second.counts.at(i).skipped, first.counts.at(i).created);
            QCOMPARE(second.counts.at(i).created, 0);
        }
        everyRowIsCountedOnce(second);
    }

    void whatPeopleChangedIsKeptAndListed()
    {
        value(import(fixture()));
        const auto customer = find(kCustomers, u"customerNumber"_s, u"20001"_s);
        const auto other = find(kCustomers, u"customerNumber"_s, u"20002"_s);
        const auto invoice = find(kInvoices, u"documentNumber"_s, u"N7003"_s);
        value(m_editor->update(kCustomers, customer.id, {{u"name"_s, u"Linnea's Lanterns"_s}}, kAnna));
        value(m_editor->update(kCustomers, other.id, {{u"phone"_s, u"070-1"_s}},
                               kAnna)); // the file says nothing about it
        auto rows = invoice.body.value(u"rows").toArray();
        auto row = rows.at(0).toObject();
        row.insert(u"price"_s, u"40"_s);
        rows.replace(0, row);
        value(m_editor->update(kInvoices, invoice.id, {{u"rows"_s, rows}}, kAnna));
        const auto after = footprint();

        const auto report = value(import(fixture()));
        QCOMPARE(footprint(), after);
        QCOMPARE(report.differences.size(), 2);
        QCOMPARE(report.differences.at(0).key, u"20001"_s);
        QCOMPARE(report.differences.at(0).record, customer.id);
        QCOMPARE(report.differences.at(0).fields, QStringList{u"name"_s});
        QCOMPARE(report.differences.at(1).key, u"N7003"_s);
        QCOMPARE(report.differences.at(1).fields, QStringList{u"rows"_s});
        QCOMPARE(report.rowsDifferent, 2);
        everyRowIsCountedOnce(report);
    }

    void newInvoicesReferToCustomersThatWereThere()
    {
        const auto known =
            value(m_editor->create(kCustomers, {{u"customerNumber"_s, u"7"_s}, {u"name"_s, u"Eva"_s}}, kAnna));
        const auto report = value(import(written(many(1))));
        QCOMPARE(count(kCustomers), 1);
        QCOMPARE(find(kInvoices, u"documentNumber"_s, u"1"_s).body.value(u"customer").toString(), known.id.toString());
        QCOMPARE(report.differences.size(), 1);
        QCOMPARE(report.differences.first().fields, (QStringList{u"countryCode"_s, u"name"_s}));
    }

    void aDeletedRecordIsImportedAnew()
    {
        value(import(written(many(1))));
        const auto invoice = find(kInvoices, u"documentNumber"_s, u"1"_s);
        value(m_editor->remove(kInvoices, invoice.id, kAnna));
        const auto report = value(import(written(many(1))));
        QCOMPARE(count(kInvoices), 1);
        QCOMPARE(report.rowsImported, 1);
        QVERIFY(find(kInvoices, u"documentNumber"_s, u"1"_s).id != invoice.id);
    }

    void aStoppedImportSaysHowFarItCameAndGoesOn()
    {
        constexpr qint64 invoices = CsvImporter::kChunk * 2 + 10;
        const auto path = written(many(invoices));
        // The invoices run into a wall after the first chunk; the second pass reports progress once at its start.
        m_editor->setPermissions(QStringList{u"customers:create"_s, u"articles:create"_s});
        QCOMPARE(codeOf(import(path)), u"permission.missing"_s);
        QCOMPARE(count(kCustomers), 0); // they were to go into one chunk with invoices
        m_company->write([&] {
            value(m_company->sql().run(
                "CREATE TEMP TRIGGER wall BEFORE INSERT ON os_invoices WHEN (SELECT count(*) FROM os_invoices) >= "
                + QByteArray::number(CsvImporter::kChunk) + " BEGIN SELECT RAISE(ABORT, 'wall'); END"));
        });
        m_editor->setPermissions({});

        const auto stopped = value(import(path));
        QVERIFY(stopped.stopped);
        QCOMPARE(stopped.counts.last().created, count(kInvoices));
        QCOMPARE(stopped.rowsImported, count(kInvoices));
        QVERIFY(count(kInvoices) > 0 && count(kInvoices) < invoices);
        QCOMPARE(stopped.rowsPending, invoices - count(kInvoices));
        everyRowIsCountedOnce(stopped);

        const auto known = count(kInvoices);
        value(m_company->sql().run("DROP TRIGGER wall"));
        const auto rest = value(import(path));
        QVERIFY(!rest.stopped);
        QVERIFY(rest.importedBefore.isEmpty());
        QCOMPARE(rest.rowsKnown, known);
        QCOMPARE(rest.rowsImported, invoices - known);
        QCOMPARE(count(kInvoices), invoices);
        QCOMPARE(count(kCustomers), 1);
    }

    void aRecordThatBreaksARuleIsRefusedWithItsRows()
    {
        // A percentage beyond all bounds: only the schema knows that it is wrong.
        auto json = QJsonDocument::fromJson(R"({"format": 1, "name": "p", "values": {
                "n": {"column": "n"}, "vat": {"column": "vat", "as": "decimal"}, "day": {"column": "day"}},
            "records": [
                {"name": "customer", "type": "customers", "key": "customerNumber", "fields": {"customerNumber": "n", "name": "n"}},
                {"name": "invoice", "type": "invoices", "key": "documentNumber",
                 "fields": {"documentNumber": "n", "customer": {"record": "customer"}, "invoiceDate": "day", "currency": {"constant": "SEK"}},
                 "rows": {"field": "rows", "fields": {"vat": "vat"}}}]})")
                        .object();
        m_profile = value(CsvProfile::fromJson(json));
        for (const auto mode : {ImportMode::DryRun, ImportMode::Write}) {
            auto report = value(import(
                written("n,vat,day\n1,25,2021-01-01\n2,2500,2021-01-01\n2,25,2021-01-01\n3,25,yesterday\n"), mode));
            QCOMPARE(report.rowsImported, 1);
            QCOMPARE(report.rowsRefused(), 3);
            QCOMPARE(report.refusals.at(0).code, u"record.invalid"_s);
            QCOMPARE(report.refusals.at(0).args, QStringList{u"rows[0].vat: percent.outOfRange"_s});
            QCOMPARE(report.refusals.at(0).lines, (QList<qint64>{3, 4}));
            QCOMPARE(report.refusals.at(1).args, QStringList{u"invoiceDate: date.malformed"_s});
            QCOMPARE(report.countOf(kInvoices).refused, 2);
            everyRowIsCountedOnce(report);
        }
        QCOMPARE(count(kInvoices), 1);
    }

    void whatIsDatedInClosedBooksIsNamedAndTheRestIsMade()
    {
        value(m_editor->create(EntityType(u"bookClosings"_s), {{u"closedTo"_s, u"2021-12-31"_s}}, kAnna));
        m_profile = value(CsvProfile::fromJson(QJsonDocument::fromJson(R"({"format": 1, "name": "p",
            "values": {"n": {"column": "n"}, "day": {"column": "day"}},
            "records": [
                {"name": "customer", "type": "customers", "key": "customerNumber", "fields": {"customerNumber": "n", "name": "n"}},
                {"name": "invoice", "type": "invoices", "key": "documentNumber",
                 "fields": {"documentNumber": "n", "customer": {"record": "customer"}, "invoiceDate": "day", "currency": {"constant": "SEK"}}}]})")
                                                   .object()));
        auto report = value(import(written("n,day\n1,2021-12-31\n2,2022-01-01\n3,2021-02-01\n")));
        QCOMPARE(count(kInvoices), 1);
        QCOMPARE(report.countOf(kInvoices).refused, 2);
        QCOMPARE(report.refusedRecords.size(), 2);
        QCOMPARE(report.refusedRecords.at(0).key, u"1"_s);
        QCOMPARE(report.refusedRecords.at(1).key, u"3"_s);
        QCOMPARE(report.refusedRecords.at(1).why.code, u"books.closed"_s);
    }

    void twoRecordsOfOneNaturalKeyAreNotMade()
    {
        m_profile = value(CsvProfile::fromJson(QJsonDocument::fromJson(R"({"format": 1, "name": "p",
            "values": {"n": {"column": "n"}, "mail": {"column": "mail"}},
            "records": [{"name": "customer", "type": "customers", "key": "email",
                         "fields": {"email": "mail", "name": "mail", "customerNumber": "n"}}]})")
                                                   .object()));
        const auto path = written("n,mail\n1,a@firm.se\n1,b@firm.se\n,c@firm.se\n,d@firm.se\n");
        auto report = value(import(path));
        QCOMPARE(count(kCustomers), 3); // without a number, the address is the key
        QCOMPARE(report.refusedRecords.size(), 1);
        QCOMPARE(report.refusedRecords.first().key, u"b@firm.se"_s);
        QCOMPARE(report.refusedRecords.first().why.code, u"key.taken"_s);
        report = value(import(path));
        QCOMPARE(count(kCustomers), 3);
        QCOMPARE(report.countOf(kCustomers).skipped, 3);
        QCOMPARE(report.countOf(kCustomers).different, 1);
    }

    void nothingIsWrittenWhenTheFileIsDamaged_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("code");
        QTest::newRow("an empty file") << ""_ba << u"csv.empty"_s;
        QTest::newRow("another file") << "a,b\n1,2\n"_ba << u"csv.columnMissing"_s;
        QTest::newRow("cut off at the end") << many(1000).chopped(20) << u"csv.columns"_s;
        QTest::newRow("an open quote at the end") << many(1000) + "1,A,\"" << u"csv.unterminatedQuote"_s;
        QTest::newRow("other bytes at the end") << many(1000) + "1,A,\xff,1,2021-01-01 00:00:00,1.5,7,EIRE\n"
                                                << u"csv.encoding"_s;
        QTest::newRow("damaged gzip") << "\x1f\x8b garbage"_ba << u"gzip.damaged"_s;
    }
    void nothingIsWrittenWhenTheFileIsDamaged()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, code);
        const auto before = footprint();
        QCOMPARE(codeOf(import(written(bytes))), code);
        QCOMPARE(footprint(), before);
    }

    void withoutTheRightNothingIsWritten()
    {
        m_editor->setPermissions(QStringList{u"invoices:read"_s});
        const auto before = footprint();
        QCOMPARE(codeOf(import(fixture())), u"permission.missing"_s);
        QCOMPARE(footprint(), before);
    }
};

QTEST_GUILESS_MAIN(CsvImportTest)
#include "csvimport_test.moc"
