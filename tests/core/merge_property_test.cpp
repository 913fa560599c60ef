// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/decimal.h"
#include "core/conflict/settle.h"
#include "mergecases.h"
#include "tests/support/cases.h"

#include <QSet>
#include <QTest>

#include <algorithm>
#include <map>
#include <rapidcheck.h>

// Laws of the merge on documents that share a history: one document, edited a few times on either side.

using namespace Qt::StringLiterals;
using namespace frost;
using namespace mergefixture;
using namespace mergecases;

namespace {
constexpr int kCases = 500;

QJsonArray rowsOf(const QJsonObject &body)
{
    return body.value(u"rows"_s).toArray();
}

QSet<QString> idsOf(const QJsonObject &body)
{
    const auto ids = rowIds(body);
    return {ids.begin(), ids.end()};
}

Origin mirrored(Origin origin)
{
    return origin == Origin::Mine ? Origin::Theirs : origin == Origin::Theirs ? Origin::Mine : origin;
}

// Values that stand under `name` in any of the rows.
QList<QJsonValue> column(const QJsonArray &rows, const QString &name)
{
    QList<QJsonValue> values;
    for (const auto &row : rows)
        values.append(row.toObject().value(name));
    return values;
}

// What a person may say about rows: some of it is about rows that are not there, some contradicts what was said before.
RowPins somePins(const Case &some)
{
    const auto anyId = [](const QJsonObject &body) {
        const auto ids = rowIds(body);
        return pick(8) == 0 || ids.isEmpty() ? u"gone"_s : ids[pick(int(ids.size()))];
    };
    RowPins pins;
    for (int left = pick(5); left > 0; --left) {
        const RowPin pin{u"rows"_s, anyId(some.mine), anyId(some.theirs)};
        pick(2) == 0 ? pins.match(pin) : pins.split(pin);
        RC_LOG() << pin.mine.toStdString() << (pins.apart.contains(pin) ? '-' : '+') << pin.theirs.toStdString() << ' ';
    }
    return pins;
}

// What a merge says, whatever its rows are called in the result, and with the sides swapped on wish.
QStringList told(const MergeResult &merged, bool swapped)
{
    QStringList texts;
    const auto add = [&](const FieldMerge &field) {
        const auto text = [](const QJsonValue &value) { return QString::fromUtf8(toCanonicalJson({{u"v"_s, value}})); };
        const auto &mine = swapped ? field.theirs : field.mine;
        const auto &theirs = swapped ? field.mine : field.theirs;
        const auto origin = swapped ? mirrored(field.origin) : field.origin;
        texts.append(QStringList{field.path.section(u']', -1), QString::number(int(origin)), toString(field.severity),
                                 text(field.base), text(mine), text(theirs)}
                         .join(u'|'));
    };
    for (const auto &field : merged.fields)
        add(field);
    for (const auto &alike : merged.duplicates)
        add(alike.told);
    texts.sort();
    return texts;
}

// Not as one unit.
bool isByField(const MergeResult &merged)
{
    return std::none_of(merged.fields.begin(), merged.fields.end(),
                        [](const FieldMerge &field) { return field.path.isEmpty(); });
}

bool isWholeRow(const FieldMerge &field)
{
    return field.path.endsWith(u']');
}
} // namespace

class MergePropertyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void mergedWithItselfNothingChanges();
    void oneSideUntouchedGivesTheOther();
    void equalChangesAskNothing();
    void swappingSidesMirrorsTheResult();
    void mergingTheResultAgainChangesNothing();
    void noValueIsInvented();               // I9
    void everyFieldFollowsTheThreeWayLaw(); // I9
    void everyRowHasOneFate();              // I10
    void rowsAddUp();                       // I10
    void rowOrderMakesNoDifference();
    void totalsAreThoseOfTheRows(); // I9, I10
    void withoutBaseEveryDifferenceIsOpen();
    void settlingEverythingForOneSideGivesThatSide();
    void pinsLoseNoRow(); // UX.md 1.2 E19
    void swappingSidesMirrorsPins();
    void duplicatesLoseNothing();
};

void MergePropertyTest::initTestCase()
{
    test::setCases(kCases);
    QVERIFY(Schema::load({u"accounting"_s}));
}

void MergePropertyTest::mergedWithItselfNothingChanges()
{
    QVERIFY(rc::check("merge(x, x, x) = x", [] {
        const auto some = someCase(Likeness::Alike);
        const auto merged = *merge(some.schema, {some.mine, some.mine, some.mine});
        RC_ASSERT(merged.fields.isEmpty());
        RC_ASSERT(*merged.body == some.mine);
    }));
}

