// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activity/runs.h"
#include "core/base/random.h"
#include "core/conflict/conflictstore.h"
#include "core/links/links.h"
#include "core/outbox/recordwriter.h"
#include "core/providers/provider.h"
#include "core/sync/decision.h"
#include "core/sync/promisedids.h"
#include "core/sync/referencetranslator.h"

namespace frost {

//! What a pull brings, and how far the remote's version numbers are believed.
enum class PullMode {
    Delta,   //!< what changed since the checkpoint; a version seen before is an echo
    Full,    //!< everything, and a version seen before is an echo only where its content is the same too
    Recovery //!< everything after the remote's history was lost, or may have been cut back by a restore: what contradicts a
             //!< version seen before, and is not newer, is asked about; nothing confirmed is overwritten silently
};

//! Brings what one remote says into the store: records of a pulled page, and the other side of a refused push. Every call
//! runs inside the caller's transaction.
class RemoteChanges
{
public:
    RemoteChanges(RecordWriter &writer, Links &links, ConflictStore &conflicts, ConnectionId connection, Actor actor,
                  Clock &clock, Random &random);

    //! Applies one remote state of a pull: create, fast-forward, merge, or ask. A state already seen changes nothing.
    [[nodiscard]] Result<> apply(const RemoteRecord &remote, PullMode mode, RunCounts &counts);
    //! Applies the other side of a push. @param word the remote's word for the conflict, may be empty
    [[nodiscard]] Result<> applyAnswer(const RemoteRecord &remote, const QString &word, RunCounts &counts);
    //! The same for a create that the remote refused because it has another record of the same name: `remote` is that.
    [[nodiscard]] Result<> applyDuplicate(const LocalId &record, const RemoteRecord &remote, RunCounts &counts);

    //! The remote's body in our form: references local, normalised. Errors: Corrupt "remote.invalidRecord" [type, id].
    [[nodiscard]] Result<QJsonObject> localBody(const EntityType &type, const RemoteId &id, const QJsonObject &body);

private:
    struct Target {
        const EntitySchema *schema = nullptr;
        LocalId id;
        std::optional<Record> record;
        std::optional<Link> link;
        std::optional<Operation> operation;
        //! nullopt: deleted, or never there.
        [[nodiscard]] std::optional<QJsonObject> body() const
        {
            return record && !record->deleted ? std::optional(record->body) : std::nullopt;
        }
    };
    enum class Sight { News, Seen, Contradiction };
    [[nodiscard]] Result<> load(Target &target, const EntityType &type, const LocalId &id);
    [[nodiscard]] Result<> meet(Target &target, const RemoteRecord &remote, std::optional<QJsonObject> &theirs);
    [[nodiscard]] Result<Sight> compare(const Target &target, const RemoteRecord &remote,
                                        const std::optional<QJsonObject> &theirs, PullMode mode);
    [[nodiscard]] Result<> distrust(Target &target);
    [[nodiscard]] Result<> promise(const Target &target, const RemoteId &remote);
    [[nodiscard]] Result<bool> otherRecordOf(const RemoteRecord &remote, const LocalId &record);
    [[nodiscard]] Result<std::optional<LocalId>> localTwin(const EntitySchema &schema, const QJsonObject &theirs);
    [[nodiscard]] Result<> reconcile(const Target &target, const RemoteRecord &remote,
                                     const std::optional<QJsonObject> &theirs, const QString &word, RunCounts &counts);
    [[nodiscard]] Result<> act(const Target &target, const RemoteRecord &remote, const std::optional<QJsonObject> &theirs,
                               const PullDecision &decision, const QString &word, RunCounts &counts);
    [[nodiscard]] Result<> write(const Target &target, const RemoteRecord &remote, const std::optional<QJsonObject> &body);
    [[nodiscard]] Result<> ask(const Target &target, const RemoteRecord &remote, const std::optional<QJsonObject> &theirs,
                               const MergeResult &merge, const QString &word);
    [[nodiscard]] Result<> backToPending(const Target &target);
    [[nodiscard]] Result<> see(const Target &target, const RemoteRecord &remote);
    [[nodiscard]] Result<> settleConflict(const Target &target, const std::optional<QJsonObject> &result);

    RecordWriter &m_writer;
    Links &m_links;
    ConflictStore &m_conflicts;
    ConnectionId m_connection;
    Actor m_actor;
    Clock &m_clock;
    Random &m_random;
    ReferenceTranslator m_references;
    PromisedIds m_promised;
};

} // namespace frost
