// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/requestpreview.h"

#include "core/outbox/permissions.h"
#include "core/sync/adoption.h"
#include "core/sync/decision.h"
#include "core/sync/hold.h"
#include "core/sync/keepboth.h"

namespace frost {

using namespace Qt::StringLiterals;

namespace {

using Hindrance = OutgoingRecords::Hindrance;

//! A decision as it would be stored.
struct Decided {
    const Conflict &conflict;
    const EntitySchema &schema;
    Record before;
    Record after;
};

//! One connection, what it knows and what it wants to know.
struct Listener {
    Connection connection;
    Links links;
    TypeRules rules;
};

//! What would be queued for a connection, and what else is on its way to it.
struct Queued {
    Outgoing record;
    std::optional<Hindrance> waits;
};

bool isOnItsWay(const Operation &operation)
{
    return operation.state == OperationState::Processing || operation.state == OperationState::Verify;
}

//! As ConflictResolver leaves it with the connection that was asked about: what it has is the base of what is sent.
std::optional<Queued> queuedForItsOwn(const Decided &decided)
{
    const auto &conflict = decided.conflict;
    const auto &theirs = conflict.versions.theirs;
    const auto result = decided.after.deleted ? std::nullopt : std::optional(decided.after.body);
    if (sameState(decided.schema, result, theirs))
        return std::nullopt;
    Outgoing record{decided.schema, decided.after, {}, theirs, {}};
    const bool isMadeAnew = !theirs && tellsOfNoTrace(conflict.theirsVersion);
    if (!isMadeAnew)
        record.link = Link{conflict.record, conflict.remote, conflict.theirsVersion, {}, {}, 0};
    return Queued{std::move(record), {}};
}

//! As RecordWriter would tell another connection; what waits for it already is sent as well.
Result<std::optional<Queued>> queuedForAnother(RecordWriter &writer, Listener &listener, const Decided &decided)
{
    using Nothing = std::optional<Queued>;
    const auto &before = decided.before;
    const auto &after = decided.after;
    auto link = listener.links.find(decided.schema.type, after.id);
    FROST_TRY(link);
    if (*link && !(*link)->syncedAt.isValid())
        link->reset();
    auto base = listener.links.base(decided.schema.type, after.id);
    FROST_TRY(base);
    const auto open = writer.outbox().open(listener.connection.id, decided.schema.type, after.id);
    FROST_TRY(open);

    const auto &rules = listener.rules;
    const bool isDeleted = before.deleted != after.deleted;
    const bool isTold = isDeleted || (before.body != after.body && rules.concern(before.body, after.body));
    const bool isWanted = rules.pushes() && (*link || (!after.deleted && rules.lets(after.body)));
    if (!*open && !(isTold && isWanted))
        return Nothing();
    if (*open && (*open)->state == OperationState::Failed && !isTold)
        return Nothing(); // it is tried again when somebody says so
    if (*link && !*base && !*open && !before.deleted)
        base = before.body;
    Queued queued{{decided.schema, after, *std::move(link), *std::move(base), {}}, {}};
    if (*open && isOnItsWay(**open))
        queued.waits = Hindrance{u"verify.tooEarly"_s, {}};
    else if (*open && (*open)->state == OperationState::Conflict)
        queued.waits = Hindrance{(*open)->reason, (*open)->reasonArgs};
    return Nothing(std::move(queued));
}

//! What becomes of one decision, connection after connection. The main one comes first: the others may have to wait for it.
class RequestPlanner
{
public:
    using Own = std::optional<Queued>; //!< what goes to the connection that was asked about

    RequestPlanner(RecordWriter &writer, Clock &clock, Random &random, const Decided &decided)
        : m_writer(writer), m_clock(clock), m_random(random), m_decided(decided)
    { }

    Result<QList<PlannedRequest>> plan(const Own &own)
    {
        auto &database = m_writer.database();
        const auto connections = Connections(database.sql(), m_clock).list();
        FROST_TRY(connections);
        QList<PlannedRequest> requests;
        for (const auto &connection : *connections) {
            const auto rules = rulesOf(database, connection.id);
            FROST_TRY(rules);
            Listener listener{connection, Links(database.sql(), connection.id, m_clock, m_random), rules->of(m_decided.conflict.type)};
            const bool isOwn = connection.id == m_decided.conflict.connection;
            auto queued = isOwn ? Result<Own>(own) : queuedForAnother(m_writer, listener, m_decided);
            FROST_TRY(queued);
            if (connection.main)
                FROST_TRY(lookAtMain(listener, *queued, isOwn));
            if (!*queued)
                continue;
            auto request = plannedRequest(listener, **std::move(queued));
            FROST_TRY(request);
            if (*request)
                requests.append(**std::move(request));
        }
        return requests;
    }

private:
    enum class AtMain { HasIt, GetsIt, NeverGetsIt };

    Result<> lookAtMain(Listener &listener, const Own &queued, bool isOwn)
    {
        const auto link = listener.links.find(m_decided.schema.type, m_decided.after.id);
        FROST_TRY(link);
        const bool hasIt = isOwn ? !queued || queued->record.link : *link && (*link)->syncedAt.isValid();
        m_atMain = hasIt ? AtMain::HasIt : queued || *link ? AtMain::GetsIt : AtMain::NeverGetsIt;
        m_main = listener.connection.id;
        return {};
    }

