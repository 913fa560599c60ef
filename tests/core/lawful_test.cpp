// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/conflict/lawful.h"
#include "mergefixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace frost;
using namespace mergefixture;

namespace {

const QString kDraft = uR"({"note":"a","currency":"SEK"})"_s;
const QString kChanged = uR"({"note":"b","currency":"SEK"})"_s;
const QString kBooked = uR"({"note":"a","currency":"SEK","booked":true})"_s;
const QString kBookedSent = uR"({"note":"a","currency":"SEK","booked":true,"sent":true})"_s;

std::optional<QJsonObject> body(const QString &text)
{
    return maybeJson(text.toUtf8().constData());
}

EntitySchema documents()
{
    auto schema = documentSchema();
    for (auto &known : schema.fields)
        known.staysOpen = known.name == u"sent";
    return schema;
}

//! A voucher that balances, but for what is added to its credit.
QJsonObject voucher(const QString &debit, const QList<std::pair<QString, QString>> &credits)
{
    QJsonArray rows{QJsonObject{{u"rowId"_s, u"bank"_s}, {u"account"_s, u"1930"_s}, {u"debit"_s, debit}}};
    for (const auto &[id, amount] : credits)
        rows.append(QJsonObject{{u"rowId"_s, id}, {u"account"_s, u"3001"_s}, {u"credit"_s, amount}, {u"text"_s, id}});
    return {{u"series"_s, u"A"_s}, {u"transactionDate"_s, u"2026-03-01"_s}, {u"description"_s, u"Sales"_s}, {u"rows"_s, rows}};
}

QJsonObject with(QJsonObject body, const QString &name, const QJsonValue &value)
{
    body.insert(name, value);
    return body;
}

} // namespace

