// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/csvprofile.h"
#include "core/exchange/importreport.h"

#include <QStringList>

#include <optional>

namespace frost {

//! One row's values in the order of CsvProfile::values; a null QString is "no value". Decimals and integers in Frost's
//! plain notation, dates as DateFormat gives them.
using RowValues = QList<QString>;

//! Turns the fields of a CSV record into the profile's values.
class RowConverter
{
public:
    //! @param profile lives longer than the converter
    //! @param header  the first record where the profile has one; else any record (for the number of columns)
    //! Errors: Invalid "csv.columnMissing" [heading or number], "csv.columnTwice" [heading].
    [[nodiscard]] static Result<RowConverter> bind(const CsvProfile &profile, const QStringList &header);

    //! @param adaptations what was changed is counted here, unless nullptr
    //! @return why the row is refused; nullopt: it is not. `values` holds what can be read either way. Codes "value.missing", "value.decimal",
    //! "value.integer", "value.date", "value.unmapped" [value's name].
    [[nodiscard]] std::optional<Error> convert(const QStringList &fields, qint64 line, RowValues &values,
                                               Adaptations *adaptations) const;
    //! Headings of columns the profile does not read.
    [[nodiscard]] const QStringList &ignoredColumns() const { return m_ignored; }

private:
    explicit RowConverter(const CsvProfile &profile) : m_profile(&profile) { }
    struct Note; // a row's line, and where to count

    [[nodiscard]] Result<QString> converted(const CsvValue &value, const QString &raw, const Note &note) const;
    [[nodiscard]] static Result<QString> mapped(const CsvValue &value, const QString &text, const Note &note);
    [[nodiscard]] static Result<QString> number(const CsvValue &value, const QString &text, const Note &note);
    [[nodiscard]] static Result<QString> date(const CsvValue &value, const QString &text);

    const CsvProfile *m_profile;
    QList<qsizetype> m_columns; //!< column of each value, from 0
    QList<int> m_unless;        //!< value whose presence removes this one; -1: none
    QStringList m_ignored;
};

} // namespace frost
