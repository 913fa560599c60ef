// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storefixture.h"

#include <QTest>

using namespace storefixture;

namespace {
QList<QJsonValue> key(const QByteArray &jsonArray)
{
    QList<QJsonValue> values;
    const auto array = json("{'k':" + jsonArray + '}').value(u"k"_s).toArray();
    for (const QJsonValue &each : array)
        values.append(each);
    return values;
}
} // namespace

Q_DECLARE_METATYPE(KeyRange)

//! Records and indexes (R-LOC-01); lists are in selection_test.
class ObjectStoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void putInsertsAndReplaces()
    {
        Store store;
        QCOMPARE(value(store.customers().get(LocalId(u"a"_s))).has_value(), false);
        const Record first = store.put(u"a"_s, "{'name': 'Åke'}");
        QCOMPARE(first.revision, 1);
        QCOMPARE(first.createdAt, first.updatedAt);
        Record again = record(u"a"_s, json("{'name': 'Örjan', 'unknown': {'kept': [1, null]}}"));
        again.updatedAt = first.updatedAt.addDays(1);
        again.updatedBy = u"bo"_s;
        again.schemaVersion = 7; // written by a newer Frost (R-LOC-05)
        store.write([&] { value(store.customers().put(again)); });
        const Record read = *value(store.customers().get(LocalId(u"a"_s)));
        QCOMPARE(read.revision, 2);
        QCOMPARE(read.body, json("{'name': 'Örjan', 'unknown': {'kept': [1, null]}}"));
        QCOMPARE(read.createdAt, first.createdAt);
        QCOMPARE(again.createdAt, first.createdAt);
        QCOMPARE(read.updatedAt, first.updatedAt.addDays(1));
        QCOMPARE(read.updatedBy, u"bo"_s);
        QCOMPARE(read.schemaVersion, 7);
        QCOMPARE(value(store.customers().count()), 1);
    }

    void addRefusesATakenId()
    {
        Store store;
        store.put(u"a"_s, "{'name': 'Åke', 'number': '1'}");
        Record again = record(u"a"_s, json("{'name': 'Bo', 'number': '2'}"));
        store.write([&] {
            const auto added = store.customers().add(again);
            QCOMPARE(codeOf(added), u"store.exists"_s);
            QCOMPARE(added.error().args, QStringList{u"a"_s});
        });
        QCOMPARE(value(store.customers().get(LocalId(u"a"_s)))->body, json("{'name': 'Åke', 'number': '1'}"));
        QCOMPARE(value(store.database->check()), QStringList());
    }

    void writingNeedsATransaction()
    {
        Store store;
        Record one = record(u"a"_s, {});
        QCOMPARE(codeOf(store.customers().put(one)), u"store.noTransaction"_s);
        QCOMPARE(codeOf(store.customers().add(one)), u"store.noTransaction"_s);
        QCOMPARE(codeOf(store.customers().remove(one.id)), u"store.noTransaction"_s);
        QCOMPARE(codeOf(store.customers().clear()), u"store.noTransaction"_s);
        store.write([&] {
            Record nameless = record(u""_s, {});
            QCOMPARE(codeOf(store.customers().put(nameless)), u"store.idMissing"_s);
        });
    }

    void aRolledBackRecordIsGone()
    {
        Store store;
        {
            auto transaction = value(Transaction::begin(store.sql(), Durability::PowerCut));
            Record one = record(u"a"_s, json("{'name': 'Åke'}"));
            value(store.customers().put(one));
            QVERIFY(value(store.customers().get(LocalId(u"a"_s))));
        }
        QVERIFY(!value(store.customers().get(LocalId(u"a"_s))));
        QCOMPARE(value(store.customers().getAll(u"name"_s, KeyRange::all())).size(), 0);
        QCOMPARE(value(store.database->check()), QStringList());
    }

    void tombstonesStayButAreNotFound() // R-LOC-06
    {
        Store store;
        store.put(u"a"_s, "{'name': 'Åke', 'number': '1', 'tags': [{'tag': 'vip'}]}");
        store.put(u"a"_s, "{'name': 'Åke', 'number': '1', 'tags': [{'tag': 'vip'}]}", true);
        const auto tombstone = value(store.customers().get(LocalId(u"a"_s)));
        QVERIFY(tombstone && tombstone->deleted);
        QCOMPARE(tombstone->body.value(u"name"_s).toString(), u"Åke"_s);
        QCOMPARE(value(store.customers().count()), 0);
        for (const QString &index : {u"name"_s, u"number"_s, u"tag"_s})
            QCOMPARE(value(store.customers().count(index, KeyRange::all())), 0);
        QCOMPARE(value(store.database->check()), QStringList());
        store.put(u"a"_s, "{'name': 'Åke', 'number': '1'}"); // and back
        QCOMPARE(idsOf(value(store.customers().getAll(u"number"_s, KeyRange::only(key("['1']"))))),
                 QStringList{u"a"_s});
        QCOMPARE(value(store.database->check()), QStringList());
    }

    void removeAndClearLeaveNothing()
    {
        Store store;
        for (const QString &id : {u"a"_s, u"b"_s, u"c"_s})
            store.put(id, "{'name': 'Åke', 'city': 'Umeå'}");
        store.put(u"d"_s, "{}", true);
        store.write([&] {
            value(store.customers().remove(LocalId(u"b"_s)));
            value(store.customers().remove(LocalId(u"b"_s))); // not an error
            value(store.customers().remove(LocalId(u"d"_s)));
        });
        QCOMPARE(idsOf(value(store.customers().getAll(u"name"_s, KeyRange::all()))), (QStringList{u"a"_s, u"c"_s}));
        QVERIFY(!value(store.customers().get(LocalId(u"b"_s))));
        QCOMPARE(value(store.database->check()), QStringList());
        store.write([&] { value(store.customers().clear()); });
        QCOMPARE(value(store.customers().count()), 0);
        QCOMPARE(value(store.customers().select({.search = u"umeå"_s})).size(), 0);
        QCOMPARE(value(store.database->check()), QStringList());
    }

    void onlyWhatChangedIsWritten()
    {
        Store store;
        const auto changes = [&](const QByteArray &body) {
            const qint64 before = store.number("SELECT total_changes()");
            store.put(u"a"_s, body);
            return store.number("SELECT total_changes()") - before;
        };
        QVERIFY(changes("{'name': 'Åke', 'note': 'x', 'rating': 1}") > 1);
        QCOMPARE(changes("{'name': 'Åke', 'note': 'y', 'rating': 1}"), 1); // the row alone
        QCOMPARE(changes("{'name': 'Åke', 'note': 'y', 'rating': 2}"), 3); // and one index entry out, one in
    }

    void uniqueIndexesAreKept_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("code");
        QTest::newRow("another number") << QByteArray("{'number': '2'}") << QString();
        QTest::newRow("the same number") << QByteArray("{'number': 'A1'}") << u"store.unique"_s;
        QTest::newRow("the same number in other case") << QByteArray("{'number': 'a1'}") << u"store.unique"_s;
        QTest::newRow("no number, as the other one without") << QByteArray("{'name': 'Bo'}") << QString();
        QTest::newRow("the number of a deleted record") << QByteArray("{'number': 'dead'}") << QString();
    }
    void uniqueIndexesAreKept()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, code);
        Store store;
        store.put(u"a"_s, "{'number': 'A1'}");
        store.put(u"a"_s, "{'number': 'A1', 'note': 'its own number is no conflict'}");
        store.put(u"without"_s, "{}");
        store.put(u"dead"_s, "{'number': 'dead'}", true);
        const Record before = store.put(u"b"_s, "{'number': 'B'}");
        for (const QString &id : {u"b"_s, u"new"_s}) { // replaced and inserted
            store.write([&] {
                Record changed = record(id, json(body));
                const auto done = store.customers().put(changed);
                QCOMPARE(codeOf(done), code);
                if (!done)
                    QCOMPARE(done.error().args, (QStringList{u"number"_s, u"a"_s}));
                if (done)
                    value(store.customers().remove(changed.id));
            }); // committed all the same: nothing of a refused record may be in it
        }
        if (!code.isEmpty())
            QCOMPARE(value(store.customers().get(LocalId(u"b"_s)))->body, before.body);
        QVERIFY(!value(store.customers().get(LocalId(u"new"_s))));
        QCOMPARE(value(store.database->check()), QStringList());
    }

    void aDamagedBodyIsATypedError()
    {
        Store store;
        store.put(u"a"_s, "{'name': 'Åke'}");
        QVERIFY(store.sql().run("UPDATE os_customers SET body='[1'"));
        const auto read = store.customers().get(LocalId(u"a"_s));
        QCOMPARE(codeOf(read), u"record.corrupt"_s);
        QCOMPARE(read.error().args, (QStringList{u"customers"_s, u"a"_s}));
        QCOMPARE(codeOf(store.customers().select({})), u"record.corrupt"_s);
        QCOMPARE(value(store.database->check()), QStringList{u"record.corrupt: customers, a"_s});
    }

    // --- indexes and ranges

    void rangesOverOneField_data()
    {
        QTest::addColumn<QString>("index");
        QTest::addColumn<KeyRange>("range");
        QTest::addColumn<QString>("ids");
        QTest::newRow("everything with a rating") << u"rating"_s << KeyRange::all() << u"n,a,b,c"_s;
        QTest::newRow("one key") << u"rating"_s << KeyRange::only(key("[2]")) << u"a,b"_s;
        QTest::newRow("from") << u"rating"_s << KeyRange{key("[2]"), {}, false, false} << u"a,b,c"_s;
        QTest::newRow("above") << u"rating"_s << KeyRange{key("[2]"), {}, true, false} << u"c"_s;
        QTest::newRow("up to") << u"rating"_s << KeyRange{{}, key("[2]"), false, false} << u"n,a,b"_s;
        QTest::newRow("below") << u"rating"_s << KeyRange{{}, key("[2]"), false, true} << u"n"_s;
        QTest::newRow("between") << u"rating"_s << KeyRange{key("[-5]"), key("[10]"), true, true} << u"a,b"_s;
        QTest::newRow("the wrong way round") << u"rating"_s << KeyRange{key("[10]"), key("[1]"), false, false} << u""_s;
        QTest::newRow("amounts by value, not by text")
            << u"limit"_s << KeyRange{key("['-0.5']"), key("['100']"), false, true} << u"n,a,b"_s;
        QTest::newRow("an amount in another notation") << u"limit"_s << KeyRange::only(key("['9.5']")) << u"a"_s;
        QTest::newRow("an amount as a number") << u"limit"_s << KeyRange::only(key("[9.5]")) << u"a"_s;
        QTest::newRow("text in any case") << u"name"_s << KeyRange::only(key("['ÅSA']")) << u"b"_s;
        QTest::newRow("text decomposed") << u"name"_s << KeyRange::only(key("['A\u030asa']")) << u"b"_s;
        QTest::newRow("Swedish order") << u"name"_s << KeyRange{key("['z']"), {}, false, false} << u"b,n,c"_s;
        QTest::newRow("booleans") << u"active"_s << KeyRange::only(key("[true]")) << u"a"_s;
        QTest::newRow("an empty key bounds nothing")
            << u"rating"_s << KeyRange{key("[]"), {}, true, false} << u"n,a,b,c"_s;
    }
    void rangesOverOneField()
    {
        Store store;
        store.put(u"n"_s, "{'name': 'Ärla', 'rating': -5, 'limit': '-0.50', 'active': false}");
        store.put(u"a"_s, "{'name': 'Anna', 'rating': 2, 'limit': '9.50', 'active': true}");
        store.put(u"b"_s, "{'name': 'Åsa', 'rating': 2, 'limit': '10.00'}");
        store.put(u"c"_s, "{'name': 'Örjan', 'rating': 10, 'limit': '100.00'}");
        store.put(u"none"_s, "{'note': 'nothing that is indexed'}");
        store.put(u"odd"_s, "{'name': 7, 'rating': 'two', 'limit': 'much', 'active': 1}"); // of an older schema
        QFETCH(QString, index);
        QFETCH(KeyRange, range);
        const auto ids = idsOf(value(store.customers().getAll(index, range)));
        QTEST(ids.join(u','), "ids");
        QCOMPARE(value(store.customers().count(index, range)), ids.size());
        const QStringList limited = idsOf(value(store.customers().getAll(index, range, 1)));
        QCOMPARE(limited, ids.first(std::min<qsizetype>(1, ids.size())));
    }

    void rangesOverSeveralFields_data()
    {
        QTest::addColumn<KeyRange>("range");
        QTest::addColumn<QString>("ids");
        QTest::newRow("all that have both") << KeyRange::all() << u"l1,l2,u1,u2,u3"_s;
        QTest::newRow("a full key") << KeyRange::only(key("['umeå', 2]")) << u"u2"_s;
        QTest::newRow("every key that starts with a city") << KeyRange::only(key("['umeå']")) << u"u1,u2,u3"_s;
        QTest::newRow("from within a city to its end")
            << KeyRange{key("['umeå', 2]"), key("['umeå']"), false, false} << u"u2,u3"_s;
        QTest::newRow("past a whole city") << KeyRange{key("['luleå']"), {}, true, false} << u"u1,u2,u3"_s;
        QTest::newRow("before a whole city") << KeyRange{{}, key("['umeå']"), false, true} << u"l1,l2"_s;
        QTest::newRow("across cities") << KeyRange{key("['luleå', 2]"), key("['umeå', 1]"), false, false} << u"l2,u1"_s;
    }
    void rangesOverSeveralFields()
    {
        Store store;
        store.put(u"u3"_s, "{'city': 'Umeå', 'rating': 3}");
        store.put(u"u1"_s, "{'city': 'Umeå', 'rating': 1}");
        store.put(u"u2"_s, "{'city': 'UMEÅ', 'rating': 2}");
        store.put(u"l1"_s, "{'city': 'Luleå', 'rating': 1}");
        store.put(u"l2"_s, "{'city': 'Luleå', 'rating': 2}");
        store.put(u"half"_s, "{'city': 'Umeå'}");
        QFETCH(KeyRange, range);
        const auto records = value(store.customers().getAll(u"place"_s, range));
        QTEST(idsOf(records).join(u','), "ids");
        QCOMPARE(value(store.customers().count(u"place"_s, range)), records.size());
        QCOMPARE(codeOf(store.customers().getAll(u"place"_s, KeyRange::only(key("['umeå', 1, 2]")))),
                 u"key.malformed"_s);
        QCOMPARE(codeOf(store.customers().getAll(u"place"_s, KeyRange::only(key("['umeå', 'x']")))),
                 u"key.malformed"_s);
        QCOMPARE(codeOf(store.customers().count(u"place"_s, KeyRange::only(key("[null]")))), u"key.malformed"_s);
    }

    void multiEntryIndexesHoldEachElement()
    {
        Store store;
        store.put(u"a"_s, "{'tags': [{'tag': 'red'}, {'tag': 'blue'}, {'tag': 'Red'}, {}]}");
        store.put(u"b"_s, "{'tags': [{'tag': 'red'}]}");
        store.put(u"c"_s, "{'tags': []}");
        const auto range = KeyRange::all();
        QCOMPARE(idsOf(value(store.customers().getAll(u"tag"_s, range))), (QStringList{u"a"_s, u"a"_s, u"b"_s}));
        QCOMPARE(idsOf(value(store.customers().getAll(u"tag"_s, KeyRange::only(key("['red']"))))),
                 (QStringList{u"a"_s, u"b"_s}));
        store.put(u"a"_s, "{'tags': [{'tag': 'green'}, {'tag': 'blue'}]}");
        QCOMPARE(idsOf(value(store.customers().getAll(u"tag"_s, KeyRange::only(key("['red']"))))), QStringList{u"b"_s});
        QCOMPARE(value(store.customers().count(u"tag"_s, range)), 3);
        QCOMPARE(value(store.database->check()), QStringList());
    }

    void cursorsGoBothWaysAndOverUniqueKeys_data()
    {
        QTest::addColumn<int>("direction");
        QTest::addColumn<QString>("ids");
        QTest::newRow("forward") << int(Direction::Next) << u"a,b,c,d,e"_s;
        QTest::newRow("backward") << int(Direction::Previous) << u"e,d,c,b,a"_s;
        QTest::newRow("forward, each key once") << int(Direction::NextUnique) << u"a,c,e"_s;
        QTest::newRow("backward, each key once, the first id of it") << int(Direction::PreviousUnique) << u"e,c,a"_s;
    }
    void cursorsGoBothWaysAndOverUniqueKeys()
    {
        Store store;
        store.put(u"e"_s, "{'rating': 3}");
        store.put(u"d"_s, "{'rating': 2}");
        store.put(u"c"_s, "{'rating': 2}");
        store.put(u"b"_s, "{'rating': 1}");
        store.put(u"a"_s, "{'rating': 1}");
        QFETCH(int, direction);
        QFETCH(QString, ids);
        QCOMPARE(
            idsOf(value(store.customers().getAll(u"rating"_s, KeyRange::all(), -1, Direction(direction)))).join(u','),
            ids);
        QStringList visited;
        value(store.customers().forEach(u"rating"_s, KeyRange::all(), Direction(direction), [&](const Record &each) {
            visited.append(each.id.toString());
            return visited.size() < 2;
        }));
        QCOMPARE(visited, ids.split(u',').first(2));
    }

    void visitorsMayAskTheStore()
    {
        Store store;
        store.put(u"a"_s, "{'rating': 1}");
        store.put(u"b"_s, "{'rating': 1}");
        int pairs = 0;
        value(store.customers().forEach([&](const Record &) {
            value(store.customers().forEach([&](const Record &inner) {
                pairs += value(store.customers().get(inner.id)) ? 1 : 0;
                return true;
            }));
            return true;
        }));
        QCOMPARE(pairs, 4);
    }

    void unknownIndexesAreTypedErrors() // R-LOC-03
    {
        Store store;
        const auto read = store.customers().getAll(u"no; DROP TABLE meta"_s, KeyRange::all());
        QCOMPARE(codeOf(read), u"index.unknown"_s);
        QCOMPARE(read.error().kind, ErrorKind::NotFound);
        QCOMPARE(codeOf(store.customers().count(u"note"_s, KeyRange::all())), u"index.unknown"_s);
        QCOMPARE(
            codeOf(store.customers().forEach(u"Name"_s, KeyRange::all(), Direction::Next, [](auto &) { return true; })),
            u"index.unknown"_s);
    }
};

QTEST_GUILESS_MAIN(ObjectStoreTest)
#include "objectstore_test.moc"
