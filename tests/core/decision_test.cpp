// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/decision.h"

#include <QJsonArray>
#include <QTest>

using namespace frost;
using namespace Qt::StringLiterals;
using Action = PullDecision::Action;

Q_DECLARE_METATYPE(Action)
Q_DECLARE_METATYPE(LocalSide)

namespace {

Schema schema()
{
    const QJsonObject pack = {
        {u"pack"_s, u"test"_s},
        {u"version"_s, 1},
        {u"entityTypes"_s, QJsonArray{QJsonObject{
             {u"type"_s, u"things"_s},
             {u"title"_s, u"a"_s},
             {u"fields"_s, QJsonArray{QJsonObject{{u"name"_s, u"a"_s}, {u"kind"_s, u"text"_s}},
                                      QJsonObject{{u"name"_s, u"b"_s}, {u"kind"_s, u"text"_s}}}}}}}};
    auto loaded = Schema::fromJson({pack});
    if (!loaded)
        qFatal("%s", qPrintable(loaded.error().logLine()));
    return *loaded;
}

QJsonObject thing(const QString &a, const QString &b)
{
    return {{u"a"_s, a}, {u"b"_s, b}};
}

} // namespace

class DecisionTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // DESIGN.md 5.3, R-CON-02: base, mine, theirs.
    void decisions_data()
    {
        QTest::addColumn<LocalSide>("mine");
        QTest::addColumn<QJsonObject>("theirs"); // empty: deleted there
        QTest::addColumn<Action>("expected");
        const auto base = thing(u"1"_s, u"1"_s);
        const LocalSide unknown;
        const LocalSide clean{true, false, false, base, {}};
        const LocalSide edited{true, true, false, thing(u"mine"_s, u"1"_s), base};
        const LocalSide deleted{true, true, true, base, base};
        const LocalSide fresh{true, true, false, thing(u"mine"_s, u"1"_s), {}};

        QTest::newRow("new there is created here") << unknown << base << Action::Create;
        QTest::newRow("gone before we knew it is nothing") << unknown << QJsonObject() << Action::Nothing;
        QTest::newRow("unchanged here follows") << clean << thing(u"2"_s, u"2"_s) << Action::FastForward;
        QTest::newRow("unchanged here and deleted there follows") << clean << QJsonObject() << Action::FastForward;
        QTest::newRow("another field changed there merges") << edited << thing(u"1"_s, u"theirs"_s) << Action::Merge;
        QTest::newRow("the same field changed differently asks") << edited << thing(u"theirs"_s, u"1"_s) << Action::Ask;
        QTest::newRow("the same change on both sides converges") << edited << thing(u"mine"_s, u"1"_s) << Action::Converge;
        QTest::newRow("only a version moved there: ours is still to be sent") << edited << base << Action::Merge;
        QTest::newRow("edited here and deleted there asks") << edited << QJsonObject() << Action::Ask;
        QTest::newRow("deleted here and edited there asks") << deleted << thing(u"2"_s, u"1"_s) << Action::Ask;
        QTest::newRow("deleted here and untouched there stays to be sent") << deleted << base << Action::Merge;
        QTest::newRow("deleted on both sides converges") << deleted << QJsonObject() << Action::Converge;
        QTest::newRow("first contact with equal content converges") << fresh << thing(u"mine"_s, u"1"_s) << Action::Converge;
        QTest::newRow("first contact with other content asks") << fresh << thing(u"theirs"_s, u"1"_s) << Action::Ask;
    }
    void decisions()
    {
        QFETCH(LocalSide, mine);
        QFETCH(QJsonObject, theirs);
        QFETCH(Action, expected);
        const auto all = schema();
        const auto *things = all.find(EntityType(u"things"_s));
        QVERIFY(things);
        const auto decision = decide(*things, mine, theirs.isEmpty() ? std::nullopt : std::optional(theirs));
        QVERIFY(decision);
        QCOMPARE(decision->action, expected);
        if (expected == Action::Merge && !mine.deleted && theirs != *mine.base)
            QCOMPARE(*decision->merge.body, thing(u"mine"_s, u"theirs"_s));
    }

    // R-CON-08: nobody has seen the combination, so somebody is shown it.
    void changesThatBreakARuleTogetherAreAskedAbout()
    {
        auto pack = *Schema::load({u"accounting"_s});
        auto vouchers = *pack.find(EntityType(u"vouchers"_s));
        vouchers.mergeAsUnit = false; // of those nothing is combined
        const auto voucher = [](const QString &debit, const QStringList &credits) {
            QJsonArray rows{QJsonObject{{u"rowId"_s, u"bank"_s}, {u"account"_s, u"1930"_s}, {u"debit"_s, debit}}};
            for (const auto &credit : credits)
                rows.append(QJsonObject{{u"rowId"_s, credit}, {u"account"_s, credit}, {u"credit"_s, credit == u"3001" ? u"100"_s : u"20"_s}});
            return QJsonObject{{u"description"_s, u"Sales"_s}, {u"series"_s, u"A"_s}, {u"transactionDate"_s, u"2026-03-01"_s}, {u"rows"_s, rows}};
        };
        const LocalSide mine{true, true, false, voucher(u"120"_s, {u"3001"_s, u"3002"_s}), voucher(u"100"_s, {u"3001"_s})};
        const auto decision = decide(vouchers, mine, voucher(u"120"_s, {u"3001"_s, u"3003"_s}));
        QVERIFY(decision);
        QCOMPARE(decision->action, Action::Ask);
        QVERIFY(!decision->merge.hasConflict());
    }

    // UX.md 1.2 E19: merged without a word, the customer would be billed twice.
    void alikeRowsAddedByBothAsk()
    {
        const auto pack = Schema::load({u"accounting"_s});
        QVERIFY(pack);
        const auto with = [](const QStringList &texts, const QString &prefix) {
            QJsonArray rows;
            for (const auto &text : texts)
                rows.append(QJsonObject{{u"rowId"_s, prefix + text}, {u"description"_s, text}});
            return QJsonObject{{u"rows"_s, rows}};
        };
        const LocalSide mine{true, true, false, with({u"Journey"_s}, u"m"_s), with({}, {})};
        const auto &invoices = *pack->find(EntityType(u"invoices"_s));
        QVERIFY(decide(invoices, mine, with({u"Journey"_s}, u"t"_s))->action == Action::Ask);
        QVERIFY(decide(invoices, mine, with({u"Lunch"_s}, u"t"_s))->action == Action::Merge);
    }
};

QTEST_GUILESS_MAIN(DecisionTest)
#include "decision_test.moc"
