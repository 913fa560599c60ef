// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/base/result.h"
#include "core/net/changestream.h"
#include "core/net/transport.h"
#include "core/outbox/operation.h"

#include <QJsonObject>

#include <optional>
#include <vector>

namespace frost {

class HubServer;

//! What a remote system can do; the engine asks, it never knows a remote by name.
struct Capabilities {
    QStringList feeds;             //!< names of the change feeds, pulled one after the other
    QList<EntityType> entityTypes{}; //!< what it gives and takes; empty: everything
    int pageSize = 500;
    int batchSize = 50;            //!< operations a push request, at most
    qsizetype batchBytes = 4 << 20;//!< bytes a push request, at most
    std::chrono::milliseconds batchDelay{0}; //!< between two push requests, where the remote wants to be spared
    enum class TypeFeeds {
        None,
        Each, //!< the name of an entity type is a feed, too, of that type alone
    } typeFeeds = TypeFeeds::None;
    enum class Versions {
        Each, //!< every state has one, and an update of another version than the remote's is a conflict there
        None, //!< an update takes the place of whatever is there; the engine compares before it writes
    } versions = Versions::Each;
    enum class Keys {
        Idempotent, //!< the same request twice is done once, and answered twice
        None,       //!< after a lost answer the remote is asked for the record: find()
    } keys = Keys::Idempotent;
    enum class Deletes {
        Reported, //!< in a feed
        Silent,   //!< only the missing key tells: keys()
    } deletes = Deletes::Reported;
    enum class Channel {
        None,   //!< only asking tells of changes
        Events, //!< it tells that something has changed: changeStream()
    } channel = Channel::None;

    [[nodiscard]] bool takes(const EntityType &type) const { return entityTypes.isEmpty() || entityTypes.contains(type); }
};

//! One record as a remote has it, in our vocabulary; references hold the remote's ids.
struct RemoteRecord {
    EntityType type;
    RemoteId id;
    LocalId madeAs; //!< whose create made it, where the remote tells: of this store, or of another one; may be empty
    QString version;
    bool deleted = false;
    bool erased = false;  //!< deleted, and nothing of it is to be kept
    QJsonObject body;
    QDateTime updatedAt;
    QString updatedBy;
};

struct Page {
    std::vector<RemoteRecord> changes;
    QString checkpoint; //!< where the next page begins
    bool hasMore = false;
    std::optional<qint64> following{}; //!< how many changes come after this page, where the remote tells
};

//! What the system behind another connection of the company calls a record.
struct NamedElsewhere {
    QString system;   //!< provider and account, as every hub names it
    RemoteId remote;
    qint64 epoch = 0; //!< with which this hub holds that connection, or last held it
};

//! One operation to be encoded; the body is in our vocabulary with remote ids in its references.
struct PushDraft {
    qint64 operation = 0;
    OperationKind kind = OperationKind::Create;
    EntityType type;
    LocalId local;
    LocalId madeAs;         //!< of a create: under which it asks; `local`, but where the remote lost a record that it knew otherwise
    RemoteId remote;        //!< empty for a create
    QString baseVersion;
    QString step;           //!< name of the business step; empty unless `kind` is Step
    bool erase = false;     //!< of a delete: nothing of the record is to be kept
    QJsonObject body;       //!< empty for a delete; of a step the record as it is to be, for a remote that has no steps
    QStringList changedFields;
    QList<NamedElsewhere> links; //!< of a create for a server that hubs share
    IdempotencyKey key;
    UserId user;
    QDateTime at;
};

//! One encoded operation, ready to be sent, or sent again byte for byte.
struct PushRequest {
    qint64 operation = 0;
    OperationKind kind = OperationKind::Create;
    EntityType type;
    LocalId local;
    RemoteId remote;
    IdempotencyKey key;
    QByteArray bytes;
};

//! What became of one operation.
struct PushOutcome {
    enum class Kind {
        Applied,  //!< `id`, `version`; `remote` where the remote's state differs from what was sent
        Conflict, //!< `remote` is the other state (deleted if it is gone)
        Rejected, //!< refused for good: `error`
        Retry,    //!< not now: `error`, perhaps retryAfter
        Unreadable, //!< this one's answer makes no sense, whatever the others say: it may have been carried out; `error`
        NotDone,  //!< surely not carried out, neither now nor later: `error` says how that is known
        Undecided,//!< nobody can say yet: it is asked for again
        Expired,  //!< the idempotency key is too old to be answered: compare, never execute
    };
    Kind kind = Kind::Retry;
    RemoteId id;
    QString version;
    std::optional<RemoteRecord> remote;
    QString conflictType; //!< the remote's word for it, may be empty
    Error error;
};

//! By what a remote may know a record again whose create was not answered.
struct CreateMarker {
    LocalId local;
    IdempotencyKey key;
    QJsonObject body; //!< as it was sent, in our vocabulary with remote ids: its natural key is in there
    QDateTime sentAt;
};

//! Ids of the records a remote has, live ones only.
struct KeyPage {
    std::vector<RemoteId> ids;
    QString next; //!< where the next page begins; empty: this was the last
};

//! One remote system (R-PRO-01). Coroutines run on the engine's thread; every call ends by the transport's time-out, which counts silence.
class Provider
{
public:
    virtual ~Provider() = default;
    [[nodiscard]] virtual const Capabilities &capabilities() const = 0;
    //! Errors: those of Transport; Unauthorized; Forbidden; RateLimited; Expired where the checkpoint is too old or from
    //! before a restore (start again with an empty one and compare); Corrupt where the answer makes no sense.
    virtual Task<Result<Page>> pull(QString feed, QString checkpoint, int limit) = 0;
    //! One record as it is now, a tombstone included where the remote keeps them.
    //! Errors: NotFound: it is not there (any more); Forbidden: no right to see it; those of Transport; Corrupt.
    virtual Task<Result<RemoteRecord>> fetch(EntityType type, RemoteId id) = 0;
    //! The record that an unanswered create has made; nullopt: there is none as far as the remote can tell now. Only
    //! asked of a remote without idempotency keys. Errors: those of Transport; Corrupt.
    virtual Task<Result<std::optional<RemoteRecord>>> find(EntityType type, CreateMarker marker) = 0;
    //! @param page  empty: the first. Asked of a remote whose deletes are silent, and of every other after it was
    //! restored. Errors: those of pull().
    virtual Task<Result<KeyPage>> keys(EntityType type, QString page) = 0;
    //! Which account or data set answers, a name that never changes; empty: every request names it, and a remote that is
    //! another one refuses. Errors: those of Transport.
    virtual Task<Result<QString>> identity() = 0;
    //! Where it tells of changes; only asked of a remote that has such a channel. Whoever listens to it gets what
    //! changed with a pull, and pulls once when the stream begins.
    [[nodiscard]] virtual ChangeStream changeStream() const { return {}; }
    //! Of a server that hubs share: what it keeps for their other connections; nullptr: it is none.
    [[nodiscard]] virtual HubServer *hubServer() { return nullptr; }
    [[nodiscard]] virtual PushRequest encode(const PushDraft &draft) const = 0;
    //! One outcome a request, in order. An error speaks for the whole batch: OutcomeUnknown where any of it may have been
    //! carried out, an answer that is too long or cannot be read included; Offline where nothing was sent; Unauthorized,
    //! Forbidden, RateLimited; Rejected and TooLarge where the remote refused the batch as a whole.
    virtual Task<Result<std::vector<PushOutcome>>> push(std::vector<PushRequest> requests) = 0;
};

} // namespace frost
