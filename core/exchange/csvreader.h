// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QStringList>

#include <optional>

class QIODevice;

namespace frost {

enum class CsvEncoding { Utf8, Latin1 };

struct CsvOptions {
    char delimiter = ','; //!< one ASCII character, not a quote and not a line end
    CsvEncoding encoding = CsvEncoding::Utf8;
};

//! Reads comma-separated text as RFC 4180 describes it, record by record: quotes, doubled quotes, line ends inside
//! quotes, CRLF, LF or CR as line end (mixed too), the last one optional. Beyond the RFC: a byte order mark is skipped, a
//! wholly empty line is not a record, and a quote inside an unquoted field is an ordinary character (`3" nail`).
//! Every record has as many fields as the first. Memory is bounded by the limits below, not by the file.
class CsvReader
{
public:
    static constexpr qsizetype kMaxField = 1024 * 1024; //!< bytes
    static constexpr qsizetype kMaxColumns = 4096;

    //! @param device open for reading and living longer than this reader
    CsvReader(QIODevice &device, const CsvOptions &options);

    //! The next record into `fields`. @return false at the end.
    //! Errors: Invalid "csv.unterminatedQuote" [line], "csv.textAfterQuote" [line], "csv.columns" [line, have, expected],
    //! "csv.encoding" [line] (not the stated encoding, or a NUL); TooLarge "csv.fieldTooLarge" [line],
    //! "csv.tooManyColumns" [line]; Storage "file.unreadable" [line]. Lines count from 1; an unterminated quote is named
    //! by the line where it opens. After an error the reader gives the same error again.
    [[nodiscard]] Result<bool> next(QStringList &fields);
    //! Line on which the record just read begins.
    [[nodiscard]] qint64 line() const { return m_recordLine; }

private:
    enum class State { FieldStart, Plain, Quoted, QuoteInQuoted };

    [[nodiscard]] bool fill();
    [[nodiscard]] bool hasByte();
    [[nodiscard]] Result<State> insideQuotes();
    [[nodiscard]] Result<State> outsideQuotes(QStringList &fields, State state);
    [[nodiscard]] Result<bool> finishAtEnd(QStringList &fields, State state);
    [[nodiscard]] Result<> endField(QStringList &fields);
    [[nodiscard]] Result<bool> endRecord(QStringList &fields);
    [[nodiscard]] Result<> take(qsizetype from, qsizetype to);
    [[nodiscard]] qsizetype plainEnd(qsizetype from) const;
    [[nodiscard]] qsizetype quotedEnd(qsizetype from);
    [[nodiscard]] tl::unexpected<Error> broken(ErrorKind kind, const QString &code, qint64 line, QStringList more = {});

    QIODevice &m_device;
    CsvOptions m_options;
    QByteArray m_buffer;
    qsizetype m_size = 0;     //!< bytes of m_buffer that are filled
    qsizetype m_position = 0; //!< next byte to look at
    QByteArray m_field;
    qsizetype m_columns = -1; //!< of the first record; -1 before it
    qint64 m_line = 1;        //!< of the next byte
    qint64 m_recordLine = 0;
    qint64 m_quoteLine = 0;
    bool m_afterCr = false; //!< the byte before was a CR, whose line is already counted
    bool m_started = false;
    std::optional<Error> m_failure;
};

} // namespace frost
