// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"

#include <QJsonArray>
#include <QTest>

using namespace frost;
using namespace Qt::StringLiterals;

class JsonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void canonicalTextSortsKeysAndHasNoSpace()
    {
        const auto object = parseJsonObject("{ \"b\" : [ 1, true, null ],\n \"a\" : {\"d\":\"\\u00e5\", \"c\":1.5} }");
        QVERIFY(object);
        QCOMPARE(toCanonicalJson(*object), QByteArray("{\"a\":{\"c\":1.5,\"d\":\"\xc3\xa5\"},\"b\":[1,true,null]}"));
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("code");
        QTest::newRow("nothing") << QByteArray() << u"json.malformed"_s;
        QTest::newRow("an object that does not end") << QByteArray("{\"a\":1") << u"json.malformed"_s;
        QTest::newRow("something after the object") << QByteArray("{} {}") << u"json.malformed"_s;
        QTest::newRow("an array") << QByteArray("[1]") << u"json.notAnObject"_s;
        QTest::newRow("nested one level too deep") << QByteArray("{\"a\":[[{}]]}") << u"json.tooDeep"_s;
        QTest::newRow("hostile nesting") << QByteArray(1'000'000, '[') << u"json.tooDeep"_s;
    }
    void refuses()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, code);
        const auto object = parseJsonObject(text, 3);
        QVERIFY(!object);
        QCOMPARE(object.error().kind, ErrorKind::Invalid);
        QCOMPARE(object.error().code, code);
    }
    void theErrorSaysWhere()
    {
        const auto object = parseJsonObject("{\"a\":x}");
        QVERIFY(!object);
        bool isNumber = false;
        const int offset = object.error().args.value(0).toInt(&isNumber);
        QVERIFY(isNumber);
        QVERIFY(offset >= 5 && offset <= 6);
    }
    void bracketsInTextAreNotNesting()
    {
        const auto object = parseJsonObject("{\"a\":\"[[[[{{{{\\\"[[[\"}", 2);
        QVERIFY(object);
        QCOMPARE(object->value(u"a"_s).toString(), u"[[[[{{{{\"[[["_s);
    }

    void equalObjectsHaveEqualHashes()
    {
        const QJsonObject first{{u"a"_s, 1}, {u"b"_s, QJsonArray{1, 2}}};
        QJsonObject second;
        second.insert(u"b"_s, QJsonArray{1, 2});
        second.insert(u"a"_s, 1);
        QCOMPARE(contentHash(first), contentHash(second));
        second.insert(u"a"_s, 2);
        QVERIFY(contentHash(first) != contentHash(second));
        // Computed with sha256sum over the two bytes {}.
        QCOMPARE(contentHash({}), QByteArray("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"));
    }
};

QTEST_GUILESS_MAIN(JsonTest)
#include "json_test.moc"
