// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/conflict/settle.h"
#include "core/conflict/strategy.h"
#include "mergefixture.h"

#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace frost;
using namespace mergefixture;

namespace {
const QDateTime kEarlier(QDate(2026, 3, 1), QTime(12, 0), QTimeZone::utc());
const QDateTime kLater(QDate(2026, 3, 1), QTime(12, 1), QTimeZone::utc());

StrategyInput versions(const char *base, const char *mine, const char *theirs)
{
    return {{maybeJson(base), maybeJson(mine), maybeJson(theirs)}, {}, {}, {}};
}

StrategyInput conflicting()
{
    return versions(R"({"reference":"A","note":"x"})", R"({"reference":"B","note":"x"})",
                    R"({"reference":"C","note":"y"})");
}
} // namespace

// R-CON-04
class StrategyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wordsReadBackAsWhatTheyName();
    void unknownWordsNameNothing();
    void wholeSide_data();
    void wholeSide();
    void mergeCombinesDifferentFields();
    void mergeIsRefusedWhileSomethingIsOpen();
    void mergeMayDecideOnADeletion();
    void lastWrite_data();
    void lastWrite();
    void lastWriteNeedsBothTimes();
    void keePassXC4016_theLaterSideTakesOnlyWhatIsOpen();
    void aProbableDuplicateIsNothingToDecideAlone(); // UX.md 1.2 E19
    void manualTakesWhatAPersonDecided();
    void manualNeedsARecord();
    void theNumberGivenThereIsFinal_data();
    void theNumberGivenThereIsFinal();
    void valueAtPath_data();
    void valueAtPath();
};

void StrategyTest::wordsReadBackAsWhatTheyName()
{
    const QStringList strategies{u"server-wins"_s, u"client-wins"_s, u"merge"_s, u"last-write-wins"_s, u"manual"_s};
    for (int i = 0; i < strategies.size(); ++i) {
        QCOMPARE(toString(Strategy(i)), strategies[i]);
        QVERIFY(strategyFrom(strategies[i]) == Strategy(i));
    }
    const QStringList types{u"version"_s,    u"timestamp"_s,      u"data"_s,
                            u"deletion"_s,   u"missing-entity"_s, u"duplicate-key"_s,
                            u"validation"_s, u"authorisation"_s,  u"retry-exhausted"_s};
    for (int i = 0; i < types.size(); ++i) {
        QCOMPARE(toString(ConflictType(i)), types[i]);
        QVERIFY(conflictTypeFrom(types[i]) == ConflictType(i));
    }
    const QStringList severities{u"low"_s, u"medium"_s, u"high"_s, u"critical"_s};
    for (int i = 0; i < severities.size(); ++i) {
        QCOMPARE(toString(Severity(i)), severities[i]);
        QVERIFY(severityFrom(severities[i]) == Severity(i));
    }
}

void StrategyTest::unknownWordsNameNothing()
{
    QVERIFY(!strategyFrom(u"Server-Wins"));
    QVERIFY(!strategyFrom(u""));
    QVERIFY(!conflictTypeFrom(u"missing_entity"));
    QVERIFY(!severityFrom(u"blocking"));
}

void StrategyTest::wholeSide_data()
{
    QTest::addColumn<QString>("strategy");
    QTest::addColumn<QByteArray>("mine");
    QTest::addColumn<QByteArray>("theirs");
    QTest::addColumn<QByteArray>("decided");
    const QByteArray b = R"({"reference":"B"})";
    const QByteArray c = R"({"reference":"C","note":"y"})";
    QTest::newRow("the server's record, whole") << u"server-wins"_s << b << c << c;
    QTest::newRow("my record, whole") << u"client-wins"_s << b << c << b;
    QTest::newRow("the server's deletion") << u"server-wins"_s << b << ""_ba
                                           << ""_ba;
    QTest::newRow("my record though the server deleted it") << u"client-wins"_s << b << ""_ba << b;
    QTest::newRow("my deletion") << u"client-wins"_s << ""_ba << c << ""_ba;
}

