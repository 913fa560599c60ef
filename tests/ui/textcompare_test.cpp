// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mergedesk.h"
#include "pictures.h"
#include "ui/conflicts/textmarks.h"

#include <rapidcheck.h>

#include <QTextBlock>

// UX.md 1.2 C13: long texts whole, beside each other, with what differs marked by words and by letters.

using namespace conflictfixture;

namespace {

using Kind = MarkedRun::Kind;

//! "the [mee(t)ing]": words in brackets, letters in parentheses.
QString inBrackets(const QList<MarkedRun> &runs)
{
    QString text;
    for (const auto &run : runs)
        text += run.kind == Kind::Common ? run.text : run.kind == Kind::Word ? u'[' + run.text + u']' : u'(' + run.text + u')';
    return text;
}

const auto kOld = u"Delivery at the gate on Monday.\nRing Kalle first, the code is 4711.\nThe long boards stand behind the shed."_s;
const auto kMine = u"Delivery at the gate on Monday.\nRing Kalle first, the code is 4712.\nThe long boards stand behind the shed."_s;
const auto kTheirs = u"Delivery at the gate on Tuesday.\nRing Kalle Ek first, the code is 4711.\nThe long boards stand behind the shed."_s;

qint64 noteConflict(Office &office, const QString &mine = kMine, const QString &theirs = kTheirs, const QString &number = u"1001"_s)
{
    const QJsonObject base{{u"name"_s, u"Norrskog Bygg AB"_s}, {u"customerNumber"_s, number}, {u"phone"_s, u"08-1"_s}, {u"note"_s, kOld}};
    return office.conflict(kCustomers, base, with(base, {{u"note"_s, mine}, {u"phone"_s, u"08-2"_s}}),
                           with(base, {{u"note"_s, theirs}, {u"phone"_s, u"08-3"_s}}));
}

//! The pieces of a document that have a format, "4712" for bold ones, "_code_" for those that are underlined alone.
QStringList markedIn(const QTextEdit &pane)
{
    QStringList pieces;
    for (auto block = pane.document()->begin(); block.isValid(); block = block.next()) {
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            const auto piece = it.fragment();
            if (piece.charFormat().fontUnderline())
                pieces.append(piece.charFormat().fontWeight() == QFont::Bold ? piece.text() : u'_' + piece.text() + u'_');
        }
    }
    return pieces;
}

} // namespace

class TextCompareTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::C); }

    void wordsAndLettersAreMarked_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("other");
        QTest::addColumn<QString>("marked");
        QTest::newRow("nothing differs") << u"on Monday"_s << u"on Monday"_s << u"on Monday"_s;
        QTest::newRow("another word") << u"on Monday"_s << u"on schedule"_s << u"on (Monday)"_s;
        QTest::newRow("one letter of a word") << u"code 4712"_s << u"code 4711"_s << u"code [471](2)"_s;
        QTest::newRow("a letter within") << u"the meeting"_s << u"the meating"_s << u"the [me](e)[ting]"_s;
        QTest::newRow("the other word has a letter more") << u"the color"_s << u"the colour"_s << u"the [color]"_s;
        QTest::newRow("a word more") << u"Kalle Ek first"_s << u"Kalle first"_s << u"Kalle (Ek )first"_s;
        QTest::newRow("a word less") << u"Kalle first"_s << u"Kalle Ek first"_s << u"Kalle first"_s;
        QTest::newRow("beside nothing") << u"all new"_s << QString() << u"(all new)"_s;
        QTest::newRow("nothing beside it") << QString() << u"all new"_s << QString();
        QTest::newRow("a letter of two code units is not cut") << u"ab\U0001F600c"_s << u"ab\U0001F601c"_s << u"[ab](\U0001F600)[c]"_s;
    }
    void wordsAndLettersAreMarked()
    {
        QFETCH(QString, text);
        QFETCH(QString, other);
        QTEST(inBrackets(markedBeside(text, other)), "marked");
    }

    void theRunsAreTheText()
    {
        QVERIFY(rc::check("joined, the runs are the text; beside itself there is nothing to mark", [] {
            const auto any = [] {
                QString text;
                for (const auto letter : *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 5)))
                    text += u"ab .\n"_s.at(letter);
                return text;
            };
            const auto text = any();
            QString joined;
            for (const auto &run : markedBeside(text, any()))
                joined += run.text;
            RC_ASSERT(joined == text);
            const auto itself = markedBeside(text, text);
            RC_ASSERT(itself.size() <= 1);
            for (const auto &run : itself)
                RC_ASSERT(run.kind == Kind::Common);
        }));
    }

    void aLongTextIsShownWhole()
    {
        Office office;
        Desk desk(office, noteConflict(office));
        QTRY_COMPARE(desk.tree().currentPath(), u"phone"_s);
        QVERIFY(!desk.compare().isVisible()); // short
        QTest::keyClick(&desk.tree(), Qt::Key_F8);
        QCOMPARE(desk.tree().currentPath(), u"note"_s);
        QVERIFY(desk.compare().isVisible());
        QCOMPARE(desk.pane(0).toPlainText(), kMine);
        QCOMPARE(desk.pane(1).toPlainText(), kTheirs);
        QCOMPARE(markedIn(desk.pane(0)), (QStringList{u"Monday"_s, u"_471_"_s, u"2"_s}));
        QCOMPARE(markedIn(desk.pane(1)), (QStringList{u"Tuesday"_s, u"Ek "_s, u"_471_"_s, u"1"_s}));
        pictures::shoot(desk.dialog, u"merge-compare"_s);
        QTest::keyClick(&desk.tree(), Qt::Key_F8, Qt::ShiftModifier);
        QVERIFY(!desk.compare().isVisible());
    }

    void theMarksAreSeen_data()
    {
        QTest::addColumn<theme::Look>("look");
        QTest::newRow("light") << theme::Look::Light;
        QTest::newRow("dark") << theme::Look::Dark;
    }
    void theMarksAreSeen()
    {
        QFETCH(theme::Look, look);
        const auto palette = QApplication::palette();
        theme::apply(look);
        Office office;
        Desk desk(office, noteConflict(office));
        QTest::keyClick(&desk.tree(), Qt::Key_F8);
        auto &pane = desk.pane(0);
        const auto marked = pane.grab().toImage();
        QTextCursor everything(pane.document());
        everything.select(QTextCursor::Document);
        everything.setCharFormat({});
        const auto plain = pane.grab().toImage();
        QCOMPARE(marked.size(), plain.size());
        QVERIFY(marked != plain);
        const auto tint = theme::tint(theme::Tint::Mine, QApplication::palette()).rgb();
        const auto count = [&](const QImage &image) {
            int pixels = 0;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x)
                    pixels += image.pixel(x, y) == tint;
            }
            return pixels;
        };
        QVERIFY2(count(marked) > 100, qPrintable(QString::number(count(marked))));
        QCOMPARE(count(plain), 0);
        theme::apply(theme::Look::System);
        QApplication::setPalette(palette);
    }

    void thePanesAreReachedNamedAndRead() // UX.md 1.2 M35
    {
        Office office;
        Desk desk(office, noteConflict(office));
        QTest::keyClick(&desk.tree(), Qt::Key_F8);
        QTRY_COMPARE(QApplication::focusWidget(), &desk.tree());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), &desk.pane(0));
        QCOMPARE(desk.pane(0).accessibleName(), u"Note: My change"_s);
        QCOMPARE(desk.pane(0).accessibleDescription(), u"Only here: Monday · 4712"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab); // leaves, and writes nothing
        QCOMPARE(QApplication::focusWidget(), &desk.pane(1));
        QCOMPARE(desk.pane(1).accessibleName(), u"Note: Company server · anna@firm.se"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_X);
        QCOMPARE(desk.pane(1).toPlainText(), kTheirs);
    }

    void theOtherSideOfTheNextConflictIsNamed()
    {
        Office office;
        const auto first = noteConflict(office);
        const auto second = noteConflict(office, kMine, kTheirs, u"1002"_s); // with the same texts
        auto other = office.stored(second);
        other.theirsBy = u"bo@firm.se"_s;
        office.write([&] { value(office.company->conflicts().put(other)); });
        Desk desk(office, first);
        QTest::keyClick(&desk.tree(), Qt::Key_F8);
        QCOMPARE(desk.pane(1).accessibleName(), u"Note: Company server · anna@firm.se"_s);
        desk.open(second);
        desk.tree().goTo(u"note"_s);
        QVERIFY(desk.compare().isVisible());
        QCOMPARE(desk.pane(1).accessibleName(), u"Note: Company server · bo@firm.se"_s);
    }

    void whatDiffersIsHeard_data()
    {
        QTest::addColumn<QString>("mine");
        QTest::addColumn<QString>("theirs");
        QTest::addColumn<QString>("aboutMine");
        QTest::addColumn<QString>("aboutTheirs");
        const auto spaces = u"Only spaces or line breaks differ."_s;
        const auto less = u"The other text has everything that is here, and more."_s;
        QTest::newRow("a letter is told with its word") << kOld + u" color"_s << kOld + u" colour"_s << u"Only here: color"_s << u"Only here: colour"_s;
        QTest::newRow("two words together") << kOld + u" and two more"_s << kOld << u"Only here: and two more"_s << less;
        QTest::newRow("a line break for a space") << kOld + u" now"_s << kOld + u"\nnow"_s << spaces << spaces;
        QTest::newRow("two spaces for one") << kOld + u" now"_s << kOld + u"  now"_s << spaces << spaces;
        QTest::newRow("spaces here and a word there")
            << QString(kOld).replace(u"gate on"_s, u"gate  on"_s) << kOld + u" Mind the dog"_s << u"Only here: spaces or line breaks"_s
            << u"Only here: Mind the dog"_s;
    }
    void whatDiffersIsHeard() // UX.md 1.2 M35
    {
        QFETCH(QString, mine);
        QFETCH(QString, theirs);
        Office office;
        Desk desk(office, noteConflict(office, mine, theirs));
        desk.tree().goTo(u"note"_s);
        QTEST(desk.pane(0).accessibleDescription(), "aboutMine");
        QTEST(desk.pane(1).accessibleDescription(), "aboutTheirs");
        pictures::shoot(desk.dialog, u"merge-compare-%1"_s.arg(QString::fromUtf8(QTest::currentDataTag()).replace(u' ', u'-')));
    }

    void aTextThatOneSideHasIsShown()
    {
        Office office;
        Desk desk(office, noteConflict(office, kMine + u" And mind the dog."_s, kMine));
        QTest::keyClick(&desk.tree(), Qt::Key_F8);
        QTRY_COMPARE(desk.tree().currentPath(), u"note"_s);
        QCOMPARE(markedIn(desk.pane(0)), QStringList{u" And mind the dog."_s});
        QCOMPARE(markedIn(desk.pane(1)), QStringList());
        QCOMPARE(desk.pane(1).accessibleDescription(), u"The other text has everything that is here, and more."_s);
    }
};

QTEST_MAIN(TextCompareTest)
#include "textcompare_test.moc"
