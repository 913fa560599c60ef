// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activity/runs.h"
#include "core/base/random.h"
#include "core/conflict/conflictstore.h"
#include "core/links/links.h"
#include "core/outbox/recordwriter.h"
#include "core/providers/provider.h"
#include "core/sync/adoption.h"
#include "core/sync/conflictrules.h"
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
[[nodiscard]] QString toString(PullMode mode); //!< "delta" ... as the history has it

//! Brings what one remote says into the store: records of a pulled page, and the other side of a refused push. Every call
//! runs inside the caller's transaction.
class RemoteChanges
{
public:
    RemoteChanges(RecordWriter &writer, Links &links, ConflictStore &conflicts, ConnectionId connection, Actor actor,
                  Clock &clock, Random &random, RemoteTerms terms = {});
    //! From now on; another process may have changed the rules.
    void setRules(SyncRules rules) { m_terms.rules = std::move(rules); }
    //! A transaction begins; before it, other processes and people may have written what was looked up in the last one.
    void forget() { m_hasLostIds.reset(); }
    [[nodiscard]] const RemoteTerms &terms() const { return m_terms; }
    //! Fields of the type being pulled that were not exchanged before: what stands in them on either side is nobody's change
    //! of what was agreed, so two different values are asked about.
    void setUnagreed(QStringList fields) { m_unagreed = std::move(fields); }

    //! Applies one remote state of a pull: create, fast-forward, merge, or ask. A state already seen changes nothing.
    [[nodiscard]] Result<> apply(const RemoteRecord &remote, PullMode mode, RunCounts &counts);
    //! Applies the other side of a push. @param word the remote's word for the conflict, may be empty
    [[nodiscard]] Result<> applyAnswer(const RemoteRecord &remote, const QString &word, RunCounts &counts);
    //! The same for a create that the remote refused because it has another record of the same name: `remote` is that.
    [[nodiscard]] Result<> applyDuplicate(const LocalId &record, const RemoteRecord &remote, RunCounts &counts);

