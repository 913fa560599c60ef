// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/decimal.h"
#include "core/exchange/csvplanner.h"
#include "tests/support/seededrandom.h"

#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

using namespace frost;
using namespace Qt::StringLiterals;

namespace {
struct Plan {
    QList<PlannedRecord> records;
    ImportReport report;
    Result<> done;

    QList<PlannedRecord> of(const QString &type) const
    {
        QList<PlannedRecord> some;
        std::copy_if(records.cbegin(), records.cend(), std::back_inserter(some),
                     [&](const auto &each) { return each.type.toString() == type; });
        return some;
    }
    QJsonObject body(const QString &type, const QString &key) const
    {
        for (const auto &record : of(type)) {
            if (record.key == key)
                return record.body;
        }
        return {};
    }
    QHash<QString, qint64> adaptations() const
    {
        QHash<QString, qint64> counts;
        for (const auto &adaptation : report.adaptations.list())
            counts.insert(adaptation.code(), adaptation.count);
        return counts;
    }
    QStringList refusals() const
    {
        QStringList all;
        for (const auto &refusal : report.refusals) {
            for (const auto line : refusal.lines)
                all.append(u"%1: %2 %3"_s.arg(line).arg(refusal.code, refusal.args.join(u' ')));
        }
        all.sort();
        return all;
    }
};

QString fixture()
{
    return QStringLiteral(FROST_TEST_FILES) + u"/retail.csv"_s;
}

//! What an independent program finds in the file.
QJsonObject independentFigures(const QString &path)
{
    QProcess python;
    python.start(QStringLiteral(FROST_PYTHON), {QStringLiteral(FROST_TEST_FILES) + u"/sum.py"_s, path});
    if (!python.waitForFinished() || python.exitCode() != 0)
        qFatal("%s", python.readAllStandardError().constData());
    return QJsonDocument::fromJson(python.readAllStandardOutput()).object();
}
} // namespace

