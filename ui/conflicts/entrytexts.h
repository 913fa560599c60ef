// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/conflicts/mergeediting.h"

namespace frost {

//! How the entries of a merge are called and how their values look. Light: made where it is needed. UI thread.
class EntryTexts
{
public:
    //! @param editing an open one; must outlive this
    explicit EntryTexts(const MergeEditing &editing) : m_editing(editing) { }

    //! "Price"; of a whole row as rowLabel(); of a whole record "The whole invoice".
    [[nodiscard]] QString label(const MergeDraft::Entry &entry) const;
    //! "Row 1 Consulting · Price": enough where the row is not beside it.
    [[nodiscard]] QString fullLabel(const MergeDraft::Entry &entry) const;
    //! "Row 1 20 Hours Consulting": its article and its text.
    [[nodiscard]] QString rowLabel(const Field &rows, const QString &rowId) const;
    //! "20 Hours Consulting · 10 h × 950".
    [[nodiscard]] QString rowInWords(const Field &rows, const QJsonObject &row) const;
    //! A problem's place: "rows[r1].price" as fullLabel() would say it.
    [[nodiscard]] QString pathLabel(const QString &path) const;

    //! A value of the entry: "(empty)" and the like where it is not there; texts in one line.
    [[nodiscard]] QString value(const MergeDraft::Entry &entry, const QJsonValue &value) const;
    //! The same with its line breaks.
    [[nodiscard]] QString longValue(const MergeDraft::Entry &entry, const QJsonValue &value) const;
    //! What the result column shows: the value, or what can be pressed.
    [[nodiscard]] QString result(const MergeDraft::Entry &entry) const;
    //! What can be pressed in an open entry: "choose: 1 · 2 · 3 · F2"; the headings say what the keys take.
    [[nodiscard]] QString offer(const MergeDraft::Entry &entry) const;

    [[nodiscard]] QString system() const;           //!< "Company server"
    [[nodiscard]] QString systemInSentence() const; //!< "the company server"
    //! Title of theirs' column, in two lines: "Company server", "anna@firm.se".
    [[nodiscard]] QString theirsTitle() const;

private:
    [[nodiscard]] QString fieldValue(const Field &field, const QJsonValue &value) const;
    [[nodiscard]] QString recordValue(const QJsonValue &value) const;
    [[nodiscard]] QString rowName(const Field &rows, const QJsonObject &row) const;
    [[nodiscard]] QString duplicateValue(const MergeDraft::Entry &entry, const QJsonValue &value) const;
    [[nodiscard]] QString duplicateResult(Choice choice) const;
    [[nodiscard]] QString rowValue(const MergeDraft::Entry &entry, const QJsonValue &value) const;
    [[nodiscard]] QString rowSummary(const Field &rows, const QJsonObject &row) const;
    [[nodiscard]] QJsonObject row(const Field &rows, const QString &rowId) const;
    [[nodiscard]] qsizetype rowNumber(const Field &rows, const QString &rowId) const;

    const MergeEditing &m_editing;
};

} // namespace frost
