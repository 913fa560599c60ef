// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storefixture.h"

#include "core/base/decimal.h"
#include "core/store/cursor.h"

#include <QTest>
#include <rapidcheck.h>

#include <algorithm>
#include <compare>
#include <map>
#include <unordered_map>

using namespace storefixture;

// R-LOC-01: key order, ranges and cursors against a plain list that is sorted by rules of its own.
namespace {

using Key = QList<QJsonValue>;

Schema schema()
{
    return schemaOf({json(R"({'type': 'things', 'title': 'text', 'fields': [
        {'name': 'text', 'kind': 'text'}, {'name': 'number', 'kind': 'decimal'}, {'name': 'count', 'kind': 'integer'},
        {'name': 'day', 'kind': 'date'}, {'name': 'tags', 'kind': 'rows', 'fields': [{'name': 'tag', 'kind': 'text'}]}],
        'indexes': [{'fields': ['text']}, {'fields': ['number']}, {'fields': ['count']}, {'fields': ['day']},
            {'fields': ['text', 'number'], 'name': 'both'}, {'fields': ['day', 'count', 'text'], 'name': 'three'},
            {'fields': ['tags'], 'multiEntry': true}]})")});
}

// --- The order, said a second time

char32_t letter(char32_t c)
{
    return c == U'å' ? U'ä' : c == U'ä' ? U'å' : c; // the Swedish alphabet has å before ä, Unicode ä before å
}

bool isDigit(char32_t c)
{
    return c >= U'0' && c <= U'9';
}

//! Remembered, as sorting asks for the same few texts again and again.
const std::u32string &folded(const QString &text)
{
    static std::unordered_map<QString, std::u32string> known; // its places stay when it grows
    auto it = known.find(text);
    if (it == known.end())
        it = known.emplace(text, text.normalized(QString::NormalizationForm_C).toCaseFolded().toStdU32String()).first;
    return it->second;
}

std::strong_ordering compareText(const QString &left, const QString &right)
{
    const std::u32string &a = folded(left);
    const std::u32string &b = folded(right);
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < a.size() && j < b.size()) {
        if (isDigit(a[i]) && isDigit(b[j])) { // numbers by their length, then by their digits
            const auto endA = std::find_if_not(a.begin() + long(i), a.end(), isDigit);
            const auto endB = std::find_if_not(b.begin() + long(j), b.end(), isDigit);
            const std::u32string runA(a.begin() + long(i), endA);
            const std::u32string runB(b.begin() + long(j), endB);
            if (const auto order = runA.size() <=> runB.size(); order != 0)
                return order;
            if (const auto order = runA <=> runB; order != 0)
                return order;
            i += runA.size();
            j += runB.size();
        } else {
            if (const auto order = letter(a[i]) <=> letter(b[j]); order != 0)
                return order;
            ++i;
            ++j;
        }
    }
    return (a.size() - i) <=> (b.size() - j);
}

std::strong_ordering compareValue(const QString &field, const QJsonValue &a, const QJsonValue &b)
{
    if (field == u"count")
        return a.toInteger() <=> b.toInteger();
    if (field == u"number") {
        const auto left = *Decimal::parse(a.toString());
        const auto right = *Decimal::parse(b.toString());
        return left < right ? std::strong_ordering::less
                            : right < left ? std::strong_ordering::greater : std::strong_ordering::equal;
    }
    if (field == u"day" || field == u"id")
        return a.toString().toStdString() <=> b.toString().toStdString();
    return compareText(a.toString(), b.toString());
}

struct Index {
    QString name;
    QStringList fields;
};

//! Only as many columns as both have.
std::strong_ordering compareKey(const Index &index, const Key &a, const Key &b)
{
    for (qsizetype i = 0; i < std::min(a.size(), b.size()); ++i)
        if (const auto order = compareValue(index.fields.at(i), a.at(i), b.at(i)); order != 0)
            return order;
    return std::strong_ordering::equal;
}

struct Entry {
    Key key;
    QString id;
};

