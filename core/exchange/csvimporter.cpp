// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/csvimporter.h"

#include "core/base/json.h"
#include "core/exchange/formedbody.h"
#include "core/outbox/closedbooks.h"

#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace frost {

namespace {
//! Where the store remembers a file that was imported completely.
QString metaKey(const QString &fileHash)
{
    return u"import.csv."_s + fileHash;
}
} // namespace

CsvImporter::CsvImporter(Database &database, RecordEditor &editor, Clock &clock, Random &random)
    : m_database(database), m_editor(editor), m_clock(clock), m_random(random)
{ }

Result<ImportReport> CsvImporter::run(const QString &path, const CsvProfile &profile, const Actor &actor,
                                      ImportMode mode, const CsvPlanner::Progress &progress)
{
    const auto hash = fileHash(path);
    if (!hash)
        return fail(hash.error());
    ImportReport report;
    report.file = QFileInfo(path).fileName();
    report.fileHash = *hash;
    report.profile = profile.name;
    report.attribution = profile.attribution;
    report.dryRun = mode == ImportMode::DryRun;
    const auto before = m_database.meta(metaKey(*hash));
    if (before && !before->isEmpty())
        report.importedBefore = parseJsonObject(before->toUtf8()).value_or(QJsonObject()).value(u"at").toString();

    const auto closedTo = booksClosedTo(m_database);
    FROST_TRY(closedTo);
    Job job{RecordMatcher(m_database), *closedTo, report, actor};
    CsvPlanner planner(profile, m_database.schema(), m_clock, m_random);
    auto done = planner.run(
        path, [&](const PlannedRecord &record) { return take(job, record); }, report, progress);
    if (done)
        done = flush(job);
    if (done && mode == ImportMode::Write)
        done = remember(report);
    if (!done) {
        const bool nothingWritten = std::all_of(report.counts.cbegin(), report.counts.cend(),
                                                [](const auto &count) { return count.created == 0; });
        if (report.dryRun || nothingWritten)
            return fail(done.error());
        report.stopped = done.error();
    }
    complete(report, profile);
    return report;
}

//! Counts each row of the file under exactly one heading.
void CsvImporter::complete(ImportReport &report, const CsvProfile &profile) const
{
    const qint64 decided = report.rowsImported + report.rowsKnown + report.rowsDifferent + report.rowsRefused();
    const bool documents = std::any_of(profile.records.cbegin(), profile.records.cend(),
                                       [](const RecordRule &rule) { return rule.isDocument(); });
    // Without documents a row is not a thing of its own: it has been taken into account unless it was refused.
    auto &rest = documents || report.stopped ? report.rowsPending : report.rowsImported;
    rest += report.rowsRead - decided;
}

Result<PlanVerdict> CsvImporter::take(Job &job, const PlannedRecord &record)
{
    const auto *schema = m_database.schema().find(record.type);
    const auto body = formedBody(*schema, record.body);
    if (!body)
        return PlanVerdict{{}, body.error()};
    const auto existing = job.matcher.find(*schema, record.keyFields, *body);
    if (!existing)
        return fail(existing.error());
    if (*existing) {
        auto said = record.body.keys();
        said.removeOne(u"localId"_s);
        leaveAlone(job, record, **existing, RecordMatcher::differences(*schema, said, *body, (*existing)->body));
        return PlanVerdict{(*existing)->id, {}};
    }
    if (const auto may = mayChange(*schema, {}, std::nullopt, *body, job.closedTo); !may)
        return PlanVerdict{{}, may.error()};
    if (!job.matcher.claim(*schema, record.keyFields, *body))
        return PlanVerdict{{}, Error{ErrorKind::Invalid, u"key.taken"_s, {record.keyFields.last()}, {}, {}}};
    job.chunk.append({record.type, record.body});
    job.chunkRows.append(record.lines.size());
    if (job.chunk.size() == kChunk)
        FROST_TRY(flush(job));
    return PlanVerdict{record.id, {}};
}

void CsvImporter::leaveAlone(Job &job, const PlannedRecord &record, const Record &existing,
                             const QStringList &differences)
{
    auto &count = job.report.countOf(record.type);
    if (differences.isEmpty()) {
        ++count.skipped;
        job.report.rowsKnown += record.lines.size();
    } else {
        ++count.different;
        job.report.rowsDifferent += record.lines.size();
        job.report.differences.append({record.type, record.key, existing.id, differences});
    }
}

Result<> CsvImporter::flush(Job &job)
{
    if (!job.report.dryRun && !job.chunk.isEmpty())
        FROST_TRY(m_editor.createAll(job.chunk, job.actor));
    for (qsizetype i = 0; i < job.chunk.size(); ++i) {
        ++job.report.countOf(job.chunk.at(i).first).created;
        job.report.rowsImported += job.chunkRows.at(i);
    }
    job.chunk.clear();
    job.chunkRows.clear();
    return {};
}

Result<> CsvImporter::remember(const ImportReport &report)
{
    auto transaction = Transaction::begin(m_database.sql(), Durability::ProcessCrash);
    if (!transaction)
        return fail(transaction.error());
    const QJsonObject note{{u"at"_s, toIso(m_clock.now())}, {u"profile"_s, report.profile}};
    FROST_TRY(m_database.setMeta(metaKey(report.fileHash), QString::fromUtf8(toCanonicalJson(note))));
    return transaction->commit();
}

} // namespace frost
