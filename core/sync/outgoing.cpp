// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/outgoing.h"

#include "core/outbox/referring.h"
#include "core/sync/runcontext.h"

namespace frost {

using namespace Qt::StringLiterals;

namespace {

std::optional<ReferenceUse> firstQuestioned(const Outgoing &record, const QSet<OutgoingRecords::Key> &questioned)
{
    if (questioned.isEmpty())
        return std::nullopt;
    for (const auto &use : referencesIn(record.schema, record.record.body)) {
        if (questioned.contains({use.target, use.id}))
            return use;
    }
    return std::nullopt;
}

//! Where the record says it: the translator knows no places.
QString pathOf(const ReferenceUse &use, const Outgoing &record)
{
    for (const auto &one : referencesIn(record.schema, record.body)) {
        if (one.target == use.target && one.id == use.id)
            return one.path;
    }
    return use.target.toString();
}

OutgoingRecords::Hindrance waitingFor(const ReferenceUse &parent)
{
    return {u"parent.waiting"_s, {parent.target.toString(), parent.id}};
}

} // namespace

OperationKind Outgoing::kind() const
{
    if (record.deleted)
        return OperationKind::Delete;
    return link ? OperationKind::Update : OperationKind::Create;
}

bool Outgoing::isUnchanged() const
{
    return !record.deleted && link && base && sameContent(schema, *base, body);
}

OutgoingRecords::OutgoingRecords(RecordWriter &writer, Links &links)
    : m_writer(writer), m_links(links), m_references(writer.database().schema(), links)
{
}

QJsonObject OutgoingRecords::exchanged(const TypeRules &rules, const QJsonObject &body, const std::optional<QJsonObject> &base)
{
    return rules.seen(body, base.value_or(QJsonObject()));
}

Result<OutgoingRecords::Leaving> OutgoingRecords::leaving(const Outgoing &record, const QSet<Key> &questioned)
{
    auto translated = m_references.leaving(record.schema.type, record.body);
    FROST_TRY(translated);
    Leaving leaving{std::move(translated->body), {}};
    if (const auto parent = firstQuestioned(record, questioned)) {
        leaving.hindrance = waitingFor(*parent);
    } else if (const auto &missing = translated->missing) {
        const auto gone = isDeletedHere(*missing);
        FROST_TRY(gone);
        leaving.hindrance = waitingFor(*missing);
        if (*gone) // nothing will ever bring it there
            leaving.hindrance = Hindrance{u"reference.deletedHere"_s, {pathOf(*missing, record), missing->target.toString()}, Hindrance::Ends::Never};
    }
    return leaving;
}

bool OutgoingRecords::isQuestioned(const Operation &operation)
{
    for (const auto type : {ConflictType::Deletion, ConflictType::MissingEntity, ConflictType::DuplicateKey}) {
        if (operation.state == OperationState::Conflict && operation.reason == u"conflict."_s + toString(type))
            return true;
    }
    return false;
}

Result<QSet<OutgoingRecords::Key>> OutgoingRecords::questioned()
{
    const auto conflicts = m_writer.outbox().inState(m_links.connection(), OperationState::Conflict);
    FROST_TRY(conflicts);
    QSet<Key> records;
    for (const auto &operation : *conflicts) {
        if (isQuestioned(operation))
            records.insert({operation.type, operation.record.toString()});
    }
    return records;
}

Result<QSet<OutgoingRecords::Key>> OutgoingRecords::parentsOfDeletes(const EntityType &target)
{
    auto &database = m_writer.database();
    QSet<EntityType> types;
    for (const auto &[type, path] : referringFields(database.schema(), *database.schema().find(target)))
        types.insert(type);
    QSet<Key> parents;
    for (const auto &type : std::as_const(types)) {
        auto store = database.objectStore(type);
        FROST_TRY(store);
        const auto deleted = m_writer.outbox().deleted(m_links.connection(), type);
        FROST_TRY(deleted);
        for (const auto &id : *deleted) {
            const auto record = store->get(id);
            if (!record && concernsOneRecord(record.error()))
                continue; // it cannot be sent, and must not hold up what can
            FROST_TRY(record);
            for (const auto &use : *record ? referencesIn(store->schema(), (*record)->body) : QList<ReferenceUse>()) {
                if (use.target == target && (type != target || use.id != id.toString()))
                    parents.insert({target, use.id});
            }
        }
    }
    return parents;
}

Result<bool> OutgoingRecords::isDeletedHere(const ReferenceUse &use)
{
    auto store = m_writer.database().objectStore(use.target);
    FROST_TRY(store);
    const auto record = store->get(LocalId(use.id));
    FROST_TRY(record);
    const auto open = m_writer.outbox().open(m_links.connection(), use.target, LocalId(use.id));
    FROST_TRY(open);
    return *record && (*record)->deleted && !*open;
}

} // namespace frost
