// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/decimal.h"
#include "core/store/keys.h"
#include "core/store/recordcolumns.h"
#include "core/store/selection.h"

#include <algorithm>

namespace frost {

using namespace Qt::StringLiterals;

namespace {
constexpr int kFew = 2000; //!< candidates that are looked at one by one in some 10 ms

//! Asks whether to go on, not for every row.
class Interruption
{
public:
    explicit Interruption(const Selection::GoOn &goOn) : m_goOn(goOn) { }
    Result<> check()
    {
        static constexpr int kRows = 1024; // some milliseconds
        if (!m_goOn || ++m_rows % kRows != 0 || m_goOn())
            return {};
        return fail(ErrorKind::Cancelled, u"query.cancelled"_s);
    }

private:
    const Selection::GoOn &m_goOn;
    int m_rows = 0;
};
}

Result<QList<Record>> Selection::records()
{
    if (m_findsNothing || m_query.limit == 0)
        return QList<Record>();
    const auto few = fewCandidates(kFew);
    if (!few)
        return fail(few.error());
    if (*few)
        return best(**few);
    if (m_order.value.isEmpty())
        return walkIds();
    if (m_order.index && !m_query.includeDeleted)
        return walkIndex();
    return best(anyDriver());
}

Result<qint64> Selection::count()
{
    if (m_findsNothing)
        return 0;
    if (const QByteArray rows = rowsToCount(); !rows.isEmpty()) {
        const auto bound = m_match.isEmpty() ? QVariantList{m_conditions.first().key} : foundBy();
        return m_sql.number("SELECT count(*) FROM " + rows, bound);
    }
    const auto few = fewCandidates(kFew);
    if (!few)
        return fail(few.error());
    const Driver driver = *few ? **few : anyDriver();
    return m_sql.number("SELECT count(*) FROM " + driver.source.from + where(driver.source, driver.searched),
                        values(driver.source, driver.searched));
}

// One condition that an index answers alone, or a search alone: then no record is looked at.
QByteArray Selection::rowsToCount() const
{
    if (!m_match.isEmpty())
        return m_conditions.isEmpty() ? '(' + foundRows("UNION") + ')' : QByteArray();
    if (m_conditions.size() != 1 || m_query.includeDeleted || !m_conditions.first().isExact
        || !m_conditions.first().index)
        return {};
    return indexRows(m_conditions.first());
}

// --- where candidates come from

QByteArray Selection::indexRows(const Condition &condition)
{
    return condition.index->table + " WHERE k0=" + condition.index->placeholder(0);
}

Result<std::optional<Selection::Driver>> Selection::fewCandidates(qint64 few)
{
    std::optional<Driver> chosen;
    qint64 fewest = few + 1;
    for (const Condition &condition : std::as_const(m_conditions)) {
        if (!condition.index || m_query.includeDeleted) // tombstones are in no index
            continue;
        const auto count = countUpTo(indexRows(condition), {condition.key}, few);
        if (!count)
            return fail(count.error());
        if (*count < fewest) {
            fewest = *count;
            chosen = Driver{indexSource(condition), !m_match.isEmpty()};
        }
    }
    if (m_match.isEmpty())
        return chosen;
    const auto count = countUpTo('(' + foundRows("UNION ALL") + ')', foundBy(), few);
    if (!count)
        return fail(count.error());
    if (*count < fewest)
        chosen = Driver{searchSource(), false};
    return chosen;
}

Selection::Driver Selection::anyDriver() const
{
    if (!m_match.isEmpty())
        return {searchSource(), false};
    const auto indexed = std::find_if(m_conditions.begin(), m_conditions.end(), [](auto &each) { return each.index; });
    if (indexed != m_conditions.end() && !m_query.includeDeleted)
        return {indexSource(*indexed), false};
    return {everything(), false};
}

// Steps of an index cost about a tenth of looking at a record.
Result<qint64> Selection::fewerThanAll()
{
    static constexpr qint64 kStepsForOne = 10;
    const auto most = m_sql.number("SELECT ifnull(max(rid),0) FROM " + m_layout.table);
    FROST_TRY(most);
    return std::max<qint64>(kFew, *most / kStepsForOne);
}

Result<qint64> Selection::countUpTo(const QByteArray &rows, const QVariantList &values, qint64 few)
{
    return m_sql.number("SELECT count(*) FROM (SELECT 1 FROM " + rows + " LIMIT ?)", QVariantList(values) << few + 1);
}

// --- walking the order

Result<QList<Record>> Selection::walkIds()
{
    const Source source = everything();
    const bool searched = !m_match.isEmpty();
    QByteArray sql = "SELECT " + kRecordColumns + " FROM " + source.from + where(source, searched);
    QVariantList bound = values(source, searched);
    if (m_query.after) {
        sql += m_query.descending ? " AND o.id<?" : " AND o.id>?";
        bound.append(m_query.after->id.toString());
    }
    sql += m_query.descending ? " ORDER BY o.id DESC LIMIT ?" : " ORDER BY o.id LIMIT ?";
    bound.append(m_query.limit);
    auto rows = m_sql.query(sql, bound);
    return rows ? readRecords(*rows, m_layout.schema->type) : Result<QList<Record>>(fail(rows.error()));
}

// Ascending, the empty blob of records without a value comes last by itself; descending it would come first.
Result<QList<Record>> Selection::walkIndex()
{
    QList<Record> records;
    if (!m_query.descending) {
        FROST_TRY(walkPart({}, true, records));
        return records;
    }
    const bool pastValues = m_query.after && !afterCandidate().key;
    if (!pastValues) // where a page continues, its last key is the bound already
        FROST_TRY(walkPart(m_query.after ? QByteArray() : " AND x.k0<x''", true, records));
    if (m_query.limit < 0 || records.size() < m_query.limit)
        FROST_TRY(walkPart(" AND x.k0=x''", pastValues, records));
    return records;
}

Result<> Selection::walkPart(const QByteArray &part, bool continues, QList<Record> &records)
{
    const Source source = indexRecords(*m_order.index);
    const bool searched = !m_match.isEmpty();
    QByteArray sql = "SELECT " + kRecordColumns + " FROM " + source.from + where(source, searched) + part;
    QVariantList bound = values(source, searched);
    if (continues && m_query.after) {
        // A CAST around the id would cost the use of the index's second column: its affinity differs.
        sql += QByteArray(" AND (x.k0,x.id)") + (m_query.descending ? '<' : '>') + "(ifnull("
               + m_order.index->placeholder(0) + ",x''),?)";
        bound << afterCandidate().key.value_or(QVariant()) << m_query.after->id.toString();
    }
    sql += m_query.descending ? " ORDER BY x.k0 DESC,x.id DESC LIMIT ?" : " ORDER BY x.k0,x.id LIMIT ?";
    bound.append(m_query.limit < 0 ? -1 : m_query.limit - int(records.size()));
    auto rows = m_sql.query(sql, bound);
    if (!rows)
        return fail(rows.error());
    auto read = readRecords(*rows, m_layout.schema->type);
    if (!read)
        return fail(read.error());
    records += *read;
    return {};
}

// --- looking at every candidate

bool Selection::before(const Candidate &a, const Candidate &b) const
{
    if (a.key.has_value() != b.key.has_value())
        return a.key.has_value();
    if (a.key && *a.key != *b.key)
        return keyLess({*a.key}, {*b.key}) != m_query.descending;
    return a.id != b.id && (a.id < b.id) != m_query.descending;
}

Selection::Candidate Selection::afterCandidate() const
{
    const Record &record = *m_query.after;
    Candidate candidate{{}, record.id.toUtf8(), 0};
    const auto setTime = [&](const QDateTime &time) {
        if (time.isValid())
            candidate.key = QVariant(time.toMSecsSinceEpoch());
    };
    if (m_order.value.isEmpty())
        return candidate;
    if (m_layout.schema->field(m_query.sort))
        candidate.key = encodeKey(m_order.kind, record.body.value(m_query.sort));
    else if (m_query.sort == u"revision")
        candidate.key = QVariant(record.revision);
    else if (m_query.sort == u"createdAt")
        setTime(record.createdAt);
    else if (m_query.sort == u"updatedAt")
        setTime(record.updatedAt);
    else
        candidate.key = encodeKey(FieldKind::Text, QJsonValue(record.updatedBy));
    return candidate;
}

Result<QList<Selection::Candidate>> Selection::bestCandidates(const Driver &driver, const GoOn &goOn)
{
    const QByteArray value = m_order.value.isEmpty() ? QByteArray("NULL") : m_order.value;
    auto rows = m_sql.query("SELECT CAST(o.id AS BLOB)," + value + ",o.rid FROM " + driver.source.from
                                + where(driver.source, driver.searched),
                            values(driver.source, driver.searched));
    if (!rows)
        return fail(rows.error());
    const auto isBefore = [this](const Candidate &a, const Candidate &b) { return before(a, b); };
    const std::optional<Candidate> after = m_query.after ? std::optional(afterCandidate()) : std::nullopt;
    const bool all = m_query.limit < 0;
    QList<Candidate> best; // unless all are wanted, a heap with the last of the page on top
    Interruption interruption(goOn);
    while (rows->next()) {
        FROST_TRY(interruption.check());
        Candidate candidate{{}, rows->bytes(0), rows->integer(2)};
        if (!rows->isNull(1))
            candidate.key = isTextKey(m_order.kind)
                                ? encodeKey(m_order.kind, QJsonValue(QString::fromUtf8(rows->bytes(1))))
                                : std::optional(QVariant(rows->integer(1)));
        if (after && !before(*after, candidate))
            continue;
        best.append(std::move(candidate));
        if (all)
            continue;
        std::push_heap(best.begin(), best.end(), isBefore);
        if (best.size() > m_query.limit) {
            std::pop_heap(best.begin(), best.end(), isBefore);
            best.removeLast();
        }
    }
    FROST_TRY(rows->status());
    if (all)
        std::sort(best.begin(), best.end(), isBefore);
    else
        std::sort_heap(best.begin(), best.end(), isBefore);
    return best;
}

Result<QList<Record>> Selection::best(const Driver &driver)
{
    const auto candidates = bestCandidates(driver);
    if (!candidates)
        return fail(candidates.error());
    QList<Record> records;
    records.reserve(candidates->size());
    for (const Candidate &candidate : *candidates) {
        auto rows = m_sql.query(m_layout.get, {candidate.id});
        if (!rows)
            return fail(rows.error());
        auto read = readRecords(*rows, m_layout.schema->type);
        if (!read)
            return fail(read.error());
        records += *read;
    }
    return records;
}

// --- whole orders, without their records

Result<QList<RowNumber>> Selection::order(const GoOn &goOn)
{
    QList<RowNumber> places;
    if (m_findsNothing)
        return places;
    const auto limit = fewerThanAll();
    FROST_TRY(limit);
    const auto few = fewCandidates(*limit);
    if (!few)
        return fail(few.error());
    const bool byId = m_order.value.isEmpty();
    if (*few || !(byId || (m_order.index && !m_query.includeDeleted))) {
        const auto candidates = bestCandidates(*few ? **few : anyDriver(), goOn);
        if (!candidates)
            return fail(candidates.error());
        places.reserve(candidates->size());
        for (const Candidate &candidate : *candidates)
            places.append(candidate.place);
        return places;
    }
    if (byId) {
        FROST_TRY(placesOf(everything(), m_query.descending ? " ORDER BY o.id DESC" : " ORDER BY o.id", goOn, places));
        return places;
    }
    const Source from = indexRecords(*m_order.index);
    if (!m_query.descending) {
        FROST_TRY(placesOf(from, " ORDER BY x.k0,x.id", goOn, places));
        return places;
    }
    // Records without a value come last here too; see walkIndex().
    FROST_TRY(placesOf(from, " AND x.k0<x'' ORDER BY x.k0 DESC,x.id DESC", goOn, places));
    FROST_TRY(placesOf(from, " AND x.k0=x'' ORDER BY x.k0 DESC,x.id DESC", goOn, places));
    return places;
}

Result<RowNumber> Selection::placeOf(const LocalId &id)
{
    auto rows = m_sql.query("SELECT rid FROM " + m_layout.table + " WHERE id=?", {id.toString()});
    FROST_TRY(rows);
    if (rows->next())
        return rows->integer(0);
    FROST_TRY(rows->status());
    return fail(ErrorKind::NotFound, u"record.unknown"_s, {m_layout.schema->type.toString(), id.toString()});
}

Result<QList<RowNumber>> Selection::firstPlaces()
{
    const auto few = fewCandidates(kFew);
    FROST_TRY(few);
    if (!*few && !m_order.value.isEmpty() && (!m_order.index || m_query.includeDeleted))
        return QList<RowNumber>();
    const auto page = records();
    FROST_TRY(page);
    QList<RowNumber> places;
    for (const Record &record : *page) {
        const auto place = placeOf(record.id);
        FROST_TRY(place);
        places.append(*place);
    }
    return places;
}

Result<> Selection::placesOf(const Source &source, const QByteArray &order, const GoOn &goOn, QList<RowNumber> &places)
{
    const bool searched = !m_match.isEmpty();
    auto rows = m_sql.query("SELECT o.rid FROM " + source.from + where(source, searched) + order, values(source, searched));
    FROST_TRY(rows);
    Interruption interruption(goOn);
    while (rows->next()) {
        FROST_TRY(interruption.check());
        places.append(rows->integer(0));
    }
    return rows->status();
}

Result<> Selection::values(const QStringList &fields, const GoOn &goOn,
                           const std::function<void(qsizetype, const QByteArray &)> &take)
{
    if (m_findsNothing || fields.isEmpty())
        return {};
    const auto few = fewCandidates(kFew);
    FROST_TRY(few);
    const Driver driver = *few ? **few : anyDriver();
    QByteArrayList columns;
    for (const QString &field : fields)
        columns.append("CAST(o.body->>'$." + field.toUtf8() + "' AS BLOB)");
    auto rows = m_sql.query("SELECT " + columns.join(',') + " FROM " + driver.source.from
                                + where(driver.source, driver.searched),
                            values(driver.source, driver.searched));
    FROST_TRY(rows);
    Interruption interruption(goOn);
    while (rows->next()) {
        FROST_TRY(interruption.check());
        for (qsizetype i = 0; i < fields.size(); ++i)
            take(i, rows->bytes(int(i)));
    }
    return rows->status();
}

} // namespace frost
