// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/conflict/merge.h"
#include "mergefixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace frost;
using namespace mergefixture;

namespace {
// A document with two rows; the first, r1, costs `price`, or is not there for "-".
QJsonObject withRow(const QString &price)
{
    QJsonArray rows;
    if (price != u"-"_s)
        rows.append(QJsonObject{{u"rowId"_s, u"r1"_s}, {u"article"_s, u"a1"_s}, {u"price"_s, price}});
    rows.append(QJsonObject{{u"rowId"_s, u"r2"_s}, {u"article"_s, u"a2"_s}, {u"price"_s, u"7"_s}});
    return {{u"customer"_s, u"c1"_s}, {u"rows"_s, rows}};
}

QString priceIn(const QJsonObject &body)
{
    const auto row = rowOf(body, u"r1"_s);
    return row.isEmpty() ? u"-"_s : row.value(u"price"_s).toString();
}
} // namespace

class MergeRowsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void row_data(); // R-CON-06, I10
    void row();
    void rowOrder_data();
    void rowOrder();
    void rowRemovedByTheirsIsListed();
    void equalRowsAddedByBothStayTwoRows();
    void duplicatesAreRowsThatBothAdded();
    void rowsToldApartAreBothThere();
    void rowsMatchedByAPersonAreMergedFieldByField();
    void rowAddedByBothUnderOneIdIsOneRow();
    void rowAddedByBothUnderOneIdAndDifferentIsAsked();
    void rowsOfARemoteThatRenewsItsIdsKeepOurs();
    void repeatedRowIdsLoseNoRow();
    void totalsAreRecomputedFromTheMergedRows(); // R-CON-06
};

void MergeRowsTest::row_data()
{
    QTest::addColumn<QString>("base");
    QTest::addColumn<QString>("mine");
    QTest::addColumn<QString>("theirs");
    QTest::addColumn<QStringList>("said");
    QTest::addColumn<QString>("result");
    const auto whole = [](const char *origin) { return QStringList{u"rows[r1]="_s + QString::fromLatin1(origin)}; };
    const auto price = [](const char *origin) {
        return QStringList{u"rows[r1].price="_s + QString::fromLatin1(origin)};
    };
    const QStringList nothing;
    QTest::newRow("a row that nobody touched") << u"1"_s << u"1"_s << u"1"_s << nothing << u"1"_s;
    QTest::newRow("a row that nobody has") << u"-"_s << u"-"_s << u"-"_s << nothing << u"-"_s;
    QTest::newRow("changed by mine") << u"1"_s << u"2"_s << u"1"_s << price("Mine") << u"2"_s;
    QTest::newRow("changed by theirs") << u"1"_s << u"1"_s << u"2"_s << price("Theirs") << u"2"_s;
    QTest::newRow("changed equally by both") << u"1"_s << u"2"_s << u"2"_s << price("Both") << u"2"_s;
    QTest::newRow("changed differently by both") << u"1"_s << u"2"_s << u"3"_s << price("Open") << u"2"_s;
    QTest::newRow("added by mine") << u"-"_s << u"2"_s << u"-"_s << whole("Mine") << u"2"_s;
    QTest::newRow("added by theirs") << u"-"_s << u"-"_s << u"2"_s << whole("Theirs") << u"2"_s;
    QTest::newRow("added equally by both") << u"-"_s << u"2"_s << u"2"_s << whole("Both") << u"2"_s;
    QTest::newRow("added differently by both under one id") << u"-"_s << u"2"_s << u"3"_s << price("Open") << u"2"_s;
    QTest::newRow("removed by mine and untouched by theirs") << u"1"_s << u"-"_s << u"1"_s << whole("Mine") << u"-"_s;
    QTest::newRow("removed by theirs and untouched by mine") << u"1"_s << u"1"_s << u"-"_s << whole("Theirs") << u"-"_s;
    QTest::newRow("removed by both") << u"1"_s << u"-"_s << u"-"_s << whole("Both") << u"-"_s;
    QTest::newRow("removed by mine and changed by theirs stays in sight")
        << u"1"_s << u"-"_s << u"3"_s << whole("Open") << u"3"_s;
    QTest::newRow("changed by mine and removed by theirs stays in sight")
        << u"1"_s << u"2"_s << u"-"_s << whole("Open") << u"2"_s;
}