//! What an index holds, in order.
std::vector<Entry> entriesOf(const Index &index, const std::map<QString, QJsonObject> &records)
{
    std::vector<Entry> entries;
    for (const auto &[id, body] : records) {
        if (index.name.isEmpty()) {
            entries.push_back({{id}, id});
        } else if (index.name == u"tags") {
            QList<Key> seen;
            const QJsonArray tags = body.value(u"tags"_s).toArray();
            for (const QJsonValue &row : tags) {
                const Key key{row.toObject().value(u"tag"_s)};
                const bool isKnown = std::any_of(seen.begin(), seen.end(),
                                                 [&](const Key &each) { return compareKey(index, each, key) == 0; });
                if (!isKnown && !key.first().isUndefined())
                    entries.push_back({key, id});
                seen.append(key);
            }
        } else {
            Key key;
            for (const QString &field : index.fields)
                if (body.contains(field))
                    key.append(body.value(field));
            if (key.size() == index.fields.size())
                entries.push_back({key, id});
        }
    }
    std::sort(entries.begin(), entries.end(), [&](const Entry &a, const Entry &b) {
        const auto order = compareKey(index, a.key, b.key);
        return order != 0 ? order < 0 : a.id.toUtf8() < b.id.toUtf8();
    });
    return entries;
}

bool isIn(const Index &index, const KeyRange &range, const Key &key)
{
    if (range.lower && !range.lower->isEmpty()) {
        const auto order = compareKey(index, key, *range.lower);
        if (order < 0 || (order == 0 && range.lowerOpen))
            return false;
    }
    if (range.upper && !range.upper->isEmpty()) {
        const auto order = compareKey(index, key, *range.upper);
        if (order > 0 || (order == 0 && range.upperOpen))
            return false;
    }
    return true;
}

std::vector<Entry> expected(const Index &index, const KeyRange &range, Direction direction,
                            const std::map<QString, QJsonObject> &records)
{
    std::vector<Entry> entries = entriesOf(index, records);
    std::erase_if(entries, [&](const Entry &entry) { return !isIn(index, range, entry.key); });
    if (direction == Direction::NextUnique || direction == Direction::PreviousUnique)
        entries.erase(std::unique(entries.begin(), entries.end(),
                                  [&](const Entry &a, const Entry &b) { return compareKey(index, a.key, b.key) == 0; }),
                      entries.end()); // the lowest id stays
    if (direction == Direction::Previous || direction == Direction::PreviousUnique)
        std::reverse(entries.begin(), entries.end());
    return entries;
}

// --- What is put in

constexpr qsizetype kBeyondAPage = 4'500; //!< of SQLite's, 4,096 bytes

QString randomText()
{
    const auto pieces = *rc::gen::container<std::vector<QString>>(
        rc::gen::element(u"å"_s, u"Å"_s, u"ä"_s, u"ö"_s, u"a"_s, u"Z"_s, u"z"_s, u" "_s, u"1"_s, u"2"_s, u"10"_s,
                         u"007"_s, u"A\u030a"_s, u"ß"_s, u"é"_s, u"-"_s, u"\U0001F600"_s, u"123456789"_s));
    QString text;
    for (const QString &piece : pieces)
        text += piece;
    const bool isLong = !text.isEmpty() && *rc::gen::inRange(0, 12) == 0;
    return isLong ? text.repeated(kBeyondAPage / text.size() + 1) : text;
}

//! Up to 17 digits before the point and 10 after it, more than any binary float holds.
QString randomNumber()
{
    const auto digits = [](std::size_t most) {
        QString text = u"0"_s;
        const auto each = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 10));
        for (std::size_t i = 0; i < std::min(each.size(), most); ++i)
            text += QString::number(each[i]);
        return text;
    };
    return (*rc::gen::arbitrary<bool>() ? u"-"_s : QString()) + digits(17) + u'.' + digits(9);
}

QJsonValue randomValue(const QString &field)
{
    if (field == u"count")
        return *rc::gen::oneOf(rc::gen::inRange<qint64>(-3, 4), rc::gen::inRange<qint64>(-9'000'000'000, 9'000'000'000));
    if (field == u"number")
        return value(Decimal::parse(randomNumber())).toString();
    if (field == u"day")
        return QDate(2024, 2, 27).addDays(*rc::gen::inRange(-400, 400)).toString(Qt::ISODate);
    if (field == u"id")
        return u"r%1"_s.arg(*rc::gen::inRange(0, 30));
    return randomText();
}

QJsonObject randomBody()
{
    QJsonObject body;
    for (const QString &field : {u"text"_s, u"number"_s, u"count"_s, u"day"_s})
        if (*rc::gen::inRange(0, 5) > 0)
            body.insert(field, randomValue(field));
    QJsonArray tags;
    const int count = *rc::gen::inRange(0, 4);
    for (int i = 0; i < count; ++i)
        tags.append(QJsonObject{{u"tag"_s, randomText()}});
    body.insert(u"tags"_s, tags);
    return body;
}

