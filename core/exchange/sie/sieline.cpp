// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/sie/sieline.h"

#include "core/schema/value.h"

using namespace Qt::StringLiterals;

namespace frost {

namespace {
bool isSpace(QChar c)
{
    return c == u' ' || c == u'\t';
}

class Lexer
{
public:
    explicit Lexer(QStringView line) : m_line(line) { }

    [[nodiscard]] SieLine item();

private:
    [[nodiscard]] bool atEnd() const { return m_at == m_line.size(); }
    [[nodiscard]] QChar current() const { return m_line[m_at]; }
    void skipSpace();
    [[nodiscard]] QString bare(QChar end);
    [[nodiscard]] bool closes() const;
    [[nodiscard]] QString quoted();
    [[nodiscard]] SieField list();

    QStringView m_line;
    qsizetype m_at = 0;
    QString m_problem;
};

void Lexer::skipSpace()
{
    while (!atEnd() && isSpace(current()))
        ++m_at;
}

QString Lexer::bare(QChar end)
{
    const auto start = m_at;
    while (!atEnd() && !isSpace(current()) && current() != end)
        ++m_at;
    return m_line.sliced(start, m_at - start).toString();
}

//! Files in which letters were damaged have quotes inside of words ("F\"rsäljning" without the backslash): a closing quote
//! is never followed by a letter.
bool Lexer::closes() const
{
    return current() == u'"' && (m_at + 1 == m_line.size() || !m_line[m_at + 1].isLetter());
}

QString Lexer::quoted()
{
    QString text;
    bool endsInEscape = false;
    for (++m_at; !atEnd(); ++m_at) {
        endsInEscape = current() == u'\\' && m_at + 1 < m_line.size() && m_line[m_at + 1] == u'"';
        if (endsInEscape) {
            ++m_at;
        } else if (closes()) {
            ++m_at;
            return text;
        }
        text += current();
    }
    if (endsInEscape)
        text.back() = u'\\'; // "C:\folder\" at the end of a line: what looks like an escaped quote closes
    else
        m_problem = u"sie.quoteOpen"_s;
    return text;
}

SieField Lexer::list()
{
    SieField field;
    field.isList = true;
    ++m_at;
    for (skipSpace(); !atEnd() && current() != u'}'; skipSpace())
        field.items += canonicalText(current() == u'"' ? quoted() : bare(u'}'), false);
    if (atEnd() && m_problem.isEmpty())
        m_problem = u"sie.listOpen"_s;
    else if (!atEnd())
        ++m_at;
    return field;
}

SieLine Lexer::item()
{
    SieLine line;
    line.kind = SieLine::Kind::Item;
    line.label = bare(u'{').mid(1).toUpper();
    for (skipSpace(); !atEnd() && m_problem.isEmpty(); skipSpace()) {
        line.opens = current() == u'{' && m_line.sliced(m_at + 1).trimmed().isEmpty();
        if (line.opens)
            break;
        if (current() == u'{')
            line.fields += list();
        else
            line.fields += SieField{canonicalText(current() == u'"' ? quoted() : bare(u'{'), false), {}, false};
    }
    line.problem = m_problem;
    return line;
}

bool isLabel(QStringView line)
{
    return line.size() > 1 && line[0] == u'#' && ((line[1] >= u'A' && line[1] <= u'Z') || (line[1] >= u'a' && line[1] <= u'z'));
}
} // namespace

SieLine SieLine::parse(QStringView line)
{
    const auto content = line.trimmed();
    SieLine parsed;
    if (content.isEmpty())
        return parsed;
    if (isLabel(content))
        return Lexer(content).item();
    parsed.kind = content == u"{" ? Kind::Open : content == u"}" ? Kind::Close : Kind::Other;
    return parsed;
}

} // namespace frost
