// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/conflict/merge.h"
#include "mergefixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace frost;
using namespace mergefixture;

namespace {
// A document whose `reference` is `value`; nothing for "-".
QJsonObject withReference(const QString &value)
{
    QJsonObject body{{u"customer"_s, u"c1"_s}};
    if (value != u"-"_s)
        body.insert(u"reference"_s, value);
    return body;
}

std::optional<QJsonObject> recordOf(const QString &reference)
{
    return reference == u"deleted"_s ? std::nullopt : std::optional(withReference(reference));
}
} // namespace

class MergeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void scalar_data(); // R-CON-02, I9
    void scalar();
    void scalarWithoutBase_data();
    void scalarWithoutBase();
    void record_data();
    void record();
    void group_data();
    void group();
    void unit_data();
    void unit();
    void sealed_data(); // R-CON-11
    void sealed();
    void equalAfterNormalisation_data(); // R-CON-02
    void equalAfterNormalisation();
    void severity_data(); // R-CON-03
    void severity();

    void keePassXC3340and9232_equalCopiesAreNoConflict();
    void keePassXC4016_noFieldVanishesBesideANewerOne();
    void conflictingValueIsNeverJoinedWithTheOther();
    void unknownFieldsMergeLikeOthers();
    void provisionalNumberGivesWayToTheRealOne();
    void notationTypedByMineIsKept();
    void derivedFieldsAreNeverListed();
    void vouchersOfThePackAreOneUnit();
    void changedFieldsNamesWhatDiffers();
};

void MergeTest::scalar_data()
{
    QTest::addColumn<QString>("base");
    QTest::addColumn<QString>("mine");
    QTest::addColumn<QString>("theirs");
    QTest::addColumn<QStringList>("said");
    QTest::addColumn<QString>("result");
    const QStringList nothing;
    const QStringList mine{u"reference=Mine"_s};
    const QStringList theirs{u"reference=Theirs"_s};
    const QStringList both{u"reference=Both"_s};
    const QStringList open{u"reference=Open"_s};
    QTest::newRow("a value that nobody touched stays unlisted") << u"A"_s << u"A"_s << u"A"_s << nothing << u"A"_s;
    QTest::newRow("a field that nobody filled in stays empty") << u"-"_s << u"-"_s << u"-"_s << nothing << u"-"_s;
    QTest::newRow("a change of mine alone is taken") << u"A"_s << u"B"_s << u"A"_s << mine << u"B"_s;
    QTest::newRow("a change of theirs alone is taken") << u"A"_s << u"A"_s << u"B"_s << theirs << u"B"_s;
    QTest::newRow("the same change on both sides is taken") << u"A"_s << u"B"_s << u"B"_s << both << u"B"_s;
    QTest::newRow("different changes are asked and mine is shown") << u"A"_s << u"B"_s << u"C"_s << open << u"B"_s;
    QTest::newRow("a value added by mine is taken") << u"-"_s << u"B"_s << u"-"_s << mine << u"B"_s;
    QTest::newRow("a value added by theirs is taken") << u"-"_s << u"-"_s << u"B"_s << theirs << u"B"_s;
    QTest::newRow("the same value added by both is taken") << u"-"_s << u"B"_s << u"B"_s << both << u"B"_s;
    QTest::newRow("different values added by both are asked") << u"-"_s << u"B"_s << u"C"_s << open << u"B"_s;
    QTest::newRow("a value cleared by mine goes") << u"A"_s << u"-"_s << u"A"_s << mine << u"-"_s;
    QTest::newRow("a value cleared by theirs goes") << u"A"_s << u"A"_s << u"-"_s << theirs << u"-"_s;
    QTest::newRow("a value cleared by both goes") << u"A"_s << u"-"_s << u"-"_s << both << u"-"_s;
    QTest::newRow("cleared by mine and changed by theirs is asked") << u"A"_s << u"-"_s << u"C"_s << open << u"-"_s;
    QTest::newRow("changed by mine and cleared by theirs is asked") << u"A"_s << u"B"_s << u"-"_s << open << u"B"_s;
}

void MergeTest::scalar()
{
    QFETCH(QString, base);
    QFETCH(QString, mine);
    QFETCH(QString, theirs);
    QFETCH(QString, result);
    const auto outcome = merge(documentSchema(), {withReference(base), withReference(mine), withReference(theirs)});
    QVERIFY(outcome);
    QTEST(summary(*outcome), "said");
    QCOMPARE(*outcome->body, withReference(result));
    for (const auto &field : outcome->fields) {
        QCOMPARE(field.base, withReference(base).value(u"reference"_s));
        QCOMPARE(field.mine, withReference(mine).value(u"reference"_s));
        QCOMPARE(field.theirs, withReference(theirs).value(u"reference"_s));
        QCOMPARE(field.result, withReference(result).value(u"reference"_s));
    }
}

