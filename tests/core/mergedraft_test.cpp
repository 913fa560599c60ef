// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"
#include "core/conflict/mergedraft.h"
#include "core/conflict/mergetotals.h"
#include "core/conflict/rowpath.h"
#include "mergecases.h"
#include "tests/support/cases.h"

#include <QSet>
#include <QTest>

#include <rapidcheck.h>

// A merge while a person works on it: decisions per field, row and record, what comes of them, undo, drafts.

using namespace Qt::StringLiterals;
using namespace frost;
using namespace mergefixture;
using namespace mergecases;

namespace {

constexpr int kCases = 500;
using Section = MergeDraft::Section;

const EntitySchema &invoices()
{
    return schemaNumber(1);
}

const EntitySchema &vouchers()
{
    return schemaNumber(2);
}

MergeDraft draftOf(const EntitySchema &schema, const char *base, const char *mine, const char *theirs)
{
    auto draft = MergeDraft::make(schema, {maybeJson(base), maybeJson(mine), maybeJson(theirs)});
    if (!draft)
        qFatal("%s", qPrintable(draft.error().logLine()));
    return *std::move(draft);
}

std::optional<QJsonObject> resultOf(const MergeDraft &draft)
{
    if (!draft.result())
        qFatal("%s", qPrintable(draft.result().error().logLine()));
    return *draft.result();
}

MergeDraft draftOf(const Case &some)
{
    return *MergeDraft::make(some.schema, {some.base, some.mine, some.theirs});
}

// An invoice both sides worked on: an open e-mail-like field, a linked group in row r1, row r2 removed by theirs.
constexpr auto kBase =
    R"({"customer":"c1","invoiceDate":"2026-03-01","currency":"SEK","note":"a","yourReference":"Kalle",
    "rows":[{"rowId":"r1","description":"Hours","quantity":"10","price":"950","vat":"25"},
            {"rowId":"r2","description":"Travel","quantity":"1","price":"1200","vat":"25"},
            {"rowId":"r3","description":"Food","quantity":"1","price":"100","vat":"12"}]})";
constexpr auto kMine =
    R"({"customer":"c1","invoiceDate":"2026-03-01","currency":"SEK","note":"mine","yourReference":"Eva",
    "rows":[{"rowId":"r1","description":"Hours","quantity":"12","price":"950","vat":"25"},
            {"rowId":"r2","description":"Travel","quantity":"1","price":"1250","vat":"25"},
            {"rowId":"r3","description":"Food","quantity":"1","price":"100","vat":"12"}]})";
constexpr auto kTheirs =
    R"({"customer":"c1","invoiceDate":"2026-03-01","currency":"SEK","note":"theirs","yourReference":"Kalle",
    "dueDate":"2026-03-31",
    "rows":[{"rowId":"r1","description":"Hours","quantity":"10","price":"980","vat":"25"},
            {"rowId":"r3","description":"Food","quantity":"1","price":"100","vat":"12"}]})";

QStringList pathsOf(const MergeDraft &draft, Section section)
{
    QStringList paths;
    for (const auto &entry : draft.entries()) {
        if (entry.section == section)
            paths.append(entry.path);
    }
    return paths;
}

} // namespace

class MergeDraftTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void whatWasNotMadeCannotBeSaved() { QVERIFY(!MergeDraft().canSave()); }
    void sectionsHoldWhatBelongsThere();
    void aPickIsTaken_data();
    void aPickIsTaken();
    void whatCanBeChosen_data();
    void whatCanBeChosen();
    void aLinkedGroupIsConfirmedTogether();
    void aDifferentMemberOfAGroupIsNotConfirmed();
    void typedValuesBecomeCanonical_data();
    void typedValuesBecomeCanonical();
    void bothTextsAreJoined_data();
    void bothTextsAreJoined();
    void aRestoredRowStandsWhereItStood();
    void recordsAsAWhole_data();
    void recordsAsAWhole();
    void bothChangesOfATextInOne_data();
    void bothChangesOfATextInOne();
    void detailsFollowTheRecord();
    void problemsNameTheRow();
    void totalsOfAllFour();
    void totalsOfAVoucher();
    void whatTouchesTotals_data();
    void whatTouchesTotals();
    void keptDecisionsComeBack();
    void aFurtherChangeReopensOnlyWhatIsNew();
    void withoutBaseEverythingIsAsked();
    void aProbableDuplicateIsAsked_data(); // UX.md 1.2 E19; Nextcloud #3276: "keep both" is missing
    void aProbableDuplicateIsAsked();
    void matchedRowsAreOneUntilTheyAreSplit();
    void candidatesAreTheRowsOfTheOtherSide();
    void matchingKeepsTheOtherDecisions();
    void whatWasSaidOfRowsIsKept();
    // laws
    void undoAfterAnyActionsGivesTheSameState();
    void allMineIsClientWinsAndAllTheirsIsServerWins();
    void theDraftWithoutDecisionsIsTheMerge();
    void draftsSurviveBeingKept();
};

void MergeDraftTest::initTestCase()
{
    test::setCases(kCases);
    QVERIFY(Schema::load({u"accounting"_s}));
}