void MergeRowsTest::row()
{
    QFETCH(QString, base);
    QFETCH(QString, mine);
    QFETCH(QString, theirs);
    QFETCH(QString, result);
    const auto outcome = merge(documentSchema(), {withRow(base), withRow(mine), withRow(theirs)});
    QVERIFY(outcome);
    QTEST(summary(*outcome), "said");
    QCOMPARE(priceIn(*outcome->body), result);
    QCOMPARE(rowOf(*outcome->body, u"r2"_s), rowOf(withRow(base), u"r2"_s));
    QCOMPARE(outcome->body->value(u"rows"_s).toArray().size(), result == u"-"_s ? 1 : 2);
}

void MergeRowsTest::rowOrder_data()
{
    QTest::addColumn<QString>("base");
    QTest::addColumn<QString>("mine");
    QTest::addColumn<QString>("theirs");
    QTest::addColumn<QString>("result");
    QTest::newRow("nobody moved anything") << u"a b c"_s << u"a b c"_s << u"a b c"_s << u"a b c"_s;
    QTest::newRow("mine alone moved a row") << u"a b c"_s << u"c a b"_s << u"a b c"_s << u"c a b"_s;
    QTest::newRow("theirs alone moved a row") << u"a b c"_s << u"a b c"_s << u"b a c"_s << u"b a c"_s;
    QTest::newRow("both moved rows: theirs") << u"a b c"_s << u"c a b"_s << u"b a c"_s << u"b a c"_s;
    QTest::newRow("mine alone inserted a row: in its place") << u"a b"_s << u"a m b"_s << u"a b"_s << u"a m b"_s;
    QTest::newRow("both inserted rows: theirs, then my new ones")
        << u"a b"_s << u"m a n b"_s << u"a t b u"_s << u"a t b u m n"_s;
    QTest::newRow("rows removed by either are gone from it") << u"a b c d"_s << u"a c d"_s << u"a b d"_s << u"a d"_s;
    QTest::newRow("inserted by mine, removed by theirs") << u"a b c"_s << u"a m b c"_s << u"a c"_s << u"a m c"_s;
}

void MergeRowsTest::rowOrder()
{
    // Every row has its own text, so that only its id makes it the same row.
    const auto rowsOf = [](const QString &ids) {
        QJsonArray rows;
        for (const auto &id : ids.split(u' '))
            rows.append(QJsonObject{{u"rowId"_s, id}, {u"description"_s, QString(8, id[0])}});
        return QJsonObject{{u"rows"_s, rows}};
    };
    QFETCH(QString, base);
    QFETCH(QString, mine);
    QFETCH(QString, theirs);
    QFETCH(QString, result);
    const auto outcome = merge(documentSchema(), {rowsOf(base), rowsOf(mine), rowsOf(theirs)});
    QVERIFY(outcome);
    QVERIFY(!outcome->hasConflict());
    QCOMPARE(rowIds(*outcome->body).join(u' '), result);
}

// KDiff3: a row that theirs had deleted went without a word.
void MergeRowsTest::rowRemovedByTheirsIsListed()
{
    const auto outcome = merged(documentSchema(), R"({"rows":[{"rowId":"r1","price":"1"},{"rowId":"r2","price":"2"}]})",
                                R"({"rows":[{"rowId":"r1","price":"1"},{"rowId":"r2","price":"2"}]})",
                                R"({"rows":[{"rowId":"r2","price":"2"}]})");
    QCOMPARE(summary(outcome), QStringList{u"rows[r1]=Theirs"_s});
    QVERIFY(outcome.fields.first().result.isUndefined());
    QCOMPARE(outcome.fields.first().base.toObject(), json(R"({"rowId":"r1","price":"1"})"));
    QCOMPARE(rowIds(*outcome.body), QStringList{u"r2"_s});
}

// UX.md 1.2 E19: two people may sell the same thing twice; whether it is a duplicate is for a person to say.
void MergeRowsTest::equalRowsAddedByBothStayTwoRows()
{
    const auto outcome =
        merged(documentSchema(), R"({"rows":[]})", R"({"rows":[{"rowId":"m1","article":"a","price":"1"}]})",
               R"({"rows":[{"rowId":"t1","article":"a","price":"1"}]})");
    QCOMPARE(summary(outcome), (QStringList{u"rows[t1]=Theirs"_s, u"rows[m1]=Mine"_s}));
    QCOMPARE(rowIds(*outcome.body), (QStringList{u"t1"_s, u"m1"_s}));
    // Whoever is billed twice would not call that merged: somebody has to see it.
    QVERIFY(outcome.hasConflict());
    QVERIFY(outcome.open().isEmpty());
    QCOMPARE(outcome.openPaths(), QStringList{u"rows[m1]~rows[t1]"_s});
    QCOMPARE(toString(outcome.severity()), u"high"_s);
    const auto duplicate = outcome.duplicates.value(0);
    QCOMPARE(duplicate.mine, u"m1"_s);
    QCOMPARE(duplicate.theirs, u"t1"_s);
    QCOMPARE(duplicate.told.mine.toObject().value(u"rowId"_s).toString(), u"m1"_s);
}