void MergePropertyTest::oneSideUntouchedGivesTheOther()
{
    QVERIFY(rc::check("an untouched side gives way", [] {
        const auto some = someCase(Likeness::Alike);
        const auto mine = *merge(some.schema, {some.base, some.mine, some.base});
        RC_ASSERT(!mine.hasConflict());
        RC_ASSERT(some.same(*mine.body, some.mine));
        RC_ASSERT(mine.fields.isEmpty() == some.same(some.base, some.mine));
        const auto theirs = *merge(some.schema, {some.base, some.base, some.theirs});
        RC_ASSERT(!theirs.hasConflict());
        RC_ASSERT(some.same(*theirs.body, some.theirs));
        RC_ASSERT(theirs.fields.isEmpty() == some.same(some.base, some.theirs));
    }));
}

void MergePropertyTest::equalChangesAskNothing()
{
    QVERIFY(rc::check("mine = theirs asks nothing", [] {
        const auto some = someCase(Likeness::Alike);
        const auto merged = *merge(some.schema, {some.base, some.mine, some.mine});
        RC_ASSERT(!merged.hasConflict());
        RC_ASSERT(some.same(*merged.body, some.mine));
        const auto first = *merge(some.schema, {{}, some.mine, some.mine});
        RC_ASSERT(first.fields.isEmpty());
        RC_ASSERT(*first.body == some.mine);
    }));
}

void MergePropertyTest::swappingSidesMirrorsTheResult()
{
    QVERIFY(rc::check("swapping sides mirrors the result, except the order of rows", [] {
        const auto some = someCase(Likeness::Alike);
        const auto merged = some.merged();
        const auto swapped = *merge(some.schema, {some.base, some.theirs, some.mine});
        std::map<QString, FieldMerge> byPath;
        for (const auto &field : swapped.fields)
            byPath[field.path] = field;
        RC_ASSERT(byPath.size() == size_t(merged.fields.size()));
        for (const auto &field : merged.fields) {
            RC_ASSERT(byPath.contains(field.path));
            const auto &other = byPath[field.path];
            RC_ASSERT(other.origin == mirrored(field.origin));
            RC_ASSERT(other.severity == field.severity);
            RC_ASSERT(other.base == field.base);
            RC_ASSERT(other.mine == field.theirs);
            RC_ASSERT(other.theirs == field.mine);
        }
        RC_ASSERT(told(merged, false) == told(swapped, true));
        RC_ASSERT(merged.hasConflict() || some.same(*merged.body, *swapped.body));
    }));
}

void MergePropertyTest::mergingTheResultAgainChangesNothing()
{
    QVERIFY(rc::check("the result is a plain edit of theirs, and of mine", [] {
        const auto some = someCase(Likeness::Alike);
        const auto result = *some.merged().body;
        for (const auto &side : {some.theirs, some.mine}) {
            const auto again = *merge(some.schema, {side, result, side});
            RC_ASSERT(!again.hasConflict());
            RC_ASSERT(some.same(*again.body, result));
        }
    }));
}

void MergePropertyTest::noValueIsInvented()
{
    QVERIFY(rc::check("every value of the result stood in one of the three copies", [] {
        const auto some = someCase(Likeness::Alike);
        const auto result = *(pick(2) == 0 ? some.merged() : some.mergedWithoutBase()).body;
        const auto copies = {some.base, some.mine, some.theirs};
        const auto *rowsField = some.schema.field(u"rows");
        for (const auto &field : some.schema.fields) {
            if (field.derived || &field == rowsField)
                continue;
            RC_ASSERT(std::any_of(copies.begin(), copies.end(), [&](const QJsonObject &copy) {
                return copy.value(field.name) == result.value(field.name);
            }));
        }
        for (const auto &field : rowsField->fields) {
            QList<QJsonValue> known;
            for (const auto &copy : copies)
                known += column(rowsOf(copy), field.name);
            for (const auto &value : column(rowsOf(result), field.name))
                RC_ASSERT(field.derived || known.contains(value));
        }
    }));
}

void MergePropertyTest::everyFieldFollowsTheThreeWayLaw()
{
    QVERIFY(rc::check("unchanged stays, one change wins, equal changes merge, different ones are asked", [] {
        const auto some = someCase(Likeness::Alike);
        const auto merged = some.merged();
        RC_PRE(isByField(merged));
        for (const auto &name : {u"customer"_s, u"note"_s, u"reference"_s, u"description"_s, u"yourReference"_s}) {
            const auto base = some.base.value(name);
            const auto mine = some.mine.value(name);
            const auto theirs = some.theirs.value(name);
            const bool open = mine != base && theirs != base && mine != theirs;
            RC_ASSERT(merged.openPaths().contains(name) == open);
            RC_ASSERT(merged.body->value(name) == (mine != base ? mine : theirs));
        }
    }));
}

