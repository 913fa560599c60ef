// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/entry/dateentry.h"

#include <QTest>

using namespace frost;
using namespace Qt::StringLiterals;

//! UX.md 2.2, "Date input". Today is 2026-11-13 where a row says nothing else.
class DateEntryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTypedDateIsRead_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("date");
        const auto row = [](const char *name, const QString &typed, const char *date) {
            QTest::newRow(name) << typed << QString::fromLatin1(date);
        };
        row("a day is of this month", u"20"_s, "2026-11-20");
        row("a day of one digit", u"5"_s, "2026-11-05");
        row("month and day", u"1120"_s, "2026-11-20");
        row("year, month and day", u"261120"_s, "2026-11-20");
        row("eight digits", u"20261120"_s, "2026-11-20");
        row("as ISO has it", u"2026-11-20"_s, "2026-11-20");
        row("as ISO, without zeros", u"2026-3-5"_s, "2026-03-05");
        row("a short year with hyphens", u"26-11-20"_s, "2026-11-20");
        row("month and day with a hyphen", u"5-2"_s, "2026-05-02");
        row("day and month with a slash", u"20/11"_s, "2026-11-20");
        row("day and month with a point", u"20.11"_s, "2026-11-20");
        row("day, month and year with a slash", u"20/11/2027"_s, "2027-11-20");
        row("day, month and short year", u"20/11-27"_s, "2027-11-20");
        row("day, month and short year with slashes", u"5/6/27"_s, "2027-06-05");
        row("day, month and year with points", u"20.11.2027"_s, "2027-11-20");
        row("year first with slashes", u"2026/11/20"_s, "2026-11-20");
        row("days ahead", u"+30"_s, "2026-12-13");
        row("a day back", u"-1"_s, "2026-11-12");
        row("a day back, with a minus sign", u"\u22121"_s, "2026-11-12");
        row("no days ahead", u"+0"_s, "2026-11-13");
        row("i as in idag", u"i"_s, "2026-11-13");
        row("d as in dag", u"d"_s, "2026-11-13");
        row("D is no other day", u"D"_s, "2026-11-13");
        row("m is the first of the month", u"m"_s, "2026-11-01");
        row("M is the last of the month", u"M"_s, "2026-11-30");
        row("spaces around", u" 20 "_s, "2026-11-20");
        row("19 years ahead", u"451120"_s, "2045-11-20");
        row("80 years back", u"461120"_s, "1946-11-20");
        row("the turn of the century", u"000101"_s, "2000-01-01");
        row("a leap day", u"20240229"_s, "2024-02-29");
    }

    void aTypedDateIsRead()
    {
        QFETCH(QString, typed);
        const auto date = entry::parseDate(typed, QDate(2026, 11, 13));
        QVERIFY2(date, qPrintable(typed));
        QTEST(date->toString(Qt::ISODate), "date");
    }

    void whatIsNoDateIsRefused_data()
    {
        QTest::addColumn<QString>("typed");
        const auto row = [](const char *name, const QString &typed) { QTest::newRow(name) << typed; };
        row("nothing", QString());
        row("blank", u"  "_s);
        row("a day this month has not", u"31"_s);
        row("no day zero", u"0"_s);
        row("three digits could be two dates", u"112"_s);
        row("five digits", u"61120"_s);
        row("seven digits", u"2026112"_s);
        row("a month thirteen", u"1320"_s);
        row("30 February", u"20260230"_s);
        row("a leap day in a common year", u"20260229"_s);
        row("a word", u"imorgon"_s);
        row("a sign alone", u"+"_s);
        row("a sign and letters", u"+x"_s);
        row("more than a hundred years ahead", u"+99999"_s);
        row("mixed separators", u"2026-11/20"_s);
        row("letters among digits", u"2026-1a-20"_s);
        row("a year of three digits", u"0999-01-01"_s);
    }

    void whatIsNoDateIsRefused()
    {
        QFETCH(QString, typed);
        const auto date = entry::parseDate(typed, QDate(2026, 11, 13));
        QVERIFY(!date);
        QCOMPARE(date.error().code, u"date.malformed"_s);
        QCOMPARE(date.error().args, QStringList{typed});
    }

    void monthsEndWhereTheyEnd_data()
    {
        QTest::addColumn<QDate>("today");
        QTest::addColumn<QDate>("last");
        QTest::newRow("February") << QDate(2026, 2, 3) << QDate(2026, 2, 28);
        QTest::newRow("February of a leap year") << QDate(2028, 2, 29) << QDate(2028, 2, 29);
        QTest::newRow("December") << QDate(2026, 12, 31) << QDate(2026, 12, 31);
    }

    void monthsEndWhereTheyEnd()
    {
        QFETCH(QDate, today);
        const auto last = entry::parseDate(u"M", today);
        QVERIFY(last);
        QTEST(*last, "last");
    }

    //! Every two digits name exactly one year, between 80 back and 19 ahead.
    void shortYearsAreNear()
    {
        for (const int year : {1999, 2000, 2026, 2080, 2099}) {
            for (int digits = 0; digits < 100; ++digits) {
                const auto date = entry::parseDate(u"%1-06-15"_s.arg(digits, 2, 10, QChar(u'0')), QDate(year, 1, 1));
                QVERIFY(date);
                QCOMPARE(date->year() % 100, digits);
                QVERIFY(date->year() >= year - 80 && date->year() <= year + 19);
            }
        }
    }
};

QTEST_GUILESS_MAIN(DateEntryTest)
#include "dateentry_test.moc"
