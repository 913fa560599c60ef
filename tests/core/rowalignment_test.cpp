// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/conflict/alignmentweights.h"
#include "core/conflict/assignment.h"
#include "core/conflict/rowalignment.h"
#include "core/conflict/rowsimilarity.h"
#include "mergefixture.h"

#include <QTest>

#include <algorithm>
#include <numeric>
#include <random>

using namespace Qt::StringLiterals;
using namespace frost;
using namespace mergefixture;

namespace {
QJsonArray rows(const QByteArray &text)
{
    return json("{\"rows\":" + text + '}').value(u"rows"_s).toArray();
}

// "0-1 2-0": pairs of indexes.
QString spelled(const RowPairs &pairs)
{
    QStringList texts;
    for (const auto &[left, right] : pairs)
        texts.append(QString::number(left) + u'-' + QString::number(right));
    return texts.join(u' ');
}

// The best sum there is, by trying every way to seat each left thing.
int bestSum(const QList<QList<int>> &points, qsizetype left, std::vector<bool> &taken)
{
    if (left == points.size())
        return 0;
    int best = bestSum(points, left + 1, taken);
    for (size_t right = 0; right < taken.size(); ++right) {
        const int gain = points[left][qsizetype(right)];
        if (taken[right] || gain <= 0)
            continue;
        taken[right] = true;
        best = std::max(best, gain + bestSum(points, left + 1, taken));
        taken[right] = false;
    }
    return best;
}

int sumOf(const QList<QList<int>> &points, const QList<std::pair<qsizetype, qsizetype>> &pairs)
{
    return std::accumulate(pairs.begin(), pairs.end(), 0,
                           [&](int sum, const auto &pair) { return sum + points[pair.first][pair.second]; });
}
} // namespace

class RowAlignmentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pairs_data();
    void pairs();
    void likeness_data();
    void likeness();
    void bestTotalBeatsTheBestSinglePair();
    void assignmentIsAsGoodAsExhaustiveSearch();
    void assignmentOfNothingIsNothing();
    void voucherRowsAreAboutTheirAccount();
    void pairsStayTheSameWhenRowsAreShuffled();
    void manyRowsWithRenewedIdsAllFindThemselves();
    void tripleOfARowEverybodyHas();
    void newRowOfBothIsOneOnlyByItsId();
    void changeThatCameBackUnderANewIdIsTheSameRow();
    void newRowOfBothIsNotTakenForARemovedOne();
    void unchangedRowUnderAnIdThatMineGaveToANewOne();
};