    //! A record that the remote had and does not know any more, without saying that it was deleted: a person is asked.
    [[nodiscard]] Result<> applyMissing(const EntityType &type, const Link &link, RunCounts &counts);
    //! What the remote made of a record that it has just taken. @param sent  JSON of what it was sent, in local vocabulary;
    //! `answer` where the remote's state differs from that. Whatever of it stays different here is kept as what the
    //! remote has, and is nobody's change.
    [[nodiscard]] Result<> applyTaken(const EntityType &type, const Record &record, const QByteArray &sent,
                                      const std::optional<RemoteRecord> &answer);
    //! The remote's body in our form: references local, normalised. Errors: Corrupt "remote.invalidRecord" [type, id].
    [[nodiscard]] Result<QJsonObject> localBody(const EntityType &type, const RemoteId &id, const QJsonObject &body);

private:
    struct Target {
        const EntitySchema *schema = nullptr;
        LocalId id;
        std::optional<Record> record;
        std::optional<Link> link;
        std::optional<Operation> operation;
        std::optional<QJsonObject> base;
        std::optional<QJsonObject> full; //!< theirs with the fields that are not exchanged; nullopt: deleted
        QDate closedTo;         //!< where somebody may have to be asked: see MergeInput
        bool twin = false;      //!< theirs was made there while ours was not there yet, under one number: one record, or two
        bool overtaken = false; //!< steps waited for other figures than theirs, or theirs may be another record: a person decides, whatever the rules say
        //! nullopt: deleted, or never there.
        [[nodiscard]] std::optional<QJsonObject> body() const
        {
            return record && !record->deleted ? std::optional(record->body) : std::nullopt;
        }
    };
    enum class Sight { News, Seen, Contradiction };
    //! A promised link is not enough: the record itself has never been seen.
    [[nodiscard]] static bool synced(const std::optional<Link> &link) { return link && link->syncedAt.isValid(); }
    [[nodiscard]] Result<> eraseAgain(const Target &target, const RemoteRecord &remote, PullMode mode);
    [[nodiscard]] Result<> load(Target &target, const EntityType &type, const LocalId &id);
    [[nodiscard]] Result<> meet(Target &target, const RemoteRecord &remote, std::optional<QJsonObject> &theirs);
    [[nodiscard]] Result<Sight> compare(const Target &target, const RemoteRecord &remote,
                                        const std::optional<QJsonObject> &theirs, PullMode mode);
    [[nodiscard]] Result<bool> showsAnother(const Target &target, const std::optional<QJsonObject> &theirs);
    [[nodiscard]] bool isAnother(const Target &target, const std::optional<QJsonObject> &theirs) const;
    [[nodiscard]] Result<> endAsGone(Target &target);
    [[nodiscard]] Result<bool> wouldOrphan(const Target &target, const RemoteRecord &remote);
    [[nodiscard]] Result<> distrust(Target &target);
    [[nodiscard]] Result<> queueDirty(Target &target);
    [[nodiscard]] Result<> meetSteps(Target &target, const std::optional<QJsonObject> &theirs);
    [[nodiscard]] bool contradicts(const Target &target, const QList<Operation> &steps,
                                   const std::optional<QJsonObject> &theirs) const;
    [[nodiscard]] Result<> endStep(const Operation &step, OperationState state, const QString &reason);
    [[nodiscard]] Result<> promise(const Target &target, const RemoteId &remote);
    [[nodiscard]] Result<bool> otherRecordOf(const RemoteRecord &remote, const LocalId &record);
    [[nodiscard]] Result<std::optional<LocalId>> onceOurs(const Target &target, const RemoteRecord &remote);
    [[nodiscard]] Result<bool> hasLostIds();
    [[nodiscard]] Result<> nameAlike(Target &target, const RemoteRecord &remote);
    [[nodiscard]] Result<bool> isAskedAsTwin(const Target &target);
    [[nodiscard]] Result<std::optional<LocalId>> localTwin(const EntitySchema &schema, const QJsonObject &theirs);
    [[nodiscard]] Result<> reconcile(Target &target, const RemoteRecord &remote,
                                     const std::optional<QJsonObject> &theirs, const QString &word, RunCounts &counts);
    [[nodiscard]] Result<> act(const Target &target, const RemoteRecord &remote, const std::optional<QJsonObject> &theirs,
                               const PullDecision &decision, const QString &word, RunCounts &counts);
    [[nodiscard]] Result<> write(const Target &target, const RemoteRecord &remote, const std::optional<QJsonObject> &body);
    [[nodiscard]] Result<> converge(const Target &target, const RemoteRecord &remote, const std::optional<QJsonObject> &theirs);
    [[nodiscard]] Result<> combine(const Target &target, const RemoteRecord &remote, const std::optional<QJsonObject> &both,
                                   RunCounts &counts);
    [[nodiscard]] Result<> actOnRule(const Target &target, const RemoteRecord &remote, const std::optional<QJsonObject> &theirs,
                                     const MergeResult &asked, const Ruled &ruled, RunCounts &counts);
    [[nodiscard]] Result<> resurrect(const Target &target, const RemoteRecord &remote);
    [[nodiscard]] Result<> keepBase(const Target &target, const std::optional<QJsonObject> &body);
    [[nodiscard]] Result<> openUp(Target &target);
    [[nodiscard]] const TypeRules &rulesFor(const Target &target) const { return m_terms.rules.of(target.schema->type); }
    [[nodiscard]] Result<Severity> severityOf(const Target &target, const std::optional<QJsonObject> &theirs, const MergeResult &merge,
                                              ConflictType type);
    [[nodiscard]] Result<> ask(const Target &target, const RemoteRecord &remote, const std::optional<QJsonObject> &theirs,
                               const MergeResult &merge, const QString &word);
    [[nodiscard]] Result<> tellSettled(const Target &target, const RemoteRecord &remote, const std::optional<QJsonObject> &theirs,
                                       const MergeResult &merge, DecisionKept decision, const QString &action);
    [[nodiscard]] Result<Conflict> describe(const Target &target, const RemoteRecord &remote,
                                            const std::optional<QJsonObject> &theirs, const MergeResult &merge);
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
    RemoteTerms m_terms;
    QStringList m_unagreed;
    std::optional<bool> m_hasLostIds; //!< of this transaction
    ReferenceTranslator m_references;
    PromisedIds m_promised;
};

} // namespace frost