void MergeDraftTest::sectionsHoldWhatBelongsThere() // R-CON-08
{
    const auto draft = draftOf(invoices(), kBase, kMine, kTheirs);
    QCOMPARE(draft.shape(), MergeDraft::Shape::Fields);
    QCOMPARE(pathsOf(draft, Section::Open),
             (QStringList{u"note"_s, u"rows[r1].quantity"_s, u"rows[r1].price"_s, u"rows[r2]"_s}));
    QCOMPARE(pathsOf(draft, Section::Merged), (QStringList{u"dueDate"_s, u"yourReference"_s}));
    const auto unchanged = pathsOf(draft, Section::Unchanged);
    QVERIFY(unchanged.contains(u"customer"_s));
    QVERIFY(unchanged.contains(u"rows[r3]"_s));
    QVERIFY(!unchanged.contains(u"rows[r1]"_s));
    QVERIFY(!unchanged.contains(u"net"_s)); // derived values are nobody's to decide
    QCOMPARE(draft.openCount(), 4);
    QVERIFY(!draft.canSave());
    const auto *quantity = draft.entry(u"rows[r1].quantity"_s);
    QVERIFY(quantity);
    QCOMPARE(quantity->rowId, u"r1"_s);
    QCOMPARE(quantity->field->name, u"quantity"_s);
    QCOMPARE(quantity->rows->name, u"rows"_s);
}

void MergeDraftTest::aPickIsTaken_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<Choice>("choice");
    QTest::addColumn<QString>("expected"); // at the path; "" not there
    QTest::newRow("base of a field") << u"note"_s << Choice::Base << u"a"_s;
    QTest::newRow("mine of a field") << u"note"_s << Choice::Mine << u"mine"_s;
    QTest::newRow("theirs of a field") << u"note"_s << Choice::Theirs << u"theirs"_s;
    QTest::newRow("both of a long text") << u"note"_s << Choice::Both << u"mine\ntheirs"_s;
    QTest::newRow("theirs of a row's field") << u"rows[r1].price"_s << Choice::Theirs << u"980"_s;
    QTest::newRow("mine of a row that theirs removed") << u"rows[r2].price"_s << Choice::Mine << u"1250"_s;
    QTest::newRow("base of a row that theirs removed") << u"rows[r2].price"_s << Choice::Base << u"1200"_s;
    QTest::newRow("theirs removes the row") << u"rows[r2].price"_s << Choice::Theirs << QString();
    QTest::newRow("a merged field is overruled by mine") << u"dueDate"_s << Choice::Mine << QString();
    QTest::newRow("a merged field is overruled by base") << u"yourReference"_s << Choice::Base << u"Kalle"_s;
}

void MergeDraftTest::aPickIsTaken()
{
    QFETCH(QString, path);
    QFETCH(Choice, choice);
    QFETCH(QString, expected);
    auto draft = draftOf(invoices(), kBase, kMine, kTheirs);
    const bool wholeRow = path.startsWith(u"rows[r2]");
    draft.choose(wholeRow ? u"rows[r2]"_s : path, choice);
    const auto body = *resultOf(draft);
    const auto name = path.section(u'.', -1);
    const auto id = path.section(u'[', 1).section(u']', 0, 0);
    QCOMPARE((id.isEmpty() ? body : rowOf(body, id)).value(name).toString(), expected);
    // A second pick replaces the first, and none takes it back.
    draft.choose(wholeRow ? u"rows[r2]"_s : path, Choice::None);
    QVERIFY(draft.decisions().isEmpty());
}

void MergeDraftTest::whatCanBeChosen_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<Choice>("choice");
    QTest::addColumn<bool>("allowed");
    QTest::newRow("both of a long text") << u"note"_s << Choice::Both << true;
    QTest::newRow("no joining of figures") << u"rows[r1].price"_s << Choice::Both << false;
    QTest::newRow("no joining of rows") << u"rows[r2]"_s << Choice::Both << false;
    QTest::newRow("a row is not typed") << u"rows[r2]"_s << Choice::Edited << false;
    QTest::newRow("a row's field is") << u"rows[r1].price"_s << Choice::Edited << true;
    QTest::newRow("an unchanged field may be typed") << u"externalReference"_s << Choice::Edited << true;
    QTest::newRow("there is nothing to pick in an unchanged field") << u"externalReference"_s << Choice::Mine << false;
}

void MergeDraftTest::whatCanBeChosen()
{
    QFETCH(QString, path);
    QFETCH(Choice, choice);
    QFETCH(bool, allowed);
    auto draft = draftOf(invoices(), kBase, kMine, kTheirs);
    QVERIFY(draft.entry(path));
    QCOMPARE(draft.canChoose(*draft.entry(path), choice), allowed);
    if (choice == Choice::Edited) {
        QCOMPARE(draft.edit(path, u"7"_s).has_value(), allowed);
    } else {
        draft.choose(path, choice);
    }
    QCOMPARE(toString(draft.decision(path).choice), toString(allowed ? choice : Choice::None));
}

