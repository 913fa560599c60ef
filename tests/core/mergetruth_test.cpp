// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mergefixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace frost;
using namespace mergefixture;

// The whole truth table of a merge: what was there before, what either side made of it, for every kind of thing that a record
// holds. The cells are generated, so that none is forgotten; what is expected is written down for each pair of states.

namespace {

enum class Before { There, Absent, Unknown }; //!< Unknown: no common base at all
enum class Made { Equal, Changed, ChangedEqually, Gone };
enum class Kind { Scalar, Group, Derived, Row, Record };

constexpr Before kBefore[]{Before::There, Before::Absent, Before::Unknown};
constexpr Made kMade[]{Made::Equal, Made::Changed, Made::ChangedEqually, Made::Gone};
constexpr Kind kKinds[]{Kind::Scalar, Kind::Group, Kind::Derived, Kind::Row, Kind::Record};

//! Never where it says nothing: what is not there cannot be left, changed alike or removed.
bool exists(Before before, Made mine, Made theirs)
{
    const auto isPossible = [&](Made made) { return before == Before::There || (made != Made::Gone); };
    const bool alike = (mine == Made::ChangedEqually) == (theirs == Made::ChangedEqually);
    return isPossible(mine) && isPossible(theirs) && alike;
}

//! "Equal" where there was nothing means: still nothing. Each side's change is its own, but for equal ones.
std::optional<QString> valueOf(Before before, Made made, const QString &own)
{
    switch (made) {
    case Made::Equal: return before == Before::There ? std::optional(u"1"_s) : std::nullopt;
    case Made::Changed: return own;
    case Made::ChangedEqually: return u"9"_s;
    case Made::Gone: return std::nullopt;
    }
    return {};
}

//! A record in which one thing of this kind has that value; nullopt: the record is not there.
std::optional<QJsonObject> recordWith(Kind kind, const std::optional<QString> &value)
{
    if (kind == Kind::Record && !value)
        return std::nullopt;
    QJsonObject body{{u"customer"_s, u"c1"_s}};
    if (kind == Kind::Row && value)
        body.insert(u"rows"_s, QJsonArray{QJsonObject{{u"rowId"_s, u"r1"_s}, {u"article"_s, u"a"_s}, {u"description"_s, *value}}});
    else if (kind == Kind::Derived && value)
        body.insert(u"total"_s, *value);
    else if (value)
        body.insert(u"reference"_s, *value);
    return body;
}

QString sentence(Kind kind, Before before, Made mine, Made theirs)
{
    static const QStringList kinds{u"a field"_s, u"two fields that belong together"_s, u"a figure that is computed"_s, u"a row"_s, u"a record"_s};
    static const QStringList befores{u"that both knew"_s, u"that neither had"_s, u"of which no common past is known"_s};
    const auto said = [&](Made made, const QString &where) {
        const bool had = before == Before::There;
        switch (made) {
        case Made::Equal: return where + (had ? u" it is left"_s : u" there is none"_s);
        case Made::Changed: return where + (had ? u" it is changed"_s : u" there is one"_s);
        case Made::ChangedEqually: return where + (had ? u" it is changed alike"_s : u" there is the same"_s);
        case Made::Gone: return where + u" it is removed"_s;
        }
        return QString();
    };
    return u"%1 %2: %3, %4"_s.arg(kinds[int(kind)], befores[int(before)], said(mine, u"here"_s), said(theirs, u"there"_s));
}

//! What is said about each pair of what the two sides made of it. "=" nothing, M mine, T theirs, B both alike, ? somebody has
//! to decide.
QString expectedOf(Before before, Made mine, Made theirs)
{
    if (mine == Made::ChangedEqually)
        return before == Before::Unknown ? u"="_s : u"B"_s;
    if (before == Before::Unknown) // nothing is merged by itself
        return mine == Made::Equal && theirs == Made::Equal ? u"="_s : u"?"_s;
    if (mine == Made::Equal)
        return theirs == Made::Equal ? u"="_s : u"T"_s;
    if (theirs == Made::Equal)
        return u"M"_s;
    return mine == Made::Gone && theirs == Made::Gone ? u"B"_s : u"?"_s;
}

} // namespace

Q_DECLARE_METATYPE(Kind)

class MergeTruthTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cells_data()
    {
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<MergeInput>("versions");
        QTest::addColumn<QString>("expected");
        for (const auto kind : kKinds) {
            for (const auto before : kBefore) {
                for (const auto mine : kMade) {
                    for (const auto theirs : kMade) {
                        if (exists(before, mine, theirs))
                            addCell(kind, before, mine, theirs);
                    }
                }
            }
        }
    }
    void cells()
    {
        QFETCH(Kind, kind);
        QFETCH(MergeInput, versions);
        QFETCH(QString, expected);
        const auto merged = merge(documentSchema(), versions);
        QVERIFY(merged);
        QCOMPARE(outcome(*merged), kind == Kind::Derived ? u"="_s : expected);
        if (!merged->hasConflict())
            QVERIFY(isSame(merged->body, outcome(*merged) == u"T" ? versions.theirs : versions.mine));
    }

private:
    static void addCell(Kind kind, Before before, Made mine, Made theirs)
    {
        const auto base = valueOf(before, Made::Equal, {});
        MergeInput versions{recordWith(kind, base), recordWith(kind, valueOf(before, mine, u"2"_s)),
                            recordWith(kind, valueOf(before, theirs, u"3"_s))};
        if (kind == Kind::Group) {
            const bool alike = mine == Made::ChangedEqually;
            versions = grouped(before, mine, theirs, alike);
        }
        if (before == Before::Unknown || (before == Before::Absent && kind == Kind::Record))
            versions.base.reset();
        // A record that neither had has no past either, and of a group each has changed another part.
        auto expected = expectedOf(kind == Kind::Record && before == Before::Absent ? Before::Unknown : before, mine, theirs);
        if (kind == Kind::Group && expected == u"B" && mine != Made::ChangedEqually)
            expected = u"?"_s;
        QTest::newRow(sentence(kind, before, mine, theirs).toUtf8().constData()) << kind << versions << expected;
    }

    //! Mine changes the one member, theirs the other; both the same one where they do alike.
    static MergeInput grouped(Before before, Made mine, Made theirs, bool alike)
    {
        const auto body = [&](const std::optional<QString> &first, const std::optional<QString> &second) {
            QJsonObject made{{u"customer"_s, u"c1"_s}};
            if (first)
                made.insert(u"currency"_s, *first);
            if (second)
                made.insert(u"currencyRate"_s, *second);
            return made;
        };
        const auto was = valueOf(before, Made::Equal, {});
        return {body(was, was), body(valueOf(before, mine, u"2"_s), was),
                alike ? body(valueOf(before, theirs, u"3"_s), was) : body(was, valueOf(before, theirs, u"3"_s))};
    }

    static QString outcome(const MergeResult &merged)
    {
        if (merged.hasConflict())
            return u"?"_s;
        for (const auto &field : merged.fields)
            return field.origin == Origin::Mine ? u"M"_s : field.origin == Origin::Theirs ? u"T"_s : u"B"_s;
        return u"="_s;
    }

    static bool isSame(const std::optional<QJsonObject> &a, const std::optional<QJsonObject> &b)
    {
        return a && b ? sameContent(documentSchema(), *a, *b) : !a && !b;
    }
};

QTEST_GUILESS_MAIN(MergeTruthTest)
#include "mergetruth_test.moc"