void MergeTest::scalarWithoutBase_data()
{
    QTest::addColumn<QString>("mine");
    QTest::addColumn<QString>("theirs");
    QTest::addColumn<bool>("open");
    QTest::newRow("equal values ask nothing") << u"A"_s << u"A"_s << false;
    QTest::newRow("different values are asked") << u"A"_s << u"B"_s << true;
    QTest::newRow("a value that only mine has is asked") << u"A"_s << u"-"_s << true;
    QTest::newRow("a value that only theirs has is asked") << u"-"_s << u"B"_s << true;
}

void MergeTest::scalarWithoutBase()
{
    QFETCH(QString, mine);
    QFETCH(QString, theirs);
    QFETCH(bool, open);
    const auto outcome = merge(documentSchema(), {{}, withReference(mine), withReference(theirs)});
    QVERIFY(outcome);
    QCOMPARE(summary(*outcome), open ? QStringList{u"reference=Open"_s} : QStringList());
    QCOMPARE(*outcome->body, withReference(mine));
}

void MergeTest::record_data()
{
    QTest::addColumn<QString>("base");
    QTest::addColumn<QString>("mine");
    QTest::addColumn<QString>("theirs");
    QTest::addColumn<QStringList>("said");
    QTest::addColumn<QString>("result");
    const QString gone = u"deleted"_s;
    const QStringList open{u"=Open"_s};
    QTest::newRow("deleted by mine and untouched by theirs is deleted")
        << u"A"_s << gone << u"A"_s << QStringList{u"=Mine"_s} << gone;
    QTest::newRow("deleted by theirs and untouched by mine is deleted")
        << u"A"_s << u"A"_s << gone << QStringList{u"=Theirs"_s} << gone;
    QTest::newRow("deleted by both is deleted") << u"A"_s << gone << gone << QStringList{u"=Both"_s} << gone;
    QTest::newRow("deleted by mine and changed by theirs is asked") << u"A"_s << gone << u"C"_s << open << u"C"_s;
    QTest::newRow("changed by mine and deleted by theirs is asked") << u"A"_s << u"B"_s << gone << open << u"B"_s;
    QTest::newRow("without a base, deleted by mine is asked") << gone << gone << u"C"_s << open << u"C"_s;
    QTest::newRow("without a base, deleted by theirs is asked") << gone << u"B"_s << gone << open << u"B"_s;
    QTest::newRow("nobody has it and nobody ever had it") << gone << gone << gone << QStringList() << gone;
}

void MergeTest::record()
{
    QFETCH(QString, base);
    QFETCH(QString, mine);
    QFETCH(QString, theirs);
    QFETCH(QStringList, said);
    QFETCH(QString, result);
    const auto outcome = merge(documentSchema(), {recordOf(base), recordOf(mine), recordOf(theirs)});
    QVERIFY(outcome);
    QCOMPARE(summary(*outcome), said);
    QCOMPARE(outcome->body, recordOf(result));
    QCOMPARE(toString(outcome->type), outcome->hasConflict() ? u"deletion"_s : u"data"_s);
    if (outcome->hasConflict())
        QCOMPARE(outcome->openPaths(), QStringList{QString()});
}

