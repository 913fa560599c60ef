// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "siefixture.h"

#include <QtTest>

using namespace siefixture;

namespace {
const QByteArray kRow = "#TRANS 1930 {} 10\n#TRANS 3001 {} -10\n";

SiePlan boatyard()
{
    return value(SieFile::read(encoded(text(u"boatyard.txt"_s), SieEncoding::Cp437)));
}

QStringList amounts(const QList<SieRow> &rows)
{
    QStringList texts;
    for (const auto &row : rows)
        texts += row.amount.toString(2);
    return texts;
}
} // namespace

class SieFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theHeaderIsRead()
    {
        const auto facts = boatyard().facts;
        QCOMPARE(facts.type, 4);
        QVERIFY(!facts.flagged);
        QCOMPARE(facts.program, u"Frosts provbänk 1.0"_s);
        QCOMPARE(facts.generated, QDate(2026, 1, 5));
        QCOMPARE(facts.organisationNumber, u"556036-0793"_s);
        QCOMPARE(facts.years.size(), 2);
        QCOMPARE(facts.years.first().name(), u"2025"_s);
        QCOMPARE(facts.passedOver.value(u"IB -1"_s), 1);
        QCOMPARE(facts.passedOver.value(u"PSALDO"_s), 1);
        QVERIFY(!facts.passedOver.contains(u"TRANS"_s));
        QCOMPARE(facts.vouchersRead(), 4);
        QCOMPARE(facts.openings, 2);
    }

    void accountsHaveTypeSruAndOpeningBalance()
    {
        const auto accounts = boatyard().accounts;
        QCOMPARE(accounts.size(), 6);
        const auto &bank = accounts.at(1);
        QCOMPARE(bank.number, u"1930"_s);
        QCOMPARE(bank.name, u"Företagskonto"_s);
        QCOMPARE(bank.type, u"asset"_s);
        QCOMPARE(bank.sru, QStringList{u"7281"_s});
        QCOMPARE(bank.openingBalance->toString(2), u"100000.00"_s);
        QCOMPARE(bank.year, u"2025"_s);
        QVERIFY(!accounts.first().openingBalance);
    }

    void rowsKeepAllTheySay()
    {
        const auto plan = boatyard();
        const auto &row = plan.vouchers.first().rows.at(1);
        QCOMPARE(row.account, u"3001"_s);
        QCOMPARE(row.amount.toString(2), u"-1000.00"_s);
        QCOMPARE(row.objects, (QList<SieObject>{{1, u"VARV"_s}, {6, u"P 1"_s}, {21, u"B7"_s}}));
        QCOMPARE(plan.objectNames.value({6, u"P 1"_s}), u"Ombyggnad av \"Gäddan\""_s);
        QCOMPARE(row.quantity->toString(), u"1"_s);
        QCOMPARE(plan.otherDimensions(row), u"21 Båtplats: B7 Brygga 7"_s);
        QCOMPARE(plan.otherDimensions(plan.vouchers.first().rows.first()), u"8 Kund: 100 Fiskeläget"_s);
        const auto &late = plan.vouchers.at(2);
        QCOMPARE(late.text, u"Färg och tjära"_s); // the voucher itself has no text
        QCOMPARE(late.registered, QDate(2025, 3, 11));
        QCOMPARE(late.rows.at(1).date, QDate(2025, 3, 9));
        QCOMPARE(plan.vouchers.first().signature, u"Åsa"_s);
    }

    // Behandlingshistorik: what was struck and what came in its place, and who did it.
    void changedRows()
    {
        const auto voucher = boatyard().vouchers.at(1);
        QCOMPARE(amounts(voucher.rows), (QStringList{u"1250.00"_s, u"-1250.00"_s}));
        QVERIFY(!voucher.rows.at(0).added);
        QVERIFY(voucher.rows.at(1).added);
        QCOMPARE(voucher.rows.at(1).signature, u"Östen"_s);
        QCOMPARE(voucher.rows.at(1).date, QDate(2025, 2, 1));
        QCOMPARE(amounts(voucher.struck), QStringList{u"-1200.00"_s});
        QCOMPARE(voucher.struck.first().text, u"fel belopp"_s);
        QVERIFY(voucher.difference().isZero());
    }

    void aVoucherWithNothingBookedIsAVoidedNumber()
    {
        const auto facts = boatyard().facts;
        QCOMPARE(facts.leftOut.size(), 1);
        const auto &voided = facts.leftOut.first();
        QVERIFY(voided.isVoided());
        QCOMPARE(voided.series + voided.number, u"B2"_s);
        QCOMPARE(voided.struck.size(), 2);
        QCOMPARE(facts.toJson()[u"leftOut"][0][u"struckRows"][1][u"amount"].toString(), u"-80.00"_s);
    }

    void totals()
    {
        const auto facts = boatyard().facts;
        QCOMPARE(facts.debit.toString(2), u"2600.50"_s);
        QCOMPARE(facts.rows, 7);
        QCOMPARE(facts.addedRows, 1);
        QCOMPARE(facts.struckRows, 1);
        QCOMPARE(facts.series.size(), 2);
        QCOMPARE(facts.series.first().vouchers, 2);
        QCOMPARE(facts.series.first().debit.toString(2), u"2500.00"_s);
    }

    void theBooksComeOutAsTheFileSays()
    {
        QCOMPARE(notesOf(boatyard(), u"sie.closingDiffers"_s).size(), 0);
        QCOMPARE(notesOf(boatyard(), u"sie.openingUnbalanced"_s).size(), 0);
        auto changed = text(u"boatyard.txt"_s);
        changed.replace(u"#UB 0 1930 101149.50"_s, u"#UB 0 1930 101149.51"_s);
        changed.replace(u"#IB 0 2081 -100000"_s, u"#IB 0 2081 -99000"_s);
        const auto plan = value(SieFile::read(changed.toUtf8()));
        const auto notes = notesOf(plan, u"sie.closingDiffers"_s);
        QCOMPARE(notes.size(), 2);
        QCOMPARE(notes.first().args, (QStringList{u"1930"_s, u"101149.51"_s, u"101149.50"_s}));
        QVERIFY(notes.first().line > 0);
        QCOMPARE(notesOf(plan, u"sie.openingUnbalanced"_s).first().args, QStringList{u"1000.00"_s});
    }

    void yearNames_data()
    {
        QTest::addColumn<QDate>("from");
        QTest::addColumn<QDate>("to");
        QTest::addColumn<QString>("name");
        QTest::newRow("a calendar year") << QDate(2024, 1, 1) << QDate(2024, 12, 31) << u"2024"_s;
        QTest::newRow("a broken year") << QDate(2009, 7, 1) << QDate(2010, 6, 30) << u"2009-07/2010-06"_s;
        QTest::newRow("a short first year") << QDate(2010, 5, 17) << QDate(2010, 12, 31) << u"2010-05/2010-12"_s;
        QTest::newRow("a long year") << QDate(2013, 7, 1) << QDate(2015, 8, 31) << u"2013-07/2015-08"_s;
        QTest::newRow("half a year") << QDate(2010, 1, 1) << QDate(2010, 6, 30) << u"2010-01/2010-06"_s;
    }
    void yearNames()
    {
        QFETCH(QDate, from);
        QFETCH(QDate, to);
        QTEST((SieYear{0, from, to}.name()), "name");
    }

    void lines_data()
    {
        QTest::addColumn<QByteArray>("rows");
        QTest::addColumn<QString>("account");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("objects");
        const QByteArray rest = "#TRANS 3001 {} -10\n";
        const auto row = [&](const char *name, const QByteArray &line, const QString &account, const QString &words,
                             const QStringList &objects = {}) {
            QTest::newRow(name) << QByteArray(line + '\n' + rest) << account << words << objects;
        };
        row("plain", "#TRANS 1930 {} 10 20250201 word", u"1930"_s, u"word"_s);
        row("tabs", "\t#TRANS\t1930\t{}\t10\t20250201\t\"two words\"\t", u"1930"_s, u"two words"_s);
        row("quotes around every field", "#TRANS \"1930\" {} \"10\" \"20250201\" \"x\"", u"1930"_s, u"x"_s);
        row("a quote in quotes", "#TRANS 1930 {} 10 \"\" \"the \\\"big\\\" one\"", u"1930"_s, u"the \"big\" one"_s);
        row("a quote where a letter was", "#TRANS 1930 {} 10 \"\" \"F\"rs\"ljning\"", u"1930"_s, u"F\"rs\"ljning"_s);
        row("a backslash is itself", "#TRANS 1930 {} 10 \"\" \"1820\\A012 bike\"", u"1930"_s, u"1820\\A012 bike"_s);
        row("a backslash at the end", "#TRANS 1930 {} 10 \"\" \"C:\\folder\\\"", u"1930"_s, u"C:\\folder\\"_s);
        row("braces in a text", "#TRANS 1930 {} 10 \"\" \"{not a list}\"", u"1930"_s, u"{not a list}"_s);
        row("an empty list with a space", "#TRANS 1930 { } 10", u"1930"_s, {});
        row("no list", "#TRANS 1930 10 20250201 word", u"1930"_s, u"word"_s);
        row("a list without spaces around", "#TRANS 1930 {1 A 6 \"B 2\"}10", u"1930"_s, {}, {u"1 A"_s, u"6 B 2"_s});
        row("a closing brace in quotes", "#TRANS 1930 {1 \"A}\"} 10", u"1930"_s, {}, {u"1 A}"_s});
        row("labels in small letters", "#trans 1930 {} 10", u"1930"_s, {});
        row("spaces around a text", "#TRANS 1930 {} 10 \"\" \"  wide  \"", u"1930"_s, u"wide"_s);
        row("a comma for a point", "#TRANS 1930 {} 10,00", u"1930"_s, {});
    }
    void lines()
    {
        QFETCH(QByteArray, rows);
        const auto plan = value(SieFile::read(withRows(rows)));
        QCOMPARE(plan.vouchers.size(), 1);
        const auto &row = plan.vouchers.first().rows.first();
        QTEST(row.account, "account");
        QTEST(row.text, "text");
        QStringList objects;
        for (const auto &object : row.objects)
            objects += QString::number(object.dimension) + u' ' + object.code;
        QTEST(objects, "objects");
        QCOMPARE(row.amount, Decimal(10));
    }

    void lineEnds_data()
    {
        QTest::addColumn<QByteArray>("end");
        QTest::newRow("LF") << "\n"_ba;
        QTest::newRow("CR LF") << "\r\n"_ba;
        QTest::newRow("CR") << "\r"_ba;
    }
    void lineEnds()
    {
        QFETCH(QByteArray, end);
        auto bytes = withRows(kRow) + "\nwhat is this\n\x1a";
        const auto plan = value(SieFile::read(bytes.replace('\n', end)));
        QCOMPARE(plan.vouchers.size(), 1);
        QCOMPARE(notesOf(plan, u"sie.lineUnknown"_s).first().line, 12);
    }

    void amountsAreExact()
    {
        const auto plan = value(SieFile::read(withRows("#TRANS 1930 {} 0.1\n#TRANS 1930 {} 0.2\n#TRANS 3001 {} -0.30\n")));
        QCOMPARE(plan.vouchers.size(), 1);
        QCOMPARE(plan.facts.debit.toString(2), u"0.30"_s);
        QVERIFY(plan.facts.leftOut.isEmpty());
    }

    void theFileAsAWholeIsRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("line");
        const QByteArray head = "#FLAGGA 0\n#KONTO 1930 Bank\n";
        const auto row = [](const char *name, const QByteArray &bytes, const QString &code, const QString &line = {}) {
            QTest::newRow(name) << bytes << code << line;
        };
        row("nothing", "", u"sie.empty"_s);
        row("white space", " \r\n\t ", u"sie.empty"_s);
        row("a picture", "\x89PNG\r\n\x1a\n\0\0\0\rIHDR"_ba + QByteArray(1, '\0'), u"sie.binary"_s, u"3"_s);
        row("UTF-16", QByteArray("#\0F\0L\0", 6), u"sie.binary"_s, u"1"_s);
        row("SIE 5", "<?xml version=\"1.0\"?><Sie/>", u"sie.xml"_s);
        row("a letter", "Dear accountant,\n#VER A 1\n", u"sie.notSie"_s);
        row("another kind of text with hashes", "# Heading\n## Second\n", u"sie.notSie"_s);
        row("only unknown labels", "#HELLO x\n", u"sie.notSie"_s);
        row("a header and nothing else", "#FLAGGA 0\n#SIETYP 4\n", u"sie.nothing"_s);
        row("a type that does not exist", "#SIETYP 7\n" + head, u"sie.typeUnknown"_s, u"7"_s);
        row("a huge line", head + "#PROSA " + QByteArray(SieFile::kLongestLine, 'x'), u"sie.lineTooLong"_s, u"3"_s);
        row("a year that is none", head + "#RAR 0 20250101 20251301\n", u"sie.yearMalformed"_s, u"3"_s);
        row("a year that ends before it begins", head + "#RAR 0 20251231 20250101\n", u"sie.yearMalformed"_s, u"3"_s);
        row("an opening balance that is no number", head + "#IB 0 1930 much\n", u"sie.openingMalformed"_s, u"3"_s);
        row("two opening balances", head + "#IB 0 1930 1\n#IB 0 1930 2\n", u"sie.openingTwice"_s, u"4"_s);
        row("cut in a voucher", withRows(kRow).chopped(2), u"sie.cut"_s, u"6"_s);
        row("cut before its rows", head + "#VER A 1 20250101\n", u"sie.cut"_s, u"3"_s);
        row("no opening brace", head + "#VER A 1 20250101\n#TRANS 1930 {} 1\n}\n", u"sie.braceMissing"_s, u"3"_s);
        row("no closing brace", withRows(kRow).chopped(2) + "#VER A 2 20250101\n{\n}\n", u"sie.braceMissing"_s, u"6"_s);
        row("a brace too many", withRows(kRow) + "}\n", u"sie.braceUnexpected"_s, u"11"_s);
        row("an opening brace of its own", head + "{\n", u"sie.braceUnexpected"_s, u"3"_s);
        row("a row outside of a voucher", head + "#TRANS 1930 {} 1\n", u"sie.rowOutside"_s, u"3"_s);
    }
    void theFileAsAWholeIsRefused()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, line);
        const auto plan = SieFile::read(bytes);
        QVERIFY(!plan);
        QTEST(plan.error().code, "code");
        QCOMPARE(plan.error().kind, ErrorKind::Invalid);
        QCOMPARE(plan.error().args.value(0), line);
    }

    void aVoucherThatCannotBeBookedIsLeftOut_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("code");
        QTest::addColumn<qint64>("line");
        const auto row = [](const char *name, const QByteArray &rows, const QString &code, qint64 line) {
            QTest::newRow(name) << withRows(rows) << code << line;
        };
        row("debit and credit differ", "#TRANS 1930 {} 12\n#TRANS 3001 {} -10\n", u"sie.unbalanced"_s, 6);
        row("one row", "#TRANS 1930 {} 12\n", u"sie.unbalanced"_s, 6);
        row("an amount that is none", "#TRANS 1930 {} 1o\n#TRANS 3001 {} -10\n", u"sie.amountMalformed"_s, 8);
        row("no amount", "#TRANS 1930 {}\n", u"sie.amountMalformed"_s, 8);
        row("an amount beyond all numbers", "#TRANS 1930 {} 1" + QByteArray(40, '0') + '\n', u"sie.amountMalformed"_s, 8);
        row("no account", "#TRANS\n", u"sie.accountMissing"_s, 8);
        row("an open quote before the amount", "#TRANS \"1930 {} 10\n#TRANS 3001 {} -10\n", u"sie.quoteOpen"_s, 8);
        row("an open list", kRow + "#TRANS 1930 {1 2 3 10\n", u"sie.listOpen"_s, 10);
        row("a line of something else", kRow + "Hello\n", u"sie.lineUnknown"_s, 10);
        row("no rows", "", u"sie.voided"_s, 6);
        row("rows of nothing", "#TRANS 1930 {} 0\n#TRANS 3001 {} 0.00\n", u"sie.voided"_s, 6);
        QTest::newRow("no date") << withRows(kRow).replace("20250201", "20250230") << u"sie.dateMalformed"_s << qint64(6);
        QTest::newRow("too many rows") << withRows(QByteArray(kRow).repeated(SieFile::kMostRows / 2 + 1)) << u"sie.tooManyRows"_s << qint64(6);
    }
    void aVoucherThatCannotBeBookedIsLeftOut()
    {
        QFETCH(QByteArray, bytes);
        const auto plan = value(SieFile::read(bytes + "#VER B 7 20250301 Other\n{\n" + kRow + "}\n"));
        QCOMPARE(plan.vouchers.size(), 1);
        QCOMPARE(plan.vouchers.first().series, u"B"_s);
        QCOMPARE(plan.facts.leftOut.size(), 1);
        const auto &leftOut = plan.facts.leftOut.first();
        QTEST(leftOut.why.code, "code");
        QCOMPARE(leftOut.line, 6);
        QTEST(leftOut.whyLine, "line");
    }

    void notes_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QStringList>("args");
        QTest::addColumn<qint64>("line");
        const auto row = [](const char *name, const QByteArray &bytes, const QString &code, const QStringList &args, qint64 line) {
            QTest::newRow(name) << bytes << code << args << line;
        };
        const QByteArray good = withRows(kRow);
        row("an account that is not declared", withRows("#TRANS FEL {} 1\n#TRANS 1930 {} -1\n"), u"sie.accountUndeclared"_s, {u"FEL"_s}, 8);
        row("an opening balance of an undeclared account", good + "#IB 0 2081 5\n", u"sie.accountUndeclared"_s, {u"2081"_s}, 11);
        row("a cost centre that is not declared", withRows("#TRANS 1930 {1 X} 1\n#TRANS 3001 {} -1\n"), u"sie.objectUndeclared"_s, {u"1"_s, u"X"_s}, 8);
        row("a name that changes", good + "#KONTO 1930 Other\n", u"sie.declaredTwice"_s, {u"1930"_s}, 11);
        row("an account without a name", good + "#KONTO 4000\n", u"sie.nameMissing"_s, {u"4000"_s}, 11);
        row("an account type that does not exist", good + "#KTYP 1930 O\n", u"sie.accountTypeUnknown"_s, {u"1930"_s, u"O"_s}, 11);
        row("an added row without its repetition", withRows("#RTRANS 1930 {} 10\n#TRANS 3001 {} -10\n"), u"sie.addedAlone"_s, {u"1930"_s}, 8);
        row("a row of nothing", withRows(kRow + "#TRANS 1930 {} 0.00\n"), u"sie.zeroRow"_s, {u"1930"_s}, 10);
        row("a comma for a point", withRows(kRow + "#TRANS 1930 {} 1,5\n#TRANS 1930 {} -1.5\n"), u"sie.decimalComma"_s, {u"1,5"_s}, 10);
        row("a voucher outside of the year", QByteArray(good).replace("20250201", "20240201"), u"sie.outsideYear"_s,
            {u"A"_s, u"1"_s, u"2024-02-01"_s, u"2025"_s}, 6);
        row("no year", QByteArray(good).replace("#RAR 0 20250101 20251231\n", "\n"), u"sie.yearAssumed"_s, {u"2025"_s}, 0);
        row("the same number twice", good + "#VER A 1 20250202 Next\n{\n" + kRow + "}\n", u"sie.numberTwice"_s, {u"A"_s, u"1"_s, u"1-2"_s}, 11);
        row("no number", QByteArray(good).replace("#VER A 1", "#VER A \"\""), u"sie.numberless"_s, {u"A"_s}, 6);
        row("no series", QByteArray(good).replace("#VER A 1", "#VER \"\" 1"), u"sie.seriesMissing"_s, {u"I"_s}, 6);
        row("no text", QByteArray(good).replace(" Text", ""), u"sie.textMissing"_s, {u"A 1"_s}, 6);
        row("another currency", good + "#VALUTA EUR\n", u"sie.currency"_s, {u"EUR"_s}, 11);
        row("a date that is none", withRows("#TRANS 1930 {} 10 2025\n#TRANS 3001 {} -10\n"), u"sie.fieldMalformed"_s, {u"TRANS"_s, u"2025"_s}, 8);
        row("half an object", withRows("#TRANS 1930 {1} 10\n#TRANS 3001 {} -10\n"), u"sie.objectMalformed"_s, {u"1"_s, {}}, 8);
        row("a text that is not closed", withRows("#TRANS 1930 {} 10 20250201 \"text\n#TRANS 3001 {} -10\n"), u"sie.quoteOpen"_s, {}, 8);
        row("a text over two lines", withRows(kRow + "#TRANS 1930 {} 10 20250201 \"one\ntwo\"\n#TRANS 3001 {} -10\n"), u"sie.lineUnknown"_s, {}, 11);
        row("a voucher text that is not closed", QByteArray(good).replace(" Text", " \"Text"), u"sie.quoteOpen"_s, {}, 6);
        row("an open quote outside of vouchers", good + "#PROSA \"x\n#FNAMN \"x\n", u"sie.quoteOpen"_s, {}, 12);
    }
    void notes()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, code);
        const auto plan = value(SieFile::read(bytes));
        QVERIFY(plan.facts.leftOut.isEmpty());
        const auto notes = notesOf(plan, code);
        QCOMPARE(notes.size(), 1);
        QTEST(notes.first().args, "args");
        QTEST(notes.first().line, "line");
    }

    void aNumberIsMadeUniqueAroundThoseThatAreThere()
    {
        QByteArray bytes = withRows(kRow);
        for (const QByteArray number : {"1", "1-2", "1"})
            bytes += "#VER A " + number + " 20250202 x\n{\n" + kRow + "}\n";
        QStringList numbers;
        for (const auto &voucher : value(SieFile::read(bytes)).vouchers)
            numbers += voucher.number;
        QCOMPARE(numbers, (QStringList{u"1"_s, u"1-3"_s, u"1-2"_s, u"1-4"_s}));
    }

    void anAddedRowIsOneRowOnlyWithItsOwnRepetition()
    {
        const auto plan = value(SieFile::read(withRows("#RTRANS 1930 {} 10\n#TRANS 1930 {} 10\n#TRANS 1930 {} 10\n#RTRANS 3001 {} -10\n"
                                                       "#TRANS 3001 {} -10\n#RTRANS 3001 {} -10\n#TRANS 3001 {1 A} -10\n#TRANS 1930 {} 10\n")));
        QCOMPARE(amounts(plan.vouchers.first().rows),
                 (QStringList{u"10.00"_s, u"10.00"_s, u"-10.00"_s, u"-10.00"_s, u"-10.00"_s, u"10.00"_s}));
        QCOMPARE(notesOf(plan, u"sie.addedAlone"_s).size(), 1);
    }

    void unknownLabelsAreCounted()
    {
        const auto plan = value(SieFile::read(withRows(kRow + "#MOMS x\n") + "#MOMS 25\n#NYTT\n"));
        QCOMPARE(plan.facts.passedOver, (QMap<QString, qint64>{{u"MOMS"_s, 2}, {u"NYTT"_s, 1}}));
    }

    void balancesOnly()
    {
        const auto plan = value(SieFile::read("#FLAGGA 0\n#SIETYP 1\n#RAR 0 20250101 20251231\n#KONTO 1930 Bank\n#IB 0 1930 5\n#UB 0 1930 7\n"_ba));
        QCOMPARE(plan.facts.type, 1);
        QCOMPARE(plan.accounts.size(), 1);
        QVERIFY(plan.vouchers.isEmpty());
        QVERIFY(notesOf(plan, u"sie.closingDiffers"_s).isEmpty());
    }

    void readingCanBeStopped()
    {
        const auto bytes = withRows(QByteArray(kRow).repeated(2000));
        QCOMPARE(codeOf(SieFile::read(bytes, {.encoding = {}, .progress = [](qint64, qint64) { return false; }})), u"sie.cancelled"_s);
        qint64 last = 0;
        value(SieFile::read(bytes, {.encoding = {}, .progress = [&](qint64 done, qint64 size) {
                                        const bool rises = done > last && done <= size;
                                        last = done;
                                        return rises;
                                    }}));
        QVERIFY(last > 0);
    }
};

QTEST_GUILESS_MAIN(SieFileTest)
#include "siefile_test.moc"