void StrategyTest::wholeSide()
{
    QFETCH(QString, strategy);
    QFETCH(QByteArray, mine);
    QFETCH(QByteArray, theirs);
    QFETCH(QByteArray, decided);
    const auto outcome =
        decide(documentSchema(), *strategyFrom(strategy), versions(R"({"reference":"A"})", mine, theirs));
    QVERIFY(outcome);
    QCOMPARE(*outcome, maybeJson(decided));
}

void StrategyTest::aProbableDuplicateIsNothingToDecideAlone()
{
    auto input = versions(R"({"rows":[]})", R"({"rows":[{"rowId":"m","article":"a"}]})",
                          R"({"rows":[{"rowId":"t","article":"a"}]})");
    QCOMPARE(decide(documentSchema(), Strategy::Merge, input).error().code, u"merge.open"_s);
    input.mineAt = kLater;
    input.theirsAt = kEarlier;
    const auto later = decide(documentSchema(), Strategy::LastWriteWins, input);
    QVERIFY(later);
    QCOMPARE(rowIds(**later), (QStringList{u"t"_s, u"m"_s})); // a clock drops no row
}

// UX.md 1.2 G23: any other would be refused for ever.
void StrategyTest::theNumberGivenThereIsFinal_data()
{
    QTest::addColumn<QByteArray>("mine");
    QTest::addColumn<QByteArray>("theirs");
    QTest::addColumn<QByteArray>("result"); // of "mine wins"
    QTest::newRow("another one here") << R"({"number":"3","note":"x"})"_ba << R"({"number":"2"})"_ba << R"({"number":"2","note":"x"})"_ba;
    QTest::newRow("a provisional one here") << R"({"number":"3*"})"_ba << R"({"number":"2"})"_ba << R"({"number":"2"})"_ba;
    QTest::newRow("none here") << R"({"note":"x"})"_ba << R"({"number":"2"})"_ba << R"({"number":"2","note":"x"})"_ba;
    QTest::newRow("only a provisional one there") << R"({"number":"3"})"_ba << R"({"number":"2*"})"_ba << R"({"number":"3"})"_ba;
    QTest::newRow("none there") << R"({"number":"3"})"_ba << R"({"note":"y"})"_ba << R"({"number":"3"})"_ba;
    QTest::newRow("deleted there") << R"({"number":"3"})"_ba << QByteArray() << R"({"number":"3"})"_ba;
}

void StrategyTest::theNumberGivenThereIsFinal()
{
    QFETCH(QByteArray, mine);
    QFETCH(QByteArray, theirs);
    QFETCH(QByteArray, result);
    auto schema = documentSchema();
    auto number = field(u"number"_s, FieldKind::Text, Importance::Important);
    number.assignedByRemote = true;
    schema.fields.append(number);
    const auto input = versions("{}", mine.constData(), theirs.constData());
    const auto decided = decide(schema, Strategy::ClientWins, input);
    QVERIFY(decided);
    QCOMPARE(**decided, json(result.constData()));
}

void StrategyTest::mergeCombinesDifferentFields()
{
    const auto outcome =
        decide(documentSchema(), Strategy::Merge,
               versions(R"({"reference":"A"})", R"({"reference":"B"})", R"({"reference":"A","note":"y"})"));
    QVERIFY(outcome);
    QCOMPARE(**outcome, json(R"({"reference":"B","note":"y"})"));
}

void StrategyTest::mergeIsRefusedWhileSomethingIsOpen()
{
    const auto outcome = decide(documentSchema(), Strategy::Merge, conflicting());
    QVERIFY(!outcome);
    QCOMPARE(kindName(outcome.error().kind), kindName(ErrorKind::Conflict));
    QCOMPARE(outcome.error().code, u"merge.open"_s);
    QCOMPARE(outcome.error().args, QStringList{u"reference"_s});
}

