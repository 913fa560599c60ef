// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/base/result.h"

#include <QDate>
#include <QHash>
#include <QJsonObject>
#include <QList>

#include <functional>
#include <memory>
#include <optional>

namespace frost {

//! How much a difference in a field matters; the severity of a conflict follows from it (R-CON-03).
enum class Importance { Metadata, Normal, Important, Critical };

enum class FieldKind {
    Text,
    Integer,
    Decimal, //!< any exact number (quantity, unit price, rate); shortest notation, as a JSON string
    Amount,  //!< money; as Decimal with at least two decimals
    Boolean,
    Date,      //!< "YYYY-MM-DD"
    Instant,   //!< ISO 8601 UTC
    Choice,    //!< one of `choices`
    Reference, //!< the id of a record of `target`
    Rows,      //!< array of objects with `fields`; each row carries a stable "rowId"
};

//! One field of an entity type, as a schema pack declares it.
struct Field {
    QString name;
    FieldKind kind = FieldKind::Text;
    Importance importance = Importance::Normal;
    bool required = false;
    bool derived = false;          //!< recomputed, never edited, merged or compared (UX.md 1.2 B8)
    bool assignedByRemote = false; //!< only a remote may give the final value (document numbers)
    bool staysOpen = false;        //!< may be set on a record that a step has closed ("sent"); Boolean only
    bool closes = false;           //!< its final value closes the record: a voucher is booked by its number; assignedByRemote only
    bool longText = false;         //!< free text for which a joined merge may be offered
    int decimals = 0;              //!< Decimal and Amount: the fewest that people are shown; the stored value is exact
    EntityType target;             //!< Reference only
    QStringList choices;           //!< Choice only
    QJsonValue defaultValue;       //!< given to a new record that lacks the field; Undefined: none
    QString compare;               //!< how values are made comparable: "", "organisationNumber", "email", "compact"
    QList<Field> fields;           //!< Rows only
};

struct IndexDeclaration {
    QString name;
    QStringList fields; //!< top-level fields, one or more; of a reference in rows its path ("rows.article")
    bool unique = false;
    bool multiEntry = false; //!< the one field is an array, or in one; an entry each
};

//! What people ask for instead of editing (book, cancel, mark as sent): an operation of its own, in a list per record.
struct BusinessStep {
    QString name;       //!< "book": lower-case letters and hyphens; also the right "invoices:book"
    QJsonObject sets;   //!< switches (boolean fields) and what they become
    bool locks = false; //!< while it waits nobody edits the record, and a change of the other side is a conflict
    QStringList needs;  //!< switches that must be on before, and numbers that must be final
    QStringList unless; //!< switches that must be off before
    //! A step that makes a new record of its own instead of setting switches (credit). `sets` are the copy's.
    struct Copy {
        struct Negated {
            QString path;      //!< a number whose sign turns; "rows.quantity" reaches into rows
            QJsonObject where; //!< only where these fields beside it have these values
        };
        QString origin;         //!< reference of the copy to the record it was made of; empty: none
        QList<Negated> negated;
        QList<std::pair<QString, QString>> swapped; //!< pairs of numbers in rows that change places: "rows.debit", "rows.credit"
        QJsonObject texts;      //!< texts of the copy, in the language of the books; "{number}" is the original's
        bool rebooks = false;   //!< a correction: made once, and it may also book what should have been booked (RecordEditor::correct)
        QStringList today;      //!< dates that become the day of the step
        QStringList omitted;    //!< fields, "rows.added" in rows, that the copy lacks, beside those that steps set and that only a remote gives
    };
    std::optional<Copy> copy;
};

class Computation;

//! A named computation of derived fields or rules and where it finds its inputs; the code knows computations, never
//! entity types.
struct Calculation {
    QString name; //!< "documentTotals", "ocr", "debitCreditBalance", "swedishNumbers"
    QJsonObject parameters;
    std::shared_ptr<const Computation> computation; //!< made of both when the pack is loaded; never null
};

//! Everything known about one entity type. A value; immutable after loading.
struct EntitySchema {
    EntityType type;
    int version = 1;
    QList<Field> fields;
    QList<IndexDeclaration> indexes; //!< declared ones and one for every Reference field, those in rows included
    QStringList naturalKey; //!< fields by which a business recognises the record, see naturalKeyOf(); may be empty
    QStringList search;         //!< fields in full-text search, as declared; "rows.description" reaches into rows
    QStringList searchedFields;  //!< of them those whose own words are searched
    QStringList searchedThrough; //!< of them the references: a record is found by the words of what it refers to
    QList<QStringList> linkedGroups; //!< fields that belong together (UX.md 1.2 B9); "rows.price" reaches into rows
    QString title;                   //!< field that names a record to people
    QString seriesField;             //!< series of assignedByRemote numbers; empty: one series
    QList<Calculation> calculations;
    bool mergeAsUnit = false; //!< never a mix of both sides (vouchers)
    QList<BusinessStep> steps; //!< in the order people see them
    //! What is booked may be corrected by striking rows and adding others: all stay in sight (bokföringslagen 5:5).
    struct Striking {
        QString rows;
        QString struck; //!< Rows, where struck ones go
        QString added;  //!< Boolean in `rows` that marks those that came later
    };
    std::optional<Striking> striking;
    QString bookedOn;   //!< Date that says to which period of the books a record belongs; empty: to none
    QString closesBooks; //!< Date up to which a record of this type closes the books; empty: it closes none