void MergeDraftTest::aLinkedGroupIsConfirmedTogether() // UX.md 1.2 B9
{
    auto draft = draftOf(invoices(), kBase, kMine, kTheirs);
    const QStringList group{u"rows[r1].quantity"_s, u"rows[r1].price"_s};
    QCOMPARE(draft.entry(group.first())->group, group);
    QVERIFY(draft.entry(u"note"_s)->group.isEmpty());
    draft.confirm(group.last());
    QCOMPARE(draft.openCount(), 2);
    QCOMPARE(toString(draft.decision(group.first()).choice), u"mine"_s);
    QCOMPARE(toString(draft.decision(group.last()).choice), u"theirs"_s);
    const auto row = rowOf(*resultOf(draft), u"r1"_s);
    QCOMPARE(row.value(u"total"_s).toString(), u"11760.00"_s); // 12 × 980
    draft.confirm(u"note"_s);                                  // nothing waits for a confirmation there
    QCOMPARE(draft.openCount(), 2);
}

void MergeDraftTest::aDifferentMemberOfAGroupIsNotConfirmed()
{
    auto draft = draftOf(invoices(), R"({"rows":[{"rowId":"r1","quantity":"1","price":"10","unit":"h"}]})",
                         R"({"rows":[{"rowId":"r1","quantity":"2","price":"11","unit":"h"}]})",
                         R"({"rows":[{"rowId":"r1","quantity":"3","price":"10","unit":"st"}]})");
    draft.confirm(u"rows[r1].price"_s);
    QCOMPARE(draft.decisions().keys(), (QStringList{u"rows[r1].price"_s, u"rows[r1].unit"_s}));
    QCOMPARE(draft.openCount(), 1); // the quantity
}

void MergeDraftTest::typedValuesBecomeCanonical_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QJsonValue>("typed");
    QTest::addColumn<QJsonValue>("expected");
    QTest::addColumn<QString>("code");
    const QJsonValue none(QJsonValue::Undefined);
    QTest::newRow("text is trimmed") << u"yourReference"_s << QJsonValue(u" Eva  "_s) << QJsonValue(u"Eva"_s)
                                     << QString();
    QTest::newRow("empty text is no text") << u"note"_s << QJsonValue(u" "_s) << none << QString();
    QTest::newRow("figures lose their zeros")
        << u"rows[r1].price"_s << QJsonValue(u"970.50"_s) << QJsonValue(u"970.5"_s) << QString();
    QTest::newRow("figures are figures") << u"rows[r1].price"_s << QJsonValue(u"a lot"_s) << none
                                         << u"decimal.malformed"_s;
    QTest::newRow("dates are dates") << u"dueDate"_s << QJsonValue(u"2026-02-30"_s) << none << u"date.malformed"_s;
    QTest::newRow("a row cannot be typed") << u"rows[r2]"_s << QJsonValue(u"x"_s) << none << u"merge.notEditable"_s;
    QTest::newRow("what is not there cannot be typed")
        << u"nothing"_s << QJsonValue(u"x"_s) << none << u"merge.notEditable"_s;
}

void MergeDraftTest::typedValuesBecomeCanonical()
{
    QFETCH(QString, path);
    QFETCH(QJsonValue, typed);
    QFETCH(QJsonValue, expected);
    QFETCH(QString, code);
    auto draft = draftOf(invoices(), kBase, kMine, kTheirs);
    const auto edited = draft.edit(path, typed);
    QCOMPARE(edited ? QString() : edited.error().code, code);
    QCOMPARE(toString(draft.decision(path).choice), code.isEmpty() ? u"edited"_s : u"none"_s);
    QCOMPARE(draft.decision(path).value, expected);
    if (code.isEmpty())
        QCOMPARE(draft.valueOf(*draft.entry(path)), expected);
}

void MergeDraftTest::bothTextsAreJoined_data()
{
    QTest::addColumn<QString>("mine");
    QTest::addColumn<QString>("theirs");
    QTest::addColumn<QString>("expected");
    QTest::newRow("one below the other") << u"a"_s << u"b"_s << u"a\nb"_s;
    QTest::newRow("mine goes on where theirs stops") << u"Call first"_s << u"Call"_s << u"Call first"_s;
    QTest::newRow("theirs goes on where mine stops") << u"Call"_s << u"Call first"_s << u"Call first"_s;
}

void MergeDraftTest::bothTextsAreJoined()
{
    QFETCH(QString, mine);
    QFETCH(QString, theirs);
    QTEST(joined(mine, theirs), "expected");
}

void MergeDraftTest::aRestoredRowStandsWhereItStood()
{
    auto draft = draftOf(
        invoices(),
        R"({"rows":[{"rowId":"a","price":"1"},{"rowId":"b","price":"2"},{"rowId":"c","price":"3"},{"rowId":"d","price":"4"}]})",
        R"({"rows":[{"rowId":"a","price":"1"},{"rowId":"d","price":"4"}]})",
        R"({"rows":[{"rowId":"a","price":"1"},{"rowId":"b","price":"2"},{"rowId":"c","price":"3"},{"rowId":"d","price":"4"}]})");
    QCOMPARE(rowIds(*resultOf(draft)), (QStringList{u"a"_s, u"d"_s}));
    draft.choose(u"rows[c]"_s, Choice::Theirs);
    draft.choose(u"rows[b]"_s, Choice::Theirs);
    QCOMPARE(rowIds(*resultOf(draft)), (QStringList{u"a"_s, u"b"_s, u"c"_s, u"d"_s}));
}

