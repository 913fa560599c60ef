// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/agent/exitcodes.h"
#include "app/agent/listing.h"
#include "app/agent/recordplace.h"
#include "app/agent/verb.h"
#include "core/company/presentation.h"

#include <QCoreApplication>

#include <optional>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("Records", source);
}

constexpr int kPage = 1000;       //!< records in memory while a list is written
constexpr int kSortedPage = 5000; //!< without an index for the order every page costs a look at all records
constexpr qsizetype kListedFields = 6;

//! What a list shows of a record: what names it, what it must have, and its last derived amount (a document's total).
QList<const Field *> listedFields(const EntitySchema &schema)
{
    QStringList names = schema.naturalKey;
    names += schema.title;
    QString amount;
    for (const auto &field : schema.fields) {
        if (field.required && field.kind != FieldKind::Rows)
            names += field.name;
        if (field.derived && field.kind == FieldKind::Amount)
            amount = field.name;
    }
    names.removeDuplicates();
    names = names.mid(0, kListedFields);
    if (!amount.isEmpty())
        names += amount;
    QList<const Field *> fields;
    for (const auto &name : names) {
        if (const auto *field = schema.field(name))
            fields += field;
    }
    return fields;
}

bool isNumber(const Field &field)
{
    return field.kind == FieldKind::Amount || field.kind == FieldKind::Decimal || field.kind == FieldKind::Integer;
}

//! --where speaks of records as people see them, the store of local ids.
Result<QString> storedCondition(RecordPlace &place, const QString &name, const QString &value)
{
    EntityType target;
    if (const auto *field = place.schema->field(name); field && field->kind == FieldKind::Reference)
        target = field->target;
    else if (!field && name == "id"_L1)
        target = place.type;
    if (target.isEmpty())
        return value;
    const auto local = place.company->shownIds().local(target, value);
    FROST_TRY(local);
    return *local ? (*local)->toString() : value;
}

Result<Query> queryOf(RecordPlace &place, const Arguments &arguments)
{
    Query query;
    for (const auto &condition : arguments.values("--where"_L1)) {
        const auto equals = condition.indexOf(u'=');
        if (equals <= 0)
            return fail(ErrorKind::Usage, u"where.malformed"_s, {condition});
        const auto value = storedCondition(place, condition.left(equals), condition.mid(equals + 1));
        FROST_TRY(value);
        query.where.append({condition.left(equals), *value});
    }
    query.search = arguments.value("--search"_L1);
    query.sort = arguments.value("--sort"_L1);
    if (query.sort.startsWith(u'-')) {
        query.descending = true;
        query.sort.remove(0, 1);
    }
    return query;
}

Error withFieldNames(Error error, const EntitySchema &schema)
{
    if (error.code != "field.unknown"_L1)
        return error;
    QStringList names;
    for (const auto &field : schema.fields) {
        if (field.kind != FieldKind::Rows)
            names += field.name;
    }
    return {error.kind, u"list.fieldUnknown"_s, {error.args.value(0), schema.type.toString(), names.join(u", "_s)}, {}, {}};
}

//! Writes records page by page, as a JSON array or a table. A page is put together before anything of it is written, and
//! an array that was begun is always closed.
class RecordList
{
public:
    RecordList(Output &output, RecordPlace &place)
        : m_output(output), m_place(place), m_presentation(*place.company), m_fields(listedFields(*place.schema))
    {
    }

    ~RecordList()
    {
        m_table.reset();
        if (m_begun)
            m_output.endArray();
    }
    RecordList(const RecordList &) = delete;
    RecordList &operator=(const RecordList &) = delete;

    Result<> add(const QList<Record> &records)
    {
        QList<ListedRow> rows;
        for (const auto &record : records) {
            auto row = listed(record);
            FROST_TRY(row);
            rows.append(*std::move(row));
        }
        if (!std::exchange(m_begun, true))
            begin();
        for (const auto &row : std::as_const(rows)) {
            m_output.element(row.json);
            if (m_table)
                m_table->add(row.cells);
        }
        return {};
    }

private:
    void begin()
    {
        m_output.beginArray();
        if (m_output.isJson())
            return;
        QList<Table::Column> columns{{u"id"_s}};
        for (const auto *field : m_fields)
            columns.append({field->name, isNumber(*field) ? Table::Align::Right : Table::Align::Left});
        m_table.emplace(m_output, columns);
    }

