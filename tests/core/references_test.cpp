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

const EntitySchema &invoices()
{
    return entity(u"accounting"_s, u"invoices"_s);
}

QString upper(const EntityType &type, const QString &id)
{
    return type.toString() + u'/' + id;
}

Field textField(const QString &compare)
{
    Field field;
    field.compare = compare;
    return field;
}

} // namespace

class ReferencesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void referencesAreFoundInRowsToo()
    {
        const auto uses = referencesIn(
            invoices(), json("{'customer':'c1','creditOf':'i9','note':'c2','rows':[{'rowId':'a','article':'a1'},"
                             "{'rowId':'b'},{'rowId':'c','article':'a2','project':'p1','account':'3001'}]}"));
        QStringList lines;
        for (const ReferenceUse &use : uses)
            lines.append(use.path + u' ' + use.target.toString() + u' ' + use.id);
        QCOMPARE(lines,
                 (QStringList{u"customer customers c1"_s, u"creditOf invoices i9"_s, u"rows[0].article articles a1"_s,
                              u"rows[2].article articles a2"_s, u"rows[2].project projects p1"_s}));
    }
    void noReferencesNoUses()
    {
        QVERIFY(referencesIn(invoices(), json("{'note':'n','rows':[]}")).isEmpty());
        QVERIFY(referencesIn(entity(u"accounting"_s, u"articles"_s), json("{'customer':'c1'}")).isEmpty());
    }

    // R-IDM-02
    void mapReferences_data()
    {
        QTest::addColumn<QJsonObject>("body");
        QTest::addColumn<QJsonObject>("expected");
        QTest::newRow("at the top and in rows")
            << json("{'customer':'1','note':'1','rows':[{'rowId':'1','article':'2','account':'2','later':[1]}],'later':"
                    "'1'}")
            << json("{'customer':'customers/1','note':'1','rows':[{'rowId':'1','article':'articles/"
                    "2','account':'2','later':[1]}],'later':'1'}");
        QTest::newRow("a number is an id too") << json("{'customer':7}") << json("{'customer':'customers/7'}");
        QTest::newRow("nothing to map") << json("{'note':'n','rows':[{'rowId':'1'}]}")
                                        << json("{'note':'n','rows':[{'rowId':'1'}]}");
    }
    void mapReferences()
    {
        QFETCH(QJsonObject, body);
        QFETCH(QJsonObject, expected);
        QCOMPARE(text(frost::mapReferences(invoices(), body, upper)), text(expected));
    }
    void anEmptyAnswerRemovesTheReference()
    {
        const auto none = [](const EntityType &, const QString &) { return QString(); };
        QCOMPARE(
            text(frost::mapReferences(invoices(), json("{'customer':'1','rows':[{'rowId':'1','article':'2'}]}"), none)),
            text(json("{'rows':[{'rowId':'1'}]}")));
    }
    void aFieldThatIsUnknownIsNotMapped()
    {
        const auto body = json("{'customer':'1'}");
        QCOMPARE(frost::mapReferences(entity(u"accounting"_s, u"articles"_s), body, upper), body);
    }

    // R-CON-02; UX.md 1.2 B6
    void comparable_data()
    {
        QTest::addColumn<QString>("compare");
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("other");
        QTest::addColumn<bool>("equal");
        QTest::newRow("text") << u""_s << u"a"_s << u"A"_s << false;
        QTest::newRow("missing and empty") << u""_s << u""_s << QString() << true;
        QTest::newRow("an organisation number with and without hyphen")
            << u"organisationNumber"_s << u"556036-0793"_s << u"5560360793"_s << true;
        QTest::newRow("an organisation number with prefix")
            << u"organisationNumber"_s << u"16556036-0793"_s << u"5560360793"_s << true;
        QTest::newRow("the domain of an e-mail address")
            << u"email"_s << u"Anna@Nord.SE"_s << u"Anna@nord.se"_s << true;
        QTest::newRow("the name of a mailbox") << u"email"_s << u"Anna@nord.se"_s << u"anna@nord.se"_s << false;
        QTest::newRow("an address without @") << u"email"_s << u"ANNA"_s << u"anna"_s << false;
        QTest::newRow("an IBAN in groups") << u"compact"_s << u"SE45 5000 0000"_s << u"se4550000000"_s << true;
        QTest::newRow("two IBANs") << u"compact"_s << u"SE45"_s << u"SE46"_s << false;
    }
    void comparable()
    {
        QFETCH(QString, compare);
        QFETCH(QString, one);
        QFETCH(QString, other);
        const Field field = textField(compare);
        QTEST(frost::comparable(field, one) == frost::comparable(field, other), "equal");
    }
    void whatIsMissingIsUndefined()
    {
        const Field field = textField({});
        QVERIFY(frost::comparable(field, QJsonValue(QJsonValue::Undefined)).isUndefined());
        QVERIFY(frost::comparable(field, QJsonValue(QJsonValue::Null)).isUndefined());
        QVERIFY(frost::comparable(field, u""_s).isUndefined());
        QVERIFY(frost::comparable(*invoices().field(u"rows"), QJsonArray()).isUndefined());
        QCOMPARE(frost::comparable(field, u"x"_s), QJsonValue(u"x"_s));
    }
    void aMissingBooleanIsItsDefault()
    {
        const QJsonValue missing(QJsonValue::Undefined);
        QCOMPARE(frost::comparable(*invoices().field(u"booked"), missing), QJsonValue(false));
        QCOMPARE(frost::comparable(*entity(u"accounting"_s, u"customers"_s).field(u"active"), missing),
                 QJsonValue(true));
        QCOMPARE(frost::comparable(*invoices().field(u"booked"), true), QJsonValue(true));
    }

    void naturalKeys_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QJsonObject>("body");
        QTest::addColumn<QStringList>("key");
        QTest::newRow("a customer") << u"customers"_s << json("{'customerNumber':'17'}") << QStringList{u"17"_s};
        QTest::newRow("a customer without number") << u"customers"_s << json("{'name':'n'}") << QStringList();
        QTest::newRow("a supplier") << u"suppliers"_s << json("{'supplierNumber':'9'}") << QStringList{u"9"_s};
        QTest::newRow("a document in a series")
            << u"invoices"_s << json("{'series':'B','documentNumber':'5'}") << QStringList{u"B"_s, u"5"_s};
        QTest::newRow("a document without series")
            << u"invoices"_s << json("{'documentNumber':'5'}") << QStringList{u""_s, u"5"_s};
        QTest::newRow("a series alone") << u"invoices"_s << json("{'series':'B'}") << QStringList();
        QTest::newRow("a provisional number") << u"invoices"_s << json("{'documentNumber':'1043*'}") << QStringList();
        QTest::newRow("an account of a year")
            << u"accounts"_s << json("{'number':'1930','financialYear':'2026'}") << QStringList{u"2026"_s, u"1930"_s};
        QTest::newRow("a payment has none") << u"invoicePayments"_s << json("{'amount':'1.00'}") << QStringList();
    }
    void naturalKeys()
    {
        QFETCH(QString, type);
        QFETCH(QJsonObject, body);
        QTEST(naturalKeyOf(entity(u"accounting"_s, type), body), "key");
    }
};

QTEST_GUILESS_MAIN(ReferencesTest)
#include "references_test.moc"