void StrategyTest::mergeMayDecideOnADeletion()
{
    const auto outcome = decide(documentSchema(), Strategy::Merge, versions(R"({"note":"x"})", R"({"note":"x"})", ""));
    QVERIFY(outcome);
    QVERIFY(!outcome->has_value());
}

void StrategyTest::lastWrite_data()
{
    QTest::addColumn<QByteArray>("base");
    QTest::addColumn<QByteArray>("mine");
    QTest::addColumn<QByteArray>("theirs");
    QTest::addColumn<QByteArray>("whenMineIsLater");
    QTest::addColumn<QByteArray>("whenTheirsIsLater");
    QTest::newRow("one field changed by both") << R"({"note":"a"})"_ba
                                               << R"({"note":"b"})"_ba
                                               << R"({"note":"c"})"_ba
                                               << R"({"note":"b"})"_ba
                                               << R"({"note":"c"})"_ba;
    QTest::newRow("a field cleared by mine") << R"({"note":"a"})"_ba
                                             << "{}"_ba
                                             << R"({"note":"c"})"_ba
                                             << "{}"_ba
                                             << R"({"note":"c"})"_ba;
    QTest::newRow("a linked group goes to one side whole") << R"({"currency":"SEK","currencyRate":"1"})"_ba
                                                           << R"({"currency":"EUR","currencyRate":"1"})"_ba
                                                           << R"({"currency":"SEK","currencyRate":"2"})"_ba
                                                           << R"({"currency":"EUR","currencyRate":"1"})"_ba
                                                           << R"({"currency":"SEK","currencyRate":"2"})"_ba;
    QTest::newRow("a field of a row") << R"({"rows":[{"rowId":"r.1]","price":"1"}]})"_ba
                                      << R"({"rows":[{"rowId":"r.1]","price":"2"}]})"_ba
                                      << R"({"rows":[{"rowId":"r.1]","price":"3"}]})"_ba
                                      << R"({"rows":[{"rowId":"r.1]","price":"2"}]})"_ba
                                      << R"({"rows":[{"rowId":"r.1]","price":"3"}]})"_ba;
    QTest::newRow("a row removed by mine and changed by theirs") << R"({"rows":[{"rowId":"r1","price":"1"}]})"_ba
                                                                 << R"({"rows":[]})"_ba
                                                                 << R"({"rows":[{"rowId":"r1","price":"3"}]})"_ba
                                                                 << R"({"rows":[]})"_ba
                                                                 << R"({"rows":[{"rowId":"r1","price":"3"}]})"_ba;
    QTest::newRow("a record deleted by theirs and changed by mine") << R"({"note":"a"})"_ba
                                                                    << R"({"note":"b"})"_ba
                                                                    << ""_ba
                                                                    << R"({"note":"b"})"_ba
                                                                    << ""_ba;
    QTest::newRow("a booked record is never mixed") << R"({"note":"a"})"_ba
                                                    << R"({"note":"b"})"_ba
                                                    << R"({"note":"a","booked":true})"_ba
                                                    << R"({"note":"b"})"_ba
                                                    << R"({"note":"a","booked":true})"_ba;
}

void StrategyTest::lastWrite()
{
    QFETCH(QByteArray, base);
    QFETCH(QByteArray, mine);
    QFETCH(QByteArray, theirs);
    QFETCH(QByteArray, whenMineIsLater);
    QFETCH(QByteArray, whenTheirsIsLater);
    auto input = versions(base, mine, theirs);
    input.mineAt = kLater;
    input.theirsAt = kEarlier;
    QCOMPARE(*decide(documentSchema(), Strategy::LastWriteWins, input), maybeJson(whenMineIsLater));
    std::swap(input.mineAt, input.theirsAt);
    QCOMPARE(*decide(documentSchema(), Strategy::LastWriteWins, input), maybeJson(whenTheirsIsLater));
    input.mineAt = input.theirsAt; // a tie goes to what others have seen
    QCOMPARE(*decide(documentSchema(), Strategy::LastWriteWins, input), maybeJson(whenTheirsIsLater));
}

