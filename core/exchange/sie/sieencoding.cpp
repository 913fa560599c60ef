// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/sie/sieencoding.h"

#include <QStringDecoder>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace frost {

namespace {
constexpr uchar kFirstHigh = 0x80;
constexpr qsizetype kLongestWord = 40;

//! Code page 437 from 0x80 on. Qt has it only where it was built with ICU.
constexpr std::array<char16_t, 128> kCp437{
    0x00c7, 0x00fc, 0x00e9, 0x00e2, 0x00e4, 0x00e0, 0x00e5, 0x00e7, 0x00ea, 0x00eb, 0x00e8, 0x00ef, 0x00ee, 0x00ec,
    0x00c4, 0x00c5, 0x00c9, 0x00e6, 0x00c6, 0x00f4, 0x00f6, 0x00f2, 0x00fb, 0x00f9, 0x00ff, 0x00d6, 0x00dc, 0x00a2,
    0x00a3, 0x00a5, 0x20a7, 0x0192, 0x00e1, 0x00ed, 0x00f3, 0x00fa, 0x00f1, 0x00d1, 0x00aa, 0x00ba, 0x00bf, 0x2310,
    0x00ac, 0x00bd, 0x00bc, 0x00a1, 0x00ab, 0x00bb, 0x2591, 0x2592, 0x2593, 0x2502, 0x2524, 0x2561, 0x2562, 0x2556,
    0x2555, 0x2563, 0x2551, 0x2557, 0x255d, 0x255c, 0x255b, 0x2510, 0x2514, 0x2534, 0x252c, 0x251c, 0x2500, 0x253c,
    0x255e, 0x255f, 0x255a, 0x2554, 0x2569, 0x2566, 0x2560, 0x2550, 0x256c, 0x2567, 0x2568, 0x2564, 0x2565, 0x2559,
    0x2558, 0x2552, 0x2553, 0x256b, 0x256a, 0x2518, 0x250c, 0x2588, 0x2584, 0x258c, 0x2590, 0x2580, 0x03b1, 0x00df,
    0x0393, 0x03c0, 0x03a3, 0x03c3, 0x00b5, 0x03c4, 0x03a6, 0x0398, 0x03a9, 0x03b4, 0x221e, 0x03c6, 0x03b5, 0x2229,
    0x2261, 0x00b1, 0x2265, 0x2264, 0x2320, 0x2321, 0x00f7, 0x2248, 0x00b0, 0x2219, 0x00b7, 0x221a, 0x207f, 0x00b2,
    0x25a0, 0x00a0,
};

//! Code page 1252 from 0x80 to 0x9f; above it is Latin-1.
constexpr std::array<char16_t, 32> kCp1252{
    0x20ac, 0x0081, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x008d, 0x017d, 0x008f, 0x0090, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
    0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x009d, 0x017e, 0x0178,
};

//! Letters of Swedish words, and the foreign ones common in Swedish names.
constexpr QStringView kSwedishLetters = u"åäöÅÄÖéÉüÜ";

char16_t fromCp437(uchar byte)
{
    return byte < kFirstHigh ? char16_t(byte) : kCp437[byte - kFirstHigh];
}

char16_t fromLatin1(uchar byte)
{
    const bool windows = byte >= kFirstHigh && byte < kFirstHigh + kCp1252.size();
    return windows ? kCp1252[byte - kFirstHigh] : char16_t(byte);
}

template<class Map>
QString mapped(QByteArrayView bytes, const Map &map)
{
    QString text(bytes.size(), Qt::Uninitialized);
    std::transform(bytes.begin(), bytes.end(), text.begin(), [&](char byte) { return QChar(map(uchar(byte))); });
    return text;
}

//! Length of the well-formed UTF-8 sequence of several bytes at `at`; 0: there is none.
qsizetype sequenceAt(QByteArrayView bytes, qsizetype at)
{
    const auto lead = uchar(bytes[at]);
    const qsizetype length = lead >= 0xf0 && lead <= 0xf4 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 0;
    if (lead > 0xf4 || length == 0 || at + length > bytes.size())
        return 0;
    const auto continues = [](char byte) { return (uchar(byte) & 0xc0) == 0x80; };
    return std::all_of(bytes.begin() + at + 1, bytes.begin() + at + length, continues) ? length : 0;
}

//! True for characters that stand in no word and are what a letter of another encoding looks like.
bool isDoubtful(QChar c)
{
    const char16_t code = c.unicode();
    const bool control = code >= 0x80 && code < 0xa0;
    const bool greek = code >= 0x0391 && code <= 0x03c9;
    const bool drawing = code >= 0x2310 && code <= 0x25ff;
    const bool windows = code == 0x201e || code == 0x2020 || code == 0x017d;
    return control || greek || drawing || windows || code == QChar::ReplacementCharacter;
}

bool isWordCharacter(QChar c)
{
    return c.unicode() >= kFirstHigh || (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z')
           || (c >= u'0' && c <= u'9');
}
} // namespace

QString toString(SieEncoding encoding)
{
    switch (encoding) {
    case SieEncoding::Cp437: return u"cp437"_s;
    case SieEncoding::Latin1: return u"latin1"_s;
    case SieEncoding::Utf8: return u"utf8"_s;
    }
    return {};
}

std::optional<SieEncoding> sieEncodingNamed(QStringView name)
{
    for (const auto encoding : {SieEncoding::Cp437, SieEncoding::Latin1, SieEncoding::Utf8}) {
        if (toString(encoding) == name)
            return encoding;
    }
    return std::nullopt;
}

SieEncoding SieEncodingEvidence::best() const
{
    if (utf8 > notUtf8)
        return SieEncoding::Utf8;
    return latin1 > cp437 ? SieEncoding::Latin1 : SieEncoding::Cp437;
}

qint64 SieEncodingEvidence::against(SieEncoding encoding) const
{
    switch (encoding) {
    case SieEncoding::Cp437: return latin1;
    case SieEncoding::Latin1: return cp437;
    case SieEncoding::Utf8: return notUtf8;
    }
    return 0;
}

SieEncodingEvidence sieEncodingEvidence(QByteArrayView bytes)
{
    SieEncodingEvidence evidence;
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const auto byte = uchar(bytes[i]);
        if (byte < kFirstHigh)
            continue;
        if (const auto length = sequenceAt(bytes, i); length > 0) {
            ++evidence.utf8;
            i += length - 1;
            continue;
        }
        ++evidence.notUtf8;
        evidence.cp437 += kSwedishLetters.contains(QChar(fromCp437(byte)));
        evidence.latin1 += kSwedishLetters.contains(QChar(fromLatin1(byte)));
    }
    return evidence;
}

QString sieDecoded(QByteArrayView bytes, SieEncoding encoding)
{
    switch (encoding) {
    case SieEncoding::Cp437: return mapped(bytes, fromCp437);
    case SieEncoding::Latin1: return mapped(bytes, fromLatin1);
    case SieEncoding::Utf8: break;
    }
    return QStringDecoder(QStringDecoder::Utf8)(bytes);
}

void SieTextSample::add(QStringView line)
{
    for (qsizetype i = 0; i < line.size(); ++i) {
        const qsizetype start = i;
        while (i < line.size() && isWordCharacter(line[i]))
            ++i;
        const auto word = line.sliced(start, i - start);
        lost += word.count(QChar(QChar::ReplacementCharacter));
        const auto isHigh = [](QChar c) { return c.unicode() >= kFirstHigh; };
        if (std::none_of(word.begin(), word.end(), isHigh))
            continue;
        auto &list = std::any_of(word.begin(), word.end(), isDoubtful) ? doubtful : words;
        if (const auto shown = word.first(std::min(word.size(), kLongestWord)).toString();
            list.size() < kWords && !list.contains(shown))
            list.append(shown);
    }
}

} // namespace frost
