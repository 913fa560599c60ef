// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "companyfixture.h"

#include "core/exchange/sie/siefile.h"

#include <QFile>
#include <QStringEncoder>

//! SIE files for tests. They are kept as UTF-8 text and encoded here, independently of the product.
namespace siefixture {

using namespace Qt::StringLiterals;
using namespace frost;
using companyfixture::codeOf;
using companyfixture::value;

inline QString text(const QString &name)
{
    QFile file(QStringLiteral(FROST_TEST_FILES) + u'/' + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no fixture %s", qPrintable(name));
    return QString::fromUtf8(file.readAll());
}

inline QByteArray encoded(const QString &text, SieEncoding encoding)
{
    static const QHash<QChar, char> kCp437{{u'å', '\x86'}, {u'ä', '\x84'}, {u'ö', '\x94'}, {u'Å', '\x8f'},
                                           {u'Ä', '\x8e'}, {u'Ö', '\x99'}, {u'é', '\x82'}, {u'ü', '\x81'}};
    if (encoding == SieEncoding::Utf8)
        return text.toUtf8();
    if (encoding == SieEncoding::Latin1)
        return text.toLatin1();
    QByteArray bytes;
    for (const QChar c : text)
        bytes += c.unicode() < 0x80 ? char(c.unicode()) : kCp437.value(c, '?');
    return bytes;
}

//! A file of one voucher with these rows, its year 2025.
inline QByteArray withRows(const QByteArray &rows)
{
    return "#FLAGGA 0\n#SIETYP 4\n#RAR 0 20250101 20251231\n#KONTO 1930 Bank\n#KONTO 3001 Sales\n#VER A 1 20250201 Text\n{\n" + rows + "}\n";
}

inline QList<SieNote> notesOf(const SiePlan &plan, const QString &code)
{
    QList<SieNote> notes;
    for (const auto &note : plan.facts.notes) {
        if (note.code == code)
            notes.append(note);
    }
    return notes;
}

} // namespace siefixture
