// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conflicts/conflictcase.h"

#include "core/conflict/mergedraft.h"
#include "core/conflict/rowpath.h"
#include "core/conflict/simple.h"

#include <algorithm>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

//! Enough for Habits::kCases of any field that clashes now and then.
constexpr int kEarlierConflicts = 100;

constexpr int kAuditLooked = 200; //!< changes of one record looked at for the times of its fields

const QJsonObject *someVersion(const Conflict &conflict)
{
    for (const auto *body : {&conflict.versions.mine, &conflict.versions.theirs, &conflict.versions.base}) {
        if (*body)
            return &**body;
    }
    return nullptr;
}

QString titleOf(Company &company, const EntityType &type, const QString &id)
{
    const auto name = readRecordName(company, type, LocalId(id)).value_or(RecordName()).text();
    return name.isEmpty() ? id : name;
}

const Field *fieldAt(const EntitySchema &schema, const QString &path)
{
    const auto inside = rowPathOf(schema, path);
    if (!inside)
        return schema.field(path);
    const auto &fields = inside->rows->fields;
    const auto found =
        std::find_if(fields.begin(), fields.end(), [&](const Field &field) { return field.name == inside->field; });
    return found == fields.end() ? nullptr : &*found;
}

//! @param decisions by path, as JSON: they may name records that no version does
QHash<std::pair<EntityType, QString>, QString> titlesIn(Company &company, const Conflict &conflict,
                                                        const QJsonObject &decisions)
{
    QHash<std::pair<EntityType, QString>, QString> titles;
    const auto *schema = company.schema().find(conflict.type);
    if (!schema)
        return titles;
    const auto add = [&](const EntityType &type, const QString &id) {
        if (const std::pair key(type, id); !titles.contains(key))
            titles.insert(key, titleOf(company, type, id));
    };
    for (const auto *body : {&conflict.versions.base, &conflict.versions.mine, &conflict.versions.theirs}) {
        for (const auto &use : *body ? referencesIn(*schema, **body) : QList<ReferenceUse>())
            add(use.target, use.id);
    }
    for (auto it = decisions.begin(); it != decisions.end(); ++it) {
        const auto *field = fieldAt(*schema, it.key());
        if (const auto id = it->toObject().value("value"_L1).toString();
            field && field->kind == FieldKind::Reference && !id.isEmpty())
            add(field->target, id);
    }
    return titles;
}

// A record has one time, its fields have those of the changes in the trail.
Result<QHash<QString, QDateTime>> fieldTimes(Company &company, const Conflict &conflict)
{
    QHash<QString, QDateTime> times;
    const auto entries = company.audit().list(kAuditLooked, conflict.type, conflict.record);
    FROST_TRY(entries);
    for (const auto &entry : *entries) { // newest first
        if (entry.actor.source == Source::Sync)
            continue;
        for (auto it = entry.change.begin(); it != entry.change.end(); ++it) {
            if (!times.contains(it.key()))
                times.insert(it.key(), entry.at);
        }
    }
    return times;
}

//! What is said of any conflict, settled or not.
Result<ConflictCase> caseOf(Company &company, const QJsonObject &decisions, Conflict conflict)
{
    ConflictCase found;
    found.name = conflictName(company, conflict);
    const auto connection = company.connections().find(conflict.connection);
    FROST_TRY(connection);
    found.provider = *connection ? (*connection)->provider : conflict.connection.toString();
    for (const auto &held : conflict.versions.elsewhere) {
        const auto other = company.connections().find(held.connection);
        FROST_TRY(other);
        found.otherProviders.insert(held.connection, *other ? (*other)->provider : held.connection.toString());
    }
    found.titles = titlesIn(company, conflict, decisions);
    found.conflict = std::move(conflict);
    return found;
}

//! What this person has decided so far in conflicts of the kind, taken back decisions aside.
Result<Habits> readHabits(Company &company, const Conflict &conflict)
{
    const auto *schema = company.schema().find(conflict.type);
    if (!schema)
        return Habits();
    const auto earlier = company.conflicts().decisions({.connection = conflict.connection,
                                                        .type = conflict.type,
                                                        .who = company.actor().user.toString(),
                                                        .limit = kEarlierConflicts});
    FROST_TRY(earlier);
    return Habits(*schema, *earlier);
}

} // namespace

Result<ConflictCase> readCaseOf(Company &company, Conflict conflict)
{
    return caseOf(company, {}, std::move(conflict));
}

QString ConflictCase::system(wording::Place place) const
{
    return wording::connectionName(conflict.connection, provider, place);
}

QString ConflictCase::otherSystem(const ConnectionId &connection, wording::Place place) const
{
    return wording::connectionName(connection, otherProviders.value(connection), place);
}

RecordName conflictName(Company &company, const Conflict &conflict)
{
    const auto *schema = company.schema().find(conflict.type);
    const auto *body = someVersion(conflict);
    auto name = schema && body ? readRecordName(company, *schema, *body).value_or(RecordName()) : RecordName();
    if (name.text().isEmpty())
        name.number = company.shownIds().shown(conflict.type, conflict.record).value_or(conflict.record.toString());
    return name;
}

