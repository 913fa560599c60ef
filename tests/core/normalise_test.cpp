// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"
#include "core/schema/schema.h"
#include "schemafixture.h"

#include <QJsonArray>
#include <QTest>

#include <rapidcheck.h>

using namespace frost;
using namespace frost::test;
using namespace Qt::StringLiterals;

namespace {

const EntitySchema &everyKind()
{
    static const Schema schema =
        Schema::fromJson(
            {json("{'pack':'made','version':1,'entityTypes':[{'type':'things','title':'text','fields':["
                  "{'name':'text','kind':'text'},{'name':'long','kind':'text','longText':true},{'name':'integer','kind'"
                  ":'integer'},"
                  "{'name':'decimal','kind':'decimal'},{'name':'amount','kind':'amount'},{'name':'boolean','kind':'"
                  "boolean'},"
                  "{'name':'date','kind':'date'},{'name':'instant','kind':'instant'},{'name':'choice','kind':'choice','"
                  "choices':['a','b']},"
                  "{'name':'reference','kind':'reference','target':'things'},{'name':'rows','kind':'rows','fields':["
                  "{'name':'text','kind':'text'},{'name':'amount','kind':'amount'},{'name':'inner','kind':'rows','"
                  "fields':["
                  "{'name':'decimal','kind':'decimal'}]}]}]}]}")})
            .value();
    return *schema.find(EntityType(u"things"_s));
}

Result<QJsonObject> normalised(const QJsonObject &body)
{
    return normalise(everyKind(), body, RowIds());
}

rc::Gen<QString> anyText()
{
    const auto unit = rc::gen::oneOf(rc::gen::inRange<int>(0, 0x80), rc::gen::inRange<int>(0x80, 0x500),
                                     rc::gen::element<int>(u'a', u'A', u' ', u'\n', u'\r', u'\t', 0x0301, 0x030a,
                                                           0x0308, 0xac00, 0x1100, 0x1161, 0x2000, 0x2028, 0xd83d,
                                                           0xde00, 0xfeff, 0xfffe, 0x00a0, 0x3000),
                                     rc::gen::inRange<int>(0, 0x10000));
    return rc::gen::map(rc::gen::container<std::vector<int>>(unit), [](const std::vector<int> &units) {
        QString text;
        for (const int one : units)
            text.append(QChar(char16_t(one)));
        return text;
    });
}

rc::Gen<QJsonValue> anyValue()
{
    const auto numberText =
        rc::gen::map(rc::gen::pair(rc::gen::inRange<qint64>(-100'000, 100'000), rc::gen::inRange(0, 13)),
                     [](const std::pair<qint64, int> &number) {
        return QJsonValue(QString::number(number.first) + u"e-"_s + QString::number(number.second));
        });
    return rc::gen::oneOf(
        rc::gen::map(anyText(), [](const QString &text) { return QJsonValue(text); }), numberText,
        rc::gen::map(rc::gen::inRange<qint64>(-100'000, 100'000), [](qint64 number) { return QJsonValue(number); }),
        rc::gen::map(rc::gen::inRange<int>(-100'000, 100'000), [](int number) { return QJsonValue(number / 7.0); }),
        rc::gen::element(QJsonValue(true), QJsonValue(QJsonValue::Null), QJsonValue(u""_s), QJsonValue(u"2026-02-28"_s),
                         QJsonValue(u"2026-03-01T12:00:00+02:00"_s), QJsonValue(u"12"_s), QJsonValue(u"1.50"_s)));
}

QJsonObject anyObject(const QStringList &names)
{
    QJsonObject object;
    for (const QString &name : names) {
        if (*rc::gen::inRange(0, 4) > 0)
            object.insert(name, *anyValue());
    }
    return object;
}

//! A body whose refused values are taken out again, so that something is left to normalise.
QJsonObject anyAcceptedBody()
{
    QJsonObject body = anyObject({u"text"_s, u"long"_s, u"integer"_s, u"decimal"_s, u"amount"_s, u"boolean"_s,
                                  u"date"_s, u"instant"_s, u"choice"_s, u"reference"_s});
    // Not any text: a byte order mark in a field nobody knows is kept, but Qt's JSON reader drops it.
    body.insert(u"unknown"_s,
                *rc::gen::element(QJsonValue(u" \u00e5 "_s), QJsonValue(QJsonValue::Null), QJsonValue(1.5)));
    QJsonArray rows;
    for (int left = *rc::gen::inRange(0, 4); left > 0; --left)
        rows.append(anyObject({u"text"_s, u"amount"_s, u"rowId"_s}));
    body.insert(u"rows"_s, rows);
    if (const auto result = normalised(body); !result) {
        for (const QString &problem : result.error().args)
            body.remove(problem.section(u": "_s, 0, 0).section(u'[', 0, 0));
    }
    return body;
}

} // namespace

class NormaliseTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // UX.md 1.2 B6
    void values_data()
    {
        QTest::addColumn<QJsonObject>("body");
        QTest::addColumn<QJsonObject>("expected");
        const auto row = [](const char *name, const QJsonObject &body, const QJsonObject &expected) {
            QTest::newRow(name) << body << expected;
        };
        const auto text = [](const QString &value) { return QJsonObject{{u"text"_s, value}}; };
        const auto longText = [](const QString &value) { return QJsonObject{{u"long"_s, value}}; };
        row("text is trimmed", text(u"  Anna \u00a0"_s), text(u"Anna"_s));
        row("text becomes NFC", text(u"A\u030angstro\u0308m"_s), text(u"\u00c5ngstr\u00f6m"_s));
        row("a line break in a short text is a space", text(u"one\r\ntwo\nthree\tfour"_s),
            text(u"one two three four"_s));
        row("long text keeps its line breaks in one form", longText(u"\none\r\ntwo\rthree\tfour\n"_s),
            longText(u"one\ntwo\nthree\tfour"_s));
        row("control characters go", text(u"a\u0000b\u0007c\u007f"_s), text(u"abc"_s));
        row("a control character does not part a letter from its accent", text(u"a\u0001\u030a"_s), text(u"\u00e5"_s));
        row("half a surrogate pair goes", text(QString(QChar(0xd83d)) + u"x"_s + QChar(0xde00)), text(u"x"_s));
        row("a whole surrogate pair stays", text(u"\U0001f600"_s), text(u"\U0001f600"_s));
        row("a byte order mark goes", text(u"\ufeffx"_s), text(u"x"_s));
        row("empty text is removed", json("{'text':'','long':'  '}"), {});
        row("null is removed", json("{'text':null,'amount':null,'rows':null,'boolean':null}"), {});
        row("empty rows are removed", json("{'rows':[]}"), {});
        row("amounts have two decimals", json("{'amount':'10'}"), json("{'amount':'10.00'}"));
        row("amounts may have more", json("{'amount':'10.1250'}"), json("{'amount':'10.125'}"));
        row("decimals are as short as can be", json("{'decimal':'10.500'}"), json("{'decimal':'10.5'}"));
        row("there is no negative zero", json("{'decimal':'-0','amount':'-0.00'}"),
            json("{'decimal':'0','amount':'0.00'}"));
        row("a decimal is trimmed", json("{'decimal':' 1.5 '}"), json("{'decimal':'1.5'}"));
        row("an empty decimal is removed", json("{'decimal':' '}"), {});
        row("a JSON number is a decimal", json("{'decimal':12.5,'amount':7}"),
            json("{'decimal':'12.5','amount':'7.00'}"));
        row("a JSON number beyond 2^53 keeps its digits", json("{'decimal':9007199254740993}"),
            json("{'decimal':'9007199254740993'}"));
        row("an integer as text", json("{'integer':' 30 '}"), json("{'integer':30}"));
        row("an integer with a fraction of zero", json("{'integer':30.0}"), json("{'integer':30}"));
        row("a negative integer", json("{'integer':'-5'}"), json("{'integer':-5}"));
        row("booleans", json("{'boolean':false}"), json("{'boolean':false}"));
        row("a date is trimmed", json("{'date':' 2024-02-29'}"), json("{'date':'2024-02-29'}"));
        row("an instant becomes UTC", json("{'instant':'2026-03-01T12:00:00+02:00'}"),
            json("{'instant':'2026-03-01T10:00:00.000Z'}"));
        row("a choice is not judged here", json("{'choice':' c'}"), json("{'choice':'c'}"));
        row("a numeric reference becomes text", json("{'reference':456}"), json("{'reference':'456'}"));
        row("a reference is trimmed", json("{'reference':' tmp-1 '}"), json("{'reference':'tmp-1'}"));
        row("rows get ids", json("{'rows':[{'text':'a'},{'text':'b','rowId':'r7'},{'rowId':''}]}"),
            json("{'rows':[{'rowId':'new1','text':'a'},{'rowId':'r7','text':'b'},{'rowId':'new2'}]}"));
        row("a numeric row id becomes text", json("{'rows':[{'rowId':12}]}"), json("{'rows':[{'rowId':'12'}]}"));
        row("rows in rows", json("{'rows':[{'rowId':'r','inner':[{'decimal':1}]}]}"),
            json("{'rows':[{'rowId':'r','inner':[{'decimal':'1','rowId':'new1'}]}]}"));
        row("unknown fields stay as they are",
            json("{'later':{'a':[1,null,' x ']},'rows':[{'rowId':'r','later':null}]}"),
            json("{'later':{'a':[1,null,' x ']},'rows':[{'rowId':'r','later':null}]}"));
    }
    void values()
    {
        QFETCH(QJsonObject, body);
        QFETCH(QJsonObject, expected);
        const auto result = normalised(body);
        QVERIFY(result);
        QCOMPARE(test::text(*result), test::text(expected));
    }

    void refused_data()
    {
        QTest::addColumn<QJsonObject>("body");
        QTest::addColumn<QStringList>("problems");
        const auto row = [](const char *name, const QJsonObject &body, const QStringList &problems) {
            QTest::newRow(name) << body << problems;
        };
        row("a number as text", json("{'text':5}"), {u"text: field.type"_s});
        row("an object as text", json("{'text':{}}"), {u"text: field.type"_s});
        row("a boolean as choice", json("{'choice':true}"), {u"choice: field.type"_s});
        row("text as boolean", json("{'boolean':'true'}"), {u"boolean: field.type"_s});
        row("a number as boolean", json("{'boolean':1}"), {u"boolean: field.type"_s});
        row("a fraction as integer", json("{'integer':1.5}"), {u"integer: field.type"_s});
        row("letters as integer", json("{'integer':'ten'}"), {u"integer: integer.malformed"_s});
        row("a decimal comma", json("{'decimal':'1,5'}"), {u"decimal: decimal.malformed"_s});
        row("a boolean as decimal", json("{'decimal':true}"), {u"decimal: field.type"_s});
        row("too many digits", json("{'amount':'123456789012345678901234567890'}"), {u"amount: decimal.tooLarge"_s});
        row("a day that does not exist", json("{'date':'2026-02-29'}"), {u"date: date.malformed"_s});
        row("a date in another form", json("{'date':'20260228'}"), {u"date: date.malformed"_s});
        row("a date with a time", json("{'date':'2026-02-28T00:00:00Z'}"), {u"date: date.malformed"_s});
        row("a date with signs in it", json("{'date':'2026--1-01'}"), {u"date: date.malformed"_s});
        row("the year zero", json("{'date':'0000-01-01'}"), {u"date: date.malformed"_s});
        row("a number as date", json("{'date':20260228}"), {u"date: field.type"_s});
        row("no instant", json("{'instant':'yesterday'}"), {u"instant: instant.malformed"_s});
        row("a fraction as reference", json("{'reference':1.5}"), {u"reference: field.type"_s});
        row("an object as rows", json("{'rows':{}}"), {u"rows: field.type"_s});
        row("a row that is no object", json("{'rows':[{'rowId':'r'},7]}"), {u"rows[1]: field.type"_s});
        row("a row id that is no id", json("{'rows':[{'rowId':[]}]}"), {u"rows[0].rowId: field.type"_s});
        row("every problem is named",
            json("{'text':1,'rows':[{'rowId':'a','amount':'x'},{'rowId':'b','inner':[{'decimal':''},{'decimal':'y'}]}]"
                 "}"),
            {u"text: field.type"_s, u"rows[0].amount: decimal.malformed"_s,
             u"rows[1].inner[1].decimal: decimal.malformed"_s});
    }
    void refused()
    {
        QFETCH(QJsonObject, body);
        const auto result = normalised(body);
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::Invalid);
        QCOMPARE(result.error().code, u"record.invalid"_s);
        QTEST(result.error().args, "problems");
    }

    void sizesAreBounded()
    {
        const auto ofText = [](const QString &text) { return normalised({{u"text"_s, text}}); };
        QVERIFY(ofText(QString(65'536, u'x')));
        QCOMPARE(ofText(QString(65'537, u'x')).error().args, QStringList{u"text: field.tooLong"_s});
        QVERIFY(ofText(QString(32'768, QChar(0xe5))));
        QCOMPARE(ofText(QString(32'769, QChar(0xe5))).error().args, QStringList{u"text: field.tooLong"_s});
        QJsonArray rows;
        for (int i = 0; i < 10'000; ++i)
            rows.append(QJsonObject{{u"rowId"_s, QString::number(i)}});
        QVERIFY(normalised({{u"rows"_s, rows}}));
        rows.append(QJsonObject());
        QCOMPARE(normalised({{u"rows"_s, rows}}).error().args, QStringList{u"rows: field.tooLong"_s});
    }

    void normaliseIsIdempotent()
    {
        QVERIFY(rc::check("normalise(normalise(b)) == normalise(b)", [] {
            const auto once = normalised(anyAcceptedBody());
            RC_ASSERT(once.has_value());
            const auto twice = normalised(*once);
            RC_ASSERT(twice.has_value());
            RC_ASSERT(*twice == *once);
        }));
    }
    void normaliseSurvivesTheWire()
    {
        QVERIFY(rc::check("a normalised body is the same after a round trip through JSON text", [] {
            const auto once = normalised(anyAcceptedBody());
            RC_ASSERT(once.has_value());
            const auto back = parseJsonObject(toCanonicalJson(*once));
            RC_ASSERT(back.has_value());
            const auto twice = normalised(*back);
            RC_ASSERT(twice.has_value());
            RC_ASSERT(toCanonicalJson(*twice) == toCanonicalJson(*once));
        }));
    }
};

QTEST_GUILESS_MAIN(NormaliseTest)
#include "normalise_test.moc"
