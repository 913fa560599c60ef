// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/conflict/textdiff.h"

#include <QTest>

#include <rapidcheck.h>

using namespace Qt::StringLiterals;
using namespace frost;

namespace {

//! Words of few kinds, so that texts have much in common.
QString someText()
{
    const QStringList kinds{u"a"_s, u"bil"_s, u" "_s, u"\n"_s, u"12"_s, u"."_s};
    QString text;
    const auto count = *rc::gen::inRange(0, 14);
    for (int i = 0; i < count; ++i)
        text += kinds[*rc::gen::inRange(0, int(kinds.size()))];
    return text;
}

QStringList applied(const QStringList &before, const QList<WordEdit> &edits)
{
    QStringList after;
    qsizetype at = 0;
    for (const auto &edit : edits) {
        after += before.mid(at, edit.from - at) + edit.words;
        at = edit.to;
    }
    return after + before.mid(at);
}

//! By trying everything.
int longestCommon(const QStringList &a, const QStringList &b, qsizetype i = 0, qsizetype j = 0)
{
    if (i == a.size() || j == b.size())
        return 0;
    if (a[i] == b[j])
        return 1 + longestCommon(a, b, i + 1, j + 1);
    return std::max(longestCommon(a, b, i + 1, j), longestCommon(a, b, i, j + 1));
}

} // namespace

class TextDiffTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void words_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("words");
        QTest::newRow("nothing") << QString() << QStringList();
        QTest::newRow("letters and digits are a word") << u"Åre 12b"_s << QStringList{u"Åre"_s, u" "_s, u"12b"_s};
        QTest::newRow("every sign stands by itself") << u"a--b."_s << QStringList{u"a"_s, u"-"_s, u"-"_s, u"b"_s, u"."_s};
        QTest::newRow("a letter outside the first plane is not cut") << u"\U0001F4A9x"_s << QStringList{u"\U0001F4A9x"_s};
    }
    void words()
    {
        QFETCH(QString, text);
        QTEST(wordsOf(text), "words");
    }

    void differences_data() // UX.md 1.2 C13
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("other");
        QTest::addColumn<QString>("shown"); // what only `text` has in brackets
        QTest::newRow("equal") << u"Delivered in March"_s << u"Delivered in March"_s << u"Delivered in March"_s;
        QTest::newRow("one word") << u"Delivered in May"_s << u"Delivered in March"_s << u"Delivered in [May]"_s;
        QTest::newRow("a word more") << u"Delivered late in March"_s << u"Delivered in March"_s << u"Delivered [late ]in March"_s;
        QTest::newRow("a word less") << u"Delivered March"_s << u"Delivered in March"_s << u"Delivered March"_s;
        QTest::newRow("nothing in common") << u"yes"_s << u"no"_s << u"[yes]"_s;
        QTest::newRow("beside nothing") << u"yes"_s << QString() << u"[yes]"_s;
    }
    void differences()
    {
        QFETCH(QString, text);
        QFETCH(QString, other);
        QString shown;
        for (const auto &run : runsBeside(text, other))
            shown += run.isCommon ? run.text : u'[' + run.text + u']';
        QTEST(shown, "shown");
    }

    void merges_data()
    {
        QTest::addColumn<QString>("base");
        QTest::addColumn<QString>("mine");
        QTest::addColumn<QString>("theirs");
        QTest::addColumn<QString>("merged"); // "–": it cannot be told
        const auto cannot = u"–"_s;
        QTest::newRow("at two ends") << u"Deliver on Monday"_s << u"Please deliver on Monday"_s << u"Deliver on Monday."_s
                                     << u"Please deliver on Monday."_s;
        QTest::newRow("two lines") << u"Key at the desk.\nCall first."_s << u"Key at the bar.\nCall first."_s
                                   << u"Key at the desk.\nCall Bo first."_s << u"Key at the bar.\nCall Bo first."_s;
        QTest::newRow("a line each, at the same place") << u"Note"_s << u"Note\nmine"_s << u"Note\ntheirs"_s << cannot;
        QTest::newRow("the same word") << u"on Monday"_s << u"on Friday"_s << u"on Sunday"_s << cannot;
        QTest::newRow("words beside each other") << u"12 March"_s << u"13 March"_s << u"12 May"_s << u"13 May"_s;
        QTest::newRow("nothing between them") << u"a.b"_s << u"a;b"_s << u"a.c"_s << cannot;
        QTest::newRow("the same change") << u"on Monday"_s << u"on Friday"_s << u"on Friday"_s << u"on Friday"_s;
        QTest::newRow("one emptied it") << u"on Monday"_s << QString() << u"on Monday at noon"_s << cannot;
    }
    void merges()
    {
        QFETCH(QString, base);
        QFETCH(QString, mine);
        QFETCH(QString, theirs);
        QTEST(mergedText(base, mine, theirs).value_or(u"–"_s), "merged");
    }

    void longTextsAreToldCoarsely()
    {
        QString a;
        QString b;
        for (int i = 0; i < 5000; ++i) {
            a += u"a%1 "_s.arg(i);
            b += u"b%1 "_s.arg(i);
        }
        const auto edits = wordEdits(wordsOf(a), wordsOf(b));
        QCOMPARE(edits.size(), 1);
        QCOMPARE(applied(wordsOf(a), edits), wordsOf(b));
    }

    void laws()
    {
        QVERIFY(rc::check("edits lead from one text to the other and keep what can be kept", [] {
            const auto before = wordsOf(someText());
            const auto after = wordsOf(someText());
            const auto edits = wordEdits(before, after);
            RC_ASSERT(applied(before, edits) == after);
            qsizetype kept = before.size();
            for (const auto &edit : edits)
                kept -= edit.to - edit.from;
            RC_ASSERT(kept == longestCommon(before, after));
            for (qsizetype i = 1; i < edits.size(); ++i)
                RC_ASSERT(edits[i - 1].to < edits[i].from);
        }));
        QVERIFY(rc::check("runs are the text, and no two of a kind stand side by side", [] {
            const auto text = someText();
            const auto runs = runsBeside(text, someText());
            QString joined;
            for (qsizetype i = 0; i < runs.size(); ++i) {
                joined += runs[i].text;
                if (i > 0)
                    RC_ASSERT(runs[i].isCommon != runs[i - 1].isCommon);
            }
            RC_ASSERT(joined == text);
        }));
        QVERIFY(rc::check("a side that changed nothing gives the other", [] {
            const auto base = someText();
            const auto mine = someText();
            RC_ASSERT(mergedText(base, mine, base) == std::optional(mine));
            RC_ASSERT(mergedText(base, mine, mine) == std::optional(mine));
        }));
        QVERIFY(rc::check("swapping the sides makes no difference", [] {
            const auto base = someText();
            const auto mine = someText();
            const auto theirs = someText();
            RC_ASSERT(mergedText(base, mine, theirs) == mergedText(base, theirs, mine));
        }));
    }
};

QTEST_GUILESS_MAIN(TextDiffTest)
#include "textdiff_test.moc"
