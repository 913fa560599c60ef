// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/csvprofile.h"
#include "core/exchange/rowconverter.h"

namespace frost {

//! The key of each record rule that a row belongs to, in the order of CsvProfile::records; null: to none.
using RowKeys = QList<QString>;

//! A row as the record rules see it.
struct RowView {
    const RowValues &values;
    const RowKeys &keys;
    qint64 line;

    //! What `source` says for this row, before references are looked up; null: nothing. A constant says nothing.
    [[nodiscard]] QString text(const FieldSource &source) const;
};

//! Gathers what the rows of one record say about each of its fields.
class RecordCollector
{
public:
    struct Candidate {
        QString text;
        qint64 count = 0;
        qint64 line = 0;     //!< of its first appearance
        qint64 lastLine = 0; //!< and of its last
    };
    using Candidates = QList<Candidate>; //!< in order of first appearance

    //! Different texts remembered for one field; beyond that only the newest. No real record comes near it, and a file made
    //! to would cost time that grows with its square.
    static constexpr qsizetype kMaxCandidates = 1000;

    void add(const QList<FieldRule> &rules, const RowView &row);
    [[nodiscard]] const Candidates &candidates(qsizetype rule, qsizetype source) const
    {
        return m_fields.at(rule).at(source);
    }
    [[nodiscard]] qint64 firstLine() const { return m_firstLine; }

private:
    static void count(Candidates &candidates, const QString &text, qint64 line);

    QList<QList<Candidates>> m_fields; //!< by rule, by source
    qint64 m_firstLine = 0;
};

} // namespace frost