void RowAlignmentTest::pairs_data()
{
    QTest::addColumn<QByteArray>("left");
    QTest::addColumn<QByteArray>("right");
    QTest::addColumn<QString>("expected");
    QTest::newRow("nothing on either side") << "[]"_ba
                                            << "[]"_ba << u""_s;
    QTest::newRow("nothing on one side") << R"([{"rowId":"r1"}])"_ba
                                         << "[]"_ba << u""_s;
    QTest::newRow("ids decide, whatever the rows hold")
        << R"([{"rowId":"r1","article":"a"},{"rowId":"r2","article":"b"}])"_ba
        << R"([{"rowId":"r2","article":"a"},{"rowId":"r1","article":"c"}])"_ba << u"0-1 1-0"_s;
    QTest::newRow("rows that only swapped their ids have not changed")
        << R"([{"rowId":"r1","article":"a"},{"rowId":"r2","article":"b"}])"_ba
        << R"([{"rowId":"r2","article":"a"},{"rowId":"r1","article":"b"}])"_ba << u"0-0 1-1"_s;
    QTest::newRow("equal rows without common ids, however far they moved")
        << R"([{"rowId":"1","account":"x"},{"rowId":"2","account":"y"},{"rowId":"3","account":"z"}])"_ba
        << R"([{"rowId":"4","account":"z"},{"rowId":"5","account":"y"},{"rowId":"6","account":"x"}])"_ba
        << u"0-2 1-1 2-0"_s;
    QTest::newRow("rows about the same article")
        << R"([{"rowId":"1","article":"a","price":"1"},{"rowId":"2","article":"b","price":"2"}])"_ba
        << R"([{"rowId":"3","article":"a","price":"9"},{"rowId":"4","article":"c","price":"2"}])"_ba << u"0-0"_s;
    QTest::newRow("a moved row loses points, and none are left over for five")
        << R"([{"rowId":"1","article":"a","price":"1"},{"rowId":"2","article":"b","price":"2"}])"_ba
        << R"([{"rowId":"3","article":"c","price":"5"},{"rowId":"4","article":"a","price":"9"}])"_ba << u""_s;
    QTest::newRow("a moved row with the same article and VAT has points to spare")
        << R"([{"rowId":"1","article":"a","price":"1","vat":"25"},{"rowId":"2","article":"b","price":"2"}])"_ba
        << R"([{"rowId":"3","article":"c","price":"5"},{"rowId":"4","article":"a","price":"9","vat":"25"}])"_ba
        << u"0-1"_s;
    QTest::newRow("rows without article but with the same text and account")
        << R"([{"rowId":"1","description":"Freight","account":"3520","price":"1"}])"_ba
        << R"([{"rowId":"2","description":"Freight","account":"3520","price":"2"}])"_ba << u"0-0"_s;
    QTest::newRow("the same account, VAT, quantity and price do not make two texts one row")
        << R"([{"rowId":"1","description":"Freight","account":"3001","price":"1","vat":"25","quantity":"1"}])"_ba
        << R"([{"rowId":"2","description":"Hourly","account":"3001","price":"1","vat":"25","quantity":"1"}])"_ba
        << u""_s;
    QTest::newRow("a shared project does not make two rows one")
        << R"([{"rowId":"1","description":"Freight","project":"p1"}])"_ba
        << R"([{"rowId":"2","description":"Hourly","project":"p1"}])"_ba << u""_s;
    QTest::newRow("an id that occurs twice counts once, the second row finds its equal")
        << R"([{"rowId":"r","price":"1"},{"rowId":"r","price":"2"}])"_ba
        << R"([{"rowId":"x","price":"2"},{"rowId":"r","price":"1"}])"_ba << u"0-1 1-0"_s;
}

void RowAlignmentTest::pairs()
{
    QFETCH(QByteArray, left);
    QFETCH(QByteArray, right);
    const auto fields = rowFields();
    QTEST(spelled(alignRows(fields, rows(left), rows(right))), "expected");
}

void RowAlignmentTest::likeness_data()
{
    QTest::addColumn<QByteArray>("a");
    QTest::addColumn<QByteArray>("b");
    QTest::addColumn<int>("points");
    QTest::newRow("nothing in common") << R"({"article":"a"})"_ba
                                       << R"({"article":"b"})"_ba << 0;
    QTest::newRow("missing on both sides says nothing") << "{}"_ba
                                                        << "{}"_ba << 0;
    QTest::newRow("same article") << R"({"article":"a"})"_ba
                                  << R"({"article":"a"})"_ba << 500;
    QTest::newRow("same account") << R"({"account":"3001"})"_ba
                                  << R"({"account":"3001"})"_ba << 200;
    QTest::newRow("same VAT") << R"({"vat":"25"})"_ba
                              << R"({"vat":"25"})"_ba << 100;
    QTest::newRow("same VAT and price") << R"({"vat":"25","price":"1"})"_ba
                                        << R"({"vat":"25","price":"1"})"_ba << 200;
    QTest::newRow("a third equal number adds nothing") << R"({"vat":"25","price":"1","quantity":"1"})"_ba
                                                       << R"({"vat":"25","price":"1","quantity":"1"})"_ba << 200;
    QTest::newRow("same text in another case") << R"({"description":"Freight"})"_ba
                                               << R"({"description":"FREIGHT"})"_ba << 300;
    QTest::newRow("half of the letter pairs") << R"({"description":"abc"})"_ba
                                              << R"({"description":"abd"})"_ba << 150;
    QTest::newRow("no letter pair in common") << R"({"description":"abc"})"_ba
                                              << R"({"description":"xyz"})"_ba << 0;
    QTest::newRow("derived totals say nothing") << R"({"total":"5.00"})"_ba
                                                << R"({"total":"5.00"})"_ba << 0;
}