    Result<ListedRow> listed(const Record &record)
    {
        if (m_output.isJson()) {
            const auto shown = m_presentation.record(m_place.type, record);
            FROST_TRY(shown);
            return ListedRow{*shown, {}};
        }
        const auto id = m_place.company->shownIds().shown(m_place.type, record.id);
        FROST_TRY(id);
        QStringList cells{*id};
        for (const auto *field : m_fields) {
            const auto value = m_presentation.value(m_place.type, field->name, record.body.value(field->name));
            FROST_TRY(value);
            cells += shown(*value);
        }
        return ListedRow{{}, cells};
    }

    Output &m_output;
    RecordPlace &m_place;
    Presentation m_presentation;
    QList<const Field *> m_fields;
    std::optional<Table> m_table;
    bool m_begun = false;
};

//! @return records written
Result<qint64> writeRecords(Agent &agent, RecordPlace &place, Query query, std::optional<int> limit)
{
    auto store = place.company->database().objectStore(place.type);
    FROST_TRY(store);
    RecordList list(agent.output(), place);
    qint64 written = 0;
    if (limit == 0)
        FROST_TRY(list.add({}));
    while (!limit || written < *limit) {
        const int page = query.sort.isEmpty() ? kPage : kSortedPage;
        query.limit = limit ? int(std::min<qint64>(page, *limit - written)) : page;
        const auto records = store->select(query);
        if (!records)
            return fail(withFieldNames(records.error(), *place.schema));
        FROST_TRY(list.add(*records));
        written += records->size();
        if (records->size() < query.limit)
            break;
        query.after = records->last();
    }
    return written;
}

Task<Result<int>> listRecords(Agent &agent, Arguments arguments)
{
    auto place = recordPlace(agent, arguments);
    if (!place)
        co_return fail(place.error());
    const auto limit = arguments.number("--limit"_L1);
    if (!limit)
        co_return fail(limit.error());
    const auto query = queryOf(*place, arguments);
    if (!query)
        co_return fail(query.error());
    if (arguments.has("--count"_L1)) {
        auto store = place->company->database().objectStore(place->type);
        if (!store)
            co_return fail(store.error());
        const auto count = store->count(*query);
        if (!count)
            co_return fail(withFieldNames(count.error(), *place->schema));
        agent.output().line(QString::number(*count));
        agent.output().answer(QJsonObject{{u"count"_s, *count}});
        co_return exitcode::kDone;
    }
    const auto written = writeRecords(agent, *place, *query, *limit);
    if (!written)
        co_return fail(written.error());
    if (*written == 0)
        agent.output().line(text(QT_TRANSLATE_NOOP("Records", "No records.")));
    co_return exitcode::kDone;
}

} // namespace

QList<Verb> listVerbs()
{
    return {
        {"list"_L1,
         {"TYPE"_L1},
         {companyOption(),
          {"--where"_L1, "FIELD=VALUE"_L1, QT_TRANSLATE_NOOP("Help", "only records with this value; may be repeated"), Option::Times::Many},
          {"--search"_L1, "TEXT"_L1, QT_TRANSLATE_NOOP("Help", "only records with these words or beginnings of words")},
          {"--sort"_L1, "FIELD"_L1, QT_TRANSLATE_NOOP("Help", "sorts by a field; -FIELD the other way round")},
          {"--limit"_L1, "N"_L1, QT_TRANSLATE_NOOP("Help", "at most so many")},
          {"--count"_L1, {}, QT_TRANSLATE_NOOP("Help", "only how many there are")}},
         QT_TRANSLATE_NOOP("Help", "lists records of an entity type"),
         &listRecords},
    };
}

} // namespace frost
