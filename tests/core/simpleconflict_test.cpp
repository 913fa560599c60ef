// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// UX.md 1.2 A5 and J26, R-CON-08: what is decided without the dialog, and what the same way.
#include "core/conflict/similar.h"
#include "core/conflict/simple.h"
#include "mergefixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace frost;
using namespace mergefixture;

namespace {

//! Nothing is without a reference, there are two moods, and a bank number is critical.
const EntitySchema &letters()
{
    static const auto schema = [] {
        auto made = documentSchema();
        for (auto &field : made.fields)
            field.required = field.name == "reference"_L1;
        auto mood = field(u"mood"_s, FieldKind::Choice);
        mood.choices = {u"glad"_s, u"sad"_s};
        made.fields.append(mood);
        made.fields.append(field(u"bankgiro"_s, FieldKind::Text, Importance::Critical));
        return made;
    }();
    return schema;
}

MergeDraft draftOf(const char *base, const char *mine, const char *theirs)
{
    auto draft = MergeDraft::make(letters(), {maybeJson(base), maybeJson(mine), maybeJson(theirs)});
    if (!draft)
        qFatal("%s", qPrintable(draft.error().logLine()));
    return *std::move(draft);
}

//! "email=mine rows.project=theirs"
QString inWords(const FieldSides &sides)
{
    QStringList words;
    for (auto it = sides.begin(); it != sides.end(); ++it)
        words.append(it.key() + u'=' + toString(it.value()));
    return words.join(u' ');
}

constexpr auto kBase = R"({"reference":"A","email":"a@x.se","note":"n","customer":"c1"})";
constexpr auto kMine = R"({"reference":"B","email":"a@x.se","note":"n","customer":"c1"})";
constexpr auto kTheirs = R"({"reference":"C","email":"a@x.se","note":"n","customer":"c1"})";

} // namespace

class SimpleConflictTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void simple_data()
    {
        QTest::addColumn<QByteArray>("base");
        QTest::addColumn<QByteArray>("mine");
        QTest::addColumn<QByteArray>("theirs");
        QTest::addColumn<bool>("expected");
        const auto add = [](const char *name, const char *base, const char *mine, const char *theirs, bool expected) {
            QTest::newRow(name) << QByteArray(base) << QByteArray(mine) << QByteArray(theirs) << expected;
        };
        add("one field of medium weight", kBase, kMine, kTheirs, true);
        add("two fields", R"({"reference":"A","note":"n"})", R"({"reference":"B","note":"m"})", R"({"reference":"C","note":"o"})", true);
        add("three are many", R"({"reference":"A","note":"n","email":"a@x.se"})", R"({"reference":"B","note":"m","email":"b@x.se"})",
            R"({"reference":"C","note":"o","email":"c@x.se"})", false);
        add("what weighs much", R"({"reference":"A","customer":"c1"})", R"({"reference":"A","customer":"c2"})",
            R"({"reference":"A","customer":"c3"})", false);
        add("what weighs much beside what does not", R"({"reference":"A","customer":"c1"})", R"({"reference":"B","customer":"c2"})",
            R"({"reference":"C","customer":"c3"})", false);
        add("what weighs much and was merged", R"({"reference":"A","customer":"c1"})", R"({"reference":"B","customer":"c2"})",
            R"({"reference":"C","customer":"c1"})", true);
        add("a part of a linked group each", R"({"reference":"A","currency":"SEK","currencyRate":"1"})",
            R"({"reference":"A","currency":"EUR","currencyRate":"1"})", R"({"reference":"A","currency":"SEK","currencyRate":"2"})", false);
        add("two fields that belong together", R"({"reference":"A","currency":"SEK","currencyRate":"1"})",
            R"({"reference":"A","currency":"EUR","currencyRate":"10"})", R"({"reference":"A","currency":"USD","currencyRate":"9"})", false);
        add("no base is known", "", kMine, kTheirs, false);
        add("they deleted it", kBase, kMine, "", false);
        add("it is booked", kBase, kMine, R"({"reference":"C","email":"a@x.se","note":"n","customer":"c1","booked":true})", false);
        add("a row that one side removed", R"({"reference":"A","rows":[{"rowId":"r1","article":"a"}]})",
            R"({"reference":"A","rows":[{"rowId":"r1","article":"b"}]})", R"({"reference":"A"})", false);
        add("nothing is asked", kBase, kMine, kBase, false);
    }
    void simple()
    {
        QFETCH(QByteArray, base);
        QFETCH(QByteArray, mine);
        QFETCH(QByteArray, theirs);
        QTEST(isSimple(draftOf(base.constData(), mine.constData(), theirs.constData())), "expected");
    }

    void whatElseWasChosenIsNotSavedUnseen()
    {
        auto draft = draftOf(kBase, kMine, kTheirs);
        draft.choose(u"reference"_s, Choice::Theirs);
        QVERIFY(isSimple(draft));
        draft.choose(u"reference"_s, Choice::Base);
        QVERIFY(!isSimple(draft));
        auto edited = draftOf(kBase, kMine, kTheirs);
        QVERIFY(edited.edit(u"note"_s, u"by hand"_s));
        QVERIFY(!isSimple(edited));
    }

    void whatMayNotBeTakenIsNotOffered()
    {
        // They emptied what nothing may be without.
        const auto draft = draftOf(R"({"reference":"A","note":"n"})", R"({"reference":"B","note":"m"})", R"({"note":"o"})");
        QVERIFY(isSimple(draft));
        QVERIFY(mayTake(draft, u"reference"_s, Choice::Mine));
        QVERIFY(!mayTake(draft, u"reference"_s, Choice::Theirs));
        QVERIFY(mayTake(draft, u"note"_s, Choice::Theirs)); // mine is left for the reference
        auto stuck = draft;
        stuck.choose(u"reference"_s, Choice::Theirs);
        QVERIFY(!mayTake(stuck, u"note"_s, Choice::Mine));
        QVERIFY(!isLawful(stuck));
        // Neither can be taken: that is for the dialog, where something else can be typed.
        QVERIFY(!isSimple(draftOf(R"({"reference":"A","mood":"glad"})", R"({"reference":"A","mood":"odd"})", R"({"reference":"A","mood":"queer"})")));
        QVERIFY(isSimple(draftOf(R"({"reference":"A","mood":"glad"})", R"({"reference":"A","mood":"odd"})", R"({"reference":"A","mood":"sad"})")));
    }

    void ordinary_data()
    {
        QTest::addColumn<ConflictType>("type");
        QTest::addColumn<bool>("expected");
        QTest::newRow("data") << ConflictType::Data << true;
        QTest::newRow("another version") << ConflictType::Version << true;
        QTest::newRow("a newer time") << ConflictType::Timestamp << true;
        QTest::newRow("the number is taken") << ConflictType::DuplicateKey << false;
        QTest::newRow("it is gone over there") << ConflictType::MissingEntity << false;
        QTest::newRow("a deletion") << ConflictType::Deletion << false;
        QTest::newRow("both changes break a rule together") << ConflictType::Validation << false;
    }
    void ordinary()
    {
        QFETCH(ConflictType, type);
        QTEST(isOrdinary(type), "expected");
    }

    void whatAChoiceSaysForOthers()
    {
        auto draft = draftOf(R"({"reference":"A","email":"a@x.se","rows":[{"rowId":"r1","article":"a","project":"p1"}]})",
                             R"({"reference":"A","email":"b@x.se","rows":[{"rowId":"r1","article":"a","project":"p2"}]})",
                             R"({"reference":"A","email":"c@x.se","rows":[{"rowId":"r1","article":"a","project":"p3"}]})");
        draft.choose(u"email"_s, Choice::Mine);
        QCOMPARE(inWords(sidesTaken(draft)), QString()); // one is open
        draft.choose(u"rows[r1].project"_s, Choice::Theirs);
        QCOMPARE(inWords(sidesTaken(draft)), u"email=mine rows.project=theirs"_s);
        draft.choose(u"email"_s, Choice::Base);
        QCOMPARE(inWords(sidesTaken(draft)), QString()); // no side's
        auto grave = draftOf(R"({"reference":"A","customer":"c1"})", R"({"reference":"A","customer":"c2"})", R"({"reference":"A","customer":"c3"})");
        grave.choose(u"customer"_s, Choice::Mine);
        QCOMPARE(inWords(sidesTaken(grave)), u"customer=mine"_s); // listed, and not ticked
    }

    void whatIsCriticalIsNeverOffered_data() // UX.md 1.2 J26: Blocking never
    {
        QTest::addColumn<QString>("theirs");
        QTest::addColumn<QString>("expected"); // what the choice says for others
        QTest::newRow("a bank number that both changed") << u"5402-9681"_s << QString();
        QTest::newRow("a bank number that only I changed") << u"991-2346"_s << u"reference=mine"_s;
    }
    void whatIsCriticalIsNeverOffered()
    {
        QFETCH(QString, theirs);
        const auto there = u"{\"reference\":\"C\",\"bankgiro\":\"%1\"}"_s.arg(theirs).toUtf8();
        auto draft = draftOf(R"({"reference":"A","bankgiro":"991-2346"})", R"({"reference":"B","bankgiro":"5050-1055"})", there.constData());
        const auto undecided = draft;
        draft.setDecisions(draft.allTo(Choice::Mine, {MergeDraft::Section::Open}, MergeDraft::Overrule::No));
        QCOMPARE(draft.openCount(), 0);
        QTEST(inWords(sidesTaken(draft)), "expected");
        // Whoever asks all the same is not obeyed.
        QVERIFY(!decidedAlike(undecided, {{u"bankgiro"_s, Choice::Mine}}));
        QVERIFY(!decidedAlike(undecided, {{u"bankgiro"_s, Choice::Mine}, {u"reference"_s, Choice::Mine}}));
    }

    void oneFieldDecidedSoHereAndOtherwiseThereSaysNothing()
    {
        auto draft = draftOf(
            R"({"reference":"A","rows":[{"rowId":"r1","article":"a","project":"p1"},{"rowId":"r2","article":"b","project":"p1"}]})",
            R"({"reference":"A","rows":[{"rowId":"r1","article":"a","project":"p2"},{"rowId":"r2","article":"b","project":"p2"}]})",
            R"({"reference":"A","rows":[{"rowId":"r1","article":"a","project":"p3"},{"rowId":"r2","article":"b","project":"p3"}]})");
        draft.choose(u"rows[r1].project"_s, Choice::Mine);
        draft.choose(u"rows[r2].project"_s, Choice::Theirs);
        QCOMPARE(inWords(sidesTaken(draft)), QString());
        draft.choose(u"rows[r2].project"_s, Choice::Mine);
        QCOMPARE(inWords(sidesTaken(draft)), u"rows.project=mine"_s);
    }

    void alike_data()
    {
        QTest::addColumn<QByteArray>("base");
        QTest::addColumn<QByteArray>("mine");
        QTest::addColumn<QByteArray>("theirs");
        QTest::addColumn<QString>("expected"); // the reference as it would be; "": not alike
        const auto add = [](const char *name, const char *base, const char *mine, const char *theirs, const QString &expected) {
            QTest::newRow(name) << QByteArray(base) << QByteArray(mine) << QByteArray(theirs) << expected;
        };
        add("the same field", R"({"reference":"X"})", R"({"reference":"Y"})", R"({"reference":"Z"})", u"Z"_s);
        add("more was merged there", R"({"reference":"X","note":"n","customer":"c1"})", R"({"reference":"Y","note":"m","customer":"c2"})",
            R"({"reference":"Z","note":"n","customer":"c1"})", u"Z"_s);
        add("something else is open too", R"({"reference":"X","note":"n"})", R"({"reference":"Y","note":"m"})",
            R"({"reference":"Z","note":"o"})", {});
        add("something grave is open too", R"({"reference":"X","customer":"c1"})", R"({"reference":"Y","customer":"c2"})",
            R"({"reference":"Z","customer":"c3"})", {});
        add("another field is open", R"({"reference":"X","note":"n"})", R"({"reference":"X","note":"m"})", R"({"reference":"X","note":"o"})", {});
        add("it would break a rule", R"({"reference":"X","note":"n"})", R"({"reference":"Y","note":"n"})", R"({"note":"n"})", {});
        add("it is booked there", R"({"reference":"X"})", R"({"reference":"Y"})", R"({"reference":"Z","booked":true})", {});
        add("they deleted it", R"({"reference":"X"})", R"({"reference":"Y"})", "", {});
        add("no base is known", "", R"({"reference":"Y"})", R"({"reference":"Z"})", {});
    }
    void alike()
    {
        QFETCH(QByteArray, base);
        QFETCH(QByteArray, mine);
        QFETCH(QByteArray, theirs);
        auto first = draftOf(kBase, kMine, kTheirs);
        first.choose(u"reference"_s, Choice::Theirs);
        const auto decided = decidedAlike(draftOf(base.constData(), mine.constData(), theirs.constData()), sidesTaken(first));
        QTEST(decided ? (**decided->result())["reference"_L1].toString() : QString(), "expected");
    }

    void whoHasBegunToChooseIsNotOvertaken()
    {
        auto first = draftOf(kBase, kMine, kTheirs);
        first.choose(u"reference"_s, Choice::Theirs);
        auto begun = draftOf(kBase, kMine, kTheirs);
        QVERIFY(decidedAlike(begun, sidesTaken(first)));
        begun.choose(u"reference"_s, Choice::Mine);
        QVERIFY(!decidedAlike(begun, sidesTaken(first)));
        QVERIFY(!decidedAlike(draftOf(kBase, kMine, kTheirs), {}));
    }
};

QTEST_GUILESS_MAIN(SimpleConflictTest)
#include "simpleconflict_test.moc"