void MergeTest::group_data()
{
    QTest::addColumn<QByteArray>("base");
    QTest::addColumn<QByteArray>("mine");
    QTest::addColumn<QByteArray>("theirs");
    QTest::addColumn<QStringList>("said");
    QTest::addColumn<QByteArray>("result");
    QTest::newRow("different members changed by both take both and ask")
        << R"({"currency":"SEK","currencyRate":"1"})"_ba
        << R"({"currency":"EUR","currencyRate":"1"})"_ba
        << R"({"currency":"SEK","currencyRate":"11.2"})"_ba << QStringList{u"currency=Open"_s, u"currencyRate=Open"_s}
        << R"({"currency":"EUR","currencyRate":"11.2"})"_ba;
    QTest::newRow("both members changed by one side ask nothing")
        << R"({"currency":"SEK","currencyRate":"1"})"_ba
        << R"({"currency":"SEK","currencyRate":"1"})"_ba
        << R"({"currency":"EUR","currencyRate":"11.2"})"_ba
        << QStringList{u"currency=Theirs"_s, u"currencyRate=Theirs"_s}
        << R"({"currency":"EUR","currencyRate":"11.2"})"_ba;
    QTest::newRow("the same change of one member and another of mine ask nothing")
        << R"({"currency":"SEK","currencyRate":"1"})"_ba
        << R"({"currency":"EUR","currencyRate":"11"})"_ba
        << R"({"currency":"EUR","currencyRate":"1"})"_ba << QStringList{u"currency=Both"_s, u"currencyRate=Mine"_s}
        << R"({"currency":"EUR","currencyRate":"11"})"_ba;
    QTest::newRow("one member asked asks for the other that theirs changed")
        << R"({"currency":"SEK","currencyRate":"1"})"_ba
        << R"({"currency":"EUR","currencyRate":"1"})"_ba
        << R"({"currency":"USD","currencyRate":"10"})"_ba << QStringList{u"currency=Open"_s, u"currencyRate=Open"_s}
        << R"({"currency":"EUR","currencyRate":"10"})"_ba;
    QTest::newRow("members inside a row changed by both take both and ask")
        << R"({"rows":[{"rowId":"r1","quantity":"1","price":"5"}]})"_ba
        << R"({"rows":[{"rowId":"r1","quantity":"2","price":"5"}]})"_ba
        << R"({"rows":[{"rowId":"r1","quantity":"1","price":"6"}]})"_ba
        << QStringList{u"rows[r1].quantity=Open"_s, u"rows[r1].price=Open"_s}
        << R"({"rows":[{"rowId":"r1","quantity":"2","price":"6"}]})"_ba;
    QTest::newRow("fields of different groups in a row ask nothing")
        << R"({"rows":[{"rowId":"r1","quantity":"1","vat":"25"}]})"_ba
        << R"({"rows":[{"rowId":"r1","quantity":"2","vat":"25"}]})"_ba
        << R"({"rows":[{"rowId":"r1","quantity":"1","vat":"12"}]})"_ba
        << QStringList{u"rows[r1].quantity=Mine"_s, u"rows[r1].vat=Theirs"_s}
        << R"({"rows":[{"rowId":"r1","quantity":"2","vat":"12"}]})"_ba;
    QTest::newRow("members of one group in different rows ask nothing")
        << R"({"rows":[{"rowId":"r1","quantity":"1"},{"rowId":"r2","price":"5"}]})"_ba
        << R"({"rows":[{"rowId":"r1","quantity":"2"},{"rowId":"r2","price":"5"}]})"_ba
        << R"({"rows":[{"rowId":"r1","quantity":"1"},{"rowId":"r2","price":"6"}]})"_ba
        << QStringList{u"rows[r1].quantity=Mine"_s, u"rows[r2].price=Theirs"_s}
        << R"({"rows":[{"rowId":"r1","quantity":"2"},{"rowId":"r2","price":"6"}]})"_ba;
}

void MergeTest::group()
{
    QFETCH(QByteArray, base);
    QFETCH(QByteArray, mine);
    QFETCH(QByteArray, theirs);
    QFETCH(QByteArray, result);
    const auto outcome = merged(documentSchema(), base, mine, theirs);
    QTEST(summary(outcome), "said");
    QCOMPARE(*outcome.body, json(result));
}

void MergeTest::unit_data()
{
    QTest::addColumn<QByteArray>("base");
    QTest::addColumn<QByteArray>("mine");
    QTest::addColumn<QByteArray>("theirs");
    QTest::addColumn<QStringList>("said");
    QTest::addColumn<QByteArray>("result");
    const QByteArray old = R"({"reference":"A","note":"x"})";
    const QByteArray reference = R"({"reference":"B","note":"x"})";
    const QByteArray note = R"({"reference":"A","note":"y"})";
    QTest::newRow("nobody changed it") << old << old << old << QStringList() << old;
    QTest::newRow("mine changed it") << old << reference << old << QStringList{u"reference=Mine"_s} << reference;
    QTest::newRow("theirs changed it") << old << old << note << QStringList{u"note=Theirs"_s} << note;
    QTest::newRow("both changed it equally") << old << note << note << QStringList{u"note=Both"_s} << note;
    QTest::newRow("different fields changed by both are one question")
        << old << reference << note << QStringList{u"=Open"_s} << reference;
    QTest::newRow("without a base every difference is one question")
        << ""_ba << reference << note << QStringList{u"=Open"_s} << reference;
}

