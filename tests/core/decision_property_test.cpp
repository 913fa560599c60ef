// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/decision.h"
#include "mergecases.h"
#include "tests/support/cases.h"

#include <QTest>

#include <rapidcheck.h>

// Laws of the decision about one remote change, on documents that share a history (R-SYN-05).

using namespace Qt::StringLiterals;
using namespace frost;
using namespace mergefixture;
using namespace mergecases;

namespace {
using Action = PullDecision::Action;
using Body = std::optional<QJsonObject>;

constexpr int kCases = 500;

//! nullopt: deleted, in one case of five.
Body maybeDeleted(const QJsonObject &body)
{
    return pick(5) == 0 ? Body() : Body(body);
}

LocalSide side(const Body &body, const Body &base, bool dirty, const QJsonObject &last)
{
    return {true, dirty, !body, body.value_or(last), base};
}
} // namespace

class DecisionPropertyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        test::setCases(kCases);
        QVERIFY(Schema::load({u"accounting"_s}));
    }

    void whereNothingWaitsNobodyIsAsked()
    {
        QVERIFY(rc::check("a record that nobody has changed here follows", [] {
            const auto some = someCase(Likeness::Alike);
            const Body mine = maybeDeleted(some.mine);
            const Body theirs = maybeDeleted(some.theirs);
            const auto decision = *decide(some.schema, side(mine, std::nullopt, false, some.mine), theirs);
            RC_ASSERT(decision.action == Action::FastForward);
            RC_ASSERT(decision.merge.body == theirs);
        }));
    }

    // Another form of the same at the remote (its base) is not a change.
    void whatTheRemoteHasInAnotherFormStaysAsItIs()
    {
        QVERIFY(rc::check("only what they changed is followed", [] {
            const auto some = someCase(Likeness::Alike);
            const auto mine = side(some.mine, some.base, false, some.mine);
            RC_ASSERT(decide(some.schema, mine, some.base)->action == Action::Nothing);
            const auto changed = *decide(some.schema, mine, some.theirs);
            RC_ASSERT(changed.action == (some.same(some.base, some.theirs) ? Action::Nothing : Action::FastForward));
        }));
    }

    void whatWaitsIsNeverOvertakenSilently()
    {
        QVERIFY(rc::check("what was changed here is in the result, or a person is asked", [] {
            const auto some = someCase(Likeness::Alike);
            const auto decision = *decide(some.schema, side(some.mine, some.base, true, some.mine), some.theirs);
            RC_ASSERT(decision.action == Action::Ask || decision.action == Action::Merge || decision.action == Action::Converge);
            if (decision.action == Action::Ask)
                return;
            const QJsonObject result = decision.action == Action::Merge ? *decision.merge.body : some.theirs;
            for (const auto &field : some.schema.fields) {
                if (field.derived || field.assignedByRemote || field.kind == FieldKind::Rows) // rows: merge_property_test
                    continue;
                const auto of = [&](const QJsonObject &body) { return QJsonObject{{field.name, body.value(field.name)}}; };
                if (!some.same(of(some.mine), of(some.base)))
                    RC_ASSERT(some.same(of(result), of(some.mine)));
                else if (!some.same(of(some.theirs), of(some.base)))
                    RC_ASSERT(some.same(of(result), of(some.theirs)));
            }
        }));
    }

    void aDeletionMeetsAChangeWithAQuestion()
    {
        QVERIFY(rc::check("one side deleted, the other changed: a person is asked", [] {
            const auto some = someCase(Likeness::Alike);
            const bool changed = !some.same(some.base, some.mine);
            const auto deletedThere = *decide(some.schema, side(some.mine, some.base, true, some.mine), std::nullopt);
            RC_ASSERT(deletedThere.action == (changed ? Action::Ask : Action::Converge));
            const auto deletedHere = *decide(some.schema, side(std::nullopt, some.base, true, some.base), some.mine);
            RC_ASSERT(deletedHere.action == (changed ? Action::Ask : Action::Merge));
            const auto both = *decide(some.schema, side(std::nullopt, some.base, true, some.base), std::nullopt);
            RC_ASSERT(both.action == Action::Converge);
        }));
    }

    void whatIsCarriedOutIsAtItsEnd()
    {
        QVERIFY(rc::check("the same remote state asks nothing anew once it was acted on", [] {
            const auto some = someCase(Likeness::Alike);
            const Body mine = maybeDeleted(some.mine);
            const Body theirs = maybeDeleted(some.theirs);
            const bool dirty = pick(2) == 0;
            const auto first = *decide(some.schema, side(mine, some.base, dirty, some.mine), theirs);
            if (first.action == Action::Ask)
                return;
            const bool waits = first.action == Action::Merge;
            const Body result = first.action == Action::Nothing ? mine : first.action == Action::Converge ? theirs : first.merge.body;
            const auto again = *decide(some.schema, side(result, theirs, waits, some.mine), theirs);
            if (waits) {
                RC_ASSERT(again.action == Action::Merge);
                RC_ASSERT(sameState(some.schema, again.merge.body, result));
            } else {
                RC_ASSERT(again.action == Action::Nothing || sameState(some.schema, again.merge.body, result));
            }
        }));
    }
};

QTEST_GUILESS_MAIN(DecisionPropertyTest)
#include "decision_property_test.moc"
