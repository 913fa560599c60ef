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

//! A pack of types that only refer to each other: "a: b c" is a type a with references to b and c.
QJsonObject packOf(const QStringList &types, const QString &name = u"made"_s)
{
    QJsonArray entities;
    for (const QString &line : types) {
        const QString type = line.section(u": "_s, 0, 0);
        QJsonArray fields{json("{'name':'title','kind':'text'}")};
        for (const QString &target : line.section(u": "_s, 1).split(u' ', Qt::SkipEmptyParts))
            fields.append(
                QJsonObject{{u"name"_s, u"to_"_s + target}, {u"kind"_s, u"reference"_s}, {u"target"_s, target}});
        entities.append(QJsonObject{{u"type"_s, type}, {u"title"_s, u"title"_s}, {u"fields"_s, fields}});
    }
    return {{u"pack"_s, name}, {u"version"_s, 1}, {u"entityTypes"_s, entities}};
}

//! A small pack of one type with one part replaced or added.
QJsonObject packWith(const QByteArray &part)
{
    auto entity =
        json("{'type':'things','title':'name','fields':[{'name':'name','kind':'text'},{'name':'sum','kind':'amount'},"
             "{'name':'rows','kind':'rows','fields':[{'name':'debit','kind':'amount'},{'name':'credit','kind':'amount'}"
             "]}]}");
    const QJsonObject replaced = json(part);
    for (auto it = replaced.begin(); it != replaced.end(); ++it)
        entity.insert(it.key(), it.value());
    return {{u"pack"_s, u"made"_s}, {u"version"_s, 3}, {u"entityTypes"_s, QJsonArray{entity}}};
}

} // namespace

class PacksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // R-QUE-05
    void order_data()
    {
        QTest::addColumn<QStringList>("types");
        QTest::addColumn<QStringList>("order");
        QTest::newRow("types without references keep their order")
            << QStringList{u"b"_s, u"a"_s} << QStringList{u"b"_s, u"a"_s};
        QTest::newRow("a referred type moves up") << QStringList{u"a: b"_s, u"b"_s} << QStringList{u"b"_s, u"a"_s};
        QTest::newRow("a chain") << QStringList{u"a: b"_s, u"b: c"_s, u"c"_s} << QStringList{u"c"_s, u"b"_s, u"a"_s};
        QTest::newRow("two ways to one type")
            << QStringList{u"a: b c"_s, u"b: d"_s, u"c: d"_s, u"d"_s} << QStringList{u"d"_s, u"b"_s, u"c"_s, u"a"_s};
        QTest::newRow("a type that refers to itself")
            << QStringList{u"a: a b"_s, u"b"_s} << QStringList{u"b"_s, u"a"_s};
    }
    void order()
    {
        QFETCH(QStringList, types);
        const auto schema = Schema::fromJson({packOf(types)});
        QVERIFY(schema);
        QTEST(names(schema->types()), "order");
    }
    void cycles_data()
    {
        QTest::addColumn<QStringList>("types");
        QTest::addColumn<QStringList>("cycle");
        QTest::newRow("two types") << QStringList{u"a: b"_s, u"b: a"_s} << QStringList{u"a"_s, u"b"_s};
        QTest::newRow("a type that leads into a cycle is not part of it")
            << QStringList{u"x: a"_s, u"a: b"_s, u"b: c"_s, u"c: a"_s} << QStringList{u"a"_s, u"b"_s, u"c"_s};
    }
    void cycles()
    {
        QFETCH(QStringList, types);
        const auto schema = Schema::fromJson({packOf(types)});
        QVERIFY(!schema);
        QCOMPARE(schema.error().kind, ErrorKind::Invalid);
        QCOMPARE(schema.error().code, u"pack.cycle"_s);
        QTEST(schema.error().args, "cycle");
    }

    void indexesAreNamedAfterTheirFields()
    {
        const auto schema = Schema::fromJson({packWith("{'indexes':[{'fields':['name']},{'fields':['name','sum'],'"
                                                       "unique':true},{'name':'other','fields':['sum']}]}")});
        QVERIFY(schema);
        const auto &indexes = schema->find(EntityType(u"things"_s))->indexes;
        QCOMPARE(indexes.size(), 3);
        QCOMPARE(indexes[0].name, u"name"_s);
        QCOMPARE(indexes[1].name, u"name_sum"_s);
        QVERIFY(indexes[1].unique && !indexes[0].unique);
        QCOMPARE(indexes[2].name, u"other"_s);
    }

    void typesHaveTheVersionOfTheirPack()
    {
        QCOMPARE(Schema::fromJson({packWith("{}")})->find(EntityType(u"things"_s))->version, 3);
    }

    void packsMayReferToEachOther()
    {
        const auto schema = Schema::fromJson({packOf({u"a: b"_s}, u"first"_s), packOf({u"b"_s}, u"second"_s)});
        QVERIFY(schema);
        QCOMPARE(names(schema->types()), (QStringList{u"b"_s, u"a"_s}));
    }
    void packsMayNotShareATypeName()
    {
        const auto schema = Schema::load({u"accounting"_s, u"veterinary"_s});
        QVERIFY(!schema);
        QCOMPARE(schema.error().code, u"pack.duplicateType"_s);
        QCOMPARE(schema.error().args, QStringList{u"invoices"_s});
        QCOMPARE(Schema::load({u"accounting"_s, u"commerce"_s}).error().args, QStringList{u"customers"_s});
        QVERIFY(Schema::load({u"commerce"_s, u"veterinary"_s}));
    }
    void unknownPacks_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("a name nobody knows") << u"astronomy"_s;
        QTest::newRow("no name") << u""_s;
        QTest::newRow("a path out of the folder") << u"../store/store"_s;
    }
    void unknownPacks()
    {
        QFETCH(QString, name);
        const auto schema = Schema::load({name});
        QVERIFY(!schema);
        QCOMPARE(schema.error().kind, ErrorKind::NotFound);
        QCOMPARE(schema.error().code, u"pack.unknown"_s);
        QCOMPARE(schema.error().args, QStringList{name});
    }

    void malformedPacks_data()
    {
        QTest::addColumn<QJsonObject>("pack");
        QTest::addColumn<QString>("where");
        QTest::newRow("no entity types") << json("{'pack':'made','version':1,'entityTypes':[]}") << u"entityTypes"_s;
        QTest::newRow("no version") << json("{'pack':'made','entityTypes':[]}") << u"version"_s;
        QTest::newRow("an entity type that is no object")
            << json("{'pack':'made','version':1,'entityTypes':[7]}") << u"entityTypes[0]"_s;
        const auto row = [](const char *name, const char *part, const QString &where) {
            QTest::newRow(name) << packWith(part) << where;
        };
        row("a type name for SQL to stumble over", "{'type':'things;--'}", u"entityTypes[0].type"_s);
        row("no type name", "{'type':null}", u"entityTypes[0].type"_s);
        row("a misspelt property", "{'tittle':'name'}", u"things.tittle"_s);
        row("no fields", "{'fields':[]}", u"things.fields"_s);
        row("a field without a name", "{'fields':[{'kind':'text'}]}", u"things.fields[0].name"_s);
        row("a field twice", "{'fields':[{'name':'name','kind':'text'},{'name':'name','kind':'text'}]}",
            u"things.fields[1].name"_s);
        row("a field named like what the store keeps", "{'fields':[{'name':'revision','kind':'text'}]}",
            u"things.fields[0].name"_s);
        row("an unknown kind", "{'fields':[{'name':'name','kind':'float'}]}", u"things.fields[0].kind"_s);
        row("an unknown importance", "{'fields':[{'name':'name','kind':'text','importance':'huge'}]}",
            u"things.fields[0].importance"_s);
        row("a misspelt flag", "{'fields':[{'name':'name','kind':'text','requried':true}]}",
            u"things.fields[0].requried"_s);
        row("a flag that is no boolean", "{'fields':[{'name':'name','kind':'text','required':1}]}",
            u"things.fields[0].required"_s);
        row("a reference without target", "{'fields':[{'name':'name','kind':'reference'}]}",
            u"things.fields[0].target"_s);
        row("a reference to an unknown type",
            "{'fields':[{'name':'name','kind':'text'},{'name':'to','kind':'reference','target':'stars'}]}",
            u"things.to.target"_s);
        row("a target on a text", "{'fields':[{'name':'name','kind':'text','target':'things'}]}",
            u"things.fields[0].target"_s);
        row("a choice without choices", "{'fields':[{'name':'name','kind':'choice'}]}", u"things.fields[0].choices"_s);
        row("a default that is no choice", "{'fields':[{'name':'name','kind':'choice','choices':['a'],'default':'b'}]}",
            u"things.fields[0].default"_s);
        row("a default that is not canonical", "{'fields':[{'name':'name','kind':'amount','default':'1.5'}]}",
            u"things.fields[0].default"_s);
        row("a default of the wrong type", "{'fields':[{'name':'name','kind':'boolean','default':'yes'}]}",
            u"things.fields[0].default"_s);
        row("an unknown way to compare", "{'fields':[{'name':'name','kind':'text','compare':'loosely'}]}",
            u"things.fields[0].compare"_s);
        row("rows without fields", "{'fields':[{'name':'name','kind':'rows'}]}", u"things.fields[0].fields"_s);
        row("a field in rows", "{'fields':[{'name':'r','kind':'rows','fields':[{'name':'x','kind':'y'}]}]}",
            u"things.fields[0].fields[0].kind"_s);
        row("a title that is no field", "{'title':'label'}", u"things.title"_s);
        row("no title", "{'title':null}", u"things.title"_s);
        row("a natural key that is no field", "{'naturalKey':['code']}", u"things.naturalKey"_s);
        row("a natural key that is an amount", "{'naturalKey':['sum']}", u"things.naturalKey"_s);
        row("search in an unknown field", "{'search':['rows.text']}", u"things.search"_s);
        row("a linked group with an unknown field", "{'linkedGroups':[['name','rows.price']]}",
            u"things.linkedGroups"_s);
        row("a linked group that is no list", "{'linkedGroups':['name']}", u"things.linkedGroups"_s);
        row("a series that is no field", "{'seriesField':'series'}", u"things.seriesField"_s);
        row("an index over an unknown field", "{'indexes':[{'fields':['name']},{'fields':['code']}]}",
            u"things.indexes[1].fields"_s);
        row("an index over rows", "{'indexes':[{'fields':['rows']}]}", u"things.indexes[0].fields"_s);
        row("an index over nothing", "{'indexes':[{'fields':[],'name':'x'}]}", u"things.indexes[0].fields"_s);
        row("a multi-entry index over two fields", "{'indexes':[{'fields':['name','sum'],'multiEntry':true}]}",
            u"things.indexes[0].fields"_s);
        row("two indexes of one name", "{'indexes':[{'fields':['name']},{'fields':['sum'],'name':'name'}]}",
            u"things.indexes[1].name"_s);
        row("an unknown calculation", "{'calculations':[{'name':'horoscope'}]}", u"things.calculations[0].name"_s);
        row("a calculation without a parameter",
            "{'calculations':[{'name':'debitCreditBalance','parameters':{'rows':'rows','debit':'debit'}}]}",
            u"things.calculations[0].parameters.credit"_s);
        row("a calculation over a field of the wrong kind",
            "{'calculations':[{'name':'debitCreditBalance','parameters':{'rows':'name'}}]}",
            u"things.calculations[0].parameters.rows"_s);
        row("a calculation with a parameter it does not know",
            "{'calculations':[{'name':'debitCreditBalance','parameters':{'rows':'rows','debit':'debit','credit':'"
            "credit','x':1}}]}",
            u"things.calculations[0].parameters.x"_s);
        row("a derived field that nothing computes", "{'fields':[{'name':'name','kind':'text','derived':true}]}",
            u"things.calculations"_s);
        row("a computed field that is not derived",
            "{'calculations':[{'name':'ocr','parameters':{'number':'name','ocr':'name'}}]}", u"things.calculations"_s);
        const auto step = [&row](const char *name, const QByteArray &part, const QString &where) {
            const QByteArray fields = "'fields':[{'name':'name','kind':'text'},{'name':'sum','kind':'amount'},"
                                      "{'name':'done','kind':'boolean'},{'name':'to','kind':'reference','target':'things'}]";
            row(name, ("{" + fields + ",'steps':[{'name':'do','sets':{'done':true}}," + part + "]}").constData(),
                u"things.steps[1]."_s + where);
        };
        step("a step without a name", "{'sets':{'done':true}}", u"name"_s);
        step("a step that the command line cannot name", "{'name':'Do it','sets':{'done':true}}", u"name"_s);
        step("two steps of one name", "{'name':'do','sets':{'done':true}}", u"name"_s);
        step("a step that sets nothing", "{'name':'undo','sets':{}}", u"sets"_s);
        step("a step that sets what is no switch", "{'name':'undo','sets':{'name':true}}", u"sets"_s);
        step("a step that sets a text", "{'name':'undo','sets':{'done':'yes'}}", u"sets"_s);
        step("a step that needs what is no switch", "{'name':'undo','sets':{'done':false},'needs':['sum']}", u"needs"_s);
        step("a step against an unknown switch", "{'name':'undo','sets':{'done':false},'unless':['gone']}", u"unless"_s);
        step("a misspelt property of a step", "{'name':'undo','sets':{'done':false},'lock':true}", u"lock"_s);
        step("a copy that locks", "{'name':'undo','sets':{'done':false},'locks':true,'copy':{}}", u"locks"_s);
        step("a copy of another type", "{'name':'undo','sets':{'done':false},'copy':{'origin':'name'}}", u"copy.origin"_s);
        step("a copy with a negated text", "{'name':'undo','sets':{'done':false},'copy':{'negated':[{'field':'name'}]}}",
             u"copy.negated[0].field"_s);
        step("a copy of today that is no date", "{'name':'undo','sets':{'done':false},'copy':{'today':['sum']}}", u"copy.today"_s);
        step("a copy of swapped numbers that are none", "{'name':'undo','copy':{'swapped':[['rows.debit','rows.name']]}}", u"copy.swapped"_s);
        step("a copy of swapped numbers outside of rows", "{'name':'undo','copy':{'swapped':[['sum','sum']]}}", u"copy.swapped"_s);
        step("a copy with a text where there is none", "{'name':'undo','copy':{'texts':{'sum':'x'}}}", u"copy.texts"_s);
        step("a step that needs a number that closes nothing", "{'name':'undo','sets':{'done':false},'needs':['name']}", u"needs"_s);
        row("a number that closes and that anybody gives", "{'fields':[{'name':'name','kind':'text','closes':true}]}",
            u"things.fields[0].closes"_s);
        row("booked on what is no date", "{'bookedOn':'name'}", u"things.bookedOn"_s);
        row("books closed to an unknown date", "{'closesBooks':'day'}", u"things.closesBooks"_s);
        row("struck rows that are none", "{'striking':{'rows':'rows','struck':'sum','added':'x'}}", u"things.striking.struck"_s);
        row("striking without a mark", "{'striking':{'rows':'rows','struck':'rows'}}", u"things.striking.added"_s);
        step("a copy without an unknown field", "{'name':'undo','sets':{'done':false},'copy':{'omitted':['gone']}}",
             u"copy.omitted"_s);
    }
    void malformedPacks()
    {
        QFETCH(QJsonObject, pack);
        const auto schema = Schema::fromJson({pack});
        QVERIFY(!schema);
        QCOMPARE(schema.error().kind, ErrorKind::Invalid);
        QCOMPARE(schema.error().code, u"pack.malformed"_s);
        QCOMPARE(schema.error().args.value(0), u"made"_s);
        QTEST(schema.error().args.value(1), "where");
    }
    void thePackTheErrorsStartFromIsRight() { QVERIFY(Schema::fromJson({packWith("{}")})); }
};

QTEST_GUILESS_MAIN(PacksTest)
#include "packs_test.moc"
