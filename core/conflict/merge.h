// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/conflict/rowalignment.h"
#include "core/schema/schema.h"

#include <optional>

namespace frost {

//! Document 002's words with our additions (R-CON-01).
enum class ConflictType {
    Version, Timestamp, Data, Deletion, MissingEntity, DuplicateKey, Validation, Authorisation, RetryExhausted
};
enum class Severity { Low, Medium, High, Critical };
[[nodiscard]] QString toString(ConflictType type); //!< "version", "missing-entity", "duplicate-key" ...
[[nodiscard]] QString toString(Severity severity); //!< "low" ...
[[nodiscard]] std::optional<ConflictType> conflictTypeFrom(QStringView word);
[[nodiscard]] std::optional<Severity> severityFrom(QStringView word);

//! Where a merged value came from.
enum class Origin {
    Unchanged, //!< nobody changed it
    Mine,      //!< only mine changed it
    Theirs,    //!< only theirs changed it
    Both,      //!< both made the same change
    Open,      //!< different changes: somebody has to decide
};

//! The fate of one field, row or row field. Paths: "note", "rows[r1]" (a whole row by its rowId in the result),
//! "rows[r1].price". Undefined values mean "not there".
struct FieldMerge {
    QString path;
    Origin origin = Origin::Unchanged;
    Severity severity = Severity::Medium;
    QJsonValue base;
    QJsonValue mine;
    QJsonValue theirs;
    //! While Open: mine, so that nothing typed disappears from view; for a linked group both changes; for a row or record
    //! that one side removed, what the other side has.
    QJsonValue result;
};

//! What another connection of the company has of the record, booked or cancelled there.
struct HeldCopy {
    ConnectionId connection;
    QJsonObject body;
    bool leads = false; //!< that connection comes before the conflict's own: where their books differ, its books count
    friend bool operator==(const HeldCopy &, const HeldCopy &) = default;
};

//! Three states of one record in one vocabulary: normalised, references translated. An absent body means deleted; an
//! absent base means none is known (first contact), then every difference is open (UX.md 1.2 B11).
struct MergeInput {
    std::optional<QJsonObject> base;
    std::optional<QJsonObject> mine;
    std::optional<QJsonObject> theirs;
    RowPins pins = {}; //!< what a person said about which rows are the same
    QList<HeldCopy> elsewhere = {}; //!< in the order of the connections; see lawful.h
    QDate closedTo = {};            //!< the books are closed up to and including this day; invalid: they are not
};

//! Where a row of the merge stands in the three copies.
struct MergedRow {
    QString rows; //!< name of the Rows field
    QString id;   //!< the row's in the result, and in paths; unique within `rows`
    RowTriple at;
};

//! Two rows that each side added and that may be one, entered twice (UX.md 1.2 E19). Both are in the result, and stay as
//! long as no person says otherwise.
struct RowDuplicate {
    QString rows; //!< name of the Rows field
    QString mine; //!< the rows' ids in the result
    QString theirs;
    FieldMerge told; //!< Open; mine and theirs are the rows, the path is "rows[m1]~rows[t1]"
};

struct MergeResult {
    std::optional<QJsonObject> body; //!< the merged record, derived fields recomputed; nullopt: deleted
    QList<FieldMerge> fields;        //!< everything that is not Unchanged, top level in schema order, rows in result order
    ConflictType type = ConflictType::Data; //!< Deletion where one side deleted and the other changed
    //! A conflict, though none of fields: an invoice that bills the same thing twice must not pass unseen.
    QList<RowDuplicate> duplicates;
    QList<MergedRow> rows; //!< of all Rows fields of the record; empty for one that is taken as a whole
    [[nodiscard]] QList<FieldMerge> open() const; //!< of `fields`
    [[nodiscard]] bool hasConflict() const;
    [[nodiscard]] Severity severity() const;     //!< the highest of the open ones and of the duplicates
    [[nodiscard]] QStringList openPaths() const; //!< of the open ones, then of the duplicates
};

//! Three-way merge, field by field and row by row. Pure. Rows are matched by rowId, else by the similarity of UX.md
//! 1.2 E18 with the best total assignment, but a person's pins come first. Derived fields never conflict. Linked groups changed on both sides in
//! different members are open, with both changes in the result. A record that merges as one unit is mine or theirs.
//! Delete against untouched is a delete; delete against change is one open entry with path "". So are two changes of a
//! record that is closed in any of the three, by a switch (booked, cancelled), by its number or by its date (R-CON-11). README.md has the table.
//! Errors: those of derive(), where both changes together make figures too large to compute with.
[[nodiscard]] Result<MergeResult> merge(const EntitySchema &schema, const MergeInput &input);

//! True where both say the same after normalisation, derived fields and row ids aside, in whatever order the rows stand.
//! It cannot tell equal rows that two people added from one row under two ids: where a base is known, ask merge().
[[nodiscard]] bool sameContent(const EntitySchema &schema, const QJsonObject &a, const QJsonObject &b);
//! Top-level fields that differ, derived aside.
[[nodiscard]] QStringList changedFields(const EntitySchema &schema, const QJsonObject &before, const QJsonObject &after);
[[nodiscard]] Severity severityOf(Importance importance);

} // namespace frost
