// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activity/runs.h"
#include "core/base/random.h"
#include "core/conflict/conflictstore.h"
#include "core/links/links.h"
#include "core/outbox/recordwriter.h"
#include "core/providers/provider.h"
#include "core/sync/referencetranslator.h"
#include "core/sync/decision.h"

namespace frost {

//! Brings what one remote says into the store: records of a pulled page, and the other side of a refused push. Every call
//! runs inside the caller's transaction.
class RemoteChanges
{
public:
    RemoteChanges(RecordWriter &writer, Links &links, ConflictStore &conflicts, ConnectionId connection, Actor actor,
                  Clock &clock, Random &random);

    //! Applies one remote state: create, fast-forward, merge, or ask. A state already seen changes nothing.
    //! @param word the remote's word for a conflict, if it named one
    [[nodiscard]] Result<> apply(const RemoteRecord &remote, RunCounts &counts, const QString &word = {});
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
    };
    [[nodiscard]] Result<> load(Target &target, const EntityType &type, const LocalId &id);
    [[nodiscard]] Result<std::optional<LocalId>> localTwin(const EntitySchema &schema, const QJsonObject &theirs);
    [[nodiscard]] Result<> reconcile(const Target &target, const RemoteRecord &remote,
                                     const std::optional<QJsonObject> &theirs, const QString &word, RunCounts &counts);
    [[nodiscard]] Result<> act(const Target &target, const RemoteRecord &remote, const std::optional<QJsonObject> &theirs,
                               const Decision &decision, const QString &word, RunCounts &counts);
    [[nodiscard]] Result<> write(const Target &target, const RemoteRecord &remote, const std::optional<QJsonObject> &body);
    [[nodiscard]] Result<> ask(const Target &target, const RemoteRecord &remote, const std::optional<QJsonObject> &theirs,
                               const MergeResult &merge, const QString &word);
    [[nodiscard]] Result<> backToPending(const Target &target);
    [[nodiscard]] Result<> see(const Target &target, const RemoteRecord &remote, const std::optional<QJsonObject> &theirs);
    [[nodiscard]] Result<> settleConflict(const Target &target, const std::optional<QJsonObject> &result);

    RecordWriter &m_writer;
    Links &m_links;
    ConflictStore &m_conflicts;
    ConnectionId m_connection;
    Actor m_actor;
    Clock &m_clock;
    Random &m_random;
    ReferenceTranslator m_references;
};

} // namespace frost
