// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/csvplanner.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace frost {

namespace {
constexpr qint64 kProgressRows = 4096;      // between two reports of progress
constexpr qsizetype kProgressRecords = 500; // the same while records are handed over, which are written in such chunks
constexpr QChar kKeySeparator(0x1f);   // between the parts of a compound key; no text that was read contains it

QString shown(QString key)
{
    return key.replace(kKeySeparator, u'/');
}

QString keyFrom(const QStringList &fields, const QJsonObject &body)
{
    QStringList parts;
    for (const auto &field : fields)
        parts.append(body.value(field).toString());
    return parts.join(kKeySeparator);
}

Result<> checkFields(const QList<FieldRule> &rules, const QList<Field> &fields, const QString &where)
{
    for (const auto &rule : rules) {
        if (std::none_of(fields.cbegin(), fields.cend(),
                         [&](const Field &field) { return field.name == rule.field && !field.derived; }))
            return fail(ErrorKind::Invalid, u"profile.malformed"_s, {where + u'.' + rule.field});
    }
    return {};
}
} // namespace

CsvPlanner::CsvPlanner(const CsvProfile &profile, const Schema &schema, Clock &clock, Random &random)
    : m_profile(profile), m_schema(schema), m_clock(clock), m_random(random)
{ }

Result<> CsvPlanner::run(const QString &path, const Take &take, ImportReport &report, const Progress &progress)
{
    FROST_TRY(checkAgainstSchema());
    m_groups.clear();
    m_groups.resize(static_cast<std::size_t>(m_profile.records.size()));
    m_expected.clear();
    m_open.clear();
    m_directory = {};
    m_document = -1;
    m_keyValues.clear();
    for (int i = 0; i < m_profile.records.size(); ++i) {
        const auto &rule = m_profile.records.at(i);
        QList<int> values;
        for (const auto &field : rule.key)
            values.append(rule.rule(field)->sources.first().index);
        m_keyValues.append(values);
        if (rule.isDocument())
            m_document = i;
    }
    Job job{path, take, report, progress};
    FROST_TRY(survey(job));
    for (int i = 0; i < m_profile.records.size(); ++i) {
        if (i != m_document)
            FROST_TRY(handOverGroup(job, i));
    }
    return m_document < 0 ? Result<>() : handOverDocuments(job);
}

Result<> CsvPlanner::checkAgainstSchema() const
{
    for (qsizetype i = 0; i < m_profile.records.size(); ++i) {
        const auto &rule = m_profile.records.at(i);
        const auto where = u"records[%1]"_s.arg(i);
        const auto *schema = m_schema.find(rule.type);
        if (!schema)
            return fail(ErrorKind::Invalid, u"profile.malformed"_s, {where + u".type"_s});
        FROST_TRY(checkFields(rule.fields, schema->fields, where + u".fields"_s));
        const auto *rows = rule.isDocument() ? schema->field(rule.rowsField) : nullptr;
        if (rule.isDocument() && (!rows || rows->kind != FieldKind::Rows))
            return fail(ErrorKind::Invalid, u"profile.malformed"_s, {where + u".rows.field"_s});
        if (rows)
            FROST_TRY(checkFields(rule.rowFields, rows->fields, where + u".rows.fields"_s));
    }
    return {};
}

Result<> CsvPlanner::tell(const Job &job)
{
    if (job.progress && !job.progress(job.at))
        return fail(ErrorKind::Cancelled, u"import.cancelled"_s);
    return {};
}

Result<> CsvPlanner::eachRow(Job &job, int pass, const VisitRow &visit) const
{
    auto file = CsvFile::open(job.path, m_profile.options);
    if (!file)
        return fail(file.error());
    auto &csv = **file;
    QStringList fields;
    auto more = csv.next(fields);
    if (more && !*more)
        return fail(ErrorKind::Invalid, u"csv.empty"_s);
    if (!more)
        return fail(more.error());
    const auto converter = RowConverter::bind(m_profile, fields);
    if (!converter)
        return fail(converter.error());
    job.report.ignoredColumns = converter->ignoredColumns();
    if (m_profile.header)
        more = csv.next(fields);
    RowValues values;
    for (qint64 row = 0; more && *more; ++row, more = csv.next(fields)) {
        const auto refused =
            converter->convert(fields, csv.line(), values, pass == 1 ? &job.report.adaptations : nullptr);
        const auto keys = keysOf(values);
        FROST_TRY(visit(RowView{values, keys, csv.line()}, refused));
        job.at = {pass, m_document < 0 ? 1 : 2, csv.bytesRead(), csv.size()};
        if (row % kProgressRows == 0)
            FROST_TRY(tell(job));
    }
    return more ? Result<>() : fail(more.error());
}

