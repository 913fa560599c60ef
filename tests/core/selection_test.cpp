// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storefixture.h"

#include "core/base/decimal.h"

#include <QTest>
#include <rapidcheck.h>

#include <algorithm>

using namespace storefixture;

namespace {
constexpr int kMany = 2300; //!< more than the store looks at one by one, so that it walks its indexes

const QStringList kCities{u"Umeå"_s, u"Ängelholm"_s, u"åre"_s, u"Örebro"_s, u"ystad"_s};

//! The order of the alphabet used in the cities above, without regard to case; of two numbers in the same place the
//! smaller one is first.
int alphabetical(const QString &a, const QString &b)
{
    static const QString kAlphabet = u" 0123456789abcdefghijklmnopqrstuvwxyzåäö"_s;
    const QString left = a.toLower();
    const QString right = b.toLower();
    const auto numberAt = [](const QString &text, qsizetype &at) {
        qint64 number = 0;
        for (; at < text.size() && text[at].isDigit(); ++at)
            number = number * 10 + text[at].digitValue();
        return number;
    };
    qsizetype i = 0;
    qsizetype j = 0;
    while (i < left.size() && j < right.size()) {
        if (left[i].isDigit() && right[j].isDigit()) {
            const qint64 one = numberAt(left, i);
            const qint64 other = numberAt(right, j);
            if (one != other)
                return one < other ? -1 : 1;
        } else if (left[i] != right[j]) {
            return kAlphabet.indexOf(left[i]) < kAlphabet.indexOf(right[j]) ? -1 : 1;
        } else {
            ++i;
            ++j;
        }
    }
    return int(i < left.size()) - int(j < right.size());
}

int compared(const QString &field, const QJsonValue &a, const QJsonValue &b)
{
    if (a.isDouble())
        return a.toInteger() < b.toInteger() ? -1 : a.toInteger() > b.toInteger();
    if (a.isBool())
        return int(a.toBool()) - int(b.toBool());
    if (field == u"limit" || field == u"discount") {
        const Decimal left = value(Decimal::parse(a.toString()));
        const Decimal right = value(Decimal::parse(b.toString()));
        return left < right ? -1 : left > right;
    }
    return field == u"city" || field == u"name" ? alphabetical(a.toString(), b.toString())
                                                : a.toString().compare(b.toString());
}

//! What select() promises, the slow way: everything in memory.
class Model
{
public:
    QList<Record> records;

    [[nodiscard]] QStringList select(const Query &query) const
    {
        std::vector<const Record *> found;
        for (const Record &each : records)
            if (matches(each, query) && (!query.after || before(*query.after, each, query)))
                found.push_back(&each);
        std::sort(found.begin(), found.end(), [&](auto *a, auto *b) { return before(*a, *b, query); });
        QStringList ids;
        for (const Record *each : found)
            if (query.limit < 0 || ids.size() < query.limit)
                ids.append(each->id.toString());
        return ids;
    }