void RowAlignmentTest::likeness()
{
    QFETCH(QByteArray, a);
    QFETCH(QByteArray, b);
    const auto fields = rowFields();
    const RowSimilarity similarity(fields);
    QTEST(RowSimilarity::points(similarity.traits(json(a)), similarity.traits(json(b))), "points");
}

// Greedy would pair the two rows that are most alike and leave the other two alone (UX.md 1.2 E18).
void RowAlignmentTest::bestTotalBeatsTheBestSinglePair()
{
    QCOMPARE(spelled(bestAssignment({{900, 800}, {800, 0}})), u"0-1 1-0"_s);
    QCOMPARE(spelled(bestAssignment({{900, 300}, {500, 0}})), u"0-0"_s);
    const auto fields = rowFields();
    const auto left = rows(
        R"([{"rowId":"1","article":"a","account":"1","price":"1"},{"rowId":"2","article":"a","description":"abcdef"}])");
    const auto right = rows(
        R"([{"rowId":"3","article":"a","account":"1","description":"abcdef"},{"rowId":"4","article":"a","price":"1","vat":"6"}])");
    QCOMPARE(spelled(alignRows(fields, left, right)), u"0-1 1-0"_s);
}

void RowAlignmentTest::assignmentIsAsGoodAsExhaustiveSearch()
{
    std::mt19937 random(1); // a fixed seed: the same 2,000 cases in every run
    for (int round = 0; round < 2000; ++round) {
        const auto left = qsizetype(random() % 6);
        const auto right = qsizetype(random() % 6);
        QList<QList<int>> points(left, QList<int>(right));
        for (auto &line : points) {
            for (auto &value : line)
                value = random() % 3 == 0 ? 0 : int(random() % 10);
        }
        std::vector<bool> taken(size_t(right), false);
        const auto pairs = bestAssignment(points);
        QCOMPARE(sumOf(points, pairs), bestSum(points, 0, taken));
        std::vector<bool> seen(size_t(right), false);
        for (const auto &[l, r] : pairs) {
            QVERIFY(points[l][r] > 0);
            QVERIFY(!seen[size_t(r)]);
            seen[size_t(r)] = true;
        }
    }
}

void RowAlignmentTest::assignmentOfNothingIsNothing()
{
    QVERIFY(bestAssignment({}).isEmpty());
    QVERIFY(bestAssignment({{}, {}}).isEmpty());
    QVERIFY(bestAssignment({{0, 0}, {0, 0}}).isEmpty());
}

void RowAlignmentTest::voucherRowsAreAboutTheirAccount()
{
    const QList<Field> fields{
        field(u"account"_s, FieldKind::Text, Importance::Important),
        field(u"debit"_s, FieldKind::Amount, Importance::Important),
        field(u"costCenter"_s, FieldKind::Reference),
        field(u"text"_s, FieldKind::Text),
    };
    const auto left =
        rows(R"([{"rowId":"1","account":"1930","debit":"1.00"},{"rowId":"2","account":"4010","costCenter":"c"}])");
    const auto right =
        rows(R"([{"rowId":"3","account":"1930","debit":"2.00"},{"rowId":"4","account":"6110","costCenter":"c"}])");
    QCOMPARE(spelled(alignRows(fields, left, right)), u"0-0"_s);
}

void RowAlignmentTest::pairsStayTheSameWhenRowsAreShuffled()
{
    const auto fields = rowFields();
    const auto row = [](int n, const QString &price, const QString &prefix) {
        return QJsonObject{{u"rowId"_s, prefix + QString::number(n)},
                           {u"article"_s, u"a"_s + QString::number(n)},
                           {u"description"_s, QString(6, QChar(u'a' + n))},
                           {u"vat"_s, u"25"_s},
                           {u"price"_s, price}};
    };
    std::mt19937 random(2);
    QList<int> order{0, 1, 2, 3, 4, 5, 6, 7};
    for (int round = 0; round < 100; ++round) {
        std::shuffle(order.begin(), order.end(), random);
        QJsonArray left;
        QJsonArray right;
        for (int n = 0; n < order.size(); ++n) {
            left.append(row(n, u"1"_s, u"l"_s));
            right.append(row(order[n], u"2"_s, u"r"_s));
        }
        const auto pairs = alignRows(fields, left, right);
        QCOMPARE(pairs.size(), order.size());
        for (const auto &[l, r] : pairs)
            QCOMPARE(order[r], int(l));
    }
}

