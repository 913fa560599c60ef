// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bookkeeping/checkdigit.h"
#include "core/bookkeeping/documenttotals.h"
#include "core/bookkeeping/ocr.h"
#include "core/bookkeeping/swedishnumbers.h"
#include "core/bookkeeping/voucherbalance.h"

#include <QTest>

#include <rapidcheck.h>

using namespace frost;
using namespace Qt::StringLiterals;

namespace {

Decimal decimal(const char *text)
{
    return Decimal::parse(QString::fromLatin1(text)).value();
}

DocumentRow row(const char *quantity, const char *price, const char *discount = "0",
                DiscountKind kind = DiscountKind::Percent)
{
    return {decimal(quantity), decimal(price), decimal(discount), kind, {}};
}

DocumentTotals totalsOf(PriceKind prices, const std::vector<std::pair<const char *, const char *>> &rows,
                        const std::optional<Decimal> &unit = std::nullopt)
{
    DocumentAdder adder(prices);
    for (const auto &[total, rate] : rows)
        [&] { QVERIFY(adder.add(decimal(total), decimal(rate))); }();
    return adder.totals(unit);
}

} // namespace

Q_DECLARE_METATYPE(DocumentRow)

class BookkeepingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowTotals_data()
    {
        QTest::addColumn<DocumentRow>("row");
        QTest::addColumn<QString>("total");
        QTest::newRow("quantity times price") << row("10", "100") << u"1000.00"_s;
        QTest::newRow("a price with three decimals") << row("7", "1.125") << u"7.88"_s;
        QTest::newRow("a half öre goes away from zero") << row("1", "0.125") << u"0.13"_s;
        QTest::newRow("a credited half öre too") << row("-1", "0.125") << u"-0.13"_s;
        QTest::newRow("a negative price") << row("3", "-11062.06") << u"-33186.18"_s;
        QTest::newRow("a discount in percent") << row("2", "99.90", "10") << u"179.82"_s;
        QTest::newRow("a discount in percent with decimals") << row("3", "33.333", "12.5") << u"87.50"_s;
        QTest::newRow("a discount as an amount") << row("2", "99.90", "19.80", DiscountKind::Amount) << u"180.00"_s;
        QTest::newRow("a credited row negates its amount of discount")
            << row("-2", "99.90", "-19.80", DiscountKind::Amount) << u"-180.00"_s;
        QTest::newRow("everything off") << row("1", "12.34", "100") << u"0.00"_s;
        QTest::newRow("rounding comes after the discount, not before") << row("1", "0.994", "50") << u"0.50"_s;
    }
    void rowTotals()
    {
        QFETCH(DocumentRow, row);
        const auto total = rowTotal(row);
        QVERIFY(total);
        QTEST(total->toString(2), "total");
    }

    void impossibleRows_data()
    {
        QTest::addColumn<DocumentRow>("row");
        QTest::addColumn<QString>("code");
        QTest::newRow("the longest numbers multiplied")
            << row("9999999999999999999999999999", "9999999999999999999999999999") << u"amount.tooLarge"_s;
        QTest::newRow("the longest numbers with the longest discount")
            << row("9999999999999999999999999999", "-9999999999999999999999999999", "999.9999999999")
            << u"amount.tooLarge"_s;
        QTest::newRow("a discount of a million percent") << row("1", "1", "1000000") << u"percent.outOfRange"_s;
    }
    void impossibleRows()
    {
        QFETCH(DocumentRow, row);
        const auto total = rowTotal(row);
        QVERIFY(!total);
        QTEST(total.error().code, "code");
    }

    void vatIsComputedOnTheSumOfItsRate()
    {
        // Row by row each 0.13 would carry 0.03 VAT: 0.09 instead of 0.10.
        const auto totals = totalsOf(PriceKind::WithoutVat, {{"0.13", "25"}, {"0.13", "25"}, {"0.13", "25"}});
        QCOMPARE(totals.net.toString(2), u"0.39"_s);
        QCOMPARE(totals.vatTotal.toString(2), u"0.10"_s);
    }
    void mixedRates()
    {
        const auto totals = totalsOf(PriceKind::WithoutVat,
                                     {{"100", "25"}, {"50.55", "12"}, {"19.99", "6"}, {"10", "0"}, {"0.10", "25"}});
        QCOMPARE(totals.vat.size(), 4);
        QCOMPARE(totals.vat[0].net.toString(2), u"100.10"_s);
        QCOMPARE(totals.vat[0].vat.toString(2), u"25.03"_s); // 25.025
        QCOMPARE(totals.vat[1].vat.toString(2), u"6.07"_s);  // 6.066
        QCOMPARE(totals.vat[2].vat.toString(2), u"1.20"_s);  // 1.1994
        QCOMPARE(totals.vat[3].vat.toString(2), u"0.00"_s);
        QCOMPARE(totals.net.toString(2), u"180.64"_s);
        QCOMPARE(totals.vatTotal.toString(2), u"32.30"_s);
        QCOMPARE(totals.roundOff.toString(2), u"0.00"_s);
        QCOMPARE(totals.total.toString(2), u"212.94"_s);
    }
    void pricesWithVat()
    {
        const auto totals =
            totalsOf(PriceKind::WithVat, {{"125", "25"}, {"112", "12"}, {"106", "6"}, {"99.99", "25"}, {"7", "0"}});
        QCOMPARE(totals.vat[0].vat.toString(2), u"45.00"_s); // 224.99 × 25 / 125 = 44.998
        QCOMPARE(totals.vat[1].vat.toString(2), u"12.00"_s);
        QCOMPARE(totals.vat[2].vat.toString(2), u"6.00"_s);
        QCOMPARE(totals.vatTotal.toString(2), u"63.00"_s);
        QCOMPARE(totals.net.toString(2), u"386.99"_s);
        QCOMPARE(totals.total.toString(2), u"449.99"_s);
    }

    void roundOff_data()
    {
        QTest::addColumn<QByteArray>("sum");
        QTest::addColumn<QByteArray>("unit");
        QTest::addColumn<QString>("roundOff");
        QTest::addColumn<QString>("total");
        QTest::newRow("49 öre go down") << QByteArray("100.49") << QByteArray("1") << u"-0.49"_s << u"100.00"_s;
        QTest::newRow("50 öre go up") << QByteArray("100.50") << QByteArray("1") << u"0.50"_s << u"101.00"_s;
        QTest::newRow("a credit mirrors it") << QByteArray("-100.50") << QByteArray("1") << u"-0.50"_s << u"-101.00"_s;
        QTest::newRow("whole kronor stay") << QByteArray("100") << QByteArray("1") << u"0.00"_s << u"100.00"_s;
        QTest::newRow("five centimes") << QByteArray("100.03") << QByteArray("0.05") << u"0.02"_s << u"100.05"_s;
    }
    void roundOff()
    {
        QFETCH(QByteArray, sum);
        QFETCH(QByteArray, unit);
        const auto totals = totalsOf(PriceKind::WithoutVat, {{sum.constData(), "0"}}, decimal(unit.constData()));
        QTEST(totals.roundOff.toString(2), "roundOff");
        QTEST(totals.total.toString(2), "total");
    }

    void impossibleVatRates()
    {
        DocumentAdder adder(PriceKind::WithVat);
        QCOMPARE(adder.add(decimal("1"), decimal("-100")).error().code, u"percent.outOfRange"_s);
        QCOMPARE(adder.add(decimal("1"), decimal("1000.01")).error().code, u"percent.outOfRange"_s);
        QVERIFY(adder.totals(std::nullopt).total.isZero());
    }

    void aDocumentAddsUp()
    {
        QVERIFY(rc::check("total = net + VAT + rounding, and VAT is within half an öre of exact", [] {
            const auto prices = *rc::gen::element(PriceKind::WithVat, PriceKind::WithoutVat);
            const auto amounts = *rc::gen::container<std::vector<std::pair<int, int>>>(
                rc::gen::pair(rc::gen::inRange(-1'000'000, 1'000'000), rc::gen::element(25, 12, 6, 0)));
            DocumentAdder adder(prices);
            Decimal sum;
            for (const auto &[cents, rate] : amounts) {
                const Decimal amount = Decimal(cents).dividedBy(Decimal(100), 2);
                sum += amount;
                RC_ASSERT(adder.add(amount, Decimal(rate)).has_value());
            }
            const auto totals = adder.totals(Decimal(1));
            RC_ASSERT(totals.net + totals.vatTotal + totals.roundOff == totals.total);
            RC_ASSERT(totals.total == totals.total.rounded(0));
            RC_ASSERT((prices == PriceKind::WithVat ? totals.net + totals.vatTotal : totals.net) == sum);
            const Decimal half = *Decimal::parse(u"0.5");
            RC_ASSERT(totals.roundOff <= half && -totals.roundOff <= half);
        }));
    }

    void vouchersBalanceToTheOre()
    {
        QCOMPARE(voucherDifference({{decimal("100"), {}}, {{}, decimal("80")}, {{}, decimal("20")}}), Decimal());
        QCOMPARE(voucherDifference({{decimal("100"), {}}, {{}, decimal("99.99")}}).toString(2), u"0.01"_s);
        QCOMPARE(voucherDifference({{{}, decimal("5")}}).toString(2), u"-5.00"_s);
        QCOMPARE(voucherDifference({}), Decimal());
    }
    void eachVoucherRowHasOneSide()
    {
        QVERIFY(hasOneSide({decimal("1"), {}}));
        QVERIFY(hasOneSide({{}, decimal("-1")}));
        QVERIFY(!hasOneSide({decimal("1"), decimal("1")}));
        QVERIFY(!hasOneSide({}));
    }

    void ocr_data()
    {
        QTest::addColumn<QString>("number");
        QTest::addColumn<QString>("reference");
        QTest::newRow("1042") << u"1042"_s << u"10421"_s; // UX.md 2.3
        QTest::newRow("one digit") << u"7"_s << u"75"_s;
        QTest::newRow("24 digits, the longest") << QString(24, u'1') << QString(24, u'1') + u'4';
        QTest::newRow("25 digits are too many") << QString(25, u'1') << u""_s;
        QTest::newRow("a provisional number has none") << u"1043*"_s << u""_s;
        QTest::newRow("a foreign number has none") << u"C536379"_s << u""_s;
        QTest::newRow("no number") << u""_s << u""_s;
        QTest::newRow("digits of another script") << u"\u0661\u0662"_s << u""_s;
    }
    void ocr()
    {
        QFETCH(QString, number);
        QTEST(ocrReference(number), "reference");
    }
    void everyReferenceIsRecognised()
    {
        QVERIFY(rc::check("isOcrReference(ocrReference(n)), and no other last digit is", [] {
            const QString number = QString::number(*rc::gen::inRange<qint64>(1, 1'000'000'000'000));
            const QString reference = ocrReference(number);
            int accepted = 0;
            for (char16_t digit = u'0'; digit <= u'9'; ++digit)
                accepted += isOcrReference(number + QChar(digit)) ? 1 : 0;
            RC_ASSERT(isOcrReference(reference));
            RC_ASSERT(accepted == 1);
            RC_ASSERT(luhnDigit(number) == reference.back());
        }));
    }

    void swedishNumbers_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("number");
        QTest::addColumn<bool>("possible");
        const auto organisation = u"organisation number"_s;
        QTest::newRow("a company") << organisation << u"556036-0793"_s << true; // UX.md 2.3
        QTest::newRow("a city") << organisation << u"212000-0142"_s << true;    // UX.md 2.3
        QTest::newRow("without hyphen") << organisation << u"5560360793"_s << true;
        QTest::newRow("with the prefix of legal persons") << organisation << u"165560360793"_s << true;
        QTest::newRow("with the prefix of people") << organisation << u"195560360793"_s << false;
        QTest::newRow("a wrong check digit") << organisation << u"556036-0794"_s << false;
        QTest::newRow("nine digits") << organisation << u"556036079"_s << false;
        QTest::newRow("a sole trader") << organisation << u"811228-9874"_s << true;
        QTest::newRow("a sole trader with century") << organisation << u"19811228-9874"_s << true;
        QTest::newRow("a co-ordination number") << organisation << u"701063-2391"_s << true;
        QTest::newRow("a thirteenth month") << organisation << u"811328-9873"_s << false;
        QTest::newRow("letters") << organisation << u"NO 974 760 673"_s << false;
        const auto vat = u"VAT number"_s;
        QTest::newRow("a Swedish VAT number") << vat << u"SE556036079301"_s << true;
        QTest::newRow("a VAT number in groups") << vat << u"se 556036-0793 01"_s << true;
        QTest::newRow("a VAT number without its 01") << vat << u"SE5560360793"_s << false;
        QTest::newRow("a VAT number of another country") << vat << u"DE123456789"_s << false;
        const auto bankgiro = u"bankgiro"_s;
        QTest::newRow("bankgiro of eight digits") << bankgiro << u"5050-1055"_s << true;
        QTest::newRow("bankgiro of seven digits") << bankgiro << u"991-2346"_s << true;
        QTest::newRow("bankgiro with swapped digits") << bankgiro << u"5051-0055"_s << false;
        QTest::newRow("bankgiro of six digits") << bankgiro << u"505010"_s << false;
        const auto plusgiro = u"plusgiro"_s;
        QTest::newRow("plusgiro with a wrong digit") << plusgiro << u"4 16 01-8"_s << false;
        QTest::newRow("plusgiro of two digits") << plusgiro << u"1-8"_s << true;
        QTest::newRow("plusgiro of seven digits") << plusgiro << u"28 65 43-4"_s << true;
        QTest::newRow("plusgiro of nine digits") << plusgiro << u"12 34 56 78-2"_s << false;
    }
    void swedishNumbers()
    {
        QFETCH(QString, kind);
        QFETCH(QString, number);
        const auto isPossible = kind == u"organisation number" ? isOrganisationNumber
                                : kind == u"VAT number"        ? isSwedishVatNumber
                                : kind == u"bankgiro"          ? isBankgiro
                                                               : isPlusgiro;
        QTEST(isPossible(number), "possible");
    }

    void organisationNumbersAreComparedByTheirDigits()
    {
        QCOMPARE(organisationNumberDigits(u"16 556036-0793"), u"5560360793"_s);
        QCOMPARE(organisationNumberDigits(u"1655603607"), u"1655603607"_s);
        QCOMPARE(organisationNumberDigits(u"16ABCDEF-1234"), u"16ABCDEF1234"_s);
        QCOMPARE(compactNumber(u"se45 5000-0000"), u"SE4550000000"_s);
    }
};

QTEST_GUILESS_MAIN(BookkeepingTest)
#include "bookkeeping_test.moc"
