// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/csvreader.h"

#include <QIODevice>

using namespace Qt::StringLiterals;

namespace frost {

namespace {
constexpr qsizetype kBufferSize = 256 * 1024;

bool isLineEnd(char c)
{
    return c == '\n' || c == '\r';
}
} // namespace

CsvReader::CsvReader(QIODevice &device, const CsvOptions &options)
    : m_device(device), m_options(options), m_buffer(kBufferSize, Qt::Uninitialized)
{ }

tl::unexpected<Error> CsvReader::broken(ErrorKind kind, const QString &code, qint64 line, QStringList more)
{
    more.prepend(QString::number(line));
    m_failure = Error{kind, code, std::move(more), {}, {}};
    return fail(*m_failure);
}

//! @return false at the end of the device or, with m_failure set, when it cannot be read
bool CsvReader::fill()
{
    m_position = 0;
    m_size = 0;
    const qint64 got = m_device.read(m_buffer.data(), m_buffer.size());
    if (got < 0) {
        m_failure =
            Error{ErrorKind::Storage, u"file.unreadable"_s, {QString::number(m_line)}, m_device.errorString(), {}};
        return false;
    }
    m_size = got;
    if (!m_started && m_options.encoding == CsvEncoding::Utf8
        && QByteArrayView(m_buffer.constData(), m_size).startsWith("\xef\xbb\xbf"))
        m_position = 3;
    m_started = m_started || got > 0;
    return got > 0;
}

Result<> CsvReader::take(qsizetype from, qsizetype to)
{
    if (m_field.size() + (to - from) > kMaxField)
        return broken(ErrorKind::TooLarge, u"csv.fieldTooLarge"_s, m_line);
    m_field.append(m_buffer.constData() + from, to - from);
    return {};
}

Result<> CsvReader::endField(QStringList &fields)
{
    if (fields.size() == kMaxColumns)
        return broken(ErrorKind::TooLarge, u"csv.tooManyColumns"_s, m_line);
    if (m_field.contains('\0') || (m_options.encoding == CsvEncoding::Utf8 && !m_field.isValidUtf8()))
        return broken(ErrorKind::Invalid, u"csv.encoding"_s, m_recordLine);
    fields.append(m_options.encoding == CsvEncoding::Utf8 ? QString::fromUtf8(m_field) : QString::fromLatin1(m_field));
    m_field.resize(0); // keeps its memory for the next field
    return {};
}

Result<bool> CsvReader::endRecord(QStringList &fields)
{
    FROST_TRY(endField(fields));
    if (m_columns < 0)
        m_columns = fields.size();
    if (fields.size() != m_columns)
        return broken(ErrorKind::Invalid, u"csv.columns"_s, m_recordLine,
                      {QString::number(fields.size()), QString::number(m_columns)});
    return true;
}

Result<bool> CsvReader::finishAtEnd(QStringList &fields, State state)
{
    if (m_failure)
        return fail(*m_failure);
    if (state == State::Quoted)
        return broken(ErrorKind::Invalid, u"csv.unterminatedQuote"_s, m_quoteLine);
    if (state == State::FieldStart && fields.isEmpty())
        return false;
    return endRecord(fields);
}

//! Where the run of ordinary bytes from `from` ends.
qsizetype CsvReader::plainEnd(qsizetype from) const
{
    const char *bytes = m_buffer.constData();
    while (from < m_size && bytes[from] != m_options.delimiter && !isLineEnd(bytes[from]))
        ++from;
    return from;
}

//! Where the run of bytes inside quotes from `from` ends, counting the lines it crosses.
qsizetype CsvReader::quotedEnd(qsizetype from)
{
    const char *bytes = m_buffer.constData();
    for (; from < m_size && bytes[from] != '"'; ++from) {
        if (bytes[from] == '\r' || (bytes[from] == '\n' && !m_afterCr))
            ++m_line;
        m_afterCr = bytes[from] == '\r';
    }
    return from;
}

bool CsvReader::hasByte()
{
    while (m_position == m_size) {
        if (!fill())
            return false;
    }
    return true;
}

//! Everything up to the quote that ends this stretch, or to the end of the buffer.
Result<CsvReader::State> CsvReader::insideQuotes()
{
    const qsizetype end = quotedEnd(m_position);
    FROST_TRY(take(m_position, end));
    m_position = end;
    if (end == m_size)
        return State::Quoted;
    ++m_position;
    m_afterCr = false;
    return State::QuoteInQuoted;
}

//! A byte that neither ends a line nor stands inside quotes.
Result<CsvReader::State> CsvReader::outsideQuotes(QStringList &fields, State state)
{
    const char c = m_buffer.at(m_position);
    if (c == m_options.delimiter) {
        ++m_position;
        FROST_TRY(endField(fields));
        return State::FieldStart;
    }
    if (c == '"' && state != State::Plain) {
        if (state == State::QuoteInQuoted)
            FROST_TRY(take(m_position, m_position + 1));
        else
            m_quoteLine = m_line;
        ++m_position;
        return State::Quoted;
    }
    if (state == State::QuoteInQuoted)
        return broken(ErrorKind::Invalid, u"csv.textAfterQuote"_s, m_line);
    const qsizetype end = plainEnd(m_position);
    FROST_TRY(take(m_position, end));
    m_position = end;
    return State::Plain;
}

Result<bool> CsvReader::next(QStringList &fields)
{
    fields.clear();
    if (m_failure)
        return fail(*m_failure);
    auto state = State::FieldStart;
    m_recordLine = m_line;
    while (hasByte()) {
        const char c = m_buffer.at(m_position);
        if (state != State::Quoted && isLineEnd(c)) {
            const bool countedAlready = c == '\n' && m_afterCr;
            const bool empty = state == State::FieldStart && fields.isEmpty();
            m_afterCr = c == '\r';
            m_line += countedAlready ? 0 : 1;
            ++m_position;
            if (!empty)
                return endRecord(fields);
            m_recordLine = m_line; // an empty line is no record
            continue;
        }
        if (state != State::Quoted)
            m_afterCr = false;
        const auto after = state == State::Quoted ? insideQuotes() : outsideQuotes(fields, state);
        if (!after)
            return fail(after.error());
        state = *after;
    }
    return finishAtEnd(fields, state);
}

} // namespace frost