void MergeTest::unit()
{
    QFETCH(QByteArray, base);
    QFETCH(QByteArray, mine);
    QFETCH(QByteArray, theirs);
    QFETCH(QByteArray, result);
    const auto outcome = merged(unitSchema(), base, mine, theirs);
    QTEST(summary(outcome), "said");
    QCOMPARE(*outcome.body, json(result));
    QCOMPARE(toString(outcome.type), u"data"_s);
}

void MergeTest::sealed_data()
{
    QTest::addColumn<QByteArray>("base");
    QTest::addColumn<QByteArray>("mine");
    QTest::addColumn<QByteArray>("theirs");
    QTest::addColumn<QStringList>("said");
    const QByteArray open = R"({"note":"x"})";
    const QByteArray booked = R"({"note":"x","booked":true})";
    QTest::newRow("booked by theirs while mine changed the note")
        << open << R"({"note":"y"})"_ba << booked << QStringList{u"=Open"_s};
    QTest::newRow("booked by mine while theirs changed the note")
        << open << booked << R"({"note":"y"})"_ba << QStringList{u"=Open"_s};
    QTest::newRow("already booked and changed by both in different fields")
        << booked << R"({"note":"y","booked":true})"_ba
        << R"({"note":"x","booked":true,"reference":"B"})"_ba << QStringList{u"=Open"_s};
    QTest::newRow("booked by theirs while mine did nothing")
        << open << open << booked << QStringList{u"booked=Theirs"_s};
    QTest::newRow("booked by both") << open << booked << booked << QStringList{u"booked=Both"_s};
    QTest::newRow("not booked, said in different words")
        << R"({"note":"x","booked":false})"_ba
        << R"({"note":"y"})"_ba
        << R"({"note":"x","booked":false,"reference":"B"})"_ba << QStringList{u"reference=Theirs"_s, u"note=Mine"_s};
}

void MergeTest::sealed()
{
    QFETCH(QByteArray, base);
    QFETCH(QByteArray, mine);
    QFETCH(QByteArray, theirs);
    const auto outcome = merged(documentSchema(), base, mine, theirs);
    QTEST(summary(outcome), "said");
    if (!outcome.hasConflict())
        return;
    QCOMPARE(toString(outcome.severity()), u"critical"_s);
    QCOMPARE(*outcome.body, json(mine));
    QCOMPARE(outcome.open().first().theirs.toObject(), json(theirs));
}

void MergeTest::equalAfterNormalisation_data()
{
    QTest::addColumn<QByteArray>("mine");
    QTest::addColumn<QByteArray>("theirs");
    QTest::newRow("organisation number with and without a hyphen") << R"({"organisationNumber":"556677-8899"})"_ba
                                                                   << R"({"organisationNumber":"5566778899"})"_ba;
    QTest::newRow("e-mail domains in different case") << R"({"email":"eva@BYRAN.se"})"_ba
                                                      << R"({"email":"eva@byran.se"})"_ba;
    QTest::newRow("a missing value and null") << R"({"note":null})"_ba
                                              << "{}"_ba;
    QTest::newRow("a missing value and an empty one") << R"({"note":""})"_ba
                                                      << "{}"_ba;
    QTest::newRow("no rows and an empty list of rows") << R"({"rows":[]})"_ba
                                                       << "{}"_ba;
    QTest::newRow("an empty value of an unknown field and a missing one") << R"({"newer":""})"_ba
                                                                          << "{}"_ba;
    QTest::newRow("a switch that is off and one that is missing") << R"({"sent":false})"_ba
                                                                  << "{}"_ba;
    QTest::newRow("rows in another order") << R"({"rows":[{"rowId":"r1","price":"1"},{"rowId":"r2","price":"2"}]})"_ba
                                           << R"({"rows":[{"rowId":"r2","price":"2"},{"rowId":"r1","price":"1"}]})"_ba;
    QTest::newRow("rows under other ids") << R"({"rows":[{"rowId":"r1","article":"a","price":"1"}]})"_ba
                                          << R"({"rows":[{"rowId":"f9","article":"a","price":"1"}]})"_ba;
    QTest::newRow("derived totals that differ")
        << R"({"total":"1.00","rows":[{"rowId":"r1","price":"1","total":"1.00"}]})"_ba
        << R"({"total":"2.00","rows":[{"rowId":"r1","price":"1","total":"3.00"}]})"_ba;
}