RowKeys CsvPlanner::keysOf(const RowValues &values) const
{
    RowKeys keys;
    keys.reserve(m_profile.records.size());
    for (qsizetype i = 0; i < m_profile.records.size(); ++i) {
        QString key;
        for (const int value : m_keyValues.at(i)) {
            if (values.at(value).isNull()) {
                key = QString();
                break;
            }
            key = key.isNull() ? values.at(value) : key + kKeySeparator + values.at(value);
        }
        const auto &rule = m_profile.records.at(i);
        keys.append(key.isNull() && !rule.whenMissing.isEmpty() ? keyFrom(rule.key, rule.whenMissing) : key);
    }
    return keys;
}

Result<> CsvPlanner::survey(Job &job)
{
    return eachRow(job, 1, [&](const RowView &row, const std::optional<Error> &refused) -> Result<> {
        ++job.report.rowsRead;
        const QString document = m_document < 0 ? QString() : row.keys.at(m_document);
        if (!document.isNull()) {
            auto &expected = m_expected[document];
            ++expected.rows;
            expected.refused = expected.refused || refused;
        }
        if (refused)
            job.report.refuse(refused->code, refused->args, {row.line});
        else if (m_document >= 0 && document.isNull())
            job.report.refuse(u"document.missing"_s, {m_profile.records.at(m_document).name}, {row.line});
        else
            surveyRow(job, row);
        return {};
    });
}

void CsvPlanner::surveyRow(Job &job, const RowView &row)
{
    for (int i = 0; i < m_profile.records.size(); ++i) {
        if (i == m_document)
            continue;
        const auto &rule = m_profile.records.at(i);
        auto &group = m_groups.at(static_cast<std::size_t>(i));
        const auto &key = row.keys.at(i);
        const auto &parts = m_keyValues.at(i);
        if (std::any_of(parts.cbegin(), parts.cend(), [&](int value) { return row.values.at(value).isNull(); })) {
            job.report.adaptations.add(AdaptationKind::Missing, rule.name, row.line, shown(key));
            group.missing = group.missing || !key.isNull();
            continue;
        }
        auto [found, isNew] = group.collected.try_emplace(key);
        if (isNew)
            group.order.append(key);
        found->second.add(rule.fields, row);
    }
}

//! Keys that differ only in case are different records here; people may have meant the same.
void CsvPlanner::noteCase(Job &job, const RecordRule &rule, const Group &group) const
{
    QHash<QString, QString> firsts;
    for (const auto &key : group.order) {
        const auto folded = key.toCaseFolded();
        const auto first = firsts.constFind(folded);
        if (first == firsts.constEnd())
            firsts.insert(folded, key);
        else
            job.report.adaptations.add(AdaptationKind::Case, rule.name, group.collected.at(key).firstLine(),
                                       shown(*first) + u" | "_s + shown(key));
    }
}

Result<> CsvPlanner::handOverGroup(Job &job, int index)
{
    const auto &rule = m_profile.records.at(index);
    const auto &group = m_groups.at(static_cast<std::size_t>(index));
    noteCase(job, rule, group);
    const QString missing = group.missing ? keyFrom(rule.key, rule.whenMissing) : QString();
    const BodyBuilder builder(rule.fields, m_schema.find(rule.type)->fields, rule.name, m_directory,
                              job.report.adaptations);
    for (qsizetype i = 0; i < group.order.size(); ++i) {
        if (i % kProgressRecords == 0)
            FROST_TRY(tell(job));
        const auto &key = group.order.at(i);
        if (key == missing)
            continue;
        auto body = builder.ofRecord(group.collected.at(key));
        if (body)
            FROST_TRY(handOver(job, index, key, *std::move(body)));
        else
            refuse(job, rule, key, body.error(), {});
    }
    if (group.missing)
        FROST_TRY(handOver(job, index, missing, rule.whenMissing));
    return {};
}

Result<> CsvPlanner::handOver(Job &job, int index, const QString &key, QJsonObject body, const QList<qint64> &lines)
{
    const auto &rule = m_profile.records.at(index);
    const LocalId id(newLocalId(m_clock, m_random));
    body.insert(u"localId"_s, id.toString());
    const auto verdict = job.take({rule.type, rule.key, shown(key), id, body, lines});
    if (!verdict)
        return fail(verdict.error());
    if (verdict->refused)
        refuse(job, rule, key, *verdict->refused, lines);
    else if (index != m_document)
        m_directory.add(index, key, verdict->id, body);
    return {};
}

void CsvPlanner::refuse(Job &job, const RecordRule &rule, const QString &key, const Error &why,
                        const QList<qint64> &lines)
{
    job.report.refuse(rule.type, shown(key), why);
    if (!lines.isEmpty())
        job.report.refuse(why.code, why.args.mid(0, 1), lines); // one reason a row is enough
}

} // namespace frost