    //! Whether it is to be made at a system that hubs share, whose server does not know it yet: see Pusher::isKnownToHubs().
    Result<bool> waitsForHubs(const Listener &listener, const Outgoing &record)
    {
        if (record.kind() != OperationKind::Create || listener.connection.main || m_atMain != AtMain::GetsIt)
            return false;
        const auto system = systemOf(m_writer.database(), listener.connection.id);
        FROST_TRY(system);
        return !system->isEmpty();
    }

    //! What keeps a request here whatever is in it.
    Result<std::optional<Hindrance>> hindranceOf(OutgoingRecords &outgoing, const Listener &listener, const Outgoing &record)
    {
        const auto &type = record.schema.type;
        if (!listener.rules.pushes())
            return Hindrance{u"direction.held"_s, {type.toString()}};
        const auto allowed = requirePermission(permissionsOf(listener.connection), permissionFor(type, record.kind()));
        if (!allowed)
            return Hindrance{allowed.error().code, allowed.error().args, Hindrance::Ends::Never};
        const auto hubs = waitsForHubs(listener, record);
        FROST_TRY(hubs);
        if (*hubs)
            return Hindrance{u"hubs.waiting"_s, {m_main.toString()}};
        if (record.kind() != OperationKind::Delete)
            return std::nullopt;
        const auto parents = outgoing.parentsOfDeletes(type);
        FROST_TRY(parents);
        if (!parents->contains({type, record.record.id.toString()}))
            return std::nullopt;
        return Hindrance{u"children.waiting"_s, {type.toString(), record.record.id.toString()}};
    }

    //! nullopt: it has already what the rules let it have.
    Result<std::optional<PlannedRequest>> plannedRequest(Listener &listener, Queued queued)
    {
        using Nothing = std::optional<PlannedRequest>;
        auto &record = queued.record;
        record.body = OutgoingRecords::exchanged(listener.rules, record.record.body, record.base);
        const bool neverSent = record.record.deleted && !record.link && !queued.waits;
        if (neverSent || record.isUnchanged())
            return Nothing();
        PlannedRequest request;
        request.connection = listener.connection.id;
        request.kind = record.kind();
        request.remote = record.link ? record.link->remote : RemoteId();
        if (record.link && !isContentTag(record.link->version))
            request.baseVersion = record.link->version;
        request.known = record.base;
        OutgoingRecords outgoing(m_writer, listener.links);
        auto hindrance = hindranceOf(outgoing, listener, record);
        FROST_TRY(hindrance);
        request.waits = queued.waits ? queued.waits : *std::move(hindrance);
        if (record.record.deleted)
            return Nothing(std::move(request));
        FROST_TRY(addBody(request, outgoing, record));
        return Nothing(std::move(request));
    }

    static Result<> addBody(PlannedRequest &request, OutgoingRecords &outgoing, const Outgoing &record)
    {
        request.after = record.record.body;
        request.withheld = changedFields(record.schema, record.body, record.record.body);
        auto questioned = outgoing.questioned();
        FROST_TRY(questioned);
        questioned->remove({record.schema.type, record.record.id.toString()}); // itself, which is decided then
        auto leaving = outgoing.leaving(record, *questioned);
        FROST_TRY(leaving);
        request.body = std::move(leaving->body);
        if (!request.waits)
            request.waits = std::move(leaving->hindrance);
        return {};
    }

    RecordWriter &m_writer;
    Clock &m_clock;
    Random &m_random;
    const Decided &m_decided;
    ConnectionId m_main;
    AtMain m_atMain = AtMain::NeverGetsIt;
};

Result<Decided> storedAs(Database &database, const Conflict &conflict, const std::optional<QJsonObject> &result)
{
    auto store = database.objectStore(conflict.type);
    FROST_TRY(store);
    auto before = store->get(conflict.record);
    FROST_TRY(before);
    if (!*before)
        return fail(ErrorKind::NotFound, u"record.unknown"_s, {conflict.type.toString(), conflict.record.toString()});
    Decided decided{conflict, *database.schema().find(conflict.type), **before, **before};
    decided.after.deleted = !result;
    if (result) // a tombstone keeps the last body it had here
        decided.after.body = *result;
    return decided;
}

} // namespace

Result<QList<PlannedRequest>> plannedRequests(RecordWriter &writer, Clock &clock, Random &random, const Conflict &conflict,
                                              const std::optional<QJsonObject> &result)
{
    const auto decided = storedAs(writer.database(), conflict, result);
    FROST_TRY(decided);
    return RequestPlanner(writer, clock, random, *decided).plan(queuedForItsOwn(*decided));
}

// There theirs is known already, and mine is not.
Result<PlannedKeepBoth> plannedKeepBoth(RecordWriter &writer, ConflictStore &conflicts, Clock &clock, Random &random,
                                        const Conflict &conflict, const QString &number)
{
    const auto parts = KeepBoth(writer, conflicts, clock, random).parts(conflict, number);
    FROST_TRY(parts);
    const auto &schema = *writer.database().schema().find(conflict.type);
    Decided mine{conflict, schema, parts->mine, parts->mine};
    mine.after.body = parts->renumbered;
    auto ofMine = RequestPlanner(writer, clock, random, mine).plan(Queued{{schema, mine.after, {}, {}, {}}, {}});
    FROST_TRY(ofMine);
    Decided theirs{conflict, schema, {}, {}}; // it has no id yet
    theirs.after.body = parts->theirs;
    auto ofTheirs = RequestPlanner(writer, clock, random, theirs).plan(std::nullopt);
    FROST_TRY(ofTheirs);
    return PlannedKeepBoth{*std::move(ofMine), *std::move(ofTheirs)};
}

} // namespace frost
