// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/sie/siefile.h"

#include "core/base/json.h"
#include "core/exchange/sie/siereader.h"

using namespace Qt::StringLiterals;

namespace frost {

namespace {
constexpr qint64 kProgressEvery = 1000; // lines
constexpr char kEndOfDosFile = 0x1a;

//! Goes through bytes line by line; CR LF, LF and CR end a line.
class Lines
{
public:
    explicit Lines(QByteArrayView bytes) : m_rest(bytes) { }

    bool next(QByteArrayView &line)
    {
        if (m_rest.isEmpty())
            return false;
        qsizetype end = 0;
        while (end < m_rest.size() && m_rest[end] != '\n' && m_rest[end] != '\r')
            ++end;
        line = m_rest.first(end);
        const bool both = end + 1 < m_rest.size() && m_rest[end] == '\r' && m_rest[end + 1] == '\n';
        m_rest = m_rest.sliced(std::min(m_rest.size(), end + (both ? 2 : 1)));
        return true;
    }
    [[nodiscard]] qint64 left() const { return m_rest.size(); }

private:
    QByteArrayView m_rest;
};

//! Without a byte order mark and what DOS programs put at the end.
QByteArrayView content(const QByteArray &bytes)
{
    constexpr QByteArrayView mark("\xef\xbb\xbf");
    QByteArrayView view(bytes);
    if (view.startsWith(mark))
        view = view.sliced(mark.size());
    while (!view.isEmpty() && view.back() == kEndOfDosFile)
        view.chop(1);
    return view;
}

Result<> checkKind(QByteArrayView bytes)
{
    if (bytes.size() > SieFile::kLargestFile << 20)
        return fail(ErrorKind::TooLarge, u"sie.tooLarge"_s, {QString::number(SieFile::kLargestFile)});
    if (const auto nul = bytes.indexOf('\0'); nul >= 0)
        return fail(ErrorKind::Invalid, u"sie.binary"_s, {QString::number(bytes.first(nul).count('\n') + 1)});
    const auto start = bytes.trimmed();
    if (start.isEmpty())
        return fail(ErrorKind::Invalid, u"sie.empty"_s);
    if (start.startsWith('<'))
        return fail(ErrorKind::Invalid, u"sie.xml"_s);
    if (!start.startsWith('#'))
        return fail(ErrorKind::Invalid, u"sie.notSie"_s);
    return {};
}

Result<> readLines(QByteArrayView bytes, SieDraft &draft, const SieFile::Options &options)
{
    SieReader reader(draft);
    Lines lines(bytes);
    QByteArrayView line;
    for (qint64 number = 1; lines.next(line); ++number) {
        if (line.size() > SieFile::kLongestLine)
            return fail(ErrorKind::Invalid, u"sie.lineTooLong"_s,
                        {QString::number(number), QString::number(SieFile::kLongestLine)});
        const auto text = sieDecoded(line, draft.plan.facts.encoding);
        draft.plan.facts.sample.add(text);
        FROST_TRY(reader.take(text, number));
        if (options.progress && number % kProgressEvery == 0 && !options.progress(bytes.size() - lines.left(), bytes.size()))
            return fail(ErrorKind::Cancelled, u"sie.cancelled"_s);
    }
    return reader.finish();
}

void noteEncoding(SieDraft &draft)
{
    const auto &facts = draft.plan.facts;
    if (facts.sample.lost > 0)
        draft.note(u"sie.lettersLost"_s, {QString::number(facts.sample.lost)}, 0);
    if (const auto against = facts.evidence.against(facts.encoding); against > 0)
        draft.note(u"sie.encodingMixed"_s, {QString::number(against), toString(facts.encoding)}, 0);
}
} // namespace

Result<SiePlan> SieFile::read(const QByteArray &bytes, const Options &options)
{
    const auto view = content(bytes);
    FROST_TRY(checkKind(view));
    SieDraft draft;
    auto &facts = draft.plan.facts;
    facts.hash = QString::fromLatin1(sha256Hex(bytes));
    facts.evidence = sieEncodingEvidence(view);
    facts.encoding = options.encoding.value_or(facts.evidence.best());
    facts.encodingChosen = options.encoding.has_value();
    FROST_TRY(readLines(view, draft, options));
    if (facts.read.isEmpty())
        return fail(ErrorKind::Invalid, u"sie.notSie"_s);
    noteEncoding(draft);
    auto plan = completeSiePlan(std::move(draft));
    if (plan.accounts.isEmpty() && plan.objects.isEmpty() && plan.facts.vouchersRead() == 0)
        return fail(ErrorKind::Invalid, u"sie.nothing"_s);
    return plan;
}

} // namespace frost