    [[nodiscard]] Decimal limits(const Query &query) const
    {
        Decimal sum;
        for (const Record &each : records)
            if (matches(each, query) && each.body.contains(u"limit"_s))
                sum += value(Decimal::parse(each.body.value(u"limit"_s).toString()));
        return sum;
    }

private:
    static bool matches(const Record &record, const Query &query)
    {
        if (record.deleted && (!query.includeDeleted || !query.search.isEmpty()))
            return false;
        for (const auto &[field, wanted] : query.where) {
            const QJsonValue have = record.body.value(field);
            const QString text = have.isDouble() ? QString::number(have.toInteger())
                                 : have.isBool() ? (have.toBool() ? u"true"_s : u"false"_s)
                                                 : have.toString();
            if (text != wanted)
                return false;
        }
        if (query.search.isEmpty())
            return true;
        const QStringList have = record.body.value(u"name"_s).toString().toLower().split(u' ');
        const QStringList words = query.search.split(u' ', Qt::SkipEmptyParts);
        return std::all_of(words.begin(), words.end(), [&](const QString &word) {
            return std::any_of(have.begin(), have.end(), [&](auto &each) { return each.startsWith(word); });
        });
    }
    static bool before(const Record &a, const Record &b, const Query &query)
    {
        const QJsonValue left = a.body.value(query.sort);
        const QJsonValue right = b.body.value(query.sort);
        if (left.isUndefined() != right.isUndefined())
            return right.isUndefined();
        int order = left.isUndefined() ? 0 : compared(query.sort, left, right);
        if (order == 0)
            order = QString::compare(a.id.toString(), b.id.toString());
        return query.descending ? order > 0 : order < 0;
    }
};

QJsonObject randomBody(test::SeededRandom &random)
{
    QJsonObject body;
    const auto maybe = [&](const QString &field, const QJsonValue &each) {
        if (random.chance(80))
            body.insert(field, each);
    };
    maybe(u"name"_s, u"w%1 x%2"_s.arg(random.below(12)).arg(random.below(300)));
    maybe(u"city"_s, kCities.at(qsizetype(random.below(quint64(kCities.size())))));
    maybe(u"active"_s, random.chance(50));
    maybe(u"rating"_s, qint64(random.below(7)) - 3);
    maybe(u"limit"_s, Decimal(qint64(random.below(30)) - 15).toString(2));
    maybe(u"discount"_s, u"%1.5"_s.arg(random.below(20)));
    maybe(u"since"_s, u"2026-0%1-01"_s.arg(1 + random.below(9)));
    maybe(u"kind"_s, random.chance(50) ? u"company"_s : u"private"_s);
    if (random.chance(5))
        body.insert(u"parent"_s, u"c%1"_s.arg(random.below(3)));
    return body;
}
} // namespace