void MergeRowsTest::duplicatesAreRowsThatBothAdded()
{
    const auto base = R"({"rows":[{"rowId":"r1","article":"a"}]})";
    const auto same = R"({"rows":[{"rowId":"r1","article":"a"},{"rowId":"n","article":"b"}]})";
    QVERIFY(merged(documentSchema(), base, same, same).duplicates.isEmpty()); // one row, by its id
    QVERIFY(
        merged(documentSchema(), base, same, R"({"rows":[{"rowId":"r1","article":"a"},{"rowId":"t","article":"c"}]})")
            .duplicates.isEmpty());
    // Without a base each row of one side is asked about anyway.
    QVERIFY(merged(documentSchema(), "", same, R"({"rows":[{"rowId":"x"},{"rowId":"y"},{"rowId":"t","article":"b"}]})")
                .duplicates.isEmpty());
    // Mine or theirs as a whole, never the rows of both.
    const auto unit =
        merged(unitSchema(), base, same, R"({"rows":[{"rowId":"r1","article":"a"},{"rowId":"t","article":"b"}]})");
    QCOMPARE(summary(unit), QStringList{u"=Both"_s});
    QCOMPARE(rowIds(*unit.body), (QStringList{u"r1"_s, u"t"_s}));
    QVERIFY(!unit.hasConflict());
}

// UX.md 1.2 E19: a row that lost its partner because a person says so is no row that the other side removed.
void MergeRowsTest::rowsToldApartAreBothThere()
{
    MergeInput input{json(R"({"rows":[{"rowId":"r1","article":"a"}]})"),
                     json(R"({"rows":[{"rowId":"r1","article":"a"}]})"),
                     json(R"({"rows":[{"rowId":"f1","article":"a","price":"2"}]})")};
    QCOMPARE(summary(*merge(documentSchema(), input)), QStringList{u"rows[r1].price=Theirs"_s});
    input.pins.split({u"rows"_s, u"r1"_s, u"f1"_s});
    const auto apart = *merge(documentSchema(), input);
    QCOMPARE(summary(apart), (QStringList{u"rows[f1]=Theirs"_s, u"rows[r1]=Open"_s}));
    QCOMPARE(rowIds(*apart.body), (QStringList{u"f1"_s, u"r1"_s}));
    input.pins.match({u"rows"_s, u"r1"_s, u"f1"_s});
    QCOMPARE(summary(*merge(documentSchema(), input)), QStringList{u"rows[r1].price=Theirs"_s});
}

void MergeRowsTest::rowsMatchedByAPersonAreMergedFieldByField()
{
    MergeInput input{json(R"({"rows":[]})"), json(R"({"rows":[{"rowId":"m1","article":"a","price":"1"}]})"),
                     json(R"({"rows":[{"rowId":"t1","article":"b","price":"1"}]})")};
    input.pins.match({u"rows"_s, u"m1"_s, u"t1"_s});
    const auto together = *merge(documentSchema(), input);
    QCOMPARE(summary(together), QStringList{u"rows[m1].article=Open"_s});
    QCOMPARE(rowIds(*together.body), QStringList{u"m1"_s});
    input.pins.together[0].rows = u"others"_s; // another Rows field
    QCOMPARE(rowIds(*merge(documentSchema(), input)->body), (QStringList{u"t1"_s, u"m1"_s}));
    input.base = std::nullopt;
    input.pins.together[0].rows = u"rows"_s;
    QCOMPARE(summary(*merge(documentSchema(), input)), QStringList{u"rows[m1].article=Open"_s});
}