void MergeTest::equalAfterNormalisation()
{
    QFETCH(QByteArray, mine);
    QFETCH(QByteArray, theirs);
    QVERIFY(sameContent(documentSchema(), json(mine), json(theirs)));
    QCOMPARE(changedFields(documentSchema(), json(mine), json(theirs)), QStringList());
    QCOMPARE(summary(merged(documentSchema(), "", mine, theirs)), QStringList());
    QCOMPARE(summary(merged(documentSchema(), R"({"reference":"A"})", mine, theirs)).filter(u"Open"_s), QStringList());
}

void MergeTest::severity_data()
{
    QTest::addColumn<QByteArray>("base");
    QTest::addColumn<QByteArray>("mine");
    QTest::addColumn<QByteArray>("theirs");
    QTest::addColumn<QString>("expected");
    QTest::newRow("a note is low") << R"({"note":"a"})"_ba
                                   << R"({"note":"b"})"_ba
                                   << R"({"note":"c"})"_ba << u"low"_s;
    QTest::newRow("a reference is medium") << R"({"reference":"a"})"_ba
                                           << R"({"reference":"b"})"_ba
                                           << R"({"reference":"c"})"_ba << u"medium"_s;
    QTest::newRow("the customer is high") << R"({"customer":"a"})"_ba
                                          << R"({"customer":"b"})"_ba
                                          << R"({"customer":"c"})"_ba << u"high"_s;
    QTest::newRow("the highest open field counts") << R"({"note":"a","customer":"a"})"_ba
                                                   << R"({"note":"b","customer":"b"})"_ba
                                                   << R"({"note":"c","customer":"c"})"_ba << u"high"_s;
    QTest::newRow("nothing open is low") << R"({"customer":"a"})"_ba
                                         << R"({"customer":"b"})"_ba
                                         << R"({"customer":"a"})"_ba << u"low"_s;
    QTest::newRow("a whole row with amounts is high even if only its text was changed")
        << R"({"rows":[{"rowId":"r1","description":"a"}]})"_ba
        << R"({"rows":[{"rowId":"r1","description":"b"}]})"_ba
        << R"({"rows":[]})"_ba << u"high"_s;
    QTest::newRow("a deletion against a changed note is medium, since low would settle itself")
        << R"({"note":"a"})"_ba
        << ""_ba
        << R"({"note":"c"})"_ba << u"medium"_s;
    QTest::newRow("a deletion against changed rows is high")
        << R"({"rows":[{"rowId":"r1","price":"1"}]})"_ba
        << ""_ba
        << R"({"rows":[{"rowId":"r1","price":"2"}]})"_ba << u"high"_s;
    QTest::newRow("a deletion against booking is critical") << R"({"note":"a"})"_ba
                                                            << ""_ba
                                                            << R"({"note":"a","booked":true})"_ba << u"critical"_s;
}

void MergeTest::severity()
{
    QFETCH(QByteArray, base);
    QFETCH(QByteArray, mine);
    QFETCH(QByteArray, theirs);
    QTEST(toString(merged(documentSchema(), base, mine, theirs).severity()), "expected");
}

// KeePassXC #3340, #9232: two equal copies without a common history were reported as a conflict.
void MergeTest::keePassXC3340and9232_equalCopiesAreNoConflict()
{
    const auto text = R"({"customer":"c1","rows":[{"rowId":"r1","article":"a","price":"1"}]})";
    const auto outcome = merged(documentSchema(), "", text, text);
    QVERIFY(outcome.fields.isEmpty());
    QCOMPARE(*outcome.body, json(text));
}

// KeePassXC #4016: one time per record let the newer side win whole, and the other side's field vanished.
void MergeTest::keePassXC4016_noFieldVanishesBesideANewerOne()
{
    const auto outcome = merged(documentSchema(), R"({"reference":"A","note":"old","email":"x@y.se"})",
                                R"({"reference":"B","note":"old","email":"x@y.se"})",
                                R"({"reference":"A","note":"new","email":"x@y.se"})");
    QVERIFY(!outcome.hasConflict());
    QCOMPARE(*outcome.body, json(R"({"reference":"B","note":"new","email":"x@y.se"})"));
}

// KDiff3: choosing one side after the other kept both lines, and the e-mail came out twice.
void MergeTest::conflictingValueIsNeverJoinedWithTheOther()
{
    const auto outcome =
        merged(documentSchema(), R"({"email":"a@x.se"})", R"({"email":"b@x.se"})", R"({"email":"c@x.se"})");
    QCOMPARE(outcome.openPaths(), QStringList{u"email"_s});
    QCOMPARE(outcome.open().first().theirs.toString(), u"c@x.se"_s);
    QCOMPARE(*outcome.body, json(R"({"email":"b@x.se"})"));
}

