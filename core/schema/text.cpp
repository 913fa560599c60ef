// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/value.h"

#include <algorithm>

namespace frost {
namespace {

constexpr char16_t kDelete = 0x7f;
constexpr char16_t kByteOrderMark = 0xfeff;

bool isControl(char16_t c)
{
    return c < u' ' || c == kDelete;
}

//! True for what nearly every text is: printable ASCII that neither starts nor ends with a space.
bool isPlain(QStringView text)
{
    if (!text.isEmpty() && (text.front() == u' ' || text.back() == u' '))
        return false;
    return std::all_of(text.utf16(), text.utf16() + text.size(), [](char16_t c) { return c >= u' ' && c < kDelete; });
}

//! Line breaks and tabs in their allowed form, every other control character, byte order mark and half of a surrogate
//! pair removed.
QString withoutControls(QStringView text, bool longText)
{
    QString clean;
    clean.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c == u'\r' || c == u'\n') {
            if (c == u'\r' && i + 1 < text.size() && text[i + 1] == u'\n')
                ++i;
            clean.append(longText ? u'\n' : u' ');
        } else if (c == u'\t') {
            clean.append(longText ? u'\t' : u' ');
        } else if (c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            clean.append(c).append(text[++i]);
        } else if (!isControl(c.unicode()) && c != kByteOrderMark && !c.isSurrogate()) {
            clean.append(c);
        }
    }
    return clean;
}

} // namespace

QString canonicalText(const QString &text, bool longText)
{
    if (isPlain(text))
        return text;
    // In this order: a control character between a letter and its accent must go before they are composed.
    return withoutControls(text, longText).normalized(QString::NormalizationForm_C).trimmed();
}

} // namespace frost
