// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "siefixture.h"

#include <QtTest>

using namespace siefixture;

class SieEncodingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theBytesDecide_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("encoding");
        QTest::newRow("the letters of code page 437") << "R\x84ksm\x94rg\x86s"_ba << u"cp437"_s;
        QTest::newRow("its capital letters") << "\x8fNG\x8eL\x99"_ba << u"cp437"_s;
        QTest::newRow("the letters of Latin-1") << "R\xe4ksm\xf6rg\xe5s"_ba << u"latin1"_s;
        QTest::newRow("its capital letters too") << "\xc5NG\xc4L\xd6"_ba << u"latin1"_s;
        QTest::newRow("UTF-8") << "Räksmörgås"_ba << u"utf8"_s;
        QTest::newRow("UTF-8 with letters that were lost before") << "R\xef\xbf\xbdksm\xef\xbf\xbdrg\xef\xbf\xbds"_ba << u"utf8"_s;
        QTest::newRow("no evidence is the standard's") << "#FORMAT PC8"_ba << u"cp437"_s;
        QTest::newRow("the label is no evidence") << "#FORMAT PC8 \xe4\xf6"_ba << u"latin1"_s;
        QTest::newRow("the majority in a mixed file") << "\x84\x94\x86 \xc5"_ba << u"cp437"_s;
        QTest::newRow("a cut UTF-8 file") << "Räksmörgås \xc3"_ba << u"utf8"_s;
        QTest::newRow("an overlong form is not UTF-8") << "\xc0\xaf\x84"_ba << u"cp437"_s;
    }
    void theBytesDecide()
    {
        QFETCH(QByteArray, bytes);
        QTEST(toString(sieEncodingEvidence(bytes).best()), "encoding");
    }

    void decoding_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("encoding");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *name, const QByteArray &bytes, SieEncoding encoding, const QString &text) {
            QTest::newRow(name) << bytes << int(encoding) << text;
        };
        row("code page 437", "\x86\x84\x94\x8f\x8e\x99\x82\x81 \xc5\xe1\xff", SieEncoding::Cp437, u"åäöÅÄÖéü ┼ß\u00a0"_s);
        row("Latin-1", "\xe5\xe4\xf6\xc5\xc4\xd6", SieEncoding::Latin1, u"åäöÅÄÖ"_s);
        row("what Windows adds to Latin-1", "\x80 \x93x\x94 \x96", SieEncoding::Latin1, u"€ “x” –"_s);
        row("UTF-8", "åäö€", SieEncoding::Utf8, u"åäö€"_s);
        row("bytes that are not UTF-8", "a\x84z", SieEncoding::Utf8, u"a\ufffdz"_s);
    }
    void decoding()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, encoding);
        QTEST(sieDecoded(bytes, SieEncoding(encoding)), "text");
    }

    void everyByteOfCodePage437IsACharacterOfItsOwn()
    {
        QByteArray bytes;
        for (int byte = 0; byte < 256; ++byte)
            bytes += char(byte);
        const auto text = sieDecoded(bytes, SieEncoding::Cp437);
        QCOMPARE(QSet<QChar>(text.begin(), text.end()).size(), 256);
        QCOMPARE(text.first(128).toLatin1(), bytes.first(128));
    }

    void aFileInEachEncodingReadsTheSame()
    {
        for (const auto encoding : {SieEncoding::Cp437, SieEncoding::Latin1, SieEncoding::Utf8}) {
            const auto facts = value(SieFile::read(encoded(text(u"boatyard.txt"_s), encoding))).facts;
            QCOMPARE(toString(facts.encoding), toString(encoding));
            QVERIFY(!facts.encodingChosen);
            QCOMPARE(facts.companyName, u"Sjöängens Båtvarv AB"_s);
            QCOMPARE(facts.sample.words.first(4), (QStringList{u"provbänk"_s, u"Åsa"_s, u"Sjöängens"_s, u"Båtvarv"_s}));
            QVERIFY(facts.sample.doubtful.isEmpty());
        }
    }

    void theUserMayKnowBetter()
    {
        const auto bytes = encoded(text(u"boatyard.txt"_s), SieEncoding::Cp437);
        const auto facts = value(SieFile::read(bytes, {.encoding = SieEncoding::Latin1})).facts;
        QVERIFY(facts.encodingChosen);
        QCOMPARE(facts.companyName, u"Sj”„ngens B†tvarv AB"_s);
        QVERIFY(facts.sample.doubtful.contains(u"Sj”„ngens"_s));
        QVERIFY(facts.sample.words.size() <= SieTextSample::kWords);
    }

    void aMixedFileIsSaid()
    {
        const auto plan = value(SieFile::read("#KONTO 1 K\x94p\n#KONTO 2 S\x84lj\n#OBJEKT 6 \xc5" "1 x\n"_ba));
        QCOMPARE(plan.facts.sample.doubtful, QStringList{u"┼1"_s});
        const auto notes = notesOf(plan, u"sie.encodingMixed"_s);
        QCOMPARE(notes.size(), 1);
        QCOMPARE(notes.first().args, (QStringList{u"1"_s, u"cp437"_s}));
    }

    void lettersThatWereLostAreSaid()
    {
        const auto plan = value(SieFile::read("#KONTO 1 F\xef\xbf\xbdrg och tj\xef\xbf\xbdra\n"_ba));
        QCOMPARE(plan.facts.sample.lost, 2);
        QCOMPARE(notesOf(plan, u"sie.lettersLost"_s).first().args, QStringList{u"2"_s});
    }

    void aByteOrderMarkIsNoLetter()
    {
        const auto plan = value(SieFile::read("\xef\xbb\xbf#FLAGGA 0\n#KONTO 1 x\n"_ba));
        QCOMPARE(plan.accounts.size(), 1);
    }

    void names()
    {
        QVERIFY(sieEncodingNamed(u"latin1") == SieEncoding::Latin1);
        QVERIFY(!sieEncodingNamed(u"ebcdic"));
    }
};

QTEST_GUILESS_MAIN(SieEncodingTest)
#include "sieencoding_test.moc"
