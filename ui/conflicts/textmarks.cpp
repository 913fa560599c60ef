// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conflicts/textmarks.h"

#include "core/conflict/textdiff.h"

#include <algorithm>

namespace frost {

namespace {

using RunKind = MarkedRun::Kind;

void append(QList<MarkedRun> &runs, const QString &text, RunKind kind)
{
    if (text.isEmpty())
        return;
    if (!runs.isEmpty() && runs.last().kind == kind)
        runs.last().text += text;
    else
        runs.append({text, kind});
}

//! How many letters two words begin with, counted so that no letter of two code units is cut.
qsizetype commonBeginning(QStringView one, QStringView other)
{
    auto length = std::mismatch(one.begin(), one.end(), other.begin(), other.end()).first - one.begin();
    if (length > 0 && one[length - 1].isHighSurrogate())
        --length;
    return length;
}

qsizetype commonEnd(QStringView one, QStringView other)
{
    auto length = std::mismatch(one.rbegin(), one.rend(), other.rbegin(), other.rend()).first - one.rbegin();
    if (length > 0 && one[one.size() - length].isLowSurrogate())
        --length;
    return length;
}

//! Words in each other's place: where they are as good as one word, its letters are told apart.
void appendChanged(QList<MarkedRun> &runs, const QString &words, const QString &others)
{
    const auto beginning = commonBeginning(words, others);
    const auto end = commonEnd(QStringView(words).mid(beginning), QStringView(others).mid(beginning));
    const bool areAlike = 2 * (beginning + end) >= std::max(words.size(), others.size());
    if (!areAlike)
        return append(runs, words, RunKind::Letters);
    append(runs, words.left(beginning), RunKind::Word);
    append(runs, words.mid(beginning, words.size() - beginning - end), RunKind::Letters);
    append(runs, words.right(end), RunKind::Word);
}

} // namespace

QList<MarkedRun> markedBeside(const QString &text, const QString &other)
{
    QList<MarkedRun> runs;
    for (const auto &run : runsBeside(text, other)) {
        if (run.isCommon)
            append(runs, run.text, RunKind::Common);
        else
            appendChanged(runs, run.text, run.instead);
    }
    return runs;
}

} // namespace frost