//! Lists as people ask for them (R-LOC-07).
class SelectionTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Store> m_many;
    std::unique_ptr<Store> m_few;
    Model m_model;

    QStringList idsInOrder(const Query &query)
    {
        const auto places = value(m_many->customers().order(query, {}));
        const auto records = value(m_many->customers().at(places));
        QStringList ids;
        for (const RowNumber place : places)
            ids.append(records.value(place).id.toString());
        return ids;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_many = std::make_unique<Store>();
        test::SeededRandom random(7);
        m_many->write([&] {
            for (int i = 0; i < kMany; ++i) {
                Record made = record(u"c%1"_s.arg(random.below(100'000)), randomBody(random));
                made.deleted = random.chance(5);
                if (codeOf(m_many->customers().add(made)).isEmpty())
                    m_model.records.append(made);
            }
        });
        QCOMPARE(value(m_many->database->check()), QStringList());

        m_few = std::make_unique<Store>();
        m_few->put(u"a"_s, "{'name': 'Förr', 'city': 'Umeå'}");
        m_few->put(u"a"_s, "{'name': 'Räksmörgås i norr', 'city': 'Umeå'}");
        m_few->put(u"b"_s, "{'name': 'Berg & Dal kol-oxid 556677-8899', 'tags': [{'tag': 'x'}, {'tag': 'Guldkund'}]}");
        m_few->put(u"c"_s, "{'name': 'borta'}");
        m_few->put(u"c"_s, "{'name': 'borta'}", true);
    }

    void anyQueryGivesWhatTheModelGives()
    {
        const std::vector<QString> sorts{u""_s,      u"name"_s,     u"city"_s,  u"active"_s, u"rating"_s,
                                         u"limit"_s, u"discount"_s, u"since"_s, u"kind"_s};
        const std::vector<std::pair<QString, QString>> conditions{
            {u"active"_s, u"true"_s},  {u"rating"_s, u"2"_s},         {u"city"_s, u"Umeå"_s},   {u"limit"_s, u"3.00"_s},
            {u"parent"_s, u"c1"_s},    {u"parent"_s, u"nobody"_s},    {u"note"_s, u""_s},       {u"rating"_s, u""_s},
            {u"kind"_s, u"private"_s}, {u"since"_s, u"2026-03-01"_s}, {u"discount"_s, u"4.5"_s}};
        const std::vector<QString> searches{u""_s, u""_s, u"w"_s, u"w1"_s, u"x29"_s, u"w3 x1"_s, u"nowhere"_s};
        const bool holds = rc::check("select, its pages and count agree with the model", [&] {
            Query query;
            query.sort = *rc::gen::elementOf(sorts);
            for (int i = *rc::gen::inRange(0, 3); i > 0; --i)
                query.where.append(*rc::gen::elementOf(conditions));
            query.search = *rc::gen::elementOf(searches);
            query.descending = *rc::gen::arbitrary<bool>();
            query.includeDeleted = *rc::gen::arbitrary<bool>();
            const QStringList expected = m_model.select(query);
            RC_ASSERT(value(m_many->customers().count(query)) == expected.size());
            RC_ASSERT(idsInOrder(query) == expected);
            RC_ASSERT(value(m_many->customers().sums({u"limit"_s}, {}, query, {})).value({}).value(0) == m_model.limits(query));
            query.limit = *rc::gen::element(-1, 0, 1, 10, 700);
            const auto first = value(m_many->customers().firstPlaces(query));
            RC_ASSERT(first.isEmpty() || first == value(m_many->customers().order(query, {})).mid(0, query.limit));
            const auto page = value(m_many->customers().select(query));
            RC_ASSERT(idsOf(page) == m_model.select(query));
            if (page.isEmpty())
                return;
            query.after = page.at(*rc::gen::inRange<qsizetype>(0, page.size()));
            RC_ASSERT(idsOf(value(m_many->customers().select(query))) == m_model.select(query));
        });
        QVERIFY(holds);
    }

    void sumsAreToldApart()
    {
        const auto groups = value(m_many->customers().sums({u"limit"_s}, {u"city"_s, u"active"_s}, {}, {}));
        QVERIFY(groups.size() > 2);
        for (auto it = groups.begin(); it != groups.end(); ++it) {
            const auto active = it.key().last() == u"1" ? u"true"_s : it.key().last() == u"0" ? u"false"_s : QString();
            QVERIFY2(it.key().last().isEmpty() || !active.isEmpty(), qPrintable(it.key().last()));
            Query query;
            query.where = {{u"city"_s, it.key().first()}, {u"active"_s, active}};
            QVERIFY(it->first() == m_model.limits(query));
        }
        QCOMPARE(codeOf(m_many->customers().sums({u"limit"_s}, {u"nowhere"_s}, {}, {})), u"field.unknown"_s);
    }

    void whatNobodyWaitsForEnds()
    {
        Query query;
        query.sort = u"since"_s;
        const auto goOn = [] { return false; };
        QCOMPARE(codeOf(m_many->customers().order(query, goOn)), u"query.cancelled"_s);
        QCOMPARE(codeOf(m_many->customers().sums({u"limit"_s}, {}, query, goOn)), u"query.cancelled"_s);
        const auto nowhere = m_many->customers().at({987'654'321});
        QVERIFY(value(nowhere).isEmpty());
        QCOMPARE(codeOf(m_many->customers().sums({u"name"_s}, {}, query, {})), u"field.unknown"_s);
    }

    void pagesMeetEveryRecordOnce_data()
    {
        QTest::addColumn<QString>("sort");
        QTest::addColumn<bool>("descending");
        QTest::newRow("by id") << u""_s << false;
        QTest::newRow("by an index with few different keys") << u"rating"_s << false;
        QTest::newRow("by an index backward, records without the field last") << u"rating"_s << true;
        QTest::newRow("by a field without an index") << u"since"_s << false;
        QTest::newRow("by the time of the last change, which is the same for all") << u"updatedAt"_s << true;
    }
    void pagesMeetEveryRecordOnce()
    {
        Query query;
        QFETCH(QString, sort);
        QFETCH(bool, descending);
        query.sort = sort;
        query.descending = descending;
        const QStringList all = idsOf(value(m_many->customers().select(query)));
        query.limit = 97;
        QStringList paged;
        for (;;) {
            const auto page = value(m_many->customers().select(query));
            if (page.isEmpty())
                break;
            paged += idsOf(page);
            query.after = page.last();
        }
        QCOMPARE(paged, all);
        QCOMPARE(all.size(), value(m_many->customers().count()));
    }

    void whatTheStoreKeepsCanBeAskedFor()
    {
        Store store;
        store.put(u"a"_s, "{'name': 'first'}");
        store.put(u"b"_s, "{'name': 'second'}");
        store.put(u"b"_s, "{'name': 'third'}");
        const auto ids = [&](const QString &field, const QString &wanted) {
            return idsOf(value(store.customers().select({.where = {{field, wanted}}})));
        };
        QCOMPARE(ids(u"id"_s, u"b"_s), QStringList{u"b"_s});
        QCOMPARE(ids(u"localId"_s, u"a"_s), QStringList{u"a"_s});
        QCOMPARE(ids(u"revision"_s, u"2"_s), QStringList{u"b"_s});
        QCOMPARE(ids(u"updatedBy"_s, u"anna"_s), (QStringList{u"a"_s, u"b"_s}));
        QCOMPARE(ids(u"updatedBy"_s, u"bo"_s), QStringList());
        QCOMPARE(ids(u"updatedAt"_s, u"2026-05-28T20:26:40.000Z"_s), (QStringList{u"a"_s, u"b"_s}));
        QCOMPARE(idsOf(value(store.customers().select({.sort = u"revision"_s, .descending = true}))),
                 (QStringList{u"b"_s, u"a"_s}));
    }

    void wrongQuestionsAreTypedErrors_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("code");
        QTest::newRow("a field nobody knows") << u"colour"_s << u"red"_s << u"field.unknown"_s;
        QTest::newRow("SQL for a field") << u"name' OR '1'='1"_s << u"x"_s << u"field.unknown"_s;
        QTest::newRow("rows") << u"tags"_s << u"x"_s << u"field.unknown"_s;
        QTest::newRow("a field inside rows") << u"tags.tag"_s << u"x"_s << u"field.unknown"_s;
        QTest::newRow("no field at all") << u""_s << u"x"_s << u"field.unknown"_s;
        QTest::newRow("a number that is none") << u"rating"_s << u"2; --"_s << u"value.malformed"_s;
        QTest::newRow("an amount that is none") << u"limit"_s << u"NaN"_s << u"value.malformed"_s;
        QTest::newRow("a boolean that is none") << u"active"_s << u"yes"_s << u"value.malformed"_s;
        QTest::newRow("an instant that is none") << u"seen"_s << u"yesterday"_s << u"value.malformed"_s;
        QTest::newRow("a time of the store that is none") << u"updatedAt"_s << u"0"_s << u"value.malformed"_s;
        QTest::newRow("text is never wrong") << u"name"_s << u"' OR 1=1 --"_s << QString();
    }
    void wrongQuestionsAreTypedErrors()
    {
        QFETCH(QString, field);
        QFETCH(QString, value);
        QFETCH(QString, code);
        const Query query{.where = {{field, value}}};
        QCOMPARE(codeOf(m_many->customers().select(query)), code);
        QCOMPARE(codeOf(m_many->customers().count(query)), code);
        if (code == u"field.unknown" && !field.isEmpty())
            QCOMPARE(codeOf(m_many->customers().select({.sort = field})), code);
        if (code.isEmpty())
            QCOMPARE(m_many->customers().select(query)->size(), 0);
    }

    void valuesMayBeWrittenInOtherForms()
    {
        Store store;
        store.put(u"a"_s, "{'limit': '12.50', 'discount': '12.5', 'seen': '2026-01-01T10:00:00.000Z', 'name': 'Åsa'}");
        const QList<std::pair<QString, QString>> same{{u"limit"_s, u"12.5"_s},
                                                      {u"limit"_s, u"+12.500"_s},
                                                      {u"discount"_s, u"12.50"_s},
                                                      {u"seen"_s, u"2026-01-01T11:00:00+01:00"_s},
                                                      {u"name"_s, u"A\u030asa"_s}};
        for (const auto &each : same)
            QCOMPARE(value(store.customers().select({.where = {each}})).size(), 1);
        QCOMPARE(value(store.customers().select({.where = {{u"name"_s, u"åsa"_s}}})).size(), 0); // equal is equal
    }

    void searchFindsWhatPeopleType_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("ids");
        QTest::newRow("a whole word") << u"räksmörgås"_s << u"a"_s;
        QTest::newRow("the start of a word") << u"räk"_s << u"a"_s;
        QTest::newRow("one letter") << u"r"_s << u"a"_s;
        QTest::newRow("without the dots and rings") << u"raksmorgas"_s << u"a"_s;
        QTest::newRow("capitals") << u"RÄKSMÖRGÅS"_s << u"a"_s;
        QTest::newRow("decomposed letters") << u"ra\u0308ksmo\u0308rga\u030as"_s << u"a"_s;
        QTest::newRow("all words must occur") << u"umeå räk"_s << u"a"_s;
        QTest::newRow("and one does not") << u"luleå räk"_s << u""_s;
        QTest::newRow("the middle of a word does not count") << u"smörgås"_s << u""_s;
        QTest::newRow("a word within rows") << u"guld"_s << u"b"_s;
        QTest::newRow("a company with a sign between") << u"Berg & Dal"_s << u"b"_s;
        QTest::newRow("a word with a hyphen") << u"kol-ox"_s << u"b"_s;
        QTest::newRow("a number in groups") << u"556677-88"_s << u"b"_s;
        QTest::newRow("a quote") << u"\"Berg"_s << u"b"_s;
        QTest::newRow("nothing but quotes") << u"\"\"\""_s << u""_s;
        QTest::newRow("nothing but signs") << u"* ^ - ( :"_s << u""_s;
        QTest::newRow("the words of the search language") << u"AND OR NOT NEAR(berg dal)"_s << u""_s;
        QTest::newRow("a column of the table") << u"text:berg"_s << u""_s;
        QTest::newRow("a zero character") << u"berg"_s + QChar(u'\0') + u"dal"_s << u"b"_s;
        QTest::newRow("half a surrogate pair") << QString(QChar(0xd800)) + u"_berg"_s << u"b"_s;
        QTest::newRow("a deleted record's word") << u"borta"_s << u""_s;
        QTest::newRow("a word it had before the last change") << u"förr"_s << u""_s;
        QTest::newRow("blanks are no search") << u"  \t "_s << u"a,b"_s;
        QTest::newRow("very many words") << u"berg "_s.repeated(5000) << u"b"_s;
        QTest::newRow("a very long word") << QString(100'000, u'å') << u""_s;
    }
    void searchFindsWhatPeopleType()
    {
        QFETCH(QString, typed);
        const auto found = value(m_few->customers().select({.search = typed}));
        QTEST(idsOf(found).join(u','), "ids");
        QCOMPARE(value(m_few->customers().count({.search = typed})), found.size());
    }

    void numbersSortByValue()
    {
        Store store;
        const QStringList inOrder{u"1"_s,   u"2"_s,   u"10"_s,  u"99"_s,       u"100"_s,       u"A1"_s,  u"A2"_s,
                                  u"A10"_s, u"A1b"_s, u"B3-2"_s, u"B3-10"_s, u"12345678"_s, u"123456789"_s};
        QStringList expected{u"1"_s, u"2"_s, u"10"_s, u"99"_s, u"100"_s, u"12345678"_s, u"123456789"_s, u"A1"_s,
                             u"A1b"_s, u"A2"_s, u"A10"_s, u"B3-2"_s, u"B3-10"_s};
        for (const QString &number : inOrder)
            store.put(u"c"_s + number, "{'number': '" + number.toUtf8() + "'}");
        const auto shown = [&](bool descending) {
            QStringList numbers;
            const auto records = value(store.customers().select({.sort = u"number"_s, .descending = descending}));
            for (const Record &each : records)
                numbers.append(each.body.value(u"number"_s).toString());
            return numbers;
        };
        QCOMPARE(shown(false), expected);
        std::reverse(expected.begin(), expected.end());
        QCOMPARE(shown(true), expected);
    }

    void recordsAreFoundByTheWordsOfWhatTheyReferTo_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("ids");
        QTest::newRow("an order's own word") << u"penslar"_s << u"o2"_s;
        QTest::newRow("its customer's name") << u"norr"_s << u"o1,o2"_s;
        QTest::newRow("the customer's former name") << u"södra"_s << u""_s;
        QTest::newRow("found both ways, listed once") << u"färg"_s << u"o1,o3"_s;
        QTest::newRow("a deleted order of that customer") << u"borttagen"_s << u""_s;
        QTest::newRow("a customer who is deleted") << u"borta"_s << u""_s;
    }
    void recordsAreFoundByTheWordsOfWhatTheyReferTo()
    {
        QFETCH(QString, typed);
        QFETCH(QString, ids);
        auto type = ordersType();
        type.insert(u"search"_s, QJsonArray{u"text"_s, u"customer"_s});
        Store store(schemaOf({customersType(), type}));
        store.put(u"a"_s, "{'name': 'Södra Bygg'}");
        store.put(u"a"_s, "{'name': 'Norra Bygg'}");
        store.put(u"b"_s, "{'name': 'Kulörens färg'}");
        store.put(u"c"_s, "{'name': 'Borta AB'}");
        auto orders = value(store.database->objectStore(EntityType(u"orders"_s)));
        const auto put = [&](const QString &id, const QByteArray &body, bool deleted = false) {
            Record made = record(id, json(body));
            made.deleted = deleted;
            store.write([&] { value(orders.put(made)); });
        };
        put(u"o1"_s, "{'text': 'färg och tapet', 'customer': 'a'}");
        put(u"o2"_s, "{'text': 'penslar', 'customer': 'a'}");
        put(u"o3"_s, "{'text': 'färg', 'customer': 'b'}");
        put(u"o4"_s, "{'text': 'borttagen', 'customer': 'a'}");
        put(u"o4"_s, "{'text': 'borttagen', 'customer': 'a'}", true);
        put(u"o5"_s, "{'text': 'x', 'customer': 'c'}");
        store.put(u"c"_s, "{'name': 'Borta AB'}", true);
        QCOMPARE(idsOf(value(orders.select({.search = typed}))).join(u','), ids);
        QCOMPARE(value(orders.count({.search = typed})), ids.isEmpty() ? 0 : ids.count(u',') + 1);
        const auto places = value(orders.order({.search = typed}, {}));
        QCOMPARE(places.size(), ids.isEmpty() ? 0 : ids.count(u',') + 1);
        QCOMPARE(value(store.database->check()), QStringList());
    }

    void aTypeWithoutSearchSaysSo()
    {
        Store store;
        auto orders = value(store.database->objectStore(EntityType(u"orders"_s)));
        QCOMPARE(codeOf(orders.select({.search = u"x"_s})), u"search.undeclared"_s);
        QCOMPARE(value(orders.select({.search = u" "_s})).size(), 0);
    }
};

QTEST_GUILESS_MAIN(SelectionTest)
#include "selection_test.moc"