void MergeDraftTest::recordsAsAWhole_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("base");
    QTest::addColumn<QString>("mine");
    QTest::addColumn<QString>("theirs");
    QTest::addColumn<MergeDraft::Shape>("shape");
    QTest::addColumn<QString>("seals");
    QTest::addColumn<bool>("mineMayWin");
    const auto a = uR"({"note":"a"})"_s;
    const auto b = uR"({"note":"b"})"_s;
    const auto c = uR"({"note":"c"})"_s;
    using enum MergeDraft::Shape;
    QTest::newRow("deleted here, changed there") << u"documents"_s << a << QString() << b << Deletion << QString() << true;
    QTest::newRow("deleted here, booked there") << u"documents"_s << a << QString() << uR"({"note":"a","booked":true})"_s << Deletion << QString() << false;
    QTest::newRow("changed here, deleted there") << u"documents"_s << a << b << QString() << Deletion << QString() << true;
    QTest::newRow("booked there, changed here")
        << u"documents"_s << a << b << uR"({"note":"c","booked":true})"_s << Sealed << u"booked"_s << false;
    QTest::newRow("booked here, changed there")
        << u"documents"_s << a << uR"({"note":"a","booked":true})"_s << c << Sealed << u"booked"_s << true;
    QTest::newRow("a voucher on both sides")
        << u"vouchers"_s << uR"({"description":"a"})"_s << uR"({"description":"b"})"_s << uR"({"description":"c"})"_s
        << Unit << QString() << true;
}

void MergeDraftTest::recordsAsAWhole() // UX.md 1.2 B10, G; R-CON-11
{
    QFETCH(QString, type);
    QFETCH(QString, base);
    QFETCH(QString, mine);
    QFETCH(QString, theirs);
    QFETCH(QString, seals);
    const auto &schema = type == u"vouchers" ? vouchers() : schemaNumber(0);
    auto draft = draftOf(schema, base.toUtf8().constData(), mine.toUtf8().constData(), theirs.toUtf8().constData());
    QTEST(draft.shape(), "shape");
    QCOMPARE(draft.seals().join(u' '), seals);
    QCOMPARE(pathsOf(draft, Section::Open), QStringList{QString()});
    const auto &whole = *draft.entry({});
    QVERIFY(!draft.canChoose(whole, Choice::Base));
    QVERIFY(!draft.canChoose(whole, Choice::Edited));
    const auto body = [](const std::optional<QJsonObject> &object) {
        return object ? toCanonicalJson(*object) : QByteArray();
    };
    QTEST(draft.canChoose(whole, Choice::Mine), "mineMayWin");
    draft.choose({}, Choice::Mine);
    if (draft.canChoose(whole, Choice::Mine))
        QCOMPARE(body(resultOf(draft)), body(maybeJson(mine.toUtf8().constData())));
    else
        QCOMPARE(draft.openCount(), 1);
    draft.choose({}, Choice::Theirs);
    QCOMPARE(body(resultOf(draft)), body(maybeJson(theirs.toUtf8().constData())));
    QCOMPARE(draft.openCount(), 0);
}

void MergeDraftTest::bothChangesOfATextInOne_data()
{
    QTest::addColumn<QString>("mine");
    QTest::addColumn<QString>("theirs");
    QTest::addColumn<QString>("woven"); // "": not on offer
    QTest::newRow("in different places") << u"Key at the bar. Call first."_s << u"Key at the desk. Call Bo first."_s
                                         << u"Key at the bar. Call Bo first."_s;
    QTest::newRow("in the same place") << u"Key at the bar. Call first."_s << u"Key at the door. Call first."_s << QString();
}

void MergeDraftTest::bothChangesOfATextInOne() // offered, never done by itself
{
    QFETCH(QString, mine);
    QFETCH(QString, theirs);
    QFETCH(QString, woven);
    const auto note = [](const QString &text) { return QJsonObject{{u"note"_s, text}}; };
    auto draft = *MergeDraft::make(schemaNumber(0), {note(u"Key at the desk. Call first."_s), note(mine), note(theirs)});
    QCOMPARE(draft.openCount(), 1);
    QCOMPARE(draft.canChoose(*draft.entry(u"note"_s), Choice::Woven), !woven.isEmpty());
    draft.choose(u"note"_s, Choice::Woven);
    QCOMPARE(draft.openCount(), woven.isEmpty() ? 1 : 0);
    if (!woven.isEmpty())
        QCOMPARE(resultOf(draft)->value("note"_L1).toString(), woven);
}

void MergeDraftTest::detailsFollowTheRecord()
{
    auto draft = draftOf(schemaNumber(0), R"({"note":"a","reference":"x"})", R"({"note":"b","reference":"x"})",
                         R"({"note":"a","reference":"y","booked":true})");
    QCOMPARE(pathsOf(draft, Section::Detail), (QStringList{u"reference"_s, u"note"_s, u"booked"_s}));
    const auto &note = draft.entries().at(2);
    QCOMPARE(note.path, u"note"_s);
    QVERIFY(!draft.canChoose(note, Choice::Mine));
    QVERIFY(draft.valueOf(note).isUndefined());
    draft.choose({}, Choice::Theirs);
    QCOMPARE(draft.valueOf(note).toString(), u"a"_s);
    QCOMPARE(toString(draft.sideOf(note)), u"theirs"_s);

    // Whoever keeps or deletes sees what the other has changed since.
    const auto deleted = draftOf(schemaNumber(0), R"({"note":"a"})", "", R"({"note":"b"})");
    const auto &changed = deleted.entries().at(1);
    QCOMPARE(changed.section, Section::Detail);
    QCOMPARE(changed.base.toString(), u"a"_s);
    QVERIFY(changed.mine.isUndefined());
    QCOMPARE(changed.theirs.toString(), u"b"_s);
    const auto kept = draftOf(schemaNumber(0), R"({"note":"a"})", R"({"note":"b"})", "");
    QCOMPARE(kept.entries().at(1).mine.toString(), u"b"_s);
    QVERIFY(kept.entries().at(1).theirs.isUndefined());
}

