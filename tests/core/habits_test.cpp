// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/conflict/habits.h"
#include "mergefixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace frost;
using namespace mergefixture;

namespace {

const EntitySchema &documents()
{
    static const auto schema = documentSchema();
    return schema;
}

//! So many decisions for mine, then so many for theirs, then so many others, of one path; the newest first.
QList<MergeDecisions> decided(const QString &path, int mine, int theirs, int others = 0)
{
    QList<MergeDecisions> history;
    const auto add = [&](int count, Choice choice) {
        for (int i = 0; i < count; ++i)
            history.append({{path, {choice, QJsonValue::Undefined}}});
    };
    add(mine, Choice::Mine);
    add(theirs, Choice::Theirs);
    add(others, Choice::Edited);
    return history;
}

} // namespace

// R-CON-10
class HabitsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void suggestions_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("decidedPath");
        QTest::addColumn<int>("mine");
        QTest::addColumn<int>("theirs");
        QTest::addColumn<int>("others");
        QTest::addColumn<QString>("expected"); // "theirs 14 of 15"; "": none
        const auto field = u"reference"_s;
        const QString none;
        QTest::newRow("14 of 15 for theirs") << field << field << 1 << 14 << 0 << u"theirs 14 of 15"_s;
        QTest::newRow("all for mine") << field << field << 5 << 0 << 0 << u"mine 5 of 5"_s;
        QTest::newRow("four cases are chance") << field << field << 0 << 4 << 0 << none;
        QTest::newRow("exactly four fifths") << field << field << 1 << 4 << 0 << u"theirs 4 of 5"_s;
        QTest::newRow("a little less") << field << field << 0 << 7 << 2 << none;
        QTest::newRow("what was typed counts against both") << field << field << 0 << 5 << 5 << none;
        QTest::newRow("only the newest count") << field << field << 20 << 100 << 0 << u"mine 20 of 20"_s;
        QTest::newRow("decisions about another field say nothing") << field << u"email"_s << 0 << 15 << 0 << none;
        QTest::newRow("the same field of any row") << u"rows[r1].project"_s << u"rows[r7].project"_s << 0 << 9 << 0 << u"theirs 9 of 9"_s;
        QTest::newRow("never about what is important") << u"customer"_s << u"customer"_s << 0 << 20 << 0 << none;
        QTest::newRow("never about what belongs together") << u"currency"_s << u"currency"_s << 0 << 20 << 0 << none;
        QTest::newRow("never about a whole row") << u"rows[r2]"_s << u"rows[r2]"_s << 0 << 20 << 0 << none;
        QTest::newRow("nothing about what is not asked") << u"note"_s << u"note"_s << 0 << 20 << 0 << none;
    }
    void suggestions()
    {
        QFETCH(QString, path);
        QFETCH(QString, decidedPath);
        QFETCH(int, mine);
        QFETCH(int, theirs);
        QFETCH(int, others);
        const auto draft = MergeDraft::make(
            documents(),
            {json(R"({"reference":"A","customer":"c1","currency":"SEK","currencyRate":"1","note":"n","rows":[{"rowId":"r1","article":"a","project":"p1"},{"rowId":"r2","article":"b","quantity":"1"}]})"),
             json(R"({"reference":"B","customer":"c2","currency":"EUR","currencyRate":"1","note":"m","rows":[{"rowId":"r1","article":"a","project":"p2"},{"rowId":"r2","article":"b","quantity":"2"}]})"),
             json(R"({"reference":"C","customer":"c3","currency":"SEK","currencyRate":"2","note":"n","rows":[{"rowId":"r1","article":"a","project":"p3"}]})")});
        QVERIFY(draft);
        QVERIFY(draft->entry(path));
        const auto suggestion = Habits(documents(), decided(decidedPath, mine, theirs, others)).suggest(*draft, *draft->entry(path));
        QTEST(suggestion ? u"%1 %2 of %3"_s.arg(toString(suggestion->side)).arg(suggestion->chosen).arg(suggestion->cases) : QString(),
              "expected");
        QCOMPARE(draft->decisions(), MergeDecisions()); // nothing is ever applied by itself
    }
};

QTEST_GUILESS_MAIN(HabitsTest)
#include "habits_test.moc"