void StrategyTest::lastWriteNeedsBothTimes()
{
    auto input = conflicting();
    input.mineAt = kLater;
    const auto outcome = decide(documentSchema(), Strategy::LastWriteWins, input);
    QVERIFY(!outcome);
    QCOMPARE(kindName(outcome.error().kind), kindName(ErrorKind::Usage));
    QCOMPARE(outcome.error().code, u"lastWrite.timeUnknown"_s);
}

// KeePassXC #4016: the later side must not take the fields along that only the other changed.
void StrategyTest::keePassXC4016_theLaterSideTakesOnlyWhatIsOpen()
{
    auto input = conflicting();
    input.mineAt = kLater;
    input.theirsAt = kEarlier;
    const auto outcome = decide(documentSchema(), Strategy::LastWriteWins, input);
    QVERIFY(outcome);
    QCOMPARE(**outcome, json(R"({"reference":"B","note":"y"})"));
}

void StrategyTest::manualTakesWhatAPersonDecided()
{
    auto input = conflicting();
    input.manual = json(R"({"reference":"D"})");
    const auto outcome = decide(documentSchema(), Strategy::Manual, input);
    QVERIFY(outcome);
    QCOMPARE(**outcome, json(R"({"reference":"D"})"));
}

void StrategyTest::manualNeedsARecord()
{
    const auto outcome = decide(documentSchema(), Strategy::Manual, conflicting());
    QVERIFY(!outcome);
    QCOMPARE(kindName(outcome.error().kind), kindName(ErrorKind::Usage));
    QCOMPARE(outcome.error().code, u"manual.missing"_s);
}

void StrategyTest::valueAtPath_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QByteArray>("result");
    const QJsonValue nothing(QJsonValue::Undefined);
    QTest::newRow("a field") << u"note"_s << QJsonValue(u"b"_s)
                             << R"({"note":"b","rows":[{"rowId":"r1","price":"1"}]})"_ba;
    QTest::newRow("a field away") << u"note"_s << nothing << R"({"rows":[{"rowId":"r1","price":"1"}]})"_ba;
    QTest::newRow("a field of a row") << u"rows[r1].price"_s << QJsonValue(u"2"_s)
                                      << R"({"note":"a","rows":[{"rowId":"r1","price":"2"}]})"_ba;
    QTest::newRow("a row, which keeps its id") << u"rows[r1]"_s << QJsonValue(json(R"({"rowId":"x","vat":"6"})"))
                                               << R"({"note":"a","rows":[{"rowId":"r1","vat":"6"}]})"_ba;
    QTest::newRow("a row away") << u"rows[r1]"_s << nothing << R"({"note":"a","rows":[]})"_ba;
    QTest::newRow("a row back again")
        << u"rows[r2]"_s << QJsonValue(json(R"({"vat":"6"})"))
        << R"({"note":"a","rows":[{"rowId":"r1","price":"1"},{"rowId":"r2","vat":"6"}]})"_ba;
    QTest::newRow("a field of a row that is not there")
        << u"rows[r2].price"_s << QJsonValue(u"2"_s) << R"({"note":"a","rows":[{"rowId":"r1","price":"1"}]})"_ba;
}

void StrategyTest::valueAtPath()
{
    QFETCH(QString, path);
    QFETCH(QJsonValue, value);
    QFETCH(QByteArray, result);
    const auto body = json(R"({"note":"a","rows":[{"rowId":"r1","price":"1"}]})");
    QCOMPARE(withValueAt(documentSchema(), body, path, value), json(result));
}

QTEST_GUILESS_MAIN(StrategyTest)
#include "strategy_test.moc"