void MergeDraftTest::problemsNameTheRow()
{
    auto draft = draftOf(invoices(), kBase, kMine, kTheirs);
    draft.setDecisions(draft.allTo(Choice::Theirs, {Section::Open}, MergeDraft::Overrule::No));
    QVERIFY(draft.canSave());
    QVERIFY(draft.edit(u"rows[r1].price"_s, u"-5"_s));
    QVERIFY(draft.canSave()); // a credited row
    QVERIFY(draft.edit(u"currency"_s, QJsonValue::Undefined));
    QVERIFY(!draft.canSave());
    QCOMPARE(draft.problems().size(), 1);
    QCOMPARE(draft.problems().first().path, u"currency"_s);
    QCOMPARE(draft.problems().first().code, u"field.required"_s);

    auto rows = draftOf(
        invoices(),
        R"({"customer":"c","invoiceDate":"2026-01-01","currency":"SEK","rows":[{"rowId":"x","vat":"25"},{"rowId":"y","vat":"25","description":"d"}]})",
        R"({"customer":"c","invoiceDate":"2026-01-01","currency":"SEK","rows":[{"rowId":"x","vat":"25"},{"rowId":"y","vat":"12","description":"d"}]})",
        R"({"customer":"c","invoiceDate":"2026-01-01","currency":"SEK","rows":[{"rowId":"x","vat":"25"},{"rowId":"y","vat":"6","description":"d"}]})");
    QVERIFY(rows.edit(u"rows[y].vat"_s, u"250"_s));
    QCOMPARE(rows.problems().size(), 1);
    QCOMPARE(rows.problems().first().path, u"rows[y].vat"_s);
}

void MergeDraftTest::totalsOfAllFour() // UX.md 1.2 E21
{
    auto draft = draftOf(invoices(), kBase, kMine, kTheirs);
    draft.setDecisions(draft.allTo(Choice::Theirs, {Section::Open}, MergeDraft::Overrule::No));
    draft.choose(u"rows[r1].quantity"_s, Choice::Mine); // 12 × 980 + 100 of 12 %
    QList<std::optional<QJsonObject>> versions;
    for (const auto *body : {&draft.input().base, &draft.input().mine, &draft.input().theirs})
        versions.append(*derive(invoices(), **body));
    versions.append(resultOf(draft));
    QStringList lines;
    for (const auto &line : mergeTotals(invoices(), versions)) {
        QStringList texts{line.field + line.rate.toString().prepend(u' ')};
        for (const auto &amount : line.amounts)
            texts.append(amount ? amount->toString(2) : u"-"_s);
        lines.append(texts.join(u" | "_s));
    }
    QCOMPARE(lines,
             (QStringList{u"net 0 | 10800.00 | 12750.00 | 9900.00 | 11860.00"_s,
                          u"vatTotal 25 | 2675.00 | 3162.50 | 2450.00 | 2940.00"_s,
                          u"vatTotal 12 | 12.00 | 12.00 | 12.00 | 12.00"_s, u"roundOff 0 | 0.00 | 0.50 | 0.00 | 0.00"_s,
                          u"total 0 | 13487.00 | 15925.00 | 12362.00 | 14812.00"_s}));
}

void MergeDraftTest::totalsOfAVoucher()
{
    const auto lines = mergeTotals(
        vouchers(),
        {json(R"({"rows":[{"account":"1510","debit":"10.00"},{"account":"3010","credit":"10.00"}]})"), std::nullopt});
    QCOMPARE(lines.size(), 2);
    QCOMPARE(lines[0].field, u"rows.debit"_s);
    QCOMPARE(lines[0].amounts[0]->toString(2), u"10.00"_s);
    QVERIFY(!lines[0].amounts[1]);
    QVERIFY(mergeTotals(schemaNumber(0), {json("{}")}).isEmpty());
}

void MergeDraftTest::whatTouchesTotals_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("expected");
    QTest::newRow("a price") << u"rows[r1].price"_s << true;
    QTest::newRow("a whole row") << u"rows[r1]"_s << true;
    QTest::newRow("the whole record") << QString() << true;
    QTest::newRow("the currency, for the rounding") << u"currency"_s << true;
    QTest::newRow("a row's text") << u"rows[r1].description"_s << false;
    QTest::newRow("a note") << u"note"_s << false;
}

void MergeDraftTest::whatTouchesTotals()
{
    QFETCH(QString, path);
    QTEST(touchesTotals(invoices(), path), "expected");
    QVERIFY(!touchesTotals(schemaNumber(0), path));
}