Result<QList<ConflictItem>> readConflictItems(Company &company)
{
    const auto conflicts = company.conflicts().list(false);
    FROST_TRY(conflicts);
    QList<ConflictItem> items;
    items.reserve(conflicts->size());
    for (const auto &conflict : *conflicts) {
        const auto decided = conflict.draft.value("decisions"_L1).toObject();
        // A record as a whole is one open entry, and its path is empty: it does not show in the stored list. What breaks a rule only
        // together has none at all.
        const bool isWhole = conflict.fields.isEmpty() && conflict.conflictType != ConflictType::Validation;
        const auto open = isWhole ? QStringList{QString()} : conflict.fields;
        const auto left =
            std::count_if(open.begin(), open.end(), [&](const QString &path) { return !decided.contains(path); });
        items.append({conflict.id, conflict.type, conflictName(company, conflict), conflict.conflictType, conflict.severity,
                      int(left)});
    }
    return items;
}

bool sameVersions(const MergeInput &one, const MergeInput &other)
{
    return one.base == other.base && one.mine == other.mine && one.theirs == other.theirs && one.elsewhere == other.elsewhere
           && one.closedTo == other.closedTo;
}

Result<ConflictCase> readConflictCase(Company &company, qint64 id)
{
    auto conflict = company.resolver().current(id);
    FROST_TRY(conflict);
    if (!conflict->open)
        return fail(ErrorKind::Rejected, u"conflict.resolved"_s, {QString::number(id)});
    if (conflict->isRefusal()) // it has no other side to compare with
        return fail(ErrorKind::Usage, u"conflict.oneSided"_s, {QString::number(id)});
    auto times = fieldTimes(company, *conflict);
    FROST_TRY(times);
    const auto draft = conflict->draft;
    auto found = caseOf(company, draft.value("decisions"_L1).toObject(), *std::move(conflict));
    FROST_TRY(found);
    auto habits = readHabits(company, found->conflict);
    FROST_TRY(habits);
    auto offer = company.resolver().keepBothOffer(found->conflict);
    FROST_TRY(offer);
    found->keepBoth = *std::move(offer);
    found->mineTimes = *std::move(times);
    found->habits = *std::move(habits);
    found->draft = draft;
    return found;
}

Result<QList<ConflictCase>> readSimilarCases(Company &company, qint64 id, const FieldSides &sides)
{
    const auto own = company.resolver().current(id);
    FROST_TRY(own);
    const auto conflicts = company.conflicts().list(false);
    FROST_TRY(conflicts);
    QList<ConflictCase> similar;
    for (const auto &conflict : *conflicts) {
        const bool sameKind = conflict.connection == own->connection && conflict.type == own->type;
        if (conflict.id == id || !sameKind || !isOrdinary(conflict.conflictType) || !conflict.draft.isEmpty())
            continue;
        auto now = company.resolver().current(conflict.id);
        FROST_TRY(now);
        const auto *schema = company.schema().find(conflict.type);
        const auto draft = schema ? MergeDraft::make(*schema, now->versions) : fail(ErrorKind::NotFound, u"store.unknown"_s);
        if (!draft || !decidedAlike(*draft, sides))
            continue;
        auto found = readCaseOf(company, *std::move(now));
        FROST_TRY(found);
        similar.append(*std::move(found));
    }
    return similar;
}

Result<ConflictCase> readDecisionCase(Company &company, qint64 id)
{
    auto decision = company.conflictHistory().find(id);
    FROST_TRY(decision);
    auto &conflict = decision->conflict;
    const auto *schema = company.schema().find(conflict.type);
    if (!schema)
        return fail(ErrorKind::NotFound, u"store.unknown"_s, {conflict.type.toString()});
    if (conflict.decisions.isEmpty() && conflict.resolvedBy != "sync"_L1) // older than their keeping
        conflict.decisions = impliedDecisions(*schema, conflict.versions, conflict.result);
    auto draft = MergeDraft::make(*schema, conflict.versions);
    FROST_TRY(draft);
    draft->setDecisions(conflict.decisions);
    const auto kept = draft->toJson();
    auto found = caseOf(company, kept["decisions"_L1].toObject(), std::move(conflict));
    FROST_TRY(found);
    found->draft = kept;
    return found;
}

Result<> keepMergeDraft(Company &company, qint64 id, const QJsonObject &draft)
{
    auto transaction = Transaction::begin(company.database().sql(), Durability::ProcessCrash);
    FROST_TRY(transaction);
    FROST_TRY(company.conflicts().keepDraft(id, draft));
    return transaction->commit();
}

Result<> resolveConflict(Company &company, qint64 id, const Resolution &resolution)
{
    FROST_TRY(company.resolver().resolve(id, resolution, company.actor()));
    return {};
}

} // namespace frost
