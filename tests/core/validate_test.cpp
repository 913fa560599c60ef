// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/schema.h"
#include "schemafixture.h"

#include <QJsonArray>
#include <QTest>

using namespace frost;
using namespace frost::test;
using namespace Qt::StringLiterals;

namespace {

QStringList lines(const QList<Problem> &problems)
{
    QStringList lines;
    for (const Problem &problem : problems)
        lines.append((QStringList{problem.path + u": "_s + problem.code} + problem.args).join(u' '));
    return lines;
}

} // namespace

class ValidateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // R-LOC-08
    void rules_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QJsonObject>("body");
        QTest::addColumn<QStringList>("problems");
        const auto row = [](const char *name, const QString &type, const char *body, const QStringList &problems) {
            QTest::newRow(name) << type << json(body) << problems;
        };
        row("a good customer", u"customers"_s, "{'name':'Nord AB','type':'company'}", {});
        row("a customer without a name", u"customers"_s, "{'city':'Lund'}", {u"name: field.required"_s});
        row("an unknown choice", u"customers"_s, "{'name':'n','type':'union'}", {u"type: choice.unknown union"_s});
        row("unknown fields are no problem", u"customers"_s, "{'name':'n','later':{'x':1}}", {});
        row("a good invoice", u"invoices"_s,
            "{'customer':'tmp-1','invoiceDate':'2026-11-20','currency':'SEK','rows':[{'rowId':'a','quantity':'1','"
            "price':'2','vat':'25'}]}",
            {});
        row("an empty invoice", u"invoices"_s, "{}",
            {u"customer: field.required"_s, u"invoiceDate: field.required"_s, u"currency: field.required"_s});
        row("an unknown choice in a row", u"invoices"_s,
            "{'customer':'1','invoiceDate':'2026-11-20','currency':'SEK','rows':[{'rowId':'a'},{'rowId':'b','"
            "discountType':'gift'}]}",
            {u"rows[1].discountType: choice.unknown gift"_s});
        row("two rows with one id", u"invoices"_s,
            "{'customer':'1','invoiceDate':'2026-11-20','currency':'SEK','rows':[{'rowId':'a'},{'rowId':'b'},{'rowId':'"
            "a'}]}",
            {u"rows[2].rowId: row.duplicateId a"_s});
        row("VAT and discount out of range", u"invoices"_s,
            "{'customer':'1','invoiceDate':'2026-11-20','currency':'SEK','rows':[{'rowId':'a','vat':'100.01'},{'rowId':"
            "'b','discount':'-1'},"
            "{'rowId':'c','discount':'500','discountType':'amount'}]}",
            {u"rows[0].vat: percent.outOfRange 100.01"_s, u"rows[1].discount: percent.outOfRange -1"_s});
        row("a voucher that balances", u"vouchers"_s,
            "{'series':'A','transactionDate':'2026-11-20','description':'d','rows':[{'rowId':'a','account':'1930','"
            "debit':'100.00'},"
            "{'rowId':'b','account':'3001','credit':'80.00'},{'rowId':'c','account':'2611','credit':'20.00'}]}",
            {});
        row("a voucher out by an öre", u"vouchers"_s,
            "{'series':'A','transactionDate':'2026-11-20','description':'d','rows':[{'rowId':'a','account':'1930','"
            "debit':'100.00'},"
            "{'rowId':'b','account':'3001','credit':'100.01'}]}",
            {u"rows: voucher.unbalanced -0.01"_s});
        row("a voucher without rows", u"vouchers"_s, "{'series':'A','transactionDate':'2026-11-20','description':'d'}",
            {u"rows: voucher.tooFewRows 0"_s});
        row("a voucher row with both sides, and one with none", u"vouchers"_s,
            "{'series':'A','transactionDate':'2026-11-20','description':'d','rows':[{'rowId':'a','account':'1','debit':"
            "'5.00','credit':'5.00'},"
            "{'rowId':'b','account':'2'}]}",
            {u"rows[0]: voucher.oneSide"_s, u"rows[1]: voucher.oneSide"_s});
        row("a voucher row without account", u"vouchers"_s,
            "{'series':'A','transactionDate':'2026-11-20','description':'d','rows':[{'rowId':'a','debit':'5.00'},"
            "{'rowId':'b','account':'2','credit':'5.00'}]}",
            {u"rows[0].account: field.required"_s});
    }
    void rules()
    {
        QFETCH(QString, type);
        QFETCH(QJsonObject, body);
        QTEST(lines(validate(entity(u"accounting"_s, type), body)), "problems");
    }

    void warnings_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QJsonObject>("body");
        QTest::addColumn<QStringList>("problems");
        const auto row = [](const char *name, const QString &type, const char *body, const QStringList &problems) {
            QTest::newRow(name) << type << json(body) << problems;
        };
        row("possible numbers", u"suppliers"_s,
            "{'organisationNumber':'556036-0793','vatNumber':'SE556036079301','bankgiro':'5050-1055'}", {});
        row("impossible numbers", u"suppliers"_s,
            "{'organisationNumber':'556036-0794','vatNumber':'SE1','bankgiro':'1','plusgiro':'12'}",
            {u"organisationNumber: organisationNumber.impossible 556036-0794"_s,
             u"vatNumber: vatNumber.impossible SE1"_s, u"bankgiro: bankgiro.impossible 1"_s,
             u"plusgiro: plusgiro.impossible 12"_s});
        row("numbers of a Swedish customer", u"customers"_s, "{'countryCode':'SE','organisationNumber':'1'}",
            {u"organisationNumber: organisationNumber.impossible 1"_s});
        row("numbers of another country", u"customers"_s, "{'countryCode':'NO','organisationNumber':'974760673'}", {});
        row("a mistyped payment reference", u"supplierInvoices"_s, "{'ocr':'10422'}", {u"ocr: ocr.impossible 10422"_s});
        row("codes of a currency and a country", u"customers"_s, "{'currency':'NOK','countryCode':'NO'}", {});
        row("what is no currency and no country", u"customers"_s, "{'currency':'Bo Ek','countryCode':'Norge'}",
            {u"currency: currency.impossible Bo Ek"_s, u"countryCode: country.impossible Norge"_s});
        row("a currency in small letters", u"invoices"_s, "{'currency':'sek'}", {u"currency: currency.impossible sek"_s});
        row("nothing to check", u"accounts"_s, "{'number':'1930'}", {});
    }
    void warnings()
    {
        QFETCH(QString, type);
        QFETCH(QJsonObject, body);
        const EntitySchema &schema = entity(u"accounting"_s, type);
        QTEST(lines(frost::warnings(schema, body)), "problems");
    }
    void warningsDoNotRefuse()
    {
        QVERIFY(validate(entity(u"accounting"_s, u"suppliers"_s), json("{'name':'n','bankgiro':'1'}")).isEmpty());
    }

    void problemsBecomeOneError()
    {
        const Error error =
            problemsError({{u"a"_s, u"field.required"_s, {}}, {u"rows[0].b"_s, u"choice.unknown"_s, {u"x"_s}}});
        QCOMPARE(error.kind, ErrorKind::Invalid);
        QCOMPARE(error.code, u"record.invalid"_s);
        QCOMPARE(error.args, (QStringList{u"a: field.required"_s, u"rows[0].b: choice.unknown"_s}));
    }

    void unknownFieldsAreNamedWithTheirPath()
    {
        const auto body =
            json("{'nmae':'x','note':'y','rowId':1,'rows':[{'rowId':'a','pirce':'1'},{'price':'1','id':'2'}]}");
        QCOMPARE(unknownFields(entity(u"accounting"_s, u"invoices"_s), body),
                 (QStringList{u"nmae"_s, u"rowId"_s, u"rows[0].pirce"_s, u"rows[1].id"_s}));
        QVERIFY(unknownFields(entity(u"accounting"_s, u"customers"_s), json("{'name':'n'}")).isEmpty());
    }
};

QTEST_GUILESS_MAIN(ValidateTest)
#include "validate_test.moc"
