// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/conflict/merge.h"

#include <QMap>

namespace frost {

//! What a person decides about one entry of a merge.
enum class Choice {
    None, //!< what the merge itself proposes
    Base,
    Mine,
    Theirs,
    Both,  //!< one text below the other; of a probable duplicate both rows
    Woven, //!< both changes in one text, see mergedText()
    Edited,
};

struct MergeDecision {
    Choice choice = Choice::None;
    QJsonValue value = QJsonValue::Undefined; //!< Edited only; Undefined: emptied
    friend bool operator==(const MergeDecision &, const MergeDecision &) = default;
};

//! Everything that is decided, by path; entries without a decision are absent.
using MergeDecisions = QMap<QString, MergeDecision>;

//! The whole state of a draft: undo puts an earlier one back.
struct MergeState {
    MergeDecisions decisions;
    RowPins pins;
    friend bool operator==(const MergeState &, const MergeState &) = default;
};

//! A merge while a person works on it: what there is to decide, what is decided, and what comes of it. A pure value.
//! Paths are those of FieldMerge. An open entry needs a decision; a merged one may be overruled; an unchanged one may be
//! edited. A record that merges as one unit, is sealed, or that one side deleted has a single entry with path "". Two rows
//! that may be one entered twice are one open entry: Mine or Theirs keeps that row alone, Both keeps both.
class MergeDraft
{
public:
    enum class Section {
        Open,      //!< needs a decision
        Merged,    //!< settled by the merge
        Unchanged, //!< nobody changed it
        Detail,    //!< what differs inside a record that is decided as a whole; follows that decision
    };
    enum class Shape {
        Fields,   //!< field by field
        Unit,     //!< mine or theirs: the schema says so (vouchers)
        Sealed,   //!< mine or theirs: booked or cancelled in some copy (UX.md 1.2 G)
        Deletion, //!< one side deleted what the other changed: keep or delete
    };

    struct Entry {
        QString path;
        Section section = Section::Unchanged;
        Origin origin = Origin::Unchanged;
        Severity severity = Severity::Low;
        QJsonValue base;
        QJsonValue mine;
        QJsonValue theirs;
        QJsonValue proposed;          //!< the result while nothing is decided
        const Field *field = nullptr; //!< null: a whole row or record, or a field the schema does not know
        const Field *rows = nullptr;  //!< the Rows field it is in; null: top level
        QString rowId;                //!< of the row it is or is in; "": top level
        QString otherRowId;           //!< of a probable duplicate: theirs' row, while rowId is mine's; "": none
        //! Open only because each side changed a part of its linked group: to be confirmed (UX.md 1.2 B9). The paths of
        //! all open ones of that group, this one among them.
        QStringList group;
        std::optional<QString> woven = {}; //!< both changes of a long text in one; nullopt: they meet

        [[nodiscard]] bool isDuplicate() const { return !otherRowId.isEmpty(); }
        [[nodiscard]] bool isRow() const { return rows && !field && !isDuplicate() && path.endsWith(u']'); }
        [[nodiscard]] bool isRecord() const { return path.isEmpty(); }
        //! Whether `version`, mine or theirs, says something else than the base.
        [[nodiscard]] bool isChanged(const QJsonValue &version) const;
    };

    MergeDraft() = default;
    //! @param schema must outlive the draft. Errors: those of merge().
    [[nodiscard]] static Result<MergeDraft> make(const EntitySchema &schema, const MergeInput &input);

    [[nodiscard]] const EntitySchema &schema() const { return *m_schema; }
    [[nodiscard]] const MergeInput &input() const { return m_input; }
    [[nodiscard]] Shape shape() const { return m_shape; }
    //! What closes some copy: critical switches that are on ("booked"), its number, its date in closed books; empty unless
    //! Sealed, or a unit that is also sealed.
    [[nodiscard]] const QStringList &seals() const { return m_seals; }
    //! The field for which mine cannot become the record (closedAgainstMine()); nullptr: it can.
    [[nodiscard]] const Field *closedThere() const { return m_closedThere; }
    //! The connection whose books theirs would change (heldAgainstTheirs()); nullopt: theirs can become the record.
    [[nodiscard]] const std::optional<HeldCopy> &heldElsewhere() const { return m_heldElsewhere; }
    //! Open ones in the order of the merge, merged ones likewise, details, then unchanged ones in schema order.
    [[nodiscard]] const QList<Entry> &entries() const { return m_entries; }
    [[nodiscard]] const Entry *entry(const QString &path) const; //!< nullptr: no such path

    [[nodiscard]] bool canChoose(const Entry &entry, Choice choice) const;
    [[nodiscard]] MergeDecision decision(const QString &path) const { return m_decisions.value(path); }
    [[nodiscard]] const MergeDecisions &decisions() const { return m_decisions; }
    void setDecisions(MergeDecisions decisions);
    [[nodiscard]] MergeState state() const { return {m_decisions, m_input.pins}; }
    //! Puts back an earlier state of this draft.
    void setState(const MergeState &state);
    //! Ignored where canChoose() says no. None takes a decision back.
    void choose(const QString &path, Choice choice);
    //! The one value of an entry that a person typed, in canonical form afterwards; Undefined empties it.
    //! Errors: Invalid with the code of normalise() ("decimal.malformed" ...); Usage "merge.notEditable" [path].
    [[nodiscard]] Result<> edit(const QString &path, const QJsonValue &value);
    //! Takes the proposal for every entry of a linked group that only waits for it.
    void confirm(const QString &path);
    //! Decisions that give every entry of `sections` to one side, on top of the present ones. @param overrule also
    //! entries that are decided
    enum class Overrule { No, Yes };
    [[nodiscard]] MergeDecisions allTo(Choice side, const QList<Section> &sections, Overrule overrule) const;