void MergeTest::unknownFieldsMergeLikeOthers()
{
    const auto outcome = merged(documentSchema(), R"({"newer":1,"other":{"x":1}})", R"({"newer":2,"other":{"x":1}})",
                                R"({"newer":1,"other":{"x":2},"rows":[{"rowId":"r1","later":true}]})");
    QVERIFY(!outcome.hasConflict());
    QCOMPARE(*outcome.body, json(R"({"newer":2,"other":{"x":2},"rows":[{"rowId":"r1","later":true}]})"));
    const auto open = merged(documentSchema(), R"({"newer":1})", R"({"newer":2})", R"({"newer":3})");
    QCOMPARE(open.openPaths(), QStringList{u"newer"_s});
    QCOMPARE(toString(open.severity()), u"medium"_s);
}

// UX.md 1.2 G23: the number of the server wins.
void MergeTest::provisionalNumberGivesWayToTheRealOne()
{
    auto schema = documentSchema();
    auto number = field(u"number"_s, FieldKind::Text, Importance::Important);
    number.assignedByRemote = true;
    schema.fields.append(number);
    const auto outcome =
        merged(schema, R"({"note":"a"})", R"({"note":"b","number":"1043*"})", R"({"note":"a","number":"1050"})");
    QCOMPARE(summary(outcome), (QStringList{u"note=Mine"_s, u"number=Theirs"_s}));
    QCOMPARE(*outcome.body, json(R"({"note":"b","number":"1050"})"));
    const auto without = merged(schema, R"({"note":"a"})", R"({"note":"a","number":"1043*"})", R"({"note":"c"})");
    QCOMPARE(*without.body, json(R"({"note":"c","number":"1043*"})"));
    const auto real = merged(schema, R"({})", R"({"number":"1049"})", R"({"number":"1050"})");
    QCOMPARE(real.openPaths(), QStringList{u"number"_s});
}

void MergeTest::notationTypedByMineIsKept()
{
    const auto outcome = merged(documentSchema(), R"({"organisationNumber":"5566778899","note":"a"})",
                                R"({"organisationNumber":"556677-8899","note":"a"})",
                                R"({"organisationNumber":"5566778899","note":"b"})");
    QCOMPARE(summary(outcome), QStringList{u"note=Theirs"_s});
    QCOMPARE(*outcome.body, json(R"({"organisationNumber":"556677-8899","note":"b"})"));
}

// KDiff3: the derived total became a "conflict".
void MergeTest::derivedFieldsAreNeverListed()
{
    const auto outcome =
        merged(documentSchema(), R"({"total":"1.00","rows":[{"rowId":"r1","price":"1","total":"1.00"}]})",
               R"({"total":"2.00","rows":[{"rowId":"r1","price":"1","total":"2.00"}]})",
               R"({"total":"3.00","rows":[{"rowId":"r1","price":"1","total":"3.00"}]})");
    QVERIFY(outcome.fields.isEmpty());
}

// UX.md 1.2 G22: never a mix of rows, which would balance by luck only.
void MergeTest::vouchersOfThePackAreOneUnit()
{
    const auto pack = Schema::load({u"accounting"_s});
    QVERIFY(pack);
    const auto *vouchers = pack->find(EntityType(u"vouchers"_s));
    QVERIFY(vouchers);
    const auto outcome =
        merged(*vouchers, R"({"description":"a","rows":[{"rowId":"r1","account":"1","debit":"1.00"}]})",
               R"({"description":"b","rows":[{"rowId":"r1","account":"1","debit":"1.00"}]})",
               R"({"description":"a","rows":[{"rowId":"r1","account":"1","debit":"2.00"}]})");
    QCOMPARE(outcome.openPaths(), QStringList{QString()});
    QVERIFY(outcome.severity() >= Severity::High);
}

void MergeTest::changedFieldsNamesWhatDiffers()
{
    QCOMPARE(changedFields(
                 documentSchema(), json(R"({"note":"a","email":"x@y.se","old":1,"rows":[{"rowId":"r1","price":"1"}]})"),
                 json(R"({"note":"b","email":"x@Y.SE","new":1,"total":"9.00","rows":[{"rowId":"r1","price":"2"}]})")),
             (QStringList{u"note"_s, u"rows"_s, u"new"_s, u"old"_s}));
}

QTEST_GUILESS_MAIN(MergeTest)
#include "merge_test.moc"
