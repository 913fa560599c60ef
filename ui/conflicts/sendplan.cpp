// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conflicts/sendplan.h"

#include "ui/conflicts/entrytexts.h"
#include "ui/conflicts/mergesentences.h"
#include "ui/conflicts/mergetext.h"
#include "ui/wording/errortext.h"
#include "ui/wording/labels.h"

#include <QJsonDocument>

#include <algorithm>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

using Entry = MergeDraft::Entry;
using Section = MergeDraft::Section;

QString changeText(const EntryTexts &texts, const Entry &entry, const QJsonValue &before, const QJsonValue &after)
{
    if (entry.isRow() && after.isUndefined())
        return MergeText::tr("Remove %1").arg(texts.fullLabel(entry));
    if (entry.isRow() && before.isUndefined())
        return MergeText::tr("Add %1: %2").arg(texts.fullLabel(entry), texts.value(entry, after));
    return MergeText::tr("%1: %2 → %3")
        .arg(texts.fullLabel(entry), texts.value(entry, before), texts.value(entry, after));
}

QString topLevelOf(const Entry &entry)
{
    return entry.rows ? entry.rows->name : entry.path;
}

//! @param again  it is gone there, and lives again
QString headingFor(const RequestCase &request, bool again)
{
    const auto &words = request.words;
    const auto record = wording::recordHeading(words.conflict.type, words.name);
    const auto system = words.system(wording::Place::Within);
    const auto kind = request.request.kind;
    if (kind == OperationKind::Delete)
        return MergeText::tr("Delete %1 in %2").arg(record, system);
    if (again)
        return MergeText::tr("Create %1 again in %2").arg(record, system);
    return kind == OperationKind::Create ? MergeText::tr("Create %1 in %2").arg(record, system)
                                         : MergeText::tr("Change %1 in %2").arg(record, system);
}

QString waitingText(const RequestCase &request)
{
    const auto &waits = request.request.waits;
    if (!waits)
        return {};
    const auto typeIn = [&](wording::Number number) { return wording::typeLabel(EntityType(waits->args.value(0)), number).toLower(); };
    if (waits->code == "parent.waiting"_L1)
        return MergeText::tr("Sent after what it refers to: %1 %2").arg(typeIn(wording::Number::One), request.waitsFor);
    const auto args = waits->code == "direction.held"_L1 ? QStringList{typeIn(wording::Number::Many)} : waits->args;
    const auto why = wording::codeText(waits->code, args);
    return waits->ends == OutgoingRecords::Hindrance::Ends::Never ? MergeText::tr("Cannot be sent: %1").arg(why)
                                                                   : MergeText::tr("Not yet: %1").arg(why);
}

QJsonObject requestAsJson(const PlannedRequest &request)
{
    QJsonObject json{{u"to"_s, request.connection.toString()}, {u"operation"_s, toString(request.kind)}};
    if (!request.remote.isEmpty())
        json.insert(u"id"_s, request.remote.toString());
    if (!request.baseVersion.isEmpty())
        json.insert(u"version"_s, request.baseVersion);
    if (request.kind != OperationKind::Delete)
        json.insert(u"record"_s, request.body);
    return json;
}

} // namespace

Result<QList<RequestCase>> readRequests(Company &company, const Conflict &conflict, const std::optional<QJsonObject> &result)
{
    const auto planned = plannedRequests(company.writer(), company.clock(), company.random(), conflict, result);
    FROST_TRY(planned);
    QList<RequestCase> requests;
    for (const auto &request : *planned) {
        auto told = conflict;
        told.connection = request.connection;
        told.versions = {request.known, result, request.known};
        auto words = readCaseOf(company, std::move(told));
        FROST_TRY(words);
        words->name = conflictName(company, conflict);
        RequestCase found{request, *std::move(words), {}};
        if (request.waits && request.waits->code == "parent.waiting"_L1) {
            const auto id = request.waits->args.value(1);
            const auto name = readRecordName(company, EntityType(request.waits->args.value(0)), LocalId(id)).value_or(RecordName());
            found.waitsFor = name.text().isEmpty() ? id : name.text();
        }
        requests.append(std::move(found));
    }
    return requests;
}

SendQuestion::SendQuestion(const MergeEditing &editing) : m_case(editing.conflictCase())
{
    const auto &draft = editing.draft();
    const auto &theirs = draft.input().theirs;
    m_result = draft.result() ? *draft.result() : std::nullopt;
    m_isThere = theirs.has_value();
    m_isAgreed = m_result && theirs ? sameContent(draft.schema(), *m_result, *theirs) : !m_result && !theirs;
    m_lines = linesOf(editing, {});
    for (const auto &entry : draft.entries()) {
        if (draft.isOpen(entry))
            m_open.append(entry.path);
    }
}