    //! A row of one side, as one that a row of the other could be.
    struct RowCandidate {
        Choice side = Choice::Theirs; //!< or Mine
        QString rowId;                //!< on that side
        QJsonObject row;
        bool alike = false; //!< the points of alignmentweights.h are enough
    };
    //! The rows that the row "rows[r1]" could be matched with, the most alike first: theirs, for a row that only theirs
    //! has mine; the one it is matched with already is not among them. Empty where rows are not merged one by one.
    [[nodiscard]] QList<RowCandidate> candidatesFor(const QString &rowPath) const;
    //! Makes one row of it and a candidate (UX.md 1.2 E19); entries whose rows change thereby are undecided again.
    //! @return the path of the row. Errors: Usage "merge.noSuchRow" [path]; those of merge()
    [[nodiscard]] Result<QString> match(const QString &rowPath, const QString &candidate);
    //! Whether both sides have the row, and not quite the same under one id.
    [[nodiscard]] bool canSplit(const QString &rowPath) const;
    //! Makes two rows of it, both in the result. @return the path of mine's. Errors: as match()
    [[nodiscard]] Result<QString> split(const QString &rowPath);

    [[nodiscard]] qsizetype openCount() const; //!< undecided open entries
    [[nodiscard]] bool isOpen(const Entry &entry) const;
    [[nodiscard]] QJsonValue valueOf(const Entry &entry) const; //!< as decided, else as proposed; Undefined: not there
    //! Which side the value of an entry is, decided or proposed: None where it is nobody's (open, or unchanged).
    [[nodiscard]] Choice sideOf(const Entry &entry) const;
    //! The record as it would be saved, derived fields recomputed; nullopt: deleted. Errors: those of derive().
    [[nodiscard]] const Result<std::optional<QJsonObject>> &result() const { return m_result; }
    //! Rules of the schema that the result breaks, rows named by their ids ("rows[r1].price"); nothing is saved then.
    [[nodiscard]] const QList<Problem> &problems() const { return m_problems; }
    [[nodiscard]] QList<Problem> warnings() const;
    //! Never of a draft that was not made.
    [[nodiscard]] bool canSave() const
    {
        return m_schema && openCount() == 0 && m_result && m_problems.isEmpty();
    }

    //! The state, to be kept while the person does something else. Each decision remembers what it was made over.
    [[nodiscard]] QJsonObject toJson() const;
    //! Takes up a kept state again. Decisions about entries that have changed since are dropped, and so reopened (UX.md
    //! 1.2 L34); so are pins whose rows are gone. @return how many were dropped
    qsizetype restore(const QJsonObject &kept);

private:
    struct Sides { //!< of a row: its ids there; "": it has none, or is not there
        const Field *rows = nullptr;
        QString mine;
        QString theirs;
    };
    [[nodiscard]] std::optional<Sides> sidesOf(const QString &rowPath) const;
    [[nodiscard]] QString pathOf(const RowPin &pin) const;
    [[nodiscard]] Result<MergeDraft> madeWith(RowPins pins) const;
    [[nodiscard]] Result<QString> pinned(const RowPin &about, RowPins pins);
    qsizetype restoreDecisions(const QJsonObject &kept);
    void addEntries(const MergeResult &merged);
    void addDuplicates(const MergeResult &merged);
    void addUnchanged();
    void addUnchangedRows(const Field &rows);
    void addDetails();
    void markGroups();
    void place(Entry &entry) const;
    void rememberRowOrder(const QList<FieldMerge> &fields);
    void orderRows(const Field &field, QJsonObject &body) const;
    void update();
    [[nodiscard]] QJsonValue chosen(const Entry &entry, const MergeDecision &decision) const;
    [[nodiscard]] QString named(const QString &problemPath, const QJsonObject &body) const;

    const EntitySchema *m_schema = nullptr;
    MergeInput m_input;
    Shape m_shape = Shape::Fields;
    QStringList m_seals;
    const Field *m_closedThere = nullptr;
    std::optional<HeldCopy> m_heldElsewhere;
    std::optional<QJsonObject> m_proposed;
    QList<MergedRow> m_rows;
    QList<Entry> m_entries;
    QHash<QString, qsizetype> m_places;     //!< path → index in m_entries, details aside
    QHash<QString, QStringList> m_rowOrder; //!< by Rows field: ids in order, removed ones where they stood
    MergeDecisions m_decisions;
    Result<std::optional<QJsonObject>> m_result;
    QList<Problem> m_problems;
};

//! Both texts, one below the other; where one holds the other, the longer.
[[nodiscard]] QString joined(const QString &mine, const QString &theirs);

[[nodiscard]] QString toString(Choice choice); //!< "none", "base", "mine", "theirs", "both", "edited"
[[nodiscard]] std::optional<Choice> choiceFrom(QStringView word);

} // namespace frost
