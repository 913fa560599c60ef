// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>
#include <QStringList>

#include <optional>

namespace frost {

//! What SIE files are written in. The standard knows code page 437 only ("#FORMAT PC8"), and so nearly every program
//! writes that label whatever it does: the label is no evidence and is not asked.
enum class SieEncoding {
    Cp437,  //!< as the standard says
    Latin1, //!< with the Windows characters of code page 1252 where Latin-1 has none
    Utf8,
};
//! "cp437", "latin1", "utf8"
[[nodiscard]] QString toString(SieEncoding encoding);
[[nodiscard]] std::optional<SieEncoding> sieEncodingNamed(QStringView name);

//! What the bytes themselves say: how often a Swedish letter would stand there in each encoding.
struct SieEncodingEvidence {
    qint64 cp437 = 0;
    qint64 latin1 = 0;
    qint64 utf8 = 0;    //!< well-formed sequences of several bytes
    qint64 notUtf8 = 0; //!< bytes that cannot be UTF-8
    //! The encoding with most evidence; code page 437 where there is none.
    [[nodiscard]] SieEncoding best() const;
    //! Evidence against `encoding`: letters that only another one explains. Not 0: the file mixes encodings.
    [[nodiscard]] qint64 against(SieEncoding encoding) const;
};
[[nodiscard]] SieEncodingEvidence sieEncodingEvidence(QByteArrayView bytes);

//! What cannot be decoded becomes U+FFFD. A byte order mark is skipped.
[[nodiscard]] QString sieDecoded(QByteArrayView bytes, SieEncoding encoding);

//! Words for a person to look at: only they can say that the encoding is right.
struct SieTextSample {
    static constexpr qsizetype kWords = 12;
    QStringList words;    //!< the first different ones with letters beyond ASCII
    QStringList doubtful; //!< with characters no word has, such as "┼1" for "Å1"
    qint64 lost = 0;      //!< U+FFFD: letters that were lost here, or already when the file was written
    void add(QStringView line);
};

} // namespace frost