void MergeDraftTest::keptDecisionsComeBack()
{
    auto draft = draftOf(invoices(), kBase, kMine, kTheirs);
    draft.choose(u"note"_s, Choice::Both);
    draft.confirm(u"rows[r1].price"_s);
    QVERIFY(draft.edit(u"yourReference"_s, QJsonValue::Undefined));
    const auto kept = *parseJsonObject(toCanonicalJson(draft.toJson()));
    auto again = draftOf(invoices(), kBase, kMine, kTheirs);
    QCOMPARE(again.restore(kept), 0);
    QCOMPARE(again.decisions(), draft.decisions());
    QCOMPARE(again.restore({}), 0);
    QVERIFY(again.decisions().isEmpty());
}

void MergeDraftTest::aFurtherChangeReopensOnlyWhatIsNew() // UX.md 1.2 L34
{
    auto draft = draftOf(invoices(), kBase, kMine, kTheirs);
    draft.setDecisions(draft.allTo(Choice::Mine, {Section::Open}, MergeDraft::Overrule::No));
    const auto later = QByteArray(kTheirs).replace(R"("note":"theirs")", R"("note":"theirs again")");
    auto again = draftOf(invoices(), kBase, kMine, later.constData());
    QCOMPARE(again.restore(draft.toJson()), 1);
    QCOMPARE(again.openCount(), 1);
    QVERIFY(again.isOpen(*again.entry(u"note"_s)));
}

void MergeDraftTest::withoutBaseEverythingIsAsked() // UX.md 1.2 B11
{
    auto draft = draftOf(invoices(), "", kMine, kTheirs);
    QVERIFY(pathsOf(draft, Section::Merged).isEmpty());
    for (const auto &entry : draft.entries()) {
        QVERIFY(!draft.canChoose(entry, Choice::Base));
        QVERIFY(entry.group.isEmpty());
    }
}

namespace {

constexpr auto kBefore = R"({"customer":"c1","rows":[{"rowId":"r1","description":"Hours","price":"950"}]})";
// Both added the journey, one of them dearer; theirs added lunch besides.
constexpr auto kMineAdded = R"({"customer":"c1","rows":[{"rowId":"r1","description":"Hours","price":"950"},
    {"rowId":"m1","article":"a7","description":"Journey","quantity":"1","price":"1200"}]})";
constexpr auto kTheirsAdded = R"({"customer":"c1","rows":[{"rowId":"r1","description":"Hours","price":"950"},
    {"rowId":"t1","article":"a7","description":"Journey","quantity":"1","price":"1250"},
    {"rowId":"t2","article":"a9","description":"Lunch","quantity":"1","price":"100"}]})";
const auto kJourney = u"rows[m1]~rows[t1]"_s;

} // namespace

void MergeDraftTest::aProbableDuplicateIsAsked_data()
{
    QTest::addColumn<Choice>("choice");
    QTest::addColumn<QString>("ids");
    QTest::addColumn<QString>("net");
    QTest::newRow("nothing chosen: both") << Choice::None << u"r1 t1 t2 m1"_s << u"2550.00"_s;
    QTest::newRow("keep both") << Choice::Both << u"r1 t1 t2 m1"_s << u"2550.00"_s;
    QTest::newRow("mine alone") << Choice::Mine << u"r1 t2 m1"_s << u"1300.00"_s;
    QTest::newRow("theirs alone") << Choice::Theirs << u"r1 t1 t2"_s << u"1350.00"_s;
}

void MergeDraftTest::aProbableDuplicateIsAsked()
{
    QFETCH(Choice, choice);
    QFETCH(QString, ids);
    QFETCH(QString, net);
    auto draft = draftOf(invoices(), kBefore, kMineAdded, kTheirsAdded);
    QCOMPARE(pathsOf(draft, Section::Open), QStringList{kJourney});
    QCOMPARE(pathsOf(draft, Section::Merged), QStringList{u"rows[t2]"_s}); // the pair is told of once
    QVERIFY(!pathsOf(draft, Section::Unchanged).contains(u"rows[m1]"_s));
    const auto &entry = *draft.entry(kJourney);
    QVERIFY(entry.isDuplicate() && !entry.isRow());
    QCOMPARE(toString(entry.severity), u"high"_s);
    QVERIFY(!draft.canSave());
    QVERIFY(!draft.canChoose(entry, Choice::Base));
    QVERIFY(!draft.canChoose(entry, Choice::Edited));
    draft.choose(kJourney, choice);
    QCOMPARE(draft.openCount(), choice == Choice::None ? 1 : 0);
    QCOMPARE(rowIds(*resultOf(draft)).join(u' '), ids);
    QCOMPARE(resultOf(draft)->value(u"net"_s).toString(), net);
}

