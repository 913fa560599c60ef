// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/company/company.h"
#include "core/drafts/drafts.h"

#include <optional>

namespace frost::recordjobs {

// What a form asks a company, for the lanes of a session.

//! A record as a form opens it.
struct OpenedRecord {
    std::optional<Record> record; //!< nullopt: it is new, or not there
    std::optional<Draft> draft;   //!< what was left of it
    QString shownId;
    qint64 conflict = 0;  //!< the open conflict of two sides about it; 0: none
    std::optional<Error> refusal; //!< why the other side does not take it
    bool waiting = false; //!< kept here, not sent everywhere yet
    QDate closedTo;         //!< the books are closed up to and including this day; invalid: they are not
    std::optional<LocalId> correction; //!< the record that corrects or credits it
    QString correctionName;
    QList<Operation> steps; //!< business steps that wait to be sent
};
[[nodiscard]] Result<OpenedRecord> open(Company &company, const EntityType &type, const LocalId &id);

//! What a new record is given before anybody types.
struct NewRecord {
    LocalId id;          //!< under which it will be saved
    QJsonObject last;    //!< the record of this type that was made last; empty: it is the first
    QString provisional; //!< the number it will show until a remote gives the final one: "1043*"; "" none
};
[[nodiscard]] NewRecord begin(Company &company, const EntityType &type);

//! Makes the record under `id`, with a provisional number where it has none, and removes its draft. Made already (a crash
//! came before the draft was removed), it is updated. Errors: those of RecordEditor::create.
[[nodiscard]] Result<Record> create(Company &company, const EntityType &type, const LocalId &id,
                                    const QJsonObject &body);
//! nullopt: the record is no longer the one of revision `seen`, which the patch was typed over; nothing is written.
//! Errors: those of RecordEditor::update.
[[nodiscard]] Result<std::optional<Record>> update(Company &company, const EntityType &type, const LocalId &id,
                                                   const QJsonObject &patch, qint64 seen);
//! The tombstone, or the error of RecordEditor::remove; a draft goes with it.
[[nodiscard]] Result<Record> remove(Company &company, const EntityType &type, const LocalId &id);

} // namespace frost::recordjobs
