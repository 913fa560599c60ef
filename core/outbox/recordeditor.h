// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/outbox/recordwriter.h"

#include <functional>

namespace frost {

class BodyComposer;

//! What a person (or an import) does to records: normalise, defaults, derive, validate, check references and rights, then
//! one durable transaction. Ids in bodies may be shown ids or local ids.
class RecordEditor
{
public:
    RecordEditor(RecordWriter &writer, Clock &clock, Random &random);

    //! A new record under a new temporary id. What the store keeps about every record ("id", "localId", "revision" ...) is
    //! ignored in bodies, and so are derived fields: what was read can be edited and put back.
    //! Errors: NotFound "store.unknown"; Invalid "record.invalid" [path: code …], among them "reference.unknown",
    //! "field.unknown" and "key.taken" (another live record has this natural key); Rejected "books.closed" [day]; Forbidden "permission.missing" [permission].
    [[nodiscard]] Result<Record> create(const EntityType &type, const QJsonObject &body, const Actor &actor);
    //! Changes the named fields: absent ones stay, null removes, rows are replaced as a whole (rowIds are kept).
    //! Fields of a newer version that the record has are kept and may be given.
    //! Errors as create, and NotFound "record.unknown" [type, id]; Rejected "record.deleted" [type, id], "record.locked"
    //! [type, id, step] while a step that locks waits to be sent, and what mayChange() says of records that are closed.
    [[nodiscard]] Result<Record> update(const EntityType &type, const LocalId &id, const QJsonObject &patch,
                                        const Actor &actor);
    //! The patch as it is worked out from the record, inside the transaction that writes it. Its errors are those of the call.
    using PatchFrom = std::function<Result<QJsonObject>(const Record &stored)>;
    [[nodiscard]] Result<Record> updateFrom(const EntityType &type, const LocalId &id, const PatchFrom &patch, const Actor &actor);
    [[nodiscard]] Result<Record> reviveFrom(const EntityType &type, const LocalId &id, const PatchFrom &patch, const Actor &actor);

    //! Leaves a tombstone. Errors: NotFound; Rejected as mayChange(), but for what a remote has refused to make and no
    //! other has; "record.locked" as update; "record.referenced" [type, id, referring type, count] while live records refer to it. Deleting a deleted record is not an error.
    //! @param mayStill  asked inside the transaction; its errors are those of the call
    [[nodiscard]] Result<Record> remove(const EntityType &type, const LocalId &id, const Actor &actor,
                                        const std::function<Result<>()> &mayStill = {});

    //! Leaves nothing of a deleted record but that it was there, here and wherever it was sent (R-LOC-06); what the audit trail
    //! has said of it stays. Errors: NotFound; Forbidden as remove(); Rejected "record.notDeleted" [type, id], "record.closed" as
    //! update(), "record.inConflict" [type, id]. Erasing twice is not an error.
    [[nodiscard]] Result<Record> erase(const EntityType &type, const LocalId &id, const Actor &actor);

    //! Takes a deletion back: the tombstone lives again with its last body. Where the deletion has reached a remote, this
    //! goes there as an update that names the tombstone's version. Restoring a live record is not an error.
    //! Errors: NotFound; Rejected "record.erased" [type, id]; Forbidden as update; Invalid "record.invalid" [path: code …] where a record it refers to is gone
    //! ("reference.unknown") or its number has been given to another ("key.taken").
    [[nodiscard]] Result<Record> restore(const EntityType &type, const LocalId &id, const Actor &actor);

    //! update() of what may be deleted: a tombstone lives again, changed. Errors: those of both.
    [[nodiscard]] Result<Record> revive(const EntityType &type, const LocalId &id, const QJsonObject &patch,
                                        const Actor &actor);

    //! Many creates in one transaction, for imports: all or none. A body may bring its temporary id in "localId", and
    //! others of the call refer to it by that, in any order. Problems are named by place: "[12].customer: reference.unknown".
    //! Errors as create, and Conflict "store.exists" [id].
    [[nodiscard]] Result<QList<Record>> createAll(const QList<std::pair<EntityType, QJsonObject>> &bodies,
                                                  const Actor &actor);

    //! Asks for a business step. Where the main connection takes the record, the step waits in the queue and the record stays
    //! as it is until it is taken there; a step that locks keeps people from changing the record meanwhile. Where no
    //! connection takes it, and for a step that copies, it is done at once.
    //! @param seen  the record as the person looked at it; nullopt: as it is now
    //! @return the record; the new one of a step that copies.
    //! Errors: as create and update (of the record as it would be), and NotFound "step.unknown" [type, step, steps]; Rejected
    //! "step.taken" [step] where the record says so already or waits for it, "step.needs", "step.hindered" [step, field],
    //! "record.inConflict" [type, id]; Conflict "step.changed" [type, id] where the record is not what was seen any more.
    [[nodiscard]] Result<Record> step(const EntityType &type, const LocalId &id, const QString &name,
                                      const std::optional<QJsonObject> &seen, const Actor &actor);

    //! step() of a step that copies, of what stands as it is: the copy also books what `instead` would have booked (a correction
    //! that leaves in the books what the person wanted). Errors: as step().
    [[nodiscard]] Result<Record> correct(const EntityType &type, const LocalId &id, const QString &name, const QJsonObject &instead,
                                         const Actor &actor);

    //! Permissions the user has here ("invoices:create"); unset: everything is allowed (a local company of one's own).
    void setPermissions(std::optional<QStringList> permissions) { m_permissions = std::move(permissions); }

private:
    [[nodiscard]] Result<Transaction> begin(const EntityType &type, const QString &permission);
    //! What a person looked at, and what should have been booked.
    struct StepBodies {
        std::optional<QJsonObject> seen;
        QJsonObject instead;
    };
    [[nodiscard]] Result<Record> takeStep(const EntityType &type, const LocalId &id, const QString &name, const StepBodies &bodies,
                                          const Actor &actor);
    [[nodiscard]] Result<Record> copy(const EntitySchema &schema, const BusinessStep &step, const Record &stored,
                                      const QJsonObject &instead, const Actor &actor);
    [[nodiscard]] Result<Record> take(const EntitySchema &schema, const BusinessStep &step, Record stored,
                                      const Actor &actor);
    enum class Tombstone { Refused, Revived };
    [[nodiscard]] Result<Record> change(const EntityType &type, const LocalId &id, const PatchFrom &patch,
                                        Tombstone tombstone, const Actor &actor);
    [[nodiscard]] Result<Record> known(ObjectStore &store, const LocalId &id);
    [[nodiscard]] Result<Record> live(ObjectStore &store, const LocalId &id);
    [[nodiscard]] Result<bool> isNowhereElse(const EntityType &type, const LocalId &id);
    [[nodiscard]] Result<> refuseIfClosed(const EntitySchema &schema, const LocalId &id, const std::optional<QJsonObject> &before,
                                          const std::optional<QJsonObject> &after);
    [[nodiscard]] Result<> refuseIfLocked(const EntitySchema &schema, const LocalId &id);
    [[nodiscard]] Result<> refuseIfInConflict(const EntityType &type, const LocalId &id);
    [[nodiscard]] Result<std::optional<ConnectionId>> takerOf(const EntityType &type, const Record &record);
    [[nodiscard]] Result<Record> make(BodyComposer &composer, const EntityType &type, const LocalId &id,
                                      const QJsonObject &input, const Actor &actor);

    RecordWriter &m_writer;
    Clock &m_clock;
    Random &m_random;
    std::optional<QStringList> m_permissions;
};

} // namespace frost
