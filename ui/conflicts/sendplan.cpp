// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conflicts/sendplan.h"

#include "ui/conflicts/entrytexts.h"
#include "ui/conflicts/mergehints.h"
#include "ui/conflicts/mergesentences.h"
#include "ui/conflicts/mergetext.h"
#include "ui/wording/errortext.h"
#include "ui/wording/labels.h"

#include <QJsonDocument>
#include <QLocale>

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
    auto args = waits->args;
    if (waits->code == "direction.held"_L1)
        args = {typeIn(wording::Number::Many)};
    else if (waits->code == "hubs.waiting"_L1)
        args = {wording::connectionName(ConnectionId(args.value(0)), request.waitsFor, wording::Place::Bracketed)};
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

SendQuestion::SendQuestion(const MergeEditing &editing) : m_case(editing.conflictCase())
{
    const auto &draft = editing.draft();
    m_wish.conflict = m_case.conflict;
    m_wish.mayKeepBoth = m_case.keepBoth && !m_case.keepBoth->number.isEmpty();
    m_wish.mayCorrect = !editing.correctionStep().isEmpty();
    m_isThere = draft.input().theirs.has_value();
    for (const auto &entry : draft.entries()) {
        if (draft.isOpen(entry))
            m_open.append(entry.path);
    }
    takeResult(editing);
    m_lines = linesOf(editing, m_wish.outcome ? m_wish.outcome->body : std::nullopt, {});
}

void SendQuestion::takeResult(const MergeEditing &editing)
{
    const auto &draft = editing.draft();
    if (m_open.contains(QString())) { // keep or delete, mine or theirs
        m_stage = Stage::Undecided;
        return;
    }
    m_reasons = whyNotSaved(editing);
    const auto result = resultOf(draft);
    if (!result && m_reasons.isEmpty())
        m_reasons.append(wording::errorText(result.error()));
    m_stage = !m_reasons.isEmpty() ? Stage::Invalid : m_open.isEmpty() ? Stage::Ready : Stage::Open;
    if (m_stage == Stage::Invalid)
        return;
    m_wish.outcome = SendWish::Outcome{*result};
    const auto &theirs = draft.input().theirs;
    m_isAgreed = *result && theirs ? sameContent(draft.schema(), **result, *theirs) : !*result && !theirs;
}