    [[nodiscard]] const Field *field(QStringView name) const; //!< nullptr: unknown
    [[nodiscard]] const BusinessStep *step(QStringView name) const; //!< nullptr: unknown
    //! Errors: NotFound "step.unknown" [type, step, the steps there are].
    [[nodiscard]] Result<const BusinessStep *> requireStep(const QString &name) const;
    //! The index that begins with this field and has one entry a record; nullptr: none.
    [[nodiscard]] const IndexDeclaration *indexOn(QStringView field) const;
};

//! Switches that are set by steps (booking, cancelling) and never taken back by hand: booleans of critical importance. A
//! record in which one is on is closed: people neither change nor delete it.
[[nodiscard]] bool isStep(const Field &field);
//! Whether this field closes the record: a switch that is on, a final number where having one means booked.
[[nodiscard]] bool closes(const Field &field, const QJsonObject &body);
//! @param closedTo  the books are closed up to and including this day; invalid: they are not
[[nodiscard]] bool isInClosedBooks(const EntitySchema &schema, const QJsonObject &body, const QDate &closedTo);
//! What closes the record: the date that lies in closed books, else the first switch or number that does; nullptr: the record
//! is open.
[[nodiscard]] const Field *closedBy(const EntitySchema &schema, const QJsonObject &body, const QDate &closedTo = {});
//! What a closed record may become on the way to `after`: switches that `after` sets as well, rows struck and added, and fields
//! that stay open, as "sent"; in closed books only these. Where this is not `after`, derived fields aside, `after` changes what
//! closing forbids to change.
[[nodiscard]] QJsonObject permittedChange(const EntitySchema &schema, QJsonObject closed, const QJsonObject &after,
                                          const QDate &closedTo = {});
//! Whether `after` keeps every row that was booked, where it was or among the struck ones, and marks every row it adds.
[[nodiscard]] bool onlyStrikes(const EntitySchema &schema, const QJsonObject &closed, const QJsonObject &after);
//! The body with the switches of a step set. Derived fields stay as they are.
[[nodiscard]] QJsonObject stepped(const BusinessStep &step, QJsonObject body);
//! Whether the body says already what the step sets; never of a step that copies.
[[nodiscard]] bool isTaken(const BusinessStep &step, const QJsonObject &body);
//! Errors: Rejected "step.needs" [step, field], "step.hindered" [step, field] where a switch is in the way.
[[nodiscard]] Result<> mayTake(const BusinessStep &step, const QJsonObject &body);

//! A rule of the schema that a record breaks. `code` as in Error: "field.required", "field.unknown", "field.type" ...
struct Problem {
    QString path; //!< "customer", "rows[2].price" (rows counted from 0)
    QString code;
    QStringList args;
};

//! One use of a reference inside a record body.
struct ReferenceUse {
    QString path;
    EntityType target;
    QString id;
};

//! The entity types of a company: one or more packs (format: resources/schemas/README.md). A cheap, immutable value
//! that threads may share.
class Schema
{
public:
    //! The packs that ship with Frost: "accounting", "commerce", "veterinary".
    [[nodiscard]] static QStringList packs();
    //! Loads packs that ship with Frost by name. Errors: NotFound "pack.unknown" [name],
    //! Invalid "pack.malformed" [name, where], "pack.cycle" [types] (R-QUE-05), "pack.duplicateType" [type].
    [[nodiscard]] static Result<Schema> load(const QStringList &packNames);
    //! The same from the packs' own JSON documents.
    [[nodiscard]] static Result<Schema> fromJson(const QList<QJsonObject> &packs);