class CsvPlanTest : public QObject
{
    Q_OBJECT

private:
    Plan plan(const CsvProfile &profile, const QString &path, const CsvPlanner::Progress &progress = {})
    {
        Plan plan;
        CsvPlanner planner(profile, m_schema, m_clock, m_random);
        plan.done = planner.run(
            path,
            [&](const PlannedRecord &record) -> Result<PlanVerdict> {
                plan.records.append(record);
                return m_refuse.contains(record.key)
                           ? PlanVerdict{{}, Error{ErrorKind::Invalid, u"record.invalid"_s, {u"x"_s}, {}, {}}}
                           : PlanVerdict{record.id, {}};
            },
            plan.report, progress);
        return plan;
    }
    Plan planRetail(const QByteArray &rows)
    {
        return plan(
            *m_retail,
            written("InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n" + rows));
    }
    QString written(const QByteArray &bytes)
    {
        QFile file(m_dir->filePath(u"file.csv"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            return {};
        return file.fileName();
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    SystemClock m_clock;
    test::SeededRandom m_random{1};
    Schema m_schema;
    std::optional<CsvProfile> m_retail;
    QStringList m_refuse;

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_refuse.clear();
        m_schema = *Schema::load({u"accounting"_s});
        m_retail = *CsvProfile::load(u"online-retail"_s);
    }

    void figuresAgreeWithAnIndependentProgram()
    {
        const auto planned = plan(*m_retail, fixture());
        QVERIFY2(planned.done, planned.done ? "" : qPrintable(planned.done.error().logLine()));
        Decimal sum;
        qint64 rows = 0, credits = 0;
        for (const auto &invoice : planned.of(u"invoices"_s)) {
            credits += invoice.body.value(u"credit").toBool();
            for (const auto &row : invoice.body.value(u"rows").toArray()) {
                ++rows;
                sum += *Decimal::parse(row[u"quantity"].toString()) * *Decimal::parse(row[u"price"].toString());
            }
        }
        const auto expected = independentFigures(fixture());
        QCOMPARE(sum.toString(), expected.value(u"sum").toString());
        QCOMPARE(rows, expected.value(u"rows").toInteger());
        QCOMPARE(planned.report.rowsRead, rows);
        QCOMPARE(credits, expected.value(u"credits").toInteger());
        QCOMPARE(planned.of(u"invoices"_s).size(), expected.value(u"invoices").toInteger());
        QCOMPARE(planned.of(u"articles"_s).size(), expected.value(u"articles").toInteger());
        QCOMPARE(planned.of(u"customers"_s).size(),
                 expected.value(u"customers").toInteger() + 1); // and the one for rows without
        QCOMPARE(planned.adaptations().value(u"customer.missing"_s),
                 expected.value(u"rowsWithoutCustomer").toInteger());
    }

    void everyAdaptationIsReported()
    {
        const QHash<QString, qint64> expected{{u"article.case"_s, 1},
                                              {u"article.description.missing"_s, 1},
                                              {u"article.description.varies"_s, 1},
                                              {u"countryCode.unmapped"_s, 5},
                                              {u"customer.countryCode.varies"_s, 1},
                                              {u"customer.missing"_s, 7},
                                              {u"customer.name.assumed"_s, 9},
                                              {u"customerNumber.rewritten"_s, 33},
                                              {u"description.rewritten"_s, 1},
                                              {u"description.trimmed"_s, 3},
                                              {u"invoice.currency.assumed"_s, 19},
                                              {u"invoice.invoiceDate.timeDropped"_s, 19},
                                              {u"invoice.invoiceDate.varies"_s, 1},
                                              {u"invoice.rows.description.missing"_s, 2},
                                              {u"invoice.rows.vat.assumed"_s, 40},
                                              {u"price.negative"_s, 1},
                                              {u"price.zero"_s, 2},
                                              {u"quantity.negative"_s, 5}};
        const auto planned = plan(*m_retail, fixture());
        QCOMPARE(planned.adaptations(), expected);
        QCOMPARE(planned.report.rowsRefused(), 0);
        for (const auto &adaptation : planned.report.adaptations.list()) {
            QVERIFY(!adaptation.examples.isEmpty());
            QVERIFY(adaptation.examples.first().line > 1);
        }
    }

    void recordsSayWhatTheFileSays()
    {
        const auto planned = plan(*m_retail, fixture());
        const auto kettle = planned.body(u"articles"_s, u"KT11"_s);
        QCOMPARE(kettle.value(u"description").toString(), u"Kettle, copper"_s);
        QCOMPARE(planned.body(u"articles"_s, u"LT01"_s).value(u"description").toString(),
                 u"Oak lantern small"_s); // most rows, not "dented"
        QCOMPARE(planned.body(u"articles"_s, u"ZZ90"_s).value(u"description").toString(), u"ZZ90"_s);
        QVERIFY(!planned.body(u"articles"_s, u"mg03"_s).isEmpty());

        QCOMPARE(planned.body(u"customers"_s, u"20002"_s).value(u"countryCode").toString(), u"IE"_s);
        const auto islands = planned.body(u"customers"_s, u"20005"_s);
        QVERIFY(!islands.contains(u"countryCode"));
        QCOMPARE(islands.value(u"note").toString(), u"Country: Channel Islands"_s);

        const auto credit = planned.body(u"invoices"_s, u"CN7016"_s);
        QCOMPARE(credit.value(u"documentNumber").toString(), u"CN7016"_s);
        QCOMPARE(credit.value(u"series").toString(), u"C"_s);
        QCOMPARE(credit.value(u"credit").toBool(), true);
        QCOMPARE(credit.value(u"invoiceDate").toString(), u"2021-03-12"_s);
        QCOMPARE(credit.value(u"currency").toString(), u"GBP"_s);
        QCOMPARE(credit.value(u"customer"), planned.body(u"customers"_s, u"20003"_s).value(u"localId"));
        const auto row = credit.value(u"rows").toArray().at(0).toObject();
        QCOMPARE(row.value(u"article"), kettle.value(u"localId"));
        QCOMPARE(row.value(u"quantity").toString(), u"-1"_s);
        QCOMPARE(row.value(u"price").toString(), u"39.9"_s);
        QCOMPARE(row.value(u"vat").toString(), u"0"_s);
        QCOMPARE(row.value(u"rowId").toString(), u"row-1"_s);

        const auto unnamed = planned.body(u"invoices"_s, u"N7014"_s);
        QCOMPARE(unnamed.value(u"customer"), planned.body(u"customers"_s, u"NO-ID"_s).value(u"localId"));
        QCOMPARE(unnamed.value(u"note").toString(), u"Country: EIRE"_s);
        QCOMPARE(unnamed.value(u"rows").toArray().at(1)[u"description"].toString(), u"Enamel mug blue"_s);
    }

    void rowsOfADocumentNeedNotFollowEachOther()
    {
        const auto planned = plan(*m_retail, fixture());
        QCOMPARE(planned.body(u"invoices"_s, u"N7011"_s).value(u"rows").toArray().size(), 2);
        QCOMPARE(planned.body(u"invoices"_s, u"N7012"_s).value(u"rows").toArray().size(), 2);
    }

    void referredRecordsComeFirst()
    {
        const auto planned = plan(*m_retail, fixture());
        QSet<QString> known;
        for (const auto &record : planned.records) {
            for (const auto &use : referencesIn(*m_schema.find(record.type), record.body))
                QVERIFY(known.contains(use.id));
            known.insert(record.id.toString());
        }
    }

    void aRowThatCannotBeReadRefusesItsDocument()
    {
        const auto planned = planRetail("1,A,x,1,2021-01-01 00:00:00,1,7,EIRE\n"
                                        "2,A,x,1,2021-01-01 00:00:00,1,7,EIRE\n"
                                        "2,A,x,many,2021-01-01 00:00:00,1,7,EIRE\n"
                                        "2,A,x,1,2021-01-01 00:00:00,1,7,EIRE\n"
                                        ",A,x,1,2021-01-01 00:00:00,1,7,EIRE\n");
        QVERIFY(planned.done);
        QCOMPARE(planned.of(u"invoices"_s).size(), 1);
        QCOMPARE(planned.refusals(),
                 (QStringList{u"3: document.incomplete invoice"_s, u"4: value.decimal quantity"_s,
                              u"5: document.incomplete invoice"_s, u"6: value.missing invoiceNumber"_s}));
        QCOMPARE(planned.report.counts.first().refused, 1);
        QCOMPARE(planned.report.refusedRecords.first().key, u"2"_s);
        QCOMPARE(planned.report.rowsRead, 5);
    }

    void aRefusedRowIsNotTakenForThatOfTheRowBefore()
    {
        const auto planned = planRetail("1,A,x,1,2021-01-01 00:00:00,1,7,EIRE\n"
                                        "2,A,x,1,2021-01-01 00:00:00,1,seven,EIRE\n"
                                        "1,A,x,1,2021-01-01 00:00:00,1,7,EIRE\n");
        QCOMPARE(planned.body(u"invoices"_s, u"1"_s).value(u"rows").toArray().size(), 2);
        QCOMPARE(planned.refusals(), QStringList{u"3: value.integer customerNumber"_s});
        QCOMPARE(planned.report.refusedRecords.size(), 1);
        QCOMPARE(planned.report.refusedRecords.first().key, u"2"_s);
    }

    void whatRowsDisagreeAbout_data()
    {
        QTest::addColumn<QString>("choose");
        QTest::addColumn<QString>("expected");
        QTest::newRow("the first row is right") << u"first"_s << u"a"_s;
        QTest::newRow("the last row is right, though it says nothing new") << u"last"_s << u"b"_s;
        QTest::newRow("what most rows say is right") << u"mostFrequent"_s << u"c"_s;
    }
    void whatRowsDisagreeAbout()
    {
        QFETCH(QString, choose);
        QFETCH(QString, expected);
        const auto json =
            QJsonDocument::fromJson(R"({"format": 1, "name": "p", "values": {"n": {"column": 1}, "x": {"column": 2}},
            "header": false, "records": [{"name": "customer", "type": "customers", "key": "customerNumber",
                "fields": {"customerNumber": "n", "name": {"value": "x", "choose": "CHOOSE"}}}]})"_ba.replace(
                                        "CHOOSE", choose.toUtf8()))
                .object();
        const auto planned = plan(*CsvProfile::fromJson(json), written("1,\n1,a\n1,b\n1,c\n1,c\n1,c\n1,a\n1,b\n"));
        QCOMPARE(planned.body(u"customers"_s, u"1"_s).value(u"name").toString(), expected);
        QCOMPARE(planned.adaptations().value(u"customer.name.varies"_s), 1);
    }

    void whatRefersToARefusedRecordIsRefused()
    {
        m_refuse = {u"7"_s};
        const auto planned = planRetail("1,A,x,1,2021-01-01 00:00:00,1,7,EIRE\n2,A,x,1,2021-01-01 00:00:00,1,8,EIRE\n");
        QVERIFY(planned.done);
        QCOMPARE(planned.of(u"invoices"_s).size(), 1);
        QCOMPARE(planned.refusals(), QStringList{u"2: reference.refused invoice.customer"_s});
    }

    void aRefusedDocumentRefusesItsRows()
    {
        m_refuse = {u"1"_s};
        const auto planned = planRetail("1,A,x,1,2021-01-01 00:00:00,1,7,EIRE\n1,A,x,1,2021-01-01 00:00:00,1,7,EIRE\n");
        QCOMPARE(planned.refusals(), (QStringList{u"2: record.invalid x"_s, u"3: record.invalid x"_s}));
    }

    void aKeyEqualToThatOfTheUnnamedRecordIsTheSameRecord()
    {
        auto json = QJsonDocument::fromJson(R"({"format": 1, "name": "p", "values": {"n": {"column": "n"}},
            "records": [{"name": "customer", "type": "customers", "key": "customerNumber",
                         "fields": {"customerNumber": "n", "name": "n"}, "whenMissing": {"customerNumber": "NONE", "name": "Nobody"}}]})")
                        .object();
        const auto planned = plan(*CsvProfile::fromJson(json), written("n,x\nNONE,\n,\n1,\n"));
        QVERIFY(planned.done);
        QCOMPARE(planned.of(u"customers"_s).size(), 2);
        QCOMPARE(planned.body(u"customers"_s, u"NONE"_s).value(u"name").toString(), u"Nobody"_s);
        QCOMPARE(planned.report.ignoredColumns, QStringList{u"x"_s});
    }

    void anotherShopsExport()
    {
        // Semicolons, Latin-1, decimal commas, days first, no header, other columns, other entity types.
        const auto json =
            QJsonDocument::fromJson(
                R"({"format": 1, "name": "other", "delimiter": ";", "encoding": "latin-1", "header": false,
            "values": {
                "order": {"column": 1}, "day": {"column": 2, "as": "date", "formats": ["dd.MM.yyyy"]}, "supplier": {"column": 3},
                "text": {"column": 4}, "amount": {"column": 5, "as": "decimal", "decimalSeparator": ",", "groupSeparator": "."},
                "days": {"column": 6, "as": "integer"}, "paid": {"column": 7, "map": {"ja": "true", "nej": "false"}, "otherwise": "refuse"}},
            "records": [
                {"name": "supplier", "type": "suppliers", "key": "name", "fields": {"name": "supplier", "termsOfPayment": {"value": "days", "choose": "last"}}},
                {"name": "bill", "type": "supplierInvoices", "key": ["supplier", "invoiceNumber"],
                 "fields": {"invoiceNumber": "order", "supplier": {"record": "supplier"}, "invoiceDate": "day", "booked": "paid"},
                 "rows": {"field": "rows", "fields": {"text": "text", "debit": "amount", "account": {"constant": "4010"}}}}]})")
                .object();
        auto profile = CsvProfile::fromJson(json);
        QVERIFY(!profile); // a key must be a value, not a reference
        auto records = json.value(u"records").toArray();
        auto bill = records.at(1).toObject();
        bill.insert(u"key"_s, u"invoiceNumber"_s);
        records.replace(1, bill);
        auto mended = json;
        mended.insert(u"records"_s, records);
        profile = CsvProfile::fromJson(mended);
        QVERIFY2(profile, profile ? "" : qPrintable(profile.error().logLine()));

        const auto planned = plan(*profile, written("7;24.12.2021;K\xf6pstad;\"S\xe5pa; gr\xf6n\";1.234,50;30;ja\r\n"
                                                    "8;01.02.2022;K\xf6pstad;Lim;-0,5;20;nej\r\n"
                                                    "7;24.12.2021;K\xf6pstad;Sax;12;30;ja\r\n"
                                                    "9;24.12.2021;K\xf6pstad;Sax;12;30;kanske\r\n"));
        QVERIFY2(planned.done, planned.done ? "" : qPrintable(planned.done.error().logLine()));
        QCOMPARE(planned.records.size(), 3);
        const auto supplier = planned.body(u"suppliers"_s, u"Köpstad"_s);
        QCOMPARE(supplier.value(u"termsOfPayment"), QJsonValue(30)); // the last row that was not refused
        const auto seven = planned.body(u"supplierInvoices"_s, u"7"_s);
        QCOMPARE(seven.value(u"supplier"), supplier.value(u"localId"));
        QCOMPARE(seven.value(u"invoiceDate").toString(), u"2021-12-24"_s);
        QCOMPARE(seven.value(u"booked"), QJsonValue(true));
        QCOMPARE(seven.value(u"rows").toArray().size(), 2);
        QCOMPARE(seven.value(u"rows").toArray().at(0)[u"text"].toString(), u"Såpa; grön"_s);
        QCOMPARE(seven.value(u"rows").toArray().at(0)[u"debit"].toString(), u"1234.5"_s);
        QCOMPARE(planned.refusals(), QStringList{u"4: value.unmapped paid"_s});
    }

    void profilesThatTheSchemaRefuses_data()
    {
        QTest::addColumn<QByteArray>("records");
        QTest::addColumn<QString>("where");
        QTest::newRow("an unknown entity type")
            << R"([{"name": "r", "type": "dragons", "key": "a", "fields": {"a": "n"}}])"_ba << u"records[0].type"_s;
        QTest::newRow("an unknown field")
            << R"([{"name": "r", "type": "customers", "key": "a", "fields": {"a": "n"}}])"_ba
            << u"records[0].fields.a"_s;
        QTest::newRow("a derived field")
            << R"([{"name": "r", "type": "invoices", "key": "documentNumber", "fields": {"documentNumber": "n", "total": "n"}}])"_ba
            << u"records[0].fields.total"_s;
        QTest::newRow("rows in a field of another kind")
            << R"([{"name": "r", "type": "customers", "key": "name", "fields": {"name": "n"}, "rows": {"field": "city", "fields": {}}}])"_ba
            << u"records[0].rows.field"_s;
        QTest::newRow("an unknown field of rows")
            << R"([{"name": "r", "type": "invoices", "key": "documentNumber", "fields": {"documentNumber": "n"}, "rows": {"field": "rows", "fields": {"colour": "n"}}}])"_ba
            << u"records[0].rows.fields.colour"_s;
    }
    void profilesThatTheSchemaRefuses()
    {
        QFETCH(QByteArray, records);
        QFETCH(QString, where);
        const auto profile =
            CsvProfile::fromJson({{u"format"_s, 1},
                                  {u"name"_s, u"p"_s},
                                  {u"values"_s, QJsonObject{{u"n"_s, QJsonObject{{u"column"_s, u"n"_s}}}}},
                                  {u"records"_s, QJsonDocument::fromJson(records).array()}});
        QVERIFY2(profile, profile ? "" : qPrintable(profile.error().logLine()));
        const auto planned = plan(*profile, written("n\n1\n"));
        QVERIFY(!planned.done);
        QCOMPARE(planned.done.error().code, u"profile.malformed"_s);
        QCOMPARE(planned.done.error().args, QStringList{where});
        QVERIFY(planned.records.isEmpty());
    }

    void anEmptyFileIsRefused()
    {
        const auto planned = plan(*m_retail, written(""));
        QVERIFY(!planned.done);
        QCOMPARE(planned.done.error().code, u"csv.empty"_s);
    }

    void damageFarBehindIsFoundBeforeAnythingIsHandedOver()
    {
        const auto planned = planRetail(QByteArray("1,A,x,1,2021-01-01 00:00:00,1,7,EIRE\n").repeated(500) + "2,A\n");
        QVERIFY(!planned.done);
        QCOMPARE(planned.done.error().code, u"csv.columns"_s);
        QCOMPARE(planned.done.error().args.first(), u"502"_s);
        QVERIFY(planned.records.isEmpty());
    }

    void aFileThatChangesBetweenThePassesIsNoticed()
    {
        const auto path = m_dir->filePath(u"file.csv"_s);
        const QByteArray header = "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";
        written(header + "1,A,x,1,2021-01-01 00:00:00,1,7,EIRE\n");
        const auto planned = plan(*m_retail, path, [&](const ImportProgress &progress) {
            if (progress.pass == 1)
                written(header + "2,A,x,1,2021-01-01 00:00:00,1,7,EIRE\n");
            return true;
        });
        QVERIFY(!planned.done);
        QCOMPARE(planned.done.error().code, u"file.changed"_s);
    }

    void progressCanStopIt()
    {
        const auto planned =
            plan(*m_retail, fixture(), [](const ImportProgress &progress) { return progress.pass == 1; });
        QVERIFY(!planned.done);
        QCOMPARE(planned.done.error().kind, ErrorKind::Cancelled);
        QVERIFY(planned.of(u"invoices"_s).isEmpty());
    }
};

QTEST_GUILESS_MAIN(CsvPlanTest)
#include "csvplan_test.moc"