void MergePropertyTest::everyRowHasOneFate()
{
    QVERIFY(rc::check("a row is there unless a side removed it and the other left it alone", [] {
        const auto some = someCase(Likeness::Distinct);
        const auto merged = some.merged();
        RC_PRE(isByField(merged));
        const auto unchangedSince = [&](const QJsonObject &side, const QString &id) {
            return some.same({{u"rows"_s, QJsonArray{rowOf(side, id)}}},
                             {{u"rows"_s, QJsonArray{rowOf(some.base, id)}}});
        };
        const auto base = idsOf(some.base);
        const auto mine = idsOf(some.mine);
        const auto theirs = idsOf(some.theirs);
        QSet<QString> expected = (mine + theirs) - base;
        for (const auto &id : base) {
            const bool kept = mine.contains(id) && theirs.contains(id);
            const bool changedByMine = mine.contains(id) && !unchangedSince(some.mine, id);
            const bool changedByTheirs = theirs.contains(id) && !unchangedSince(some.theirs, id);
            if (kept || changedByMine || changedByTheirs)
                expected.insert(id);
        }
        RC_ASSERT(idsOf(*merged.body) == expected);
        RC_ASSERT(rowsOf(*merged.body).size() == expected.size());
    }));
}

void MergePropertyTest::rowsAddUp()
{
    QVERIFY(rc::check("rows of the result = rows of the base + added - removed, each under its own id", [] {
        const auto some = someCase(Likeness::Alike);
        const auto merged = some.merged();
        RC_PRE(isByField(merged));
        QSet<QString> addedByBoth;
        for (const auto &row : merged.rows) {
            if (row.at.base == kNoRow && row.at.mine != kNoRow && row.at.theirs != kNoRow)
                addedByBoth.insert(row.id);
        }
        auto count = rowsOf(some.base).size();
        for (const auto &field : merged.fields) {
            if (!isWholeRow(field))
                continue;
            RC_ASSERT(field.result.isUndefined()
                      || field.path == u"rows["_s + field.result.toObject().value(u"rowId"_s).toString() + u']');
            count += (field.result.isUndefined() ? 0 : 1) - (field.base.isUndefined() ? 0 : 1);
            addedByBoth.remove(field.result.toObject().value(u"rowId"_s).toString());
        }
        // Those left were added by both under one id with different content, and are told of field by field.
        RC_ASSERT(rowsOf(*merged.body).size() == count + addedByBoth.size());
        RC_ASSERT(idsOf(*merged.body).size() == rowsOf(*merged.body).size());
    }));
}

void MergePropertyTest::rowOrderMakesNoDifference()
{
    QVERIFY(rc::check("rows in another order merge to the same content", [] {
        const auto some = someCase(Likeness::Distinct);
        const auto reversed = [](QJsonObject body) {
            QJsonArray rows;
            for (const auto &row : rowsOf(body))
                rows.prepend(row);
            if (body.contains(u"rows"_s))
                body.insert(u"rows"_s, rows);
            return body;
        };
        const auto merged = some.merged();
        const auto other = *merge(some.schema, {reversed(some.base), some.mine, reversed(some.theirs)});
        RC_ASSERT(some.same(*merged.body, *other.body));
        RC_ASSERT(merged.fields.size() == other.fields.size());
    }));
}

void MergePropertyTest::totalsAreThoseOfTheRows()
{
    QVERIFY(rc::check("totals are computed from the rows of the result", [] {
        const auto some = someCase(Likeness::Alike);
        const auto result = *some.merged().body;
        RC_ASSERT(*derive(some.schema, result) == result);
        RC_PRE(some.schema.type.toString() == u"invoices"_s && !result.value(u"vatIncluded"_s).toBool());
        Decimal sum;
        for (const auto &total : column(rowsOf(result), u"total"_s)) {
            if (!total.isUndefined())
                sum += *Decimal::parse(total.toString());
        }
        RC_ASSERT(*Decimal::parse(result.value(u"net"_s).toString(u"0"_s)) == sum);
    }));
}

void MergePropertyTest::withoutBaseEveryDifferenceIsOpen()
{
    QVERIFY(rc::check("without a base nothing is merged by itself", [] {
        const auto some = someCase(Likeness::Alike);
        const auto merged = some.mergedWithoutBase();
        RC_ASSERT(merged.hasConflict() == !some.same(some.mine, some.theirs));
        RC_ASSERT(merged.open().size() == merged.fields.size());
    }));
}

