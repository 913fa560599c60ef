// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/agent/syncoutput.h"

#include "app/agent/table.h"
#include "app/agent/wording.h"
#include "core/company/presentation.h"

#include <QCoreApplication>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("Sync", source);
}

QString counted(const char *source, qint64 count)
{
    return QCoreApplication::translate("Sync", source, nullptr, int(count));
}

QString phaseName(SyncPhase phase)
{
    switch (phase) {
    case SyncPhase::Settling: return text(QT_TRANSLATE_NOOP("Sync", "settling"));
    case SyncPhase::Pulling: return text(QT_TRANSLATE_NOOP("Sync", "receiving"));
    case SyncPhase::Pushing: return text(QT_TRANSLATE_NOOP("Sync", "sending"));
    case SyncPhase::Idle:
    case SyncPhase::Finished: break;
    }
    return {};
}

Result<QJsonArray> toJson(Presentation &presentation, const QList<PlannedChange> &changes)
{
    QJsonArray array;
    for (const auto &change : changes) {
        QJsonObject json{{u"action"_s, change.action}};
        if (!change.type.isEmpty())
            json.insert(u"type"_s, change.type.toString());
        if (!change.record.isEmpty()) {
            const auto id = presentation.shownId(change.type, change.record);
            FROST_TRY(id);
            json.insert(u"id"_s, *id);
        }
        array.append(json);
    }
    return array;
}

//! How many records of which type, where; people read that, programs read each of them.
void addCounts(Table &table, const QString &where, const QList<PlannedChange> &changes)
{
    QMap<std::pair<QString, QString>, qint64> counts;
    for (const auto &change : changes)
        ++counts[{change.type.toString(), change.action}];
    for (auto it = counts.begin(); it != counts.end(); ++it)
        table.add({where, it.key().first, it.key().second, QString::number(it.value())});
}

void writePlan(Output &output, const SyncOutcome &outcome)
{
    const bool nothing = outcome.planned->here.isEmpty() && outcome.planned->there.isEmpty();
    const auto heading = nothing ? text(QT_TRANSLATE_NOOP("Sync", "%1, %2: a sync would exchange nothing."))
                                 : text(QT_TRANSLATE_NOOP("Sync", "%1, %2: what a sync would do if the other side takes everything. Nothing was changed or sent."));
    output.line(heading.arg(outcome.place.company.toString(), outcome.connection.toString()));
    Table table(output, {{text(QT_TRANSLATE_NOOP("Sync", "Where"))}, {text(QT_TRANSLATE_NOOP("Sync", "Type"))},
                         {text(QT_TRANSLATE_NOOP("Sync", "What"))}, {text(QT_TRANSLATE_NOOP("Sync", "Records")), Table::Align::Right}});
    addCounts(table, text(QT_TRANSLATE_NOOP("Sync", "here")), outcome.planned->here);
    addCounts(table, text(QT_TRANSLATE_NOOP("Sync", "there")), outcome.planned->there);
}

} // namespace

Result<QJsonObject> toJson(OpenCompany &company, OpenCompany &worked, const SyncOutcome &outcome)
{
    QJsonObject json{{u"tenant"_s, outcome.place.tenant.toString()},
                     {u"company"_s, outcome.place.company.toString()},
                     {u"connection"_s, outcome.connection.toString()},
                     {u"state"_s, toString(outcome.report.state)},
                     {u"counts"_s, outcome.report.counts.toJson()},
                     {u"types"_s, outcome.report.tally.toJson()},
                     {u"left"_s, outcome.report.left},
                     {u"durationMs"_s, qint64(outcome.report.duration.count())}};
    if (outcome.report.error)
        json.insert(u"error"_s, wording::json(*outcome.report.error)["error"_L1]);
    if (!outcome.planned)
        return json;
    Presentation tried(worked); // knows what has just come in
    const auto here = toJson(tried, outcome.planned->here);
    FROST_TRY(here);
    Presentation known(company); // and not by ids that were made up
    const auto there = toJson(known, outcome.planned->there);
    FROST_TRY(there);
    json.insert(u"dryRun"_s, QJsonObject{{u"here"_s, *here}, {u"there"_s, *there}});
    return json;
}

void write(Output &output, const SyncOutcome &outcome)
{
    const auto &counts = outcome.report.counts;
    if (outcome.planned)
        writePlan(output, outcome);
    else
        output.line(text(QT_TRANSLATE_NOOP("Sync", "%1, %2: %3. Received %4, merged %5, sent %6, failed %7, conflicts %8; %9 ms."))
                        .arg(outcome.place.company.toString(), outcome.connection.toString(), wording::state(outcome.report.state))
                        .arg(counts.created + counts.updated + counts.deleted)
                        .arg(counts.merged)
                        .arg(counts.pushed)
                        .arg(counts.failed)
                        .arg(counts.conflicts)
                        .arg(outcome.report.duration.count()));
    if (outcome.report.error)
        output.message(wording::sentence(*outcome.report.error));
    if (outcome.report.error && outcome.exitCode == exitcode::kOffline)
        output.message(text(QT_TRANSLATE_NOOP("Sync", "Nothing is lost: what waits is sent by the next sync, exactly once.")));
}

Result<int> writeLeftOver(Output &output, OpenCompany &company, const QList<SyncOutcome> &outcomes)
{
    const auto conflicts = company.conflicts().openCount();
    FROST_TRY(conflicts);
    const auto counts = company.outbox().counts();
    FROST_TRY(counts);
    const auto name = company.database().company().toString();
    if (*conflicts > 0)
        output.message(counted(QT_TRANSLATE_NOOP("Sync", "%n conflict(s) to decide: frost-agent conflicts --company %1"), *conflicts).arg(name));
    if (counts->failed > 0)
        output.message(counted(QT_TRANSLATE_NOOP("Sync", "%n change(s) refused: frost-agent queue --company %1 says why"), counts->failed).arg(name));
    qint64 waiting = 0;
    for (const auto &outcome : outcomes) // a run that broke has said so
        waiting += outcome.report.error ? 0 : outcome.report.left;
    if (waiting > 0)
        output.message(counted(QT_TRANSLATE_NOOP("Sync", "%n change(s) still wait to be sent; the next sync goes on: frost-agent queue --company %1 shows them"), waiting).arg(name));
    return *conflicts > 0 || counts->failed > 0 || waiting > 0 ? exitcode::kUnfinished : exitcode::kDone;
}

void SyncBar::show(const ConnectionId &connection, const Progress &progress)
{
    if (m_companies > 1) {
        m_bar.show(text(QT_TRANSLATE_NOOP("Sync", "companies")), m_done, m_companies);
        return;
    }
    m_runs.insert(connection, progress);
    qint64 processed = 0;
    qint64 total = 0;
    for (const auto &run : std::as_const(m_runs)) {
        processed += run.phase == progress.phase ? run.processed : 0;
        total += run.phase == progress.phase ? run.total : 0;
    }
    m_bar.show(phaseName(progress.phase), processed, total);
}

void SyncBar::companyDone()
{
    ++m_done;
}

} // namespace frost