// R-CON-11: what is in the books is corrected by an entry of its own.
class LawfulTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void decisions_data()
    {
        QTest::addColumn<QString>("base");
        QTest::addColumn<QString>("mine");
        QTest::addColumn<QString>("theirs");
        QTest::addColumn<QString>("result");
        QTest::addColumn<QString>("refusal");
        const QString deleted;
        const auto closed = u"merge.closed"_s;
        const auto none = QString();
        QTest::newRow("booked there, theirs is taken") << kDraft << kChanged << kBooked << kBooked << none;
        QTest::newRow("booked there, mine would un-book it") << kDraft << kChanged << kBooked << kChanged << closed;
        QTest::newRow("booked there, mine on top of it") << kDraft << kChanged << kBooked
                                                        << uR"({"note":"b","currency":"SEK","booked":true})"_s << closed;
        QTest::newRow("booked there, marked as sent") << kDraft << kChanged << kBooked << kBookedSent << none;
        QTest::newRow("booked there, deleted here") << kDraft << deleted << kBooked << deleted << closed;
        QTest::newRow("deleted there, booked here, mine is kept") << kBooked << kBookedSent << deleted << kBookedSent << none;
        QTest::newRow("deleted there, booked here, deleted") << kBooked << kBookedSent << deleted << deleted << none;
        QTest::newRow("booked here, mine is taken") << kDraft << kBooked << kChanged << kBooked << none;
        QTest::newRow("booked here, theirs is taken") << kDraft << kBooked << kChanged << kChanged << none;
        QTest::newRow("booked here, a mixture") << kDraft << kBooked << kChanged
                                               << uR"({"note":"b","currency":"SEK","booked":true})"_s << u"merge.unit"_s;
        QTest::newRow("booked nowhere, anything") << kDraft << kChanged << uR"({"note":"a","currency":"EUR"})"_s
                                                 << uR"({"note":"c","currency":"NOK"})"_s << none;
    }
    void decisions()
    {
        QFETCH(QString, base);
        QFETCH(QString, mine);
        QFETCH(QString, theirs);
        QFETCH(QString, result);
        const auto checked = checkLawful(documents(), {body(base), body(mine), body(theirs)}, body(result));
        QTEST(checked ? QString() : checked.error().code, "refusal");
    }

    // What another connection holds is as closed as what the other side holds, and there is always one lawful side.
    void booksElsewhere_data()
    {
        QTest::addColumn<QString>("mine");
        QTest::addColumn<QString>("theirs");
        QTest::addColumn<QString>("held");
        QTest::addColumn<bool>("leads");
        QTest::addColumn<QString>("ofMine"); // what is said of each side
        QTest::addColumn<QString>("ofTheirs");
        const auto there = u"merge.closed"_s;
        const auto elsewhere = u"merge.closedElsewhere"_s;
        const QString deleted;
        const auto none = QString();
        const auto bookedOtherwise = uR"({"note":"b","currency":"SEK","booked":true})"_s;
        const auto cancelled = uR"({"note":"a","currency":"SEK","booked":true,"cancelled":true})"_s;
        for (const bool leads : {true, false}) {
            const auto row = [&](const char *name) -> QTestData & {
                return QTest::newRow((QByteArray(name) + (leads ? ", which leads" : ", which follows")).constData());
            };
            row("theirs would un-book it at another") << kBooked << kChanged << kBooked << leads << none << elsewhere;
            row("theirs would delete it at another") << kBooked << deleted << kBooked << leads << none << elsewhere;
            row("theirs says that it was sent") << kBooked << kBookedSent << kBooked << leads << there << none;
            row("theirs has taken a further step") << kBooked << cancelled << kBooked << leads << there << none;
            row("another has cancelled it, theirs has not") << cancelled << kBooked << cancelled << leads << none << elsewhere;
            row("another cannot express all of it") << kBooked << kChanged << uR"({"note":"A","booked":true})"_s << leads
                                                    << none << elsewhere;
            row("theirs is what another has") << kBookedSent << kBooked << kBooked << leads << none << none;
            row("another has it open") << kBooked << kChanged << kDraft << leads << none << none;
            row("it is open here again, which another has to hear") << kDraft << kChanged << kBooked << leads << none << none;
            row("deleted here") << deleted << kChanged << kBooked << leads << none << none;
            row("theirs has another number") << uR"({"note":"a","number":"7","booked":true})"_s
                                             << uR"({"note":"a","number":"9","booked":true})"_s
                                             << uR"({"note":"a","number":"7","booked":true})"_s << leads << there << none;
        }
        QTest::newRow("two have booked different things, the other one leads")
            << kBooked << bookedOtherwise << kBooked << true << none << elsewhere;
        QTest::newRow("two have booked different things, theirs leads")
            << kBooked << bookedOtherwise << kBooked << false << there << none;
    }
    void booksElsewhere()
    {
        QFETCH(QString, mine);
        QFETCH(QString, theirs);
        QFETCH(QString, held);
        QFETCH(bool, leads);
        auto schema = documents();
        schema.fields.append(field(u"cancelled"_s, FieldKind::Boolean, Importance::Critical));
        schema.fields.append(field(u"number"_s, FieldKind::Text));
        schema.fields.last().assignedByRemote = true;
        MergeInput input{body(kDraft), body(mine), body(theirs)};
        input.elsewhere = {{ConnectionId(u"fortnox"_s), *body(held), leads}};
        const auto ofMine = checkLawful(schema, input, input.mine);
        const auto ofTheirs = checkLawful(schema, input, input.theirs);
        QTEST(ofMine ? QString() : ofMine.error().code, "ofMine");
        QTEST(ofTheirs ? QString() : ofTheirs.error().code, "ofTheirs");
        QVERIFY2(ofMine || ofTheirs, "there is no way out");
        QCOMPARE(closedAgainstMine(schema, input) == nullptr, ofMine.has_value());
        QCOMPARE(heldAgainstTheirs(schema, input).has_value(), !ofTheirs);
        if (!ofTheirs)
            QCOMPARE(ofTheirs.error().args.last(), u"fortnox"_s);
    }

    void units_data()
    {
        QTest::addColumn<QString>("result");
        QTest::addColumn<QString>("refusal");
        QTest::newRow("mine") << uR"({"reference":"B","note":"x"})"_s << QString();
        QTest::newRow("theirs") << uR"({"reference":"A","note":"y"})"_s << QString();
        QTest::newRow("a mixture") << uR"({"reference":"B","note":"y"})"_s << u"merge.unit"_s;
        QTest::newRow("something else") << uR"({"reference":"C","note":"x"})"_s << u"merge.unit"_s;
        QTest::newRow("deleted") << QString() << QString();
    }
    void units()
    {
        QFETCH(QString, result);
        const MergeInput input{body(uR"({"reference":"A","note":"x"})"_s), body(uR"({"reference":"B","note":"x"})"_s),
                               body(uR"({"reference":"A","note":"y"})"_s)};
        const auto checked = checkLawful(unitSchema(), input, body(result));
        QTEST(checked ? QString() : checked.error().code, "refusal");
    }

    void aUnitMayMoveToAFreeNumber()
    {
        auto schema = unitSchema();
        schema.naturalKey = QStringList{u"reference"_s};
        const MergeInput input{std::nullopt, body(uR"({"reference":"7","note":"x"})"_s), body(uR"({"reference":"7","note":"y"})"_s)};
        QVERIFY(checkLawful(schema, input, body(uR"({"reference":"8","note":"x"})"_s)));
    }

    void mineAgainstWhatIsClosedThere()
    {
        const auto schema = documents();
        const auto step = [&](const QString &mine, const QString &theirs) {
            const auto *field = closedAgainstMine(schema, {body(kDraft), body(mine), body(theirs)});
            return field ? field->name : QString();
        };
        QCOMPARE(step(kChanged, kBooked), u"booked"_s);
        QCOMPARE(step({}, kBooked), u"booked"_s);
        QCOMPARE(step(kBookedSent, kBooked), QString());
        QCOMPARE(step(kBooked, kChanged), QString());
        QCOMPARE(step(kChanged, {}), QString());
    }

    // What has its number is booked, and so is what is dated in closed books.
    void booksOfThePack_data()
    {
        QTest::addColumn<QJsonObject>("theirs");
        QTest::addColumn<QJsonObject>("mine");
        QTest::addColumn<QString>("closedTo");
        QTest::addColumn<QString>("refusal"); // of mine
        const auto booked = voucher(u"100"_s, {{u"sale"_s, u"100"_s}});
        const auto numbered = with(booked, u"number"_s, u"7"_s);
        const auto told = with(numbered, u"description"_s, u"Told"_s);
        const auto open = QString();
        const auto closed = u"2026-03-01"_s;
        QTest::newRow("a draft there") << booked << with(booked, u"description"_s, u"Told"_s) << open << QString();
        QTest::newRow("its number was given there") << numbered << with(booked, u"description"_s, u"Told"_s) << open << u"merge.numbered"_s;
        QTest::newRow("both have the number") << numbered << told << open << u"merge.numbered"_s;
        QTest::newRow("a provisional number there") << with(booked, u"number"_s, u"7*"_s) << told << open << QString();
        auto struck = voucher(u"120"_s, {{u"sale"_s, u"100"_s}});
        struck = with(numbered, u"rows"_s, QJsonArray{struck[u"rows"][1], QJsonObject{{u"rowId"_s, u"new"_s}, {u"account"_s, u"1940"_s}, {u"debit"_s, u"100"_s}, {u"added"_s, true}}});
        struck.insert(u"struckRows"_s, QJsonArray{booked[u"rows"][0]});
        QTest::newRow("rows were struck here") << numbered << struck << open << QString();
        QTest::newRow("rows were struck here, in closed books") << numbered << struck << closed << u"merge.booksClosed"_s;
        QTest::newRow("a draft there, in closed books") << booked << with(booked, u"description"_s, u"Told"_s) << closed << u"merge.booksClosed"_s;
        QTest::newRow("moved here into closed books")
            << with(booked, u"transactionDate"_s, u"2026-03-02"_s) << booked << closed << u"merge.booksClosed"_s;
        QTest::newRow("the books are closed before it") << booked << with(booked, u"description"_s, u"Told"_s) << u"2026-02-28"_s << QString();
    }
    void booksOfThePack()
    {
        QFETCH(QJsonObject, theirs);
        QFETCH(QJsonObject, mine);
        QFETCH(QString, closedTo);
        QFETCH(QString, refusal);
        const auto pack = Schema::load({u"accounting"_s});
        QVERIFY(pack);
        const auto &schema = *pack->find(EntityType(u"vouchers"_s));
        const auto base = with(with(theirs, u"description"_s, u"Before"_s), u"number"_s, QJsonValue(QJsonValue::Undefined));
        MergeInput input{base, mine, theirs};
        input.closedTo = QDate::fromString(closedTo, Qt::ISODate);
        const auto ofMine = checkLawful(schema, input, mine);
        QCOMPARE(ofMine ? QString() : ofMine.error().code, refusal);
        QCOMPARE(closedAgainstMine(schema, input) == nullptr, refusal.isEmpty());
        QVERIFY(checkLawful(schema, input, theirs));
        const auto merged = merge(schema, input);
        QVERIFY(merged);
        QVERIFY(merged->hasConflict());
        const bool isSealed = closedBy(schema, mine, input.closedTo) || closedBy(schema, theirs, input.closedTo);
        QCOMPARE(merged->severity() == Severity::Critical, isSealed);
    }

    // Invoices merge field by field, but not in closed books.
    void closedBooksAreNotMerged_data()
    {
        QTest::addColumn<QString>("closedTo");
        QTest::addColumn<QString>("paths");
        QTest::newRow("the books are open") << QString() << QString();
        QTest::newRow("they are closed before it") << u"2026-03-11"_s << QString();
        QTest::newRow("they are closed") << u"2026-03-12"_s << u"(record)"_s;
    }
    void closedBooksAreNotMerged()
    {
        QFETCH(QString, closedTo);
        const auto pack = Schema::load({u"accounting"_s});
        QVERIFY(pack);
        const auto &schema = *pack->find(EntityType(u"invoices"_s));
        const QJsonObject before{{u"invoiceDate"_s, u"2026-03-12"_s}, {u"note"_s, u"a"_s}};
        MergeInput input{before, with(before, u"note"_s, u"b"_s), with(before, u"yourReference"_s, u"Eva"_s)};
        input.closedTo = QDate::fromString(closedTo, Qt::ISODate);
        const auto merged = merge(schema, input);
        QVERIFY(merged);
        QStringList paths = merged->openPaths();
        for (auto &path : paths)
            path = path.isEmpty() ? u"(record)"_s : path;
        QTEST(paths.join(u' '), "paths");
        QCOMPARE(checkLawful(schema, input, input.mine).has_value(), paths.isEmpty());
        QVERIFY(checkLawful(schema, input, input.theirs));
    }

    // Both raised the amount alike, and each added a row for it: together they do not balance.
    void combinationsThatBreakARule()
    {
        const auto pack = Schema::load({u"accounting"_s});
        QVERIFY(pack);
        const auto &schema = *pack->find(EntityType(u"vouchers"_s));
        const auto mine = voucher(u"120"_s, {{u"sale"_s, u"100"_s}, {u"mine"_s, u"20"_s}});
        const auto theirs = voucher(u"120"_s, {{u"sale"_s, u"100"_s}, {u"theirs"_s, u"20"_s}});
        const auto both = voucher(u"120"_s, {{u"sale"_s, u"100"_s}, {u"mine"_s, u"20"_s}, {u"theirs"_s, u"20"_s}});
        QVERIFY(validate(schema, mine).isEmpty());
        QVERIFY(breaksNewRule(schema, {std::nullopt, mine, theirs}, both));
        QVERIFY(!breaksNewRule(schema, {std::nullopt, mine, theirs}, theirs));
        QVERIFY(!breaksNewRule(schema, {std::nullopt, mine, theirs}, std::nullopt));
        QVERIFY2(!breaksNewRule(schema, {std::nullopt, mine, both}, both), "theirs was like that already");
    }
};

QTEST_GUILESS_MAIN(LawfulTest)
#include "lawful_test.moc"