void MergeDraftTest::matchedRowsAreOneUntilTheyAreSplit()
{
    auto draft = draftOf(invoices(), kBefore, kMineAdded, kTheirsAdded);
    QVERIFY(!draft.canSplit(u"rows[m1]"_s));
    const auto before = draft.state();
    QCOMPARE(*draft.match(u"rows[m1]"_s, u"t1"_s), u"rows[m1]"_s);
    QCOMPARE(pathsOf(draft, Section::Open), QStringList{u"rows[m1].price"_s});
    QCOMPARE(rowIds(*resultOf(draft)), (QStringList{u"r1"_s, u"m1"_s, u"t2"_s}));
    draft.choose(u"rows[m1].price"_s, Choice::Theirs);
    QCOMPARE(resultOf(draft)->value(u"net"_s).toString(), u"1350.00"_s);
    const auto matched = draft.state();

    QVERIFY(draft.canSplit(u"rows[m1]"_s));
    QCOMPARE(*draft.split(u"rows[m1]"_s), u"rows[m1]"_s);
    QVERIFY(pathsOf(draft, Section::Open).isEmpty()); // two rows, says a person: nothing is left to ask
    QCOMPARE(rowIds(*resultOf(draft)), (QStringList{u"r1"_s, u"t1"_s, u"t2"_s, u"m1"_s}));
    QVERIFY(draft.decisions().isEmpty());

    draft.setState(matched);
    QCOMPARE(draft.state(), matched);
    QCOMPARE(resultOf(draft)->value(u"net"_s).toString(), u"1350.00"_s);
    draft.setState(before);
    QCOMPARE(pathsOf(draft, Section::Open), QStringList{kJourney});

    QVERIFY(!draft.canSplit(u"rows[r1]"_s)); // quite the same row
    QVERIFY(!draft.split(u"rows[nothing]"_s));

    // A row that both changed: it stays with the more alike one, and whether that one goes is asked.
    auto changed = draftOf(invoices(), kBase, kMine, kTheirs);
    QCOMPARE(*changed.split(u"rows[r1]"_s), u"rows[r1-2]"_s);
    QVERIFY(changed.isOpen(*changed.entry(u"rows[r1]"_s)));
    const auto ids = rowIds(*resultOf(changed));
    QCOMPARE(QSet<QString>(ids.begin(), ids.end()), (QSet<QString>{u"r1"_s, u"r1-2"_s, u"r2"_s, u"r3"_s}));
}

void MergeDraftTest::candidatesAreTheRowsOfTheOtherSide()
{
    auto draft = draftOf(invoices(), kBefore, kMineAdded, kTheirsAdded);
    const auto said = [&](const QString &path) {
        QStringList texts;
        for (const auto &candidate : draft.candidatesFor(path))
            texts.append(candidate.rowId + (candidate.alike ? u'!' : u'?'));
        return texts.join(u' ');
    };
    QCOMPARE(said(u"rows[m1]"_s), u"t1! t2? r1?"_s);
    QCOMPARE(said(u"rows[t2]"_s), u"m1? r1?"_s); // only theirs has it: my rows
    QCOMPARE(said(u"rows[r1]"_s), u"t1? t2?"_s); // its own partner is none
    QCOMPARE(said(u"rows[nothing]"_s), QString());
    QCOMPARE(draft.match(u"rows[r1]"_s, u"r1"_s).error().code, u"merge.noSuchRow"_s);
    QCOMPARE(draft.match(u"rows[t2]"_s, u"gone"_s).error().code, u"merge.noSuchRow"_s);
    QVERIFY(draft.state() == MergeState{});
    auto unit = draftOf(vouchers(), kBefore, kMineAdded, kTheirsAdded);
    QVERIFY(unit.candidatesFor(u"rows[m1]"_s).isEmpty());
    QVERIFY(!unit.canSplit(u"rows[r1]"_s));
}

void MergeDraftTest::matchingKeepsTheOtherDecisions()
{
    auto draft = draftOf(invoices(), kBase, kMine, kTheirs);
    draft.choose(u"note"_s, Choice::Theirs);
    draft.choose(u"rows[r1].price"_s, Choice::Mine);
    draft.choose(u"rows[r2]"_s, Choice::Mine);
    const auto state = draft.state();
    QVERIFY(draft.match(u"rows[r2]"_s, u"r1"_s)); // my second row is their first
    QCOMPARE(toString(draft.decision(u"note"_s).choice), u"theirs"_s);
    QVERIFY(!draft.decisions().contains(u"rows[r2]"_s)); // there is no such question any more
    QVERIFY(!draft.decisions().contains(u"rows[r1].price"_s));
    draft.setState(state);
    QCOMPARE(draft.state(), state);
    QCOMPARE(draft.openCount(), 1);
}

void MergeDraftTest::whatWasSaidOfRowsIsKept()
{
    auto draft = draftOf(invoices(), kBefore, kMineAdded, kTheirsAdded);
    QVERIFY(draft.match(u"rows[m1]"_s, u"t1"_s));
    draft.choose(u"rows[m1].price"_s, Choice::Mine);
    const auto kept = *parseJsonObject(toCanonicalJson(draft.toJson()));
    auto again = draftOf(invoices(), kBefore, kMineAdded, kTheirsAdded);
    QCOMPARE(again.restore(kept), 0);
    QCOMPARE(again.state(), draft.state());
    QCOMPARE(*resultOf(again), *resultOf(draft));
    QCOMPARE(again.restore({}), 0);
    QVERIFY(again.state() == MergeState{});

    // The other side has removed the row since: what was said of it is dropped, and that is counted.
    const auto later = QByteArray(kTheirsAdded).replace(R"("rowId":"t1")", R"("rowId":"t9")");
    auto changed = draftOf(invoices(), kBefore, kMineAdded, later.constData());
    QCOMPARE(changed.restore(kept), 2); // the match, and the price chosen in it
    QVERIFY(changed.state() == MergeState{});
    auto split = draftOf(invoices(), kBase, kMine, kTheirs);
    QVERIFY(split.split(u"rows[r1]"_s));
    auto stillSplit = draftOf(invoices(), kBase, kMine, kTheirs);
    QCOMPARE(stillSplit.restore(split.toJson()), 0);
    QCOMPARE(stillSplit.state(), split.state());
}

