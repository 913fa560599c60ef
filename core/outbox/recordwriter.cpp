// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/outbox/recordwriter.h"

#include "core/base/json.h"
#include "core/conflict/conflictstore.h"
#include "core/drafts/drafts.h"
#include "core/links/rulelevels.h"

#include <QJsonArray>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

bool erases(const std::optional<Record> &before, const Record &after)
{
    return after.isErased() && before && before->deleted;
}

QString actionOf(const std::optional<Record> &before, const Record &after)
{
    if (erases(before, after))
        return u"erase"_s;
    if (after.deleted)
        return u"delete"_s;
    if (!before)
        return u"create"_s;
    return before->deleted ? u"restore"_s : u"update"_s;
}

bool concerns(const TypeRules &rules, const std::optional<Record> &before, const RecordWriter::Change &change)
{
    return !before || before->deleted != change.deleted || rules.concern(before->body, change.body);
}

QByteArray auditedChange(const std::optional<Record> &before, const Record &after)
{
    if (!before)
        return creationOf(after.text);
    if (erases(before, after))
        return QByteArrayLiteral("{}");
    QJsonObject change = changeBetween(before->body, after.body);
    if (before->deleted != after.deleted)
        change.insert(u"deleted"_s, QJsonArray{before->deleted, after.deleted});
    return toCanonicalJson(change);
}

} // namespace

RecordWriter::RecordWriter(Database &database, Clock &clock, Random &random)
    : m_database(database),
      m_clock(clock),
      m_random(random),
      m_outbox(database.sql(), database.schema(), clock),
      m_audit(database.sql(), clock)
{ }

Result<Record> RecordWriter::write(const Change &change, const Actor &actor, const ConnectionId &silent,
                                   Priority priority)
{
    auto store = m_database.objectStore(change.type);
    FROST_TRY(store);
    auto before = store->get(change.id);
    FROST_TRY(before);
    if (*before && (*before)->deleted == change.deleted && (*before)->body == change.body)
        return **std::move(before);

    Record record{.id = change.id,
                  .body = change.body,
                  .revision = 0,
                  .deleted = change.deleted,
                  .schemaVersion = store->schema().version,
                  .createdAt = {},
                  .updatedAt = change.updatedAt.isValid() ? change.updatedAt : m_clock.now(),
                  .updatedBy = change.updatedBy};
    FROST_TRY(store->put(record));
    m_written.insert(change.type);
    if (erases(*before, record))
        FROST_TRY(eraseTraces(change.type, change.id));
    if (!m_spokes)
        FROST_TRY(reloadConnections());
    for (auto &spoke : *m_spokes) {
        if (spoke.id != silent && change.news == Change::News::Content)
            FROST_TRY(tell(spoke, *before, change, actor, priority));
    }
    Actor who = actor; // whoever changed it there, as far as the remote says, on the device that took it in
    if (actor.source == Source::Sync && !change.updatedBy.isEmpty())
        who.user = UserId(change.updatedBy);
    FROST_TRY(m_audit.appendText(who, actionOf(*before, record), change.type, change.id,
                                 auditedChange(*before, record)));
    return record;
}

//! What else would tell what the record was.
Result<> RecordWriter::eraseTraces(const EntityType &type, const LocalId &id)
{
    FROST_TRY(ConflictStore(m_database.sql(), m_clock).erase(type, id));
    FROST_TRY(Drafts(m_database.sql(), m_clock).erase(type, id));
    if (!m_spokes)
        FROST_TRY(reloadConnections());
    for (auto &spoke : *m_spokes)
        FROST_TRY(spoke.links.dropBase(type, id));
    return {};
}

// Rules that cannot be read stop the exchange, and not the typing: meanwhile everything is queued, and what they do not send is
// held before it is sent.
Result<> RecordWriter::reloadConnections()
{
    const auto connections = Connections(m_database.sql(), m_clock).list();
    FROST_TRY(connections);
    m_spokes.emplace();
    const auto wider = connections->isEmpty() ? Result<QJsonObject>(QJsonObject()) : widerRulesJson(m_database);
    for (const auto &connection : *connections) {
        const auto rules = wider ? rulesOf(m_database, connection.id, *wider) : Result<SyncRules>(fail(wider.error()));
        m_spokes->push_back({connection.id, Links(m_database.sql(), connection.id, m_clock, m_random),
                             rules.value_or(SyncRules())});
    }
    return {};
}

//! Queues the change for one connection. What the remote has decides the kind: its link, and whether the record lives.
Result<> RecordWriter::tell(Spoke &spoke, const std::optional<Record> &before, const Change &change, const Actor &actor,
                            Priority priority)
{
    const auto &rules = spoke.rules.of(change.type);
    const bool isNews = concerns(rules, before, change);
    if (!isNews && rules.fields.isEmpty())
        return {};
    const auto link = spoke.links.find(change.type, change.id);
    FROST_TRY(link);
    if (!isNews) // what stays here must not be taken later for what the remote has
        return *link && (*link)->syncedAt.isValid() ? keepAgreed(spoke, *before, change) : Result<>();
    if (!*link || !(*link)->syncedAt.isValid()) {
        if (change.deleted)
            return withdraw(spoke, change, actor, priority);
        if (!rules.pushes() || !rules.lets(change.body))
            return {};
        return m_outbox.enqueue(spoke.id, change.type, change.id, OperationKind::Create, priority, actor.user);
    }
    if (before && !before->deleted)
        FROST_TRY(keepAgreed(spoke, *before, change));
    const auto open = m_outbox.open(spoke.id, change.type, change.id);
    FROST_TRY(open);
    if (!rules.pushes() && !*open)
        return {}; // the base stays, so that the next change from there is merged with this one
    const auto kind = change.deleted ? OperationKind::Delete : OperationKind::Update;
    return m_outbox.enqueue(spoke.id, change.type, change.id, kind, priority, actor.user);
}

//! What both sides agree on until this change, as base; where something waits it is kept already.
Result<> RecordWriter::keepAgreed(Spoke &spoke, const Record &before, const Change &change)
{
    const auto open = m_outbox.open(spoke.id, change.type, change.id);
    FROST_TRY(open);
    const auto base = spoke.links.base(change.type, change.id);
    FROST_TRY(base);
    return *open || *base ? Result<>() : spoke.links.setBase(change.type, change.id, before.body);
}

//! A deleted record that the connection has never confirmed: what was not sent is taken back, what may have arrived is
//! settled first and then deleted.
Result<> RecordWriter::withdraw(Spoke &spoke, const Change &change, const Actor &actor, Priority priority)
{
    const auto open = m_outbox.open(spoke.id, change.type, change.id);
    FROST_TRY(open);
    if (!*open)
        return {};
    if ((*open)->state == OperationState::Pending || (*open)->state == OperationState::Failed) {
        FROST_TRY(spoke.links.dropBase(change.type, change.id));
        return m_outbox.transition((*open)->id, OperationState::Cancelled, u"never.sent"_s);
    }
    return m_outbox.enqueue(spoke.id, change.type, change.id, OperationKind::Delete, priority, actor.user);
}

} // namespace frost
