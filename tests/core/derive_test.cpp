// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/decimal.h"
#include "core/schema/schema.h"
#include "schemafixture.h"

#include <QJsonArray>
#include <QTest>

#include <rapidcheck.h>

using namespace frost;
using namespace frost::test;
using namespace Qt::StringLiterals;

namespace {

const EntitySchema &invoices()
{
    return entity(u"accounting"_s, u"invoices"_s);
}

QJsonObject derived(const EntitySchema &schema, const QJsonObject &body)
{
    const auto result = derive(schema, body);
    if (!result)
        qFatal("derive: %s", qPrintable(result.error().logLine()));
    return *result;
}

//! The named fields of `body`, "-" where one is missing, and then the row totals.
QString figures(const QJsonObject &body, const QStringList &names)
{
    QStringList texts;
    for (const QString &name : names)
        texts.append(body.value(name).toString(u"-"_s));
    for (const QJsonValue row : body.value(u"rows"_s).toArray())
        texts.append(row.toObject().value(u"total"_s).toString(u"-"_s));
    return texts.join(u' ');
}

QJsonObject anyInvoice()
{
    const auto price = [] { return QString::number(*rc::gen::inRange(-1'000'000, 1'000'000)) + u"e-3"_s; };
    QJsonArray rows;
    for (int left = *rc::gen::inRange(0, 6); left > 0; --left) {
        QJsonObject row{{u"rowId"_s, QString::number(left)}, {u"price"_s, Decimal::parse(price())->toString()}};
        if (*rc::gen::inRange(0, 5) > 0)
            row.insert(u"quantity"_s, QString::number(*rc::gen::inRange(-50, 50)));
        row.insert(u"vat"_s, *rc::gen::element(u"25"_s, u"12"_s, u"6"_s, u"0"_s));
        if (*rc::gen::inRange(0, 3) == 0)
            row.insert(u"discount"_s, QString::number(*rc::gen::inRange(0, 101)));
        if (*rc::gen::inRange(0, 3) == 0)
            row.insert(u"discountType"_s, *rc::gen::element(u"amount"_s, u"percent"_s));
        rows.append(row);
    }
    QJsonObject body{{u"currency"_s, *rc::gen::element(u"SEK"_s, u"EUR"_s)}};
    if (!rows.isEmpty())
        body.insert(u"rows"_s, rows);
    body.insert(u"vatIncluded"_s, *rc::gen::arbitrary<bool>());
    body.insert(u"documentNumber"_s, *rc::gen::element(u"1042"_s, u"1043*"_s, u"C7"_s));
    return body;
}

} // namespace

class DeriveTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // R-CON-06
    void totals_data()
    {
        QTest::addColumn<QJsonObject>("body");
        QTest::addColumn<QString>("netVatRoundOffTotalRows");
        const auto row = [](const char *name, const char *body, const QString &expected) {
            QTest::newRow(name) << json(body) << expected;
        };
        row("one row in kronor", "{'currency':'SEK','rows':[{'quantity':'10','price':'100','vat':'25'}]}",
            u"1000.00 250.00 0.00 1250.00 1000.00"_s);
        row("prices with three decimals",
            "{'currency':'EUR','rows':[{'quantity':'7','price':'1.125','vat':'25'},"
            "{'quantity':'3','price':'0.335','vat':'25'}]}",
            u"8.89 2.22 0.00 11.11 7.88 1.01"_s);
        row("four rates",
            "{'currency':'EUR','rows':[{'quantity':'1','price':'100.10','vat':'25'},{'quantity':'1','price':'50.55','"
            "vat':'12'},"
            "{'quantity':'1','price':'19.99','vat':'6'},{'quantity':'1','price':'10','vat':'0'}]}",
            u"180.64 32.30 0.00 212.94 100.10 50.55 19.99 10.00"_s);
        row("kronor are rounded as a line of their own",
            "{'currency':'SEK','rows':[{'quantity':'1','price':'99.99','vat':'12'}]}",
            u"99.99 12.00 0.01 112.00 99.99"_s);
        row("euros are not rounded", "{'currency':'EUR','rows':[{'quantity':'1','price':'99.99','vat':'12'}]}",
            u"99.99 12.00 0.00 111.99 99.99"_s);
        row("prices with VAT",
            "{'currency':'SEK','vatIncluded':true,'rows':[{'quantity':'2','price':'62.50','vat':'25'},"
            "{'quantity':'1','price':'10.60','vat':'6'}]}",
            u"110.00 25.60 0.40 136.00 125.00 10.60"_s);
        row("a credit", "{'currency':'SEK','rows':[{'quantity':'-10','price':'100','vat':'25'}]}",
            u"-1000.00 -250.00 0.00 -1250.00 -1000.00"_s);
        row("a negative price", "{'currency':'GBP','rows':[{'quantity':'1','price':'-11062.06'}]}",
            u"-11062.06 0.00 0.00 -11062.06 -11062.06"_s);
        row("a discount without type is percent",
            "{'currency':'EUR','rows':[{'quantity':'2','price':'50','discount':'10'}]}",
            u"90.00 0.00 0.00 90.00 90.00"_s);
        row("a discount as an amount",
            "{'currency':'EUR','rows':[{'quantity':'2','price':'50','discount':'10.50','discountType':'amount'}]}",
            u"89.50 0.00 0.00 89.50 89.50"_s);
        row("a line of text adds nothing and loses a stale total",
            "{'currency':'EUR','rows':[{'description':'Thanks','total':'5.00'},"
            "{'quantity':'1','price':'2','vat':'25'}]}",
            u"2.00 0.50 0.00 2.50 - 2.00"_s);
        row("no rows", "{'currency':'SEK'}", u"0.00 0.00 0.00 0.00"_s);
        row("stale figures are replaced",
            "{'currency':'EUR','net':'1.00','vatTotal':'1.00','roundOff':'1.00','total':'1.00',"
            "'rows':[{'quantity':'1','price':'2','total':'9.00'}]}",
            u"2.00 0.00 0.00 2.00 2.00"_s);
    }
    void totals()
    {
        QFETCH(QJsonObject, body);
        QTEST(figures(derived(invoices(), body), {u"net"_s, u"vatTotal"_s, u"roundOff"_s, u"total"_s}),
              "netVatRoundOffTotalRows");
    }
    void anotherPackUsesTheSameCalculation() // R-LOC-08
    {
        const auto body = derived(entity(u"veterinary"_s, u"invoices"_s),
                                  json("{'currency':'SEK','rows':[{'quantity':'1','price':'499.50','vat':'25'}]}"));
        QCOMPARE(figures(body, {u"net"_s, u"vatTotal"_s, u"roundOff"_s, u"total"_s}),
                 u"499.50 124.88 -0.38 624.00 499.50"_s);
    }

    void impossibleFigures_data()
    {
        QTest::addColumn<QJsonObject>("body");
        QTest::addColumn<QString>("problem");
        QTest::newRow("an amount no document has")
            << json("{'rows':[{'quantity':'1','price':'1'},{'quantity':'1234567890123456789012345678','price':'1'}]}")
            << u"rows[1]: amount.tooLarge"_s;
        QTest::newRow("a negative VAT rate")
            << json("{'rows':[{'quantity':'1','price':'1','vat':'-100'}]}") << u"rows[0]: percent.outOfRange"_s;
    }
    void impossibleFigures()
    {
        QFETCH(QJsonObject, body);
        const auto result = derive(invoices(), body);
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::Invalid);
        QCOMPARE(result.error().code, u"record.invalid"_s);
        QFETCH(QString, problem);
        QCOMPARE(result.error().args, QStringList{problem});
    }

    void ocr_data()
    {
        QTest::addColumn<QString>("number");
        QTest::addColumn<QString>("reference");
        QTest::newRow("a final number") << u"1042"_s << u"10421"_s;
        QTest::newRow("a provisional number") << u"1043*"_s << u""_s;
        QTest::newRow("no number") << u""_s << u""_s;
    }
    void ocr()
    {
        QFETCH(QString, number);
        const auto body = derived(invoices(), {{u"documentNumber"_s, number}, {u"ocr"_s, u"stale"_s}});
        QTEST(body.value(u"ocr"_s).toString(), "reference");
        QCOMPARE(body.contains(u"ocr"_s), !body.value(u"ocr"_s).toString().isEmpty());
    }

    void deriveIsIdempotentAndCanonical()
    {
        QVERIFY(rc::check("derive(derive(b)) == derive(b) == normalise(derive(b))", [] {
            const auto once = derived(invoices(), anyInvoice());
            RC_ASSERT(derived(invoices(), once) == once);
            const auto normal = normalise(invoices(), once, RowIds());
            RC_ASSERT(normal.has_value());
            RC_ASSERT(*normal == once);
        }));
    }
    void derivedFieldsFollowFromTheOthers()
    {
        QVERIFY(rc::check("derive(withoutDerived(derive(b))) == derive(b)", [] {
            const auto once = derived(invoices(), anyInvoice());
            const auto stripped = withoutDerived(invoices(), once);
            RC_ASSERT(derived(invoices(), stripped) == once);
            RC_ASSERT(withoutDerived(invoices(), stripped) == stripped);
        }));
    }

    void withoutDerivedReachesIntoRows()
    {
        const auto body =
            json("{'note':'n','total':'1.00','ocr':'18','later':1,'rows':[{'rowId':'r','price':'1','total':'1.00'}]}");
        QCOMPARE(text(withoutDerived(invoices(), body)),
                 text(json("{'note':'n','later':1,'rows':[{'rowId':'r','price':'1'}]}")));
    }
    void nothingDerivedNothingChanged()
    {
        const auto body = json("{'name':'n','later':1}");
        QCOMPARE(withoutDerived(entity(u"accounting"_s, u"customers"_s), body), body);
        QCOMPARE(derived(entity(u"accounting"_s, u"customers"_s), body), body);
    }

    void defaultsFillWhatIsMissing()
    {
        const auto &customers = entity(u"accounting"_s, u"customers"_s);
        QCOMPARE(text(withDefaults(customers, json("{'name':'n'}"))),
                 text(json("{'active':true,'name':'n','type':'company'}")));
        QCOMPARE(text(withDefaults(customers, json("{'active':false,'type':'private'}"))),
                 text(json("{'active':false,'type':'private'}")));
    }
    void defaultsReachIntoRows()
    {
        const auto schema = Schema::fromJson(
            {json("{'pack':'made','version':1,'entityTypes':[{'type':'things','title':'name','fields':[{'name':'name','"
                  "kind':'text'},"
                  "{'name':'rows','kind':'rows','fields':[{'name':'unit','kind':'text','default':'st'}]}]}]}")});
        const auto *things = schema->find(EntityType(u"things"_s));
        QCOMPARE(text(withDefaults(*things, json("{'rows':[{},{'unit':'h'}]}"))),
                 text(json("{'rows':[{'unit':'st'},{'unit':'h'}]}")));
        QCOMPARE(text(withDefaults(*things, {})), text({}));
    }
};

QTEST_GUILESS_MAIN(DeriveTest)
#include "derive_test.moc"