//! @param open  paths that are still to be chosen, beside those of the draft itself
SendQuestion::Lines SendQuestion::linesOf(const MergeEditing &editing, const QStringList &open)
{
    const auto &draft = editing.draft();
    const EntryTexts texts(editing);
    const auto result = draft.result() ? *draft.result() : std::nullopt;
    Lines lines;
    //! Theirs is there already: mine is added beside it, or instead of it, or not at all.
    const auto addDuplicate = [&](const Entry &entry, Choice choice) {
        const auto words = [&](const QJsonValue &row) { return texts.rowInWords(*entry.rows, row.toObject()); };
        const auto add = MergeText::tr("Add %1").arg(words(entry.mine));
        if (choice == Choice::Mine)
            lines.changes.append({topLevelOf(entry), MergeText::tr("Remove %1").arg(words(entry.theirs))});
        if (choice == Choice::Theirs)
            lines.kept.append(add);
        else
            lines.changes.append({topLevelOf(entry), add});
    };
    for (const auto &entry : draft.entries()) {
        const auto after = draft.valueOf(entry);
        const bool differs = entry.field ? comparable(*entry.field, after) != comparable(*entry.field, entry.theirs)
                                         : after != entry.theirs;
        const bool isOpen = draft.isOpen(entry) || (differs && open.contains(entry.path));
        if (isOpen)
            lines.changes.append({topLevelOf(entry), MergeText::tr("%1: still to be chosen").arg(texts.fullLabel(entry))});
        if (entry.isRecord() || !result || isOpen)
            continue;
        if (entry.isDuplicate())
            addDuplicate(entry, draft.decision(entry.path).choice);
        else if (differs && !(entry.isRow() && entry.section == Section::Unchanged))
            lines.changes.append({topLevelOf(entry), changeText(texts, entry, entry.theirs, after)});
        else if (!differs && entry.section != Section::Unchanged && entry.mine != entry.theirs)
            lines.kept.append(changeText(texts, entry, entry.mine, after));
    }
    return lines;
}

SendPlan SendQuestion::planFor(const RequestCase &request, const Lines &lines) const
{
    const bool isOwn = request.words.conflict.connection == m_case.conflict.connection;
    SendPlan plan{headingFor(request, isOwn && !m_isThere), waitingText(request), {}, lines.kept, {}, requestAsJson(request.request)};
    for (const auto &line : lines.changes)
        (request.request.withheld.contains(line.field) ? plan.withheld : plan.changes).append(line.text);
    return plan;
}

SendPlan SendQuestion::planWithoutRequest() const
{
    const auto system = m_case.system(wording::Place::Within);
    SendPlan plan;
    plan.kept = m_lines.kept;
    if (m_isAgreed) {
        plan.heading = MergeText::tr("Nothing is sent: %1 has this already.").arg(system);
        return plan;
    }
    plan.heading = MergeText::tr("Nothing is sent to %1: its rules leave out what differs.").arg(system);
    for (const auto &line : m_lines.changes)
        plan.withheld.append(line.text);
    return plan;
}

QList<SendPlan> SendQuestion::plansFor(const Schema &schema, const QList<RequestCase> &requests) const
{
    QList<SendPlan> plans;
    const auto isOwn = [&](const RequestCase &request) { return request.request.connection == m_case.conflict.connection; };
    if (std::none_of(requests.begin(), requests.end(), isOwn))
        plans.append(planWithoutRequest());
    for (const auto &request : requests) {
        if (isOwn(request)) {
            plans.append(planFor(request, m_lines));
            continue;
        }
        Lines lines;
        MergeEditing told(schema);
        if (request.request.kind == OperationKind::Update && request.request.known && told.open(request.words))
            lines = linesOf(told, m_open);
        plans.append(planFor(request, lines));
    }
    return plans;
}

QString textOf(const QList<SendPlan> &plans)
{
    QStringList lines;
    for (const auto &plan : plans) {
        if (!lines.isEmpty())
            lines.append(QString());
        lines.append(plan.heading);
        if (!plan.waits.isEmpty())
            lines.append(plan.waits);
        lines += plan.changes;
        if (!plan.kept.isEmpty())
            lines.append(MergeText::tr("Not sent, because the other side has it so:"));
        lines += plan.kept;
        if (!plan.withheld.isEmpty())
            lines.append(MergeText::tr("Not sent, because the rules of the connection leave it out:"));
        lines += plan.withheld;
    }
    if (const auto json = jsonOf(plans); !json.isEmpty())
        lines += {QString(), json};
    return lines.join(u'\n');
}

QString jsonOf(const QList<SendPlan> &plans)
{
    QJsonArray requests;
    for (const auto &plan : plans) {
        if (!plan.request.isEmpty())
            requests.append(plan.request);
    }
    return requests.isEmpty() ? QString() : QString::fromUtf8(QJsonDocument(requests).toJson());
}

} // namespace frost