void MergePropertyTest::settlingEverythingForOneSideGivesThatSide()
{
    QVERIFY(rc::check("without a base, all open entries to one side is that side", [] {
        const auto some = someCase(Likeness::Alike);
        const auto merged = some.mergedWithoutBase();
        RC_ASSERT(some.same(**settle(some.schema, merged, Side::Mine), some.mine));
        RC_ASSERT(some.same(**settle(some.schema, merged, Side::Theirs), some.theirs));
    }));
}

void MergePropertyTest::pinsLoseNoRow()
{
    QVERIFY(rc::check("whatever a person says about rows, each is in the merge once, and ids are unique", [] {
        const auto some = someCase(Likeness::Alike);
        const auto pins = somePins(some);
        const bool based = pick(4) > 0;
        const auto merged =
            *merge(some.schema, {based ? std::optional(some.base) : std::nullopt, some.mine, some.theirs, pins});
        RC_PRE(isByField(merged));
        QList<qsizetype> mine;
        QList<qsizetype> theirs;
        QSet<QString> ids;
        for (const auto &row : merged.rows) {
            ids.insert(row.id);
            if (row.at.mine != kNoRow)
                mine.append(row.at.mine);
            if (row.at.theirs != kNoRow)
                theirs.append(row.at.theirs);
            const RowPin here{u"rows"_s, rowIds(some.mine).value(row.at.mine),
                              rowIds(some.theirs).value(row.at.theirs)};
            RC_ASSERT(row.at.mine == kNoRow || row.at.theirs == kNoRow || !pins.apart.contains(here));
        }
        RC_ASSERT(ids.size() == merged.rows.size());
        RC_ASSERT(rowIds(*merged.body).size() == idsOf(*merged.body).size());
        std::sort(mine.begin(), mine.end());
        std::sort(theirs.begin(), theirs.end());
        RC_ASSERT(mine.size() == rowsOf(some.mine).size() && (mine.isEmpty() || mine.last() == mine.size() - 1));
        RC_ASSERT(theirs.size() == rowsOf(some.theirs).size()
                  && (theirs.isEmpty() || theirs.last() == theirs.size() - 1));
        for (const auto &pin : pins.together) {
            const bool isThere = idsOf(some.mine).contains(pin.mine) && idsOf(some.theirs).contains(pin.theirs);
            RC_ASSERT(!isThere || std::any_of(merged.rows.begin(), merged.rows.end(), [&](const MergedRow &row) {
                return rowIds(some.mine).value(row.at.mine) == pin.mine
                       && rowIds(some.theirs).value(row.at.theirs) == pin.theirs;
            }));
        }
    }));
}

void MergePropertyTest::swappingSidesMirrorsPins()
{
    QVERIFY(rc::check("swapping sides and pins mirrors the result", [] {
        const auto some = someCase(Likeness::Alike);
        const auto pins = somePins(some);
        RowPins swappedPins;
        for (const auto &pin : pins.together)
            swappedPins.together.append({pin.rows, pin.theirs, pin.mine});
        for (const auto &pin : pins.apart)
            swappedPins.apart.append({pin.rows, pin.theirs, pin.mine});
        const auto merged = *merge(some.schema, {some.base, some.mine, some.theirs, pins});
        const auto swapped = *merge(some.schema, {some.base, some.theirs, some.mine, swappedPins});
        RC_ASSERT(told(merged, false) == told(swapped, true));
    }));
}

void MergePropertyTest::duplicatesLoseNothing()
{
    QVERIFY(rc::check("both rows of a probable duplicate are in the result, each added by one side", [] {
        const auto some = someCase(Likeness::Alike);
        const auto merged = some.merged();
        QSet<QString> seen;
        for (const auto &alike : merged.duplicates) {
            const auto ids = idsOf(*merged.body);
            RC_ASSERT(ids.contains(alike.mine) && ids.contains(alike.theirs));
            RC_ASSERT(!seen.contains(alike.mine) && !seen.contains(alike.theirs));
            seen += {alike.mine, alike.theirs};
            for (const auto &field : merged.fields) {
                if (field.path == u"rows["_s + alike.mine + u']')
                    RC_ASSERT(field.origin == Origin::Mine);
                if (field.path == u"rows["_s + alike.theirs + u']')
                    RC_ASSERT(field.origin == Origin::Theirs);
            }
        }
    }));
}

QTEST_GUILESS_MAIN(MergePropertyTest)
#include "merge_property_test.moc"