    [[nodiscard]] const EntitySchema *find(const EntityType &type) const; //!< nullptr: unknown
    [[nodiscard]] QList<EntityType> types() const;                        //!< in dependency order, referred types first
    //! Position in the dependency order, -1: unknown; a reference to its own type does not count.
    [[nodiscard]] int rank(const EntityType &type) const;
    //! Fields of other types (or rows in them) that refer to `type`: (type, path).
    [[nodiscard]] QList<std::pair<EntityType, QString>> referrers(const EntityType &type) const;

private:
    struct Content;
    std::shared_ptr<const Content> m_content;
};

//! Brings a body into the one form that is stored, compared and sent: Unicode NFC, trimmed text without control
//! characters (line breaks stay in long text only), "", null and empty rows removed, decimals and dates canonical,
//! references as strings, JSON numbers accepted for decimals and references, every row with a rowId (`newRowId` makes
//! missing ones). Unknown fields are kept as they are. A body that already has this form is returned without a copy.
//! Errors: Invalid "record.invalid" with every problem in args as "path: code"; only what cannot be brought into this
//! form is refused here: "field.type", "field.tooLong" (text over 64 KiB, more than 10,000 rows), "decimal.malformed",
//! "decimal.tooLarge", "integer.malformed", "date.malformed", "instant.malformed".
[[nodiscard]] Result<QJsonObject> normalise(const EntitySchema &schema, const QJsonObject &body,
                                            const std::function<QString()> &newRowId);
//! Fills in defaults of a new record.
[[nodiscard]] QJsonObject withDefaults(const EntitySchema &schema, QJsonObject body);
//! Recomputes every derived field of a normalised body.
//! Errors: Invalid "record.invalid" where figures are too large to compute with ("amount.tooLarge",
//! "percent.outOfRange").
[[nodiscard]] Result<QJsonObject> derive(const EntitySchema &schema, QJsonObject body);
//! Required fields ("field.required"), choices ("choice.unknown"), row ids ("row.duplicateId"), rules of calculations
//! (debit = credit). References are checked by whoever has a store.
//! @param body normalised. Unknown fields are not a problem here: they come from newer versions and are kept.
[[nodiscard]] QList<Problem> validate(const EntitySchema &schema, const QJsonObject &body);
//! What looks wrong and may still be right, such as a bankgiro whose check digit does not fit: shown, never refused.
[[nodiscard]] QList<Problem> warnings(const EntitySchema &schema, const QJsonObject &body);
//! Problems as one Error: Invalid "record.invalid" with args "path: code".
[[nodiscard]] Error problemsError(const QList<Problem> &problems);
//! Fields the schema does not know, rows included: paths. People's input with such fields is refused by the front.
[[nodiscard]] QStringList unknownFields(const EntitySchema &schema, const QJsonObject &body);

[[nodiscard]] QList<ReferenceUse> referencesIn(const EntitySchema &schema, const QJsonObject &body);
//! A copy with every reference replaced by `map(target, id)`; an empty answer removes it.
[[nodiscard]] QJsonObject mapReferences(const EntitySchema &schema, QJsonObject body,
                                        const std::function<QString(const EntityType &, const QString &)> &map);
//! The body without its derived fields (rows included): what is compared and hashed.
[[nodiscard]] QJsonObject withoutDerived(const EntitySchema &schema, QJsonObject body);
//! A value as it is compared with another of the same field: `compare` rules applied, missing = "" = null = [] (given
//! as Undefined); a missing boolean is its default, else false.
[[nodiscard]] QJsonValue comparable(const Field &field, const QJsonValue &value);
//! A number shown until a remote gives the real one ("1043*", UX.md 1.2 G23).
[[nodiscard]] bool isProvisional(const Field &field, const QJsonValue &number);
//! Comparable values of the natural key's fields. The last field must be there, those before it only narrow it and are
//! "" where missing: an account without a financial year, a document without a series. Empty: the record has no natural
//! key, also while its number is provisional ("1043*").
[[nodiscard]] QStringList naturalKeyOf(const EntitySchema &schema, const QJsonObject &body);

} // namespace frost
