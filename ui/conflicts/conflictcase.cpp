// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conflicts/conflictcase.h"

#include "core/base/json.h"
#include "core/conflict/mergedraft.h"

#include <algorithm>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

constexpr int kAuditLooked = 200; //!< changes of one record looked at for the times of its fields

QString draftKey(qint64 id)
{
    return u"mergeDraft/"_s + QString::number(id);
}

Result<QJsonObject> keptDraft(Company &company, qint64 id)
{
    const auto text = company.database().meta(draftKey(id));
    FROST_TRY(text);
    return text->isEmpty() ? QJsonObject() : parseJsonObject(text->toUtf8()).value_or(QJsonObject());
}

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

//! As either side had it: the record itself may be gone.
RecordName nameOf(Company &company, const Conflict &conflict)
{
    const auto *schema = company.schema().find(conflict.type);
    const auto *body = someVersion(conflict);
    auto name = schema && body ? readRecordName(company, *schema, *body).value_or(RecordName()) : RecordName();
    if (name.text().isEmpty())
        name.number = company.shownIds().shown(conflict.type, conflict.record).value_or(conflict.record.toString());
    return name;
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

//! @param draft kept decisions: they may name records that no version does
QHash<std::pair<EntityType, QString>, QString> titlesIn(Company &company, const Conflict &conflict,
                                                        const QJsonObject &draft)
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
    const auto decisions = draft.value("decisions"_L1).toObject();
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

bool sameVersions(const MergeInput &a, const MergeInput &b)
{
    return a.base == b.base && a.mine == b.mine && a.theirs == b.theirs;
}

Strategy strategyFor(const MergeInput &versions, const std::optional<QJsonObject> &result)
{
    if (result == versions.theirs)
        return Strategy::ServerWins;
    return result == versions.mine ? Strategy::ClientWins : Strategy::Manual;
}

} // namespace

QString ConflictCase::system(wording::Place place) const
{
    return wording::connectionName(conflict.connection, provider, place);
}

Result<QList<ConflictItem>> readConflictItems(Company &company)
{
    const auto conflicts = company.conflicts().list(false);
    FROST_TRY(conflicts);
    QList<ConflictItem> items;
    items.reserve(conflicts->size());
    for (const auto &conflict : *conflicts) {
        const auto draft = keptDraft(company, conflict.id);
        FROST_TRY(draft);
        const auto decided = draft->value("decisions"_L1).toObject();
        // A record as a whole is one open entry, and its path is empty: it does not show in the stored list.
        const auto open = conflict.fields.isEmpty() ? QStringList{QString()} : conflict.fields;
        const auto left =
            std::count_if(open.begin(), open.end(), [&](const QString &path) { return !decided.contains(path); });
        items.append({conflict.id, conflict.type, nameOf(company, conflict), conflict.conflictType, conflict.severity,
                      int(left)});
    }
    return items;
}

Result<ConflictCase> readConflictCase(Company &company, qint64 id)
{
    auto conflict = company.resolver().current(id);
    FROST_TRY(conflict);
    if (!conflict->open)
        return fail(ErrorKind::Rejected, u"conflict.resolved"_s, {QString::number(id)});
    if (conflict->isRefusal()) // it has no other side to compare with
        return fail(ErrorKind::Usage, u"conflict.oneSided"_s, {QString::number(id)});
    ConflictCase found;
    found.name = nameOf(company, *conflict);
    const auto connection = company.connections().find(conflict->connection);
    FROST_TRY(connection);
    found.provider = *connection ? (*connection)->provider : conflict->connection.toString();
    auto times = fieldTimes(company, *conflict);
    FROST_TRY(times);
    found.mineTimes = *std::move(times);
    auto draft = keptDraft(company, id);
    FROST_TRY(draft);
    found.draft = *std::move(draft);
    found.titles = titlesIn(company, *conflict, found.draft);
    found.conflict = *std::move(conflict);
    return found;
}

Result<> keepMergeDraft(Company &company, qint64 id, const QJsonObject &draft)
{
    auto transaction = Transaction::begin(company.database().sql(), Durability::ProcessCrash);
    FROST_TRY(transaction);
    FROST_TRY(company.database().setMeta(draftKey(id),
                                         draft.isEmpty() ? QString() : QString::fromUtf8(toCanonicalJson(draft))));
    return transaction->commit();
}

Result<> resolveConflict(Company &company, qint64 id, const MergeInput &seen, const std::optional<QJsonObject> &result)
{
    const auto conflict = company.resolver().current(id);
    FROST_TRY(conflict);
    if (conflict->open && !sameVersions(conflict->versions, seen))
        return fail(ErrorKind::Conflict, u"merge.changedMeanwhile"_s, {QString::number(id)});
    const auto strategy = strategyFor(seen, result);
    FROST_TRY(company.resolver().resolve(id, strategy, strategy == Strategy::Manual ? result : std::nullopt,
                                         company.actor()));
    // The decision is made; what is left of its draft does no harm, since ids are never used again.
    [[maybe_unused]] const auto forgotten = keepMergeDraft(company, id, {});
    return {};
}

} // namespace frost
