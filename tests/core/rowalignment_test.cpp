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

// "m1+t1 m2-t2": the first two are one row, the others two.
RowPins pinsOf(const QString &text)
{
    RowPins pins;
    for (const auto &word : text.split(u' ', Qt::SkipEmptyParts)) {
        const auto sign = word.contains(u'+') ? u'+' : u'-';
        const RowPin pin{u"rows"_s, word.section(sign, 0, 0), word.section(sign, 1)};
        sign == u'+' ? pins.match(pin) : pins.split(pin);
    }
    return pins;
}

// "0/1/-": indexes in base, mine and theirs.
QString spelled(const QList<RowTriple> &triples)
{
    const auto index = [](qsizetype at) { return at == kNoRow ? u"-"_s : QString::number(at); };
    QStringList texts;
    for (const auto &triple : triples)
        texts.append(index(triple.base) + u'/' + index(triple.mine) + u'/' + index(triple.theirs));
    return texts.join(u' ');
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
    void whatAPersonSaidWins_data(); // UX.md 1.2 E19
    void whatAPersonSaidWins();
    void withPinsTheRestIsAsGoodAsExhaustiveSearch();
    void additionsThatLookAlike_data();
    void additionsThatLookAlike();
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

void RowAlignmentTest::whatAPersonSaidWins_data()
{
    QTest::addColumn<QByteArray>("base");
    QTest::addColumn<QByteArray>("mine");
    QTest::addColumn<QByteArray>("theirs");
    QTest::addColumn<QString>("pins");
    QTest::addColumn<QString>("expected");
    const auto none = "[]"_ba;
    const auto added = R"([{"rowId":"m","article":"a"}])"_ba;
    const auto other = R"([{"rowId":"t","article":"b"}])"_ba;
    QTest::newRow("two additions are one row") << none << added << other << u"m+t"_s << u"-/0/0"_s;
    QTest::newRow("a pin about a row that is gone says nothing")
        << none << added << other << u"m+gone"_s << u"-/-/0 -/0/-"_s;
    QTest::newRow("an addition is the row that mine removed")
        << R"([{"rowId":"1","article":"x"}])"_ba << added << R"([{"rowId":"1","article":"x","price":"2"}])"_ba
        << u"m+1"_s << u"0/0/0"_s;
    const auto two = R"([{"rowId":"1","article":"x"},{"rowId":"2","article":"y"}])"_ba;
    QTest::newRow("of two base rows it is the one of the same id; likeness gives the other a partner")
        << R"([{"rowId":"1","article":"x","vat":"6"},{"rowId":"2","article":"x"}])"_ba
        << R"([{"rowId":"1","article":"x","price":"1"},{"rowId":"2","article":"x","price":"1"}])"_ba
        << R"([{"rowId":"f","article":"x","price":"3"},{"rowId":"g","article":"x","price":"4","vat":"6"}])"_ba
        << u"2+f"_s << u"0/0/1 1/1/0"_s;
    QTest::newRow("of two base rows of the same ids it is the first")
        << two << two << two << u"1+2"_s << u"0/0/1 1/1/- -/-/0"_s;
    QTest::newRow("the second row takes the next best once the first is matched")
        << R"([{"rowId":"1","article":"x","vat":"1"}])"_ba
        << R"([{"rowId":"m","article":"x","vat":"1"}])"_ba
        << R"([{"rowId":"t","article":"z"},{"rowId":"u","article":"x","vat":"2"}])"_ba << u"m+t"_s << u"0/0/0 -/-/1"_s;
    QTest::newRow("a row told apart stays with the side that has its id")
        << R"([{"rowId":"1","article":"x"}])"_ba
        << R"([{"rowId":"1","article":"x","price":"1"}])"_ba
        << R"([{"rowId":"f","article":"x"}])"_ba << u"1-f"_s << u"0/0/- -/-/0"_s;
    QTest::newRow("of one id on both sides, with the more alike")
        << R"([{"rowId":"1","article":"x","price":"1"}])"_ba
        << R"([{"rowId":"1","article":"q","price":"1"}])"_ba
        << R"([{"rowId":"1","article":"x","price":"2"}])"_ba << u"1-1"_s << u"0/-/0 -/0/-"_s;
    QTest::newRow("with neither of two that are quite the same")
        << R"([{"rowId":"1","article":"x"}])"_ba
        << R"([{"rowId":"1","article":"y"}])"_ba
        << R"([{"rowId":"1","article":"y"}])"_ba << u"1-1"_s << u"0/-/- -/-/0 -/0/-"_s;
    QTest::newRow("told apart from two, the base row goes to a third")
        << R"([{"rowId":"1","article":"x","vat":"6"}])"_ba
        << R"([{"rowId":"1","article":"x","price":"1"}])"_ba
        << R"([{"rowId":"f","article":"x"},{"rowId":"g","article":"x","vat":"6","price":"3"},{"rowId":"h","article":"x","vat":"6","price":"4"}])"_ba
        << u"1-g 1-h"_s << u"0/0/0 -/-/1 -/-/2"_s;
    QTest::newRow("a change that came back under a new id, told apart")
        << R"([{"rowId":"1","description":"Freight"}])"_ba
        << R"([{"rowId":"1","description":"Hourly work"}])"_ba
        << R"([{"rowId":"f","description":"Hourly work"}])"_ba << u"1-f"_s << u"0/0/- -/-/0"_s;
    QTest::newRow("a new row of one id on both sides, told apart")
        << none << R"([{"rowId":"n","article":"a"}])"_ba
        << R"([{"rowId":"n","article":"a"}])"_ba << u"n-n"_s << u"-/-/0 -/0/-"_s;
    QTest::newRow("who matches again takes the separation back")
        << none << added << other << u"m-t m+t"_s << u"-/0/0"_s;
}

// Also with the sides swapped.
void RowAlignmentTest::whatAPersonSaidWins()
{
    QFETCH(QByteArray, base);
    QFETCH(QByteArray, mine);
    QFETCH(QByteArray, theirs);
    QFETCH(QString, pins);
    const auto fields = rowFields();
    const auto said = pinsOf(pins);
    const auto triples = alignRows(fields, rows(base), rows(mine), rows(theirs), said);
    QTEST(spelled(triples), "expected");
    RowPins swapped;
    for (const auto &pin : said.together)
        swapped.match({pin.rows, pin.theirs, pin.mine});
    for (const auto &pin : said.apart)
        swapped.split({pin.rows, pin.theirs, pin.mine});
    auto mirrored = alignRows(fields, rows(base), rows(theirs), rows(mine), swapped);
    for (auto &triple : mirrored)
        std::swap(triple.mine, triple.theirs);
    for (const auto &triple : triples)
        QVERIFY2(mirrored.contains(triple), qPrintable(spelled(mirrored)));
    QCOMPARE(mirrored.size(), triples.size());
}

void RowAlignmentTest::withPinsTheRestIsAsGoodAsExhaustiveSearch()
{
    const auto fields = rowFields();
    const RowSimilarity similarity(fields);
    std::mt19937 random(3);
    const auto someRows = [&](const QString &prefix) {
        QJsonArray made;
        for (int n = int(random() % 5); n >= 0; --n) // no two rows are equal: each has a quantity of its own
            made.append(QJsonObject{{u"rowId"_s, prefix + QString::number(n)},
                                    {u"article"_s, QString::number(random() % 2)},
                                    {u"description"_s, QString(4, QChar::fromLatin1(char('a' + random() % 3)))},
                                    {u"account"_s, QString::number(random() % 2)},
                                    {u"quantity"_s, prefix + QString::number(n)}});
        return made;
    };
    for (int round = 0; round < 500; ++round) {
        const auto mine = someRows(u"m"_s);
        const auto theirs = someRows(u"t"_s);
        const auto anyId = [&](const QJsonArray &all) {
            return all.at(qsizetype(random() % size_t(all.size()))).toObject().value(u"rowId"_s).toString();
        };
        RowPins pins;
        pins.match({u"rows"_s, anyId(mine), anyId(theirs)});
        for (int n = int(random() % 3); n > 0; --n)
            pins.split({u"rows"_s, anyId(mine), anyId(theirs)});
        const auto fixed = pins.together.value(0);
        QList<QList<int>> points(mine.size(), QList<int>(theirs.size(), 0)); // of the rest
        std::pair<qsizetype, qsizetype> pinned{kNoRow, kNoRow};
        for (qsizetype l = 0; l < mine.size(); ++l) {
            for (qsizetype r = 0; r < theirs.size(); ++r) {
                const RowPin pin{u"rows"_s, mine[l][u"rowId"_s].toString(), theirs[r][u"rowId"_s].toString()};
                if (!pins.together.isEmpty() && pin == fixed)
                    pinned = {l, r};
                if ((!pins.together.isEmpty() && (pin.mine == fixed.mine || pin.theirs == fixed.theirs))
                    || pins.apart.contains(pin))
                    continue;
                const int found = RowSimilarity::points(similarity.traits(mine[l].toObject()),
                                                        similarity.traits(theirs[r].toObject()))
                                  - alignment::kPerPosition * int(std::abs(l - r));
                points[l][r] = found >= alignment::kThreshold ? found : 0;
            }
        }
        std::vector<bool> taken(size_t(theirs.size()), false);
        auto pairs = alignRows(fields, mine, theirs, pins);
        QCOMPARE(pairs.removeAll(pinned), pins.together.isEmpty() ? 0 : 1);
        QCOMPARE(sumOf(points, pairs), bestSum(points, 0, taken));
        for (const auto &[l, r] : std::as_const(pairs))
            QVERIFY(points[l][r] > 0);
    }
}

void RowAlignmentTest::additionsThatLookAlike_data()
{
    QTest::addColumn<QByteArray>("mine");
    QTest::addColumn<QByteArray>("theirs");
    QTest::addColumn<QString>("pins");
    QTest::addColumn<QString>("expected");
    const auto hours = R"([{"rowId":"m","article":"a","price":"1"}])"_ba;
    QTest::newRow("equal rows") << hours << R"([{"rowId":"t","article":"a","price":"1"}])"_ba << u""_s << u"0-0"_s;
    QTest::newRow("equal rows with little in them") << R"([{"rowId":"m","price":"1"}])"_ba
                                                    << R"([{"rowId":"t","price":"1"}])"_ba << u""_s << u"0-0"_s;
    QTest::newRow("the same article at another price")
        << hours << R"([{"rowId":"t","article":"a","price":"2"}])"_ba << u""_s << u"0-0"_s;
    QTest::newRow("however far apart they stand")
        << hours << R"([{"rowId":"t1"},{"rowId":"t2"},{"rowId":"t3"},{"rowId":"t4","article":"a"}])"_ba << u""_s
        << u"0-3"_s;
    QTest::newRow("another article") << hours << R"([{"rowId":"t","article":"b","price":"1"}])"_ba << u""_s << u""_s;
    QTest::newRow("blank rows") << R"([{"rowId":"m"}])"_ba
                                << R"([{"rowId":"t"}])"_ba << u""_s << u""_s;
    QTest::newRow("one row that both had already")
        << R"([{"rowId":"b","article":"z"}])"_ba
        << R"([{"rowId":"b","article":"z"},{"rowId":"t","article":"z"}])"_ba << u""_s << u""_s;
    QTest::newRow("told apart by a person") << hours << R"([{"rowId":"t","article":"a"}])"_ba << u"m-t"_s << u""_s;
    QTest::newRow("matched by a person") << hours << R"([{"rowId":"t","article":"a"}])"_ba << u"m+t"_s << u""_s;
    QTest::newRow("each in one pair, the most alike together")
        << R"([{"rowId":"m","article":"a","price":"1"},{"rowId":"n","article":"a","price":"2"}])"_ba
        << R"([{"rowId":"t","article":"a","price":"2"},{"rowId":"u","article":"a","price":"3"}])"_ba << u""_s
        << u"0-1 1-0"_s;
}

void RowAlignmentTest::additionsThatLookAlike() // UX.md 1.2 E19
{
    QFETCH(QByteArray, mine);
    QFETCH(QByteArray, theirs);
    QFETCH(QString, pins);
    const auto fields = rowFields();
    const auto base = rows(R"([{"rowId":"b","article":"z"}])");
    const auto said = pinsOf(pins);
    const auto triples = alignRows(fields, base, rows(mine), rows(theirs), said);
    QTEST(spelled(alikeAdditions(fields, rows(mine), rows(theirs), triples, said)), "expected");
}

QTEST_GUILESS_MAIN(RowAlignmentTest)
#include "rowalignment_test.moc"
