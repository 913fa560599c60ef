// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/entry/amountentry.h"

#include <QLocale>
#include <QTest>

#include <rapidcheck.h>

using namespace frost;
using namespace Qt::StringLiterals;

namespace {

//! As a field shows it in `locale`, digit by digit and never through a float: thousands are apart where no decimals can be
//! meant.
QString shown(const Decimal &value, const QLocale &locale)
{
    QString text = value.toString();
    const bool negative = text.startsWith(u'-');
    if (negative)
        text.remove(0, 1);
    auto whole = text.section(u'.', 0, 0);
    const bool isSpaced = locale.groupSeparator().front().isSpace();
    for (qsizetype at = whole.size() - 3; isSpaced && at > 0; at -= 3)
        whole.insert(at, locale.groupSeparator());
    const auto fraction = text.section(u'.', 1);
    return (negative ? locale.negativeSign() : QString()) + whole
           + (fraction.isEmpty() ? QString() : locale.decimalPoint() + fraction);
}

} // namespace

//! UX.md 2.2, "Amount input".
class AmountEntryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTypedAmountIsRead_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("amount");
        const auto row = [](const char *name, const QString &typed, const char *amount) {
            QTest::newRow(name) << typed << QString::fromLatin1(amount);
        };
        row("a whole number", u"1234"_s, "1234");
        row("a decimal comma", u"1234,5"_s, "1234.5");
        row("a point, as the keypad has it", u"1234.5"_s, "1234.5");
        row("a comma first", u",5"_s, "0.5");
        row("a comma last", u"5,"_s, "5");
        row("three decimals are decimals", u"1,234"_s, "1.234");
        row("thousands apart by a space", u"1 234 567,50"_s, "1234567.5");
        row("thousands apart by a no-break space", u"1\u00A0234,50"_s, "1234.5");
        row("thousands apart by a narrow no-break space", u"1\u202F234,50"_s, "1234.5");
        row("points for thousands, comma for decimals", u"1.234.567,89"_s, "1234567.89");
        row("commas for thousands, point for decimals", u"1,234,567.89"_s, "1234567.89");
        row("several points alone are thousands", u"1.234.567"_s, "1234567");
        row("a hyphen as minus", u"-12,50"_s, "-12.5");
        row("a minus sign as minus", u"\u221212,50"_s, "-12.5");
        row("a plus in front", u"+12"_s, "12");
        row("spaces around", u"  12  "_s, "12");
        row("a space after the minus", u"- 12"_s, "-12");
        row("a product", u"12*950"_s, "11400");
        row("a percentage on top", u"100+25%"_s, "125");
        row("a percentage off", u"100-25%"_s, "75");
        row("a percentage of", u"200*10%"_s, "20");
        row("a percentage alone", u"25%"_s, "0.25");
        row("product before sum", u"1+2*3"_s, "7");
        row("brackets first", u"(1+2)*3"_s, "9");
        row("from left to right", u"10-3-2"_s, "5");
        row("a negative factor", u"3*-2"_s, "-6");
        row("a quotient", u"10/4"_s, "2.5");
        row("a quotient without an end is rounded to ten decimals", u"1000/3"_s, "333.3333333333");
        row("a sum with commas and spaces", u"1 000,50 + 2 000,25"_s, "3000.75");
        row("the signs of a printed sum", u"3\u00D74\u00F72"_s, "6");
        row("a tenth and two tenths are three tenths, exactly", u"0,1+0,2"_s, "0.3");
        row("28 digits", u"1234567890123456789012345678"_s, "1234567890123456789012345678");
    }

    void aTypedAmountIsRead()
    {
        QFETCH(QString, typed);
        const auto amount = entry::parseAmount(typed);
        QVERIFY2(amount, qPrintable(typed));
        QTEST(amount->toString(), "amount");
    }

    void whatIsNoAmountIsRefused_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("code");
        const auto malformed = [](const char *name, const QString &typed) {
            QTest::newRow(name) << typed << u"decimal.malformed"_s;
        };
        const auto tooLarge = [](const char *name, const QString &typed) {
            QTest::newRow(name) << typed << u"decimal.tooLarge"_s;
        };
        malformed("blank", u"  "_s);
        malformed("nothing", QString());
        malformed("letters", u"12 kr"_s);
        malformed("a sign alone", u"-"_s);
        malformed("a comma alone", u","_s);
        malformed("an exponent, which only machines write", u"1e3"_s);
        malformed("two decimal signs", u"1,2,3"_s);
        malformed("a group of two", u"1 23"_s);
        malformed("a group of four", u"12 3456"_s);
        malformed("thousands after the decimals", u"1,234.567,8"_s);
        malformed("spaces among decimals", u"1,234 567"_s);
        malformed("a sum that ends too early", u"12*"_s);
        malformed("a bracket left open", u"(1+2"_s);
        malformed("a bracket never opened", u"1+2)"_s);
        malformed("brackets without end", QString(50, u'(') + u'1' + QString(50, u')'));
        malformed("division by zero", u"5/0"_s);
        malformed("two signs", u"--5"_s);
        tooLarge("29 digits", u"12345678901234567890123456789"_s);
        tooLarge("11 decimals", u"0,12345678901"_s);
        tooLarge("a product that grows too large", u"99999999999999*99999999999999*10"_s);
        tooLarge("products without end", u"9999999999"_s + u"*9999999999"_s.repeated(9));
        tooLarge("a novel", u"1+"_s.repeated(200) + u'1');
    }

    void whatIsNoAmountIsRefused()
    {
        QFETCH(QString, typed);
        const auto amount = entry::parseAmount(typed);
        QVERIFY(!amount);
        QTEST(amount.error().code, "code");
        QCOMPARE(amount.error().kind, ErrorKind::Invalid);
    }

    //! What Frost shows can be typed back, in every language it speaks.
    void whatIsShownCanBeTyped()
    {
        const QList<QLocale> locales{QLocale(u"sv_SE"_s), QLocale(u"da_DK"_s), QLocale(u"nb_NO"_s),
                                     QLocale(u"fi_FI"_s), QLocale(u"en_US"_s), QLocale(u"en_GB"_s)};
        for (const auto &locale : locales) {
            QVERIFY(rc::check([&locale](int whole, unsigned cents) {
                const auto value = *Decimal::parse(u"%1.%2"_s.arg(whole).arg(cents % 100, 2, 10, QChar(u'0')));
                const auto text = shown(value, locale);
                const auto read = entry::parseAmount(text);
                RC_ASSERT(read.has_value());
                RC_ASSERT(*read == value);
            }));
        }
    }
};

QTEST_GUILESS_MAIN(AmountEntryTest)
#include "amountentry_test.moc"