// Above the limit of the best total assignment: as exact here, since every row has one counterpart within reach.
void RowAlignmentTest::manyRowsWithRenewedIdsAllFindThemselves()
{
    const auto fields = rowFields();
    const qsizetype count = alignment::kOptimalUpTo + 100;
    QJsonArray left;
    QJsonArray right{QJsonObject{{u"rowId"_s, u"new"_s}, {u"article"_s, u"new"_s}}};
    for (qsizetype i = 0; i < count; ++i) {
        QJsonObject row{{u"rowId"_s, u"l"_s + QString::number(i)},
                        {u"article"_s, u"a"_s + QString::number(i)},
                        {u"vat"_s, u"25"_s},
                        {u"price"_s, u"1"_s}};
        left.append(row);
        row.insert(u"rowId"_s, u"r"_s + QString::number(i));
        row.insert(u"price"_s, u"2"_s);
        right.append(row);
    }
    const auto pairs = alignRows(fields, left, right);
    QCOMPARE(pairs.size(), count);
    for (const auto &[l, r] : pairs)
        QCOMPARE(r, l + 1);
}

void RowAlignmentTest::tripleOfARowEverybodyHas()
{
    const auto fields = rowFields();
    const auto triples = alignRows(fields, rows(R"([{"rowId":"1"},{"rowId":"2","article":"a"}])"),
                                   rows(R"([{"rowId":"2","article":"a"},{"rowId":"m","article":"x"}])"),
                                   rows(R"([{"rowId":"f","article":"a"},{"rowId":"1"}])"));
    QCOMPARE(triples, (QList<RowTriple>{{0, kNoRow, 1}, {1, 0, 0}, {kNoRow, 1, kNoRow}}));
}

void RowAlignmentTest::newRowOfBothIsOneOnlyByItsId()
{
    const auto fields = rowFields();
    const auto triples = alignRows(fields, {}, rows(R"([{"rowId":"n","article":"a"},{"rowId":"m","article":"b"}])"),
                                   rows(R"([{"rowId":"t","article":"b"},{"rowId":"n","article":"a"}])"));
    QCOMPARE(triples, (QList<RowTriple>{{kNoRow, kNoRow, 0}, {kNoRow, 0, 1}, {kNoRow, 1, kNoRow}}));
}

// A remote that renews ids sends my own change back.
void RowAlignmentTest::changeThatCameBackUnderANewIdIsTheSameRow()
{
    const auto fields = rowFields();
    const auto triples = alignRows(fields, rows(R"([{"rowId":"1","description":"Freight"}])"),
                                   rows(R"([{"rowId":"1","description":"Hourly work"}])"),
                                   rows(R"([{"rowId":"f","description":"Hourly work"}])"));
    QCOMPARE(triples, (QList<RowTriple>{{0, 0, 0}}));
}

// Mine removed a row and added a like one, which theirs has received already: likeness must not override the id.
void RowAlignmentTest::newRowOfBothIsNotTakenForARemovedOne()
{
    const auto fields = rowFields();
    const auto triples =
        alignRows(fields, rows(R"([{"rowId":"1","article":"a","price":"1"}])"),
                  rows(R"([{"rowId":"n","article":"a","price":"2"}])"),
                  rows(R"([{"rowId":"1","article":"a","price":"1"},{"rowId":"n","article":"a","price":"2"}])"));
    QCOMPARE(triples, (QList<RowTriple>{{0, kNoRow, 0}, {kNoRow, 0, 1}}));
}

void RowAlignmentTest::unchangedRowUnderAnIdThatMineGaveToANewOne()
{
    const auto fields = rowFields();
    const auto triples = alignRows(fields, rows(R"([{"rowId":"1","article":"a"}])"),
                                   rows(R"([{"rowId":"1","article":"a"},{"rowId":"2","article":"b"}])"),
                                   rows(R"([{"rowId":"2","article":"a"}])"));
    QCOMPARE(triples, (QList<RowTriple>{{0, 0, 0}, {kNoRow, 1, kNoRow}}));
}

QTEST_GUILESS_MAIN(RowAlignmentTest)
#include "rowalignment_test.moc"