//! A key that a record has, more often than not.
Key randomKey(const Index &index, const std::vector<Entry> &entries)
{
    Key key;
    if (!entries.empty() && *rc::gen::inRange(0, 3) > 0) {
        key = entries[*rc::gen::inRange<std::size_t>(0, entries.size())].key;
    } else {
        for (const QString &field : index.fields)
            key.append(randomValue(field));
    }
    return *rc::gen::inRange(0, 3) == 0 ? key.first(*rc::gen::inRange<qsizetype>(1, key.size() + 1)) : key;
}

KeyRange randomRange(const Index &index, const std::vector<Entry> &entries)
{
    const auto bound = [] { return *rc::gen::element(Bound::Closed, Bound::Open); };
    switch (*rc::gen::inRange(0, 5)) {
    case 0: return KeyRange::all();
    case 1: return KeyRange::only(randomKey(index, entries));
    case 2: return KeyRange::lowerBound(randomKey(index, entries), bound());
    case 3: return KeyRange::upperBound(randomKey(index, entries), bound());
    default: return KeyRange::bound(randomKey(index, entries), randomKey(index, entries), bound(), bound());
    }
}

QStringList idsOf(const std::vector<Entry> &entries, std::size_t from = 0)
{
    QStringList ids;
    for (std::size_t i = from; i < entries.size(); ++i)
        ids.append(entries[i].id);
    return ids;
}

QStringList textOf(const QList<LocalId> &ids)
{
    QStringList text;
    for (const LocalId &id : ids)
        text.append(id.toString());
    return text;
}

//! Walks a cursor to its end, sometimes in leaps, and compares every place.
void verifyCursor(ObjectStore &things, const Index &index, const KeyRange &range, Direction direction,
                  const std::vector<Entry> &places)
{
    auto cursor = value(things.openCursor(index.name, range, direction));
    const bool isUnique = direction == Direction::NextUnique || direction == Direction::PreviousUnique;
    std::size_t at = 0;
    while (at < places.size()) {
        RC_ASSERT(!cursor.atEnd());
        RC_ASSERT(cursor.record().id.toString() == places[at].id);
        const bool isItsKey = compareKey(index, cursor.key(), places[at].key) == 0;
        RC_ASSERT(isItsKey);
        const int leap = *rc::gen::inRange(0, 4);
        const std::size_t target = at + 1 + *rc::gen::inRange<std::size_t>(0, 3);
        if (leap == 0) {
            value(cursor.advance(qint64(target - at)));
            at = target;
        } else if (leap == 1 && target < places.size()) {
            const bool isSameKey = compareKey(index, places[target].key, places[at].key) == 0;
            const auto done = cursor.continueTo(places[target].key);
            RC_ASSERT(codeOf(done) == (isSameKey ? u"cursor.notAhead"_s : QString()));
            if (isSameKey)
                continue;
            at = std::size_t(std::find_if(places.begin() + long(at), places.end(), [&](const Entry &entry) {
                                 return compareKey(index, entry.key, places[target].key) == 0;
                             }) - places.begin());
        } else if (leap == 2 && target < places.size()) {
            const auto done = cursor.continueTo(places[target].key, LocalId(places[target].id));
            RC_ASSERT(codeOf(done) == (isUnique ? u"cursor.unique"_s : QString()));
            at = isUnique ? at : target;
            if (isUnique)
                value(cursor.next()), ++at;
        } else {
            value(cursor.next());
            ++at;
        }
    }
    RC_ASSERT(cursor.atEnd());
    value(cursor.next()); // and stays there
    RC_ASSERT(cursor.atEnd());
}

} // namespace

class KeyRangeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rangesAndCursorsGiveWhatAModelGives()
    {
        Store store(schema());
        auto things = value(store.database->objectStore(EntityType(u"things"_s)));
        const std::vector<Index> indexes{{u""_s, {u"id"_s}},         {u"text"_s, {u"text"_s}},
                                         {u"number"_s, {u"number"_s}}, {u"count"_s, {u"count"_s}},
                                         {u"day"_s, {u"day"_s}},       {u"both"_s, {u"text"_s, u"number"_s}},
                                         {u"three"_s, {u"day"_s, u"count"_s, u"text"_s}}, {u"tags"_s, {u"tag"_s}}};
        const bool holds = rc::check("store equals model", [&] {
            std::map<QString, QJsonObject> records;
            store.write([&] {
                value(things.clear());
                const int count = *rc::gen::inRange(0, 14);
                for (int i = 0; i < count; ++i) {
                    const QString id = randomValue(u"id"_s).toString();
                    Record made = record(id, randomBody());
                    value(things.put(made));
                    records[id] = made.body;
                }
                Record dead = record(u"dead"_s, randomBody());
                dead.deleted = true; // in no index
                value(things.put(dead));
            });
            for (int i = 0; i < 2; ++i) {
                const Index index = *rc::gen::elementOf(indexes);
                const auto all = entriesOf(index, records);
                const KeyRange range = randomRange(index, all);
                for (const auto direction :
                     {Direction::Next, Direction::NextUnique, Direction::Previous, Direction::PreviousUnique}) {
                    const auto places = expected(index, range, direction, records);
                    const int limit = *rc::gen::inRange(0, 5);
                    RC_ASSERT(storefixture::idsOf(value(things.getAll(index.name, range, -1, direction))) == idsOf(places));
                    RC_ASSERT(textOf(value(things.getAllKeys(index.name, range, -1, direction))) == idsOf(places));
                    RC_ASSERT(textOf(value(things.getAllKeys(index.name, range, limit, direction)))
                              == idsOf(places).first(std::min<qsizetype>(limit, qsizetype(places.size()))));
                    verifyCursor(things, index, range, direction, places);
                    if (direction == Direction::Next)
                        RC_ASSERT(value(things.count(index.name, range)) == qint64(places.size()));
                }
            }
        });
        QVERIFY(holds);
    }

    void aCursorMeetsWhatIsWrittenAheadOfIt()
    {
        Store store;
        for (const QString &id : {u"a"_s, u"b"_s, u"c"_s, u"d"_s})
            store.put(id, QByteArray("{'rating': ") + QByteArray::number(id.at(0).unicode()) + '}');
        auto customers = store.customers();
        auto cursor = value(customers.openCursor(u"rating"_s, KeyRange::all()));
        value(cursor.next());
        QCOMPARE(cursor.record().id.toString(), u"b"_s);
        store.write([&] { // as IDBCursor.update and delete do, under the cursor's feet
            value(customers.remove(LocalId(u"b"_s)));
            value(customers.remove(LocalId(u"c"_s)));
        });
        store.put(u"a2"_s, "{'rating': 1}");
        store.put(u"d2"_s, "{'rating': 1000}");
        QStringList met;
        for (value(cursor.next()); !cursor.atEnd(); value(cursor.next()))
            met.append(cursor.record().id.toString());
        QCOMPARE(met, (QStringList{u"d"_s, u"d2"_s}));
    }

    void wrongStepsAreTypedErrors_data()
    {
        QTest::addColumn<int>("direction");
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QString>("code");
        QTest::newRow("ahead") << int(Direction::Next) << QByteArray("{'k': [3]}") << QString();
        QTest::newRow("where it stands") << int(Direction::Next) << QByteArray("{'k': [2]}") << u"cursor.notAhead"_s;
        QTest::newRow("behind") << int(Direction::Next) << QByteArray("{'k': [1]}") << u"cursor.notAhead"_s;
        QTest::newRow("ahead, backward") << int(Direction::Previous) << QByteArray("{'k': [1]}") << QString();
        QTest::newRow("behind, backward") << int(Direction::Previous) << QByteArray("{'k': [3]}") << u"cursor.notAhead"_s;
        QTest::newRow("of another kind") << int(Direction::Next) << QByteArray("{'k': ['x']}") << u"key.malformed"_s;
        QTest::newRow("of no value") << int(Direction::Next) << QByteArray("{'k': []}") << u"key.malformed"_s;
        QTest::newRow("with too many") << int(Direction::Next) << QByteArray("{'k': [3, 4]}") << u"key.malformed"_s;
    }
    void wrongStepsAreTypedErrors()
    {
        QFETCH(int, direction);
        QFETCH(QByteArray, key);
        Store store;
        store.put(u"a"_s, "{'rating': 1}");
        store.put(u"b"_s, "{'rating': 2}");
        store.put(u"c"_s, "{'rating': 3}");
        auto cursor = value(store.customers().openCursor(u"rating"_s, KeyRange::all(), Direction(direction)));
        value(cursor.next());
        Key values;
        const QJsonArray list = json(key).value(u"k"_s).toArray();
        for (const QJsonValue &each : list)
            values.append(each);
        QTEST(codeOf(cursor.continueTo(values)), "code");
        QCOMPARE(codeOf(cursor.advance(0)), u"cursor.count"_s);
        QCOMPARE(codeOf(store.customers().openCursor(u"nothing"_s, KeyRange::all())), u"index.unknown"_s);
        QCOMPARE(codeOf(store.customers().openCursor(u"rating"_s, KeyRange::only({u"x"_s}))), u"key.malformed"_s);
    }
};

QTEST_GUILESS_MAIN(KeyRangeTest)
#include "keyrange_test.moc"