void MergeRowsTest::rowAddedByBothUnderOneIdIsOneRow()
{
    const auto added = R"({"rows":[{"rowId":"n1","article":"a","price":"1"}]})";
    const auto outcome = merged(documentSchema(), R"({"rows":[]})", added, added);
    QCOMPARE(summary(outcome), QStringList{u"rows[n1]=Both"_s});
    QCOMPARE(*outcome.body, json(added));
}

void MergeRowsTest::rowAddedByBothUnderOneIdAndDifferentIsAsked()
{
    const auto outcome =
        merged(documentSchema(), R"({"rows":[]})", R"({"rows":[{"rowId":"n1","article":"a","price":"1"}]})",
               R"({"rows":[{"rowId":"n1","article":"a","price":"2","vat":"25"}]})");
    QCOMPARE(outcome.openPaths(), (QStringList{u"rows[n1].price"_s, u"rows[n1].vat"_s}));
    QCOMPARE(rowIds(*outcome.body), QStringList{u"n1"_s});
}

// UX.md 1.2 E18: Fortnox gives every row a new id at every update.
void MergeRowsTest::rowsOfARemoteThatRenewsItsIdsKeepOurs()
{
    const auto outcome = merged(
        documentSchema(),
        R"({"rows":[{"rowId":"r1","article":"a","price":"1","vat":"25"},{"rowId":"r2","article":"b","price":"5","vat":"25"}]})",
        R"({"rows":[{"rowId":"r1","article":"a","price":"1","vat":"12"},{"rowId":"r2","article":"b","price":"5","vat":"25"}]})",
        R"({"rows":[{"rowId":"f7","article":"a","price":"3","vat":"25"},{"rowId":"f8","article":"b","price":"5","vat":"25"}]})");
    QCOMPARE(summary(outcome), (QStringList{u"rows[r1].price=Theirs"_s, u"rows[r1].vat=Mine"_s}));
    QCOMPARE(rowIds(*outcome.body), (QStringList{u"r1"_s, u"r2"_s}));
    QCOMPARE(rowOf(*outcome.body, u"r1"_s), json(R"({"rowId":"r1","article":"a","price":"3","vat":"12"})"));
}

void MergeRowsTest::repeatedRowIdsLoseNoRow()
{
    const auto outcome = merged(documentSchema(), R"({"rows":[]})", R"({"rows":[]})",
                                R"({"rows":[{"rowId":"r","price":"1"},{"rowId":"r","price":"2"},{"price":"3"}]})");
    QCOMPARE(rowIds(*outcome.body), (QStringList{u"r"_s, u"r-2"_s, u"-2"_s}));
    QCOMPARE(rowOf(*outcome.body, u"r-2"_s).value(u"price"_s).toString(), u"2"_s);
}

void MergeRowsTest::totalsAreRecomputedFromTheMergedRows()
{
    const auto pack = Schema::load({u"accounting"_s});
    QVERIFY(pack);
    const auto *invoices = pack->find(EntityType(u"invoices"_s));
    QVERIFY(invoices);
    const auto derived = [&](const char *text) { return *derive(*invoices, json(text)); };
    const auto base = derived(R"({"customer":"c1","currency":"SEK","rows":[
        {"rowId":"r1","description":"Time","quantity":"10","price":"100","vat":"25","account":"3001"}]})");
    const auto mine = derived(R"({"customer":"c1","currency":"SEK","rows":[
        {"rowId":"r1","description":"Time","quantity":"12","price":"100","vat":"25","account":"3001"}]})");
    const auto theirs = derived(R"({"customer":"c1","currency":"SEK","rows":[
        {"rowId":"r1","description":"Time","quantity":"10","price":"100","vat":"25","account":"3001"},
        {"rowId":"r2","description":"Travel","quantity":"1","price":"50","vat":"25","account":"3002"}]})");
    const auto outcome = merge(*invoices, {base, mine, theirs});
    QVERIFY(outcome);
    QCOMPARE(summary(*outcome), (QStringList{u"rows[r1].quantity=Mine"_s, u"rows[r2]=Theirs"_s}));
    QCOMPARE(outcome->body->value(u"net"_s).toString(), u"1250.00"_s);
    QCOMPARE(outcome->body->value(u"vatTotal"_s).toString(), u"312.50"_s);
    QCOMPARE(rowOf(*outcome->body, u"r1"_s).value(u"total"_s).toString(), u"1200.00"_s);
    QCOMPARE(*outcome->body, *derive(*invoices, *outcome->body));
}

QTEST_GUILESS_MAIN(MergeRowsTest)
#include "mergerows_test.moc"
