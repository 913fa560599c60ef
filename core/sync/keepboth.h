// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/conflict/conflictstore.h"
#include "core/outbox/recordwriter.h"
#include "core/sync/secondrecord.h"

namespace frost {

//! The answer to a duplicate key where the two are not one record made twice but two records that were given one number: theirs
//! becomes a record of its own here, mine gets another number and goes there as its own. Inside the caller's transaction.
class KeepBoth
{
public:
    KeepBoth(RecordWriter &writer, ConflictStore &conflicts, Clock &clock, Random &random);

    //! What mine would be called.
    struct Offer {
        QString number;     //!< "1044*"; "": a person has to say
        bool given = false; //!< the remote gives the final one, so nobody needs to say it
    };
    //! nullopt: they are one record for good (the remote had it under ours once), mine is deleted, its number is final at another
    //! connection or in the books, or the type knows records by something else than a number.
    [[nodiscard]] Result<std::optional<Offer>> offer(const Conflict &conflict);

    //! What the two would be. Reads only.
    struct Parts {
        Record mine; //!< as it is now
        QJsonObject renumbered; //!< mine under its other number
        QJsonObject theirs;
    };
    //! Of two sides. @param number  "": as offered. Errors: as carryOut().
    [[nodiscard]] Result<Parts> parts(const Conflict &conflict, const QString &number);

    struct Kept {
        Record mine; //!< renumbered
        std::optional<SecondRecord> theirs; //!< nullopt: of a refusal, where theirs is not here
    };
    //! @param operation  mine's, which waits for the answer
    //! @param number  "": as offered. Errors: Rejected "keepBoth.oneRecord" [id] where nothing is
    //! offered; Usage "keepBoth.number" [id] where a number has to be said; Invalid "record.invalid" as RecordEditor::update(),
    //! "key.taken" among them.
    [[nodiscard]] Result<Kept> carryOut(const Conflict &conflict, const Operation &operation, const QString &number,
                                          const Actor &actor);

private:
    [[nodiscard]] Result<std::optional<Record>> mine(const Conflict &conflict);
    [[nodiscard]] Result<bool> isFinal(const Conflict &conflict, const Field &number, const Record &record);
    [[nodiscard]] Result<QString> numberFor(const Conflict &conflict, const QString &wanted);
    [[nodiscard]] Result<QJsonObject> theirsAlone(const Conflict &conflict);
    [[nodiscard]] Result<QJsonObject> renumbered(const Conflict &conflict, const Record &record, const QString &number);
    [[nodiscard]] Result<SecondRecord> takeTheirs(const Conflict &conflict, Links &links, const Actor &actor);
    [[nodiscard]] Result<> pointToTheirs(const Conflict &conflict, Links &links, SecondRecord &theirs, const Actor &actor);
    [[nodiscard]] Result<> pointToTheirs(const Conflict &conflict, const EntitySchema &schema, const Record &record, SecondRecord &theirs,
                                         const Actor &actor);
    [[nodiscard]] Result<bool> meansTheirs(const Conflict &conflict, Links &links, const EntityType &type, const Record &record);
    [[nodiscard]] const EntitySchema &schemaOf(const Conflict &conflict);

    RecordWriter &m_writer;
    ConflictStore &m_conflicts;
    Clock &m_clock;
    Random &m_random;
};

} // namespace frost
