// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/decimal.h"

#include <QTest>

#include <rapidcheck.h>

using namespace frost;
using namespace Qt::StringLiterals;

namespace {

//! Any number that is accepted from outside: up to 18 digits before and 10 after the point.
rc::Gen<Decimal> anyDecimal()
{
    const auto digits = rc::gen::inRange<qint64>(-999'999'999'999'999'999, 1'000'000'000'000'000'000);
    const auto small = rc::gen::inRange<qint64>(-1000, 1000);
    return rc::gen::apply(
        [](qint64 mantissa, int decimals) {
        return *Decimal::parse(QString::number(mantissa) + u"e-"_s + QString::number(decimals));
        },
        rc::gen::oneOf(digits, small), rc::gen::inRange(0, 11));
}

Decimal decimal(QStringView text)
{
    return Decimal::parse(text).value();
}

} // namespace

class DecimalTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parse_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("shortest");
        QTest::newRow("a whole number") << u"12"_s << u"12"_s;
        QTest::newRow("decimals lose their trailing zeros") << u"12.50"_s << u"12.5"_s;
        QTest::newRow("a whole number keeps its zeros") << u"1200"_s << u"1200"_s;
        QTest::newRow("leading zeros go") << u"0012.5"_s << u"12.5"_s;
        QTest::newRow("a plus sign goes") << u"+3"_s << u"3"_s;
        QTest::newRow("a point may come first") << u".5"_s << u"0.5"_s;
        QTest::newRow("negative") << u"-1234.50"_s << u"-1234.5"_s;
        QTest::newRow("there is no negative zero") << u"-0.00"_s << u"0"_s;
        QTest::newRow("JSON exponent") << u"1e3"_s << u"1000"_s;
        QTest::newRow("negative exponent") << u"-12.5E-2"_s << u"-0.125"_s;
        QTest::newRow("an exponent may undo decimals") << u"0.00000000000012e4"_s << u"0.0000000012"_s;
        QTest::newRow("zero with a huge exponent is zero") << u"0e99999999999999999999"_s << u"0"_s;
        QTest::newRow("28 digits") << u"1234567890123456789012345678"_s << u"1234567890123456789012345678"_s;
        QTest::newRow("28 digits with 10 decimals")
            << u"-123456789012345678.0123456789"_s << u"-123456789012345678.0123456789"_s;
        QTest::newRow("zeros after the tenth decimal do not count") << u"1.50000000000000"_s << u"1.5"_s;
    }
    void parse()
    {
        QFETCH(QString, text);
        QFETCH(QString, shortest);
        const auto number = Decimal::parse(text);
        QVERIFY(number);
        QCOMPARE(number->toString(), shortest);
    }

    void parseRefuses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("code");
        const auto malformed = u"decimal.malformed"_s;
        const auto tooLarge = u"decimal.tooLarge"_s;
        QTest::newRow("nothing") << u""_s << malformed;
        QTest::newRow("a sign alone") << u"-"_s << malformed;
        QTest::newRow("a point alone") << u"."_s << malformed;
        QTest::newRow("a point without decimals") << u"5."_s << malformed;
        QTest::newRow("a decimal comma") << u"12,50"_s << malformed;
        QTest::newRow("grouping") << u"1 000"_s << malformed;
        QTest::newRow("space around it") << u" 1"_s << malformed;
        QTest::newRow("two signs") << u"--1"_s << malformed;
        QTest::newRow("two points") << u"1.2.3"_s << malformed;
        QTest::newRow("an exponent without digits") << u"1e"_s << malformed;
        QTest::newRow("an exponent with a letter") << u"1e1x"_s << malformed;
        QTest::newRow("a typographic minus") << u"\u22125"_s << malformed;
        QTest::newRow("digits of another script") << u"\u0661\u0662"_s << malformed;
        QTest::newRow("a hexadecimal number") << u"0x10"_s << malformed;
        QTest::newRow("not a number") << u"nan"_s << malformed;
        QTest::newRow("29 digits") << u"12345678901234567890123456789"_s << tooLarge;
        QTest::newRow("eleven decimals") << u"0.12345678901"_s << tooLarge;
        QTest::newRow("an exponent that makes 29 digits") << u"1e28"_s << tooLarge;
        QTest::newRow("an exponent beyond any integer") << u"1e99999999999999999999"_s << tooLarge;
        QTest::newRow("a tiny exponent") << u"1e-99999999999999999999"_s << tooLarge;
    }
    void parseRefuses()
    {
        QFETCH(QString, text);
        QFETCH(QString, code);
        const auto number = Decimal::parse(text);
        QVERIFY(!number);
        QCOMPARE(number.error().kind, ErrorKind::Invalid);
        QCOMPARE(number.error().code, code);
        QCOMPARE(number.error().args, QStringList{text});
    }
    void aLongTextIsCutInTheMessage()
    {
        const auto number = Decimal::parse(QString(10'000, u'x'));
        QCOMPARE(number.error().args.value(0).size(), 41);
    }

    void fromDouble_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<QString>("shortest");
        QTest::newRow("a tenth is a tenth") << 0.1 << u"0.1"_s;
        QTest::newRow("a price") << 12.5 << u"12.5"_s;
        QTest::newRow("the tail of a binary sum goes") << 0.1 + 0.2 << u"0.3"_s;
        QTest::newRow("a third has ten decimals") << 100.0 / 3 << u"33.3333333333"_s;
        QTest::newRow("two thirds are rounded") << -200.0 / 3 << u"-66.6666666667"_s;
        QTest::newRow("a large number") << 1e22 << u"10000000000000000000000"_s;
        QTest::newRow("too small to matter") << 1e-300 << u"0"_s;
        QTest::newRow("negative zero") << -0.0 << u"0"_s;
    }
    void fromDouble()
    {
        QFETCH(double, value);
        QFETCH(QString, shortest);
        const auto number = Decimal::fromDouble(value);
        QVERIFY(number);
        QCOMPARE(number->toString(), shortest);
    }
    void fromDoubleRefuses()
    {
        QCOMPARE(Decimal::fromDouble(qQNaN()).error().code, u"decimal.malformed"_s);
        QCOMPARE(Decimal::fromDouble(-qInf()).error().code, u"decimal.malformed"_s);
        QCOMPARE(Decimal::fromDouble(1e300).error().code, u"decimal.tooLarge"_s);
    }

    void toStringPads_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("minDecimals");
        QTest::addColumn<QString>("expected");
        QTest::newRow("padded") << u"12.5"_s << 2 << u"12.50"_s;
        QTest::newRow("more decimals stay") << u"12.505"_s << 2 << u"12.505"_s;
        QTest::newRow("zero") << u"0"_s << 2 << u"0.00"_s;
        QTest::newRow("below one") << u"-0.05"_s << 2 << u"-0.05"_s;
        QTest::newRow("beyond 64 bits") << u"-1234567890123456789012345678"_s << 2
                                        << u"-1234567890123456789012345678.00"_s;
        QTest::newRow("smallest") << u"0.0000000001"_s << 0 << u"0.0000000001"_s;
    }
    void toStringPads()
    {
        QFETCH(QString, text);
        QFETCH(int, minDecimals);
        QTEST(decimal(text).toString(minDecimals), "expected");
    }

    void rounded_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("decimals");
        QTest::addColumn<QString>("expected");
        QTest::newRow("a half goes away from zero") << u"0.125"_s << 2 << u"0.13"_s;
        QTest::newRow("a negative half goes away from zero") << u"-0.125"_s << 2 << u"-0.13"_s;
        QTest::newRow("just below a half goes down") << u"0.1249999999"_s << 2 << u"0.12"_s;
        QTest::newRow("it carries") << u"9.995"_s << 2 << u"10"_s;
        QTest::newRow("it does not pad") << u"1.5"_s << 4 << u"1.5"_s;
        QTest::newRow("to whole") << u"-2.5"_s << 0 << u"-3"_s;
        QTest::newRow("to nothing") << u"-0.4"_s << 0 << u"0"_s;
        QTest::newRow("1.005 is not a float") << u"1.005"_s << 2 << u"1.01"_s;
    }
    void rounded()
    {
        QFETCH(QString, text);
        QFETCH(int, decimals);
        QTEST(decimal(text).rounded(decimals).toString(), "expected");
    }

    void dividedBy_data()
    {
        QTest::addColumn<QString>("dividend");
        QTest::addColumn<QString>("divisor");
        QTest::addColumn<int>("decimals");
        QTest::addColumn<QString>("expected");
        QTest::newRow("exact") << u"10"_s << u"4"_s << 2 << u"2.5"_s;
        QTest::newRow("a third") << u"10"_s << u"3"_s << 2 << u"3.33"_s;
        QTest::newRow("two thirds") << u"-20"_s << u"3"_s << 2 << u"-6.67"_s;
        QTest::newRow("a half goes away from zero") << u"1"_s << u"8"_s << 2 << u"0.13"_s;
        QTest::newRow("by a fraction") << u"1.5"_s << u"0.05"_s << 0 << u"30"_s;
        QTest::newRow("both negative") << u"-1"_s << u"-8"_s << 2 << u"0.13"_s;
        QTest::newRow("the longest by the smallest") << u"9999999999999999999999999999"_s << u"0.0000000001"_s << 10
                                                     << u"99999999999999999999999999990000000000"_s;
    }
    void dividedBy()
    {
        QFETCH(QString, dividend);
        QFETCH(QString, divisor);
        QFETCH(int, decimals);
        QTEST(decimal(dividend).dividedBy(decimal(divisor), decimals).toString(), "expected");
    }

    void productsAreExact()
    {
        const Decimal longest = decimal(u"999999999999999999.9999999999");
        QCOMPARE((longest * longest).toString(), u"999999999999999999999999999800000000.00000000000000000001"_s);
        QCOMPARE((decimal(u"0.1") * decimal(u"3")).toString(), u"0.3"_s);
        QCOMPARE((decimal(u"0.0000000001") * decimal(u"0.0000000001")).decimals(), 20);
        QVERIFY((decimal(u"-5") * Decimal()).isZero());
        QVERIFY(!(decimal(u"-5") * Decimal()).isNegative());
    }
    void aProductThatCannotBeKeptThrows()
    {
        const Decimal longest = decimal(u"9999999999999999999999999999");
        QVERIFY_THROWS_EXCEPTION(std::overflow_error, static_cast<void>(longest * longest * longest));
    }

    // Properties

    void whatIsPrintedIsParsedBack()
    {
        QVERIFY(rc::check("parse(toString(n)) == n", [] {
            const Decimal number = *anyDecimal();
            const int minDecimals = *rc::gen::inRange(0, 11);
            RC_ASSERT(Decimal::parse(number.toString(minDecimals)).value() == number);
        }));
    }
    void keysSortAsNumbersDo()
    {
        QVERIFY(rc::check("sortKey order is numeric order", [] {
            const Decimal a = *anyDecimal();
            const Decimal b = *anyDecimal();
            RC_ASSERT((a.sortKey() < b.sortKey()) == (a < b));
            RC_ASSERT((a.sortKey() == b.sortKey()) == (a == b));
        }));
    }
    void keysOfNeighboursSort_data()
    {
        QTest::addColumn<QStringList>("ascending");
        QTest::newRow("signs") << QStringList{u"-10"_s,  u"-9"_s, u"-1.5"_s, u"-1"_s,
                                              u"-0.1"_s, u"0"_s,  u"0.1"_s,  u"1"_s};
        QTest::newRow("one the start of the other")
            << QStringList{u"-12.34"_s, u"-12.3"_s, u"-12"_s, u"12"_s, u"12.3"_s, u"12.34"_s, u"120"_s, u"1200"_s};
    }
    void keysOfNeighboursSort()
    {
        QFETCH(QStringList, ascending);
        for (qsizetype i = 1; i < ascending.size(); ++i) {
            QVERIFY2(decimal(ascending[i - 1]).sortKey() < decimal(ascending[i]).sortKey(), qPrintable(ascending[i]));
            QVERIFY2(decimal(ascending[i - 1]) < decimal(ascending[i]), qPrintable(ascending[i]));
        }
    }
    void sumsAreExact()
    {
        QVERIFY(rc::check("a + b - b == a", [] {
            const Decimal a = *anyDecimal();
            const Decimal b = *anyDecimal();
            RC_ASSERT(a + b - b == a);
            RC_ASSERT(a + b == b + a);
            RC_ASSERT((a + -a).isZero());
        }));
    }
    void productsDistribute()
    {
        QVERIFY(rc::check("a * (b + c) == a * b + a * c", [] {
            const Decimal a = *anyDecimal();
            const Decimal b = *anyDecimal();
            const Decimal c = *anyDecimal();
            RC_ASSERT(a * (b + c) == a * b + a * c);
        }));
    }
    void roundingMovesByHalfAUnitAtMost()
    {
        QVERIFY(rc::check("|rounded - n| <= half a unit, and away from zero at a half", [] {
            const Decimal number = *anyDecimal();
            const int decimals = *rc::gen::inRange(0, 11);
            const Decimal unit = *Decimal::parse(u"1e-"_s + QString::number(decimals));
            const Decimal moved = number.rounded(decimals) - number;
            const Decimal twice = moved + moved;
            RC_ASSERT(twice <= unit && -twice <= unit);
            RC_ASSERT((twice == unit ? !number.isNegative() : -twice != unit || number.isNegative()));
        }));
    }
    void divisionUndoesMultiplication()
    {
        QVERIFY(rc::check("(a * b) / b == a", [] {
            const Decimal a = *anyDecimal();
            const Decimal b = *anyDecimal();
            RC_PRE(!b.isZero());
            RC_ASSERT((a * b).dividedBy(b, 10) == a);
        }));
    }
};

QTEST_GUILESS_MAIN(DecimalTest)
#include "decimal_test.moc"