namespace {

// Now and then a person says which rows are the same.
void actOnRows(MergeDraft &draft, const MergeDraft::Entry &entry)
{
    if (!entry.rows)
        return;
    const auto path = rowPath(entry.rows->name, entry.rowId);
    const auto candidates = draft.candidatesFor(path);
    if (pick(3) == 0) {
        const bool possible = draft.canSplit(path);
        RC_ASSERT(draft.split(path).has_value() == possible);
    } else if (!candidates.isEmpty())
        RC_ASSERT(draft.match(path, candidates[pick(int(candidates.size()))].rowId).has_value());
}

// What a person may do to a draft next.
void act(MergeDraft &draft)
{
    const auto &entries = draft.entries();
    const int kind = pick(9);
    if (entries.isEmpty() || kind == 0) {
        const auto side = pick(2) == 0 ? Choice::Mine : Choice::Theirs;
        draft.setDecisions(
            draft.allTo(side, {Section::Open}, pick(2) == 0 ? MergeDraft::Overrule::No : MergeDraft::Overrule::Yes));
        return;
    }
    const auto entry = entries[pick(int(entries.size()))];
    if (kind == 8)
        return actOnRows(draft, entry);
    if (kind == 1) {
        draft.confirm(entry.path);
    } else if (kind == 2 && entry.field && entry.field->kind != FieldKind::Rows) {
        const auto typed = draft.edit(entry.path, valueNumber(*entry.field, pick(4)));
        RC_ASSERT(typed || !draft.decisions().contains(entry.path) || typed.error().kind != ErrorKind::Internal);
    } else {
        constexpr Choice kChoices[]{Choice::None, Choice::Base, Choice::Mine, Choice::Theirs, Choice::Both};
        draft.choose(entry.path, kChoices[pick(5)]);
    }
}

QByteArray stateOf(const MergeDraft &draft)
{
    QJsonObject state = draft.toJson();
    if (draft.result())
        state.insert(u"result"_s, *draft.result() ? QJsonValue(**draft.result()) : QJsonValue());
    state.insert(u"open"_s, draft.openCount());
    return toCanonicalJson(state);
}

} // namespace

void MergeDraftTest::undoAfterAnyActionsGivesTheSameState() // UX.md 1.2 N
{
    QVERIFY(rc::check("undo after random actions returns the identical state, and redo the other", [] {
        auto draft = draftOf(someCase(Likeness::Alike));
        QList<MergeState> before;
        QList<QByteArray> states{stateOf(draft)};
        for (int left = pick(30); left > 0; --left) {
            before.append(draft.state());
            act(draft);
            states.append(stateOf(draft));
        }
        const auto last = draft.state();
        while (!before.isEmpty()) {
            RC_ASSERT(stateOf(draft) == states.takeLast());
            draft.setState(before.takeLast());
        }
        RC_ASSERT(stateOf(draft) == states.first());
        draft.setState(last);
        RC_ASSERT(draft.state() == last);
    }));
}

void MergeDraftTest::allMineIsClientWinsAndAllTheirsIsServerWins()
{
    QVERIFY(rc::check("every entry to one side is that side", [] {
        const auto some = someCase(Likeness::Alike);
        const auto sections = QList<Section>{Section::Open, Section::Merged};
        for (const bool known : {true, false}) {
            const MergeInput input{known ? std::optional(some.base) : std::nullopt, some.mine, some.theirs};
            auto draft = *MergeDraft::make(some.schema, input);
            for (const auto side : {Choice::Mine, Choice::Theirs}) {
                if (side == Choice::Mine && draft.closedThere())
                    continue;
                draft.setDecisions(draft.allTo(side, sections, MergeDraft::Overrule::Yes));
                RC_ASSERT(draft.openCount() == 0);
                const auto &wanted = side == Choice::Mine ? some.mine : some.theirs;
                RC_ASSERT(draft.shape() != MergeDraft::Shape::Fields || some.same(**draft.result(), wanted));
                if (draft.shape() == MergeDraft::Shape::Sealed)
                    RC_ASSERT(some.same(**draft.result(), wanted));
            }
        }
    }));
}

void MergeDraftTest::theDraftWithoutDecisionsIsTheMerge()
{
    QVERIFY(rc::check("nothing decided, nothing changed", [] {
        const auto some = someCase(Likeness::Alike);
        const auto draft = draftOf(some);
        RC_ASSERT(**draft.result() == *some.merged().body);
        RC_ASSERT(draft.openCount() == some.merged().openPaths().size());
    }));
}

void MergeDraftTest::draftsSurviveBeingKept()
{
    QVERIFY(rc::check("kept and taken up again is the same draft", [] {
        const auto some = someCase(Likeness::Alike);
        auto draft = draftOf(some);
        for (int left = pick(20); left > 0; --left)
            act(draft);
        auto again = draftOf(some);
        RC_ASSERT(again.restore(*parseJsonObject(toCanonicalJson(draft.toJson()))) == 0);
        RC_ASSERT(again.state() == draft.state());
        RC_ASSERT(stateOf(again) == stateOf(draft));
    }));
}

QTEST_GUILESS_MAIN(MergeDraftTest)
#include "mergedraft_test.moc"