//! @param result  what would be stored; nullopt: nothing, or not known yet @param open  paths that are still to be chosen,
//! beside those of the draft itself
SendQuestion::Lines SendQuestion::linesOf(const MergeEditing &editing, const std::optional<QJsonObject> &result, const QStringList &open)
{
    const auto &draft = editing.draft();
    const EntryTexts texts(editing);
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
        const bool isGiven = result && entry.field && !entry.rows && entry.field->assignedByRemote; // whatever was chosen
        const auto after = isGiven ? result->value(entry.path) : draft.valueOf(entry);
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

//! Everything that a record has which is not there yet.
SendQuestion::Lines SendQuestion::linesOfNew(const Schema &schema, const RequestCase &request, const QStringList &open)
{
    Lines lines;
    auto words = request.words;
    words.conflict.versions = {QJsonObject(), request.request.after, QJsonObject()};
    MergeEditing made(schema);
    if (!request.request.after || !made.open(std::move(words)))
        return lines;
    const EntryTexts texts(made);
    for (const auto &entry : made.draft().entries()) {
        if (entry.isRecord() || entry.section == Section::Unchanged || entry.mine.isUndefined())
            continue;
        const auto text = open.contains(entry.path) ? MergeText::tr("%1: still to be chosen").arg(texts.fullLabel(entry))
                                                    : MergeText::tr("%1: %2").arg(texts.fullLabel(entry), texts.value(entry, entry.mine));
        lines.changes.append({topLevelOf(entry), text});
    }
    return lines;
}

//! Of another system than the one that was asked about: from what it has to what it is sent.
SendQuestion::Lines SendQuestion::linesOfChange(const Schema &schema, const RequestCase &request, const QStringList &open)
{
    if (request.request.kind == OperationKind::Delete)
        return {};
    if (!request.request.known)
        return linesOfNew(schema, request, open);
    MergeEditing told(schema);
    return told.open(request.words) ? linesOf(told, request.request.after, open) : Lines();
}

bool SendQuestion::isOwn(const RequestCase &request) const
{
    return request.request.connection == m_case.conflict.connection;
}

SendPlan SendQuestion::planFor(const RequestCase &request, const Lines &lines) const
{
    SendPlan plan{headingFor(request, isOwn(request) && !m_isThere), waitingText(request), {}, lines.kept, {}, requestAsJson(request.request)};
    for (const auto &line : lines.changes)
        (request.request.withheld.contains(line.field) ? plan.withheld : plan.changes).append(line.text);
    return plan;
}

SendPlan SendQuestion::planWithoutRequest() const
{
    const auto system = m_case.system(wording::Place::Within);
    SendPlan plan;
    QStringList lines;
    for (const auto &line : m_lines.changes)
        lines.append(line.text);
    if (m_stage == Stage::Undecided) {
        plan.heading = MergeText::tr("Nothing is sent to %1 before it is decided:").arg(system);
        plan.changes = lines;
        return plan;
    }
    if (m_stage == Stage::Invalid) {
        plan.heading = MergeText::tr("It cannot be saved like this:");
        plan.changes = m_reasons + lines;
        return plan;
    }
    plan.kept = m_lines.kept;
    if (m_isAgreed) {
        plan.heading = MergeText::tr("Nothing is sent: %1 has this already.").arg(system);
        return plan;
    }
    plan.heading = MergeText::tr("Nothing is sent to %1: its rules leave out what differs.").arg(system);
    plan.withheld = lines;
    return plan;
}

//! These are chosen with buttons of their own, so nothing of them is among the requests of saving.
QList<SendPlan> SendQuestion::plansOfOtherWays(const Schema &schema, const SendCases &cases) const
{
    QList<SendPlan> plans;
    for (const auto &request : cases.keptBoth) {
        auto plan = planFor(request, linesOfChange(schema, request, {}));
        plan.heading = MergeText::tr("If both are kept: %1").arg(headingFor(request, false));
        plan.request = {};
        plans.append(std::move(plan));
    }
    QStringList systems;
    for (const auto &there : cases.corrected)
        systems.append(there.system(wording::Place::Within));
    if (!systems.isEmpty()) {
        SendPlan plan;
        plan.heading = MergeText::tr("If it is corrected: the new record that corrects it is created in %1").arg(QLocale().createSeparatedList(systems));
        plans.append(std::move(plan));
    }
    return plans;
}

QList<SendPlan> SendQuestion::plansFor(const Schema &schema, const SendCases &cases) const
{
    QList<SendPlan> plans;
    const auto &requests = cases.requests;
    if (std::none_of(requests.begin(), requests.end(), [this](const RequestCase &request) { return isOwn(request); }))
        plans.append(planWithoutRequest());
    for (const auto &request : requests) {
        const bool isChange = isOwn(request) && request.request.known;
        plans.append(planFor(request, isChange ? m_lines : linesOfChange(schema, request, m_open)));
    }
    return plans + plansOfOtherWays(schema, cases);
}

QString SendQuestion::summaryOf(const QList<SendPlan> &plans) const
{
    if (m_stage == Stage::Undecided)
        return MergeText::tr("It is not decided yet, so nothing is sent.");
    if (m_stage == Stage::Invalid)
        return MergeText::tr("It cannot be saved like this, so nothing is sent.");
    const auto requests = std::count_if(plans.begin(), plans.end(), [](const SendPlan &plan) { return !plan.request.isEmpty(); });
    const auto waiting = std::count_if(plans.begin(), plans.end(),
                                       [](const SendPlan &plan) { return !plan.request.isEmpty() && !plan.waits.isEmpty(); });
    QStringList sentences;
    if (m_stage == Stage::Open)
        sentences.append(MergeText::tr("%n left to choose before it can be saved.", nullptr, int(m_open.size())));
    if (requests == 0)
        sentences.append(MergeText::tr("Saving sends nothing."));
    else
        sentences.append(MergeText::tr("Saving queues %n request(s).", nullptr, int(requests)));
    if (waiting > 0)
        sentences.append(MergeText::tr("%n of them cannot be sent yet, see below.", nullptr, int(waiting)));
    else if (requests > 0)
        sentences.append(MergeText::tr("The next synchronisation sends them."));
    return sentences.join(u' ');
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
