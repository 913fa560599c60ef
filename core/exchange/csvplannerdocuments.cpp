// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The second pass: rows become documents.
#include "core/exchange/csvplanner.h"

using namespace Qt::StringLiterals;

namespace frost {

Result<> CsvPlanner::handOverDocuments(Job &job)
{
    const auto &rule = m_profile.records.at(m_document);
    const auto *schema = m_schema.find(rule.type);
    const BodyBuilder rows(rule.rowFields, schema->field(rule.rowsField)->fields, rule.name + u'.' + rule.rowsField,
                           m_directory, job.report.adaptations);
    qint64 read = 0;
    FROST_TRY(eachRow(job, 2, [&](const RowView &row, const std::optional<Error> &refused) {
        ++read;
        return addRow(job, rows, row, refused);
    }));
    if (read != job.report.rowsRead || !m_open.empty())
        return fail(ErrorKind::Conflict, u"file.changed"_s, {job.path});
    return {};
}

Result<> CsvPlanner::addRow(Job &job, const BodyBuilder &rows, const RowView &row, const std::optional<Error> &refused)
{
    const auto &key = row.keys.at(m_document);
    if (key.isNull())
        return {}; // the survey has refused it
    const auto expected = m_expected.find(key);
    if (expected == m_expected.end() || expected->rows == 0)
        return fail(ErrorKind::Conflict, u"file.changed"_s, {job.path});
    const bool last = --expected->rows == 0;
    auto &open = m_open[key];
    if (!refused) {
        open.lines.append(row.line);
        if (!expected->refused) {
            open.head.add(m_profile.records.at(m_document).fields, row);
            auto body = rows.ofRow(row);
            if (body)
                body->insert(u"rowId"_s, u"row-%1"_s.arg(open.rows.size() + 1));
            else
                open.refused = body.error();
            open.rows.append(body ? *body : QJsonObject());
        }
    }
    if (!last)
        return {};
    if (expected->refused)
        open.refused =
            Error{ErrorKind::Invalid, u"document.incomplete"_s, {m_profile.records.at(m_document).name}, {}, {}};
    const auto finished = m_open.extract(key);
    return finishDocument(job, finished.mapped(), key);
}

Result<> CsvPlanner::finishDocument(Job &job, const Open &open, const QString &key)
{
    const auto &rule = m_profile.records.at(m_document);
    if (open.refused) {
        refuse(job, rule, key, *open.refused, open.lines);
        return {};
    }
    const BodyBuilder builder(rule.fields, m_schema.find(rule.type)->fields, rule.name, m_directory,
                              job.report.adaptations);
    auto body = builder.ofRecord(open.head);
    if (!body) {
        refuse(job, rule, key, body.error(), open.lines);
        return {};
    }
    body->insert(rule.rowsField, open.rows);
    return handOver(job, m_document, key, *std::move(body), open.lines);
}

} // namespace frost
