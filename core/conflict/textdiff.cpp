// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/conflict/textdiff.h"

#include <algorithm>
#include <vector>

namespace frost {

namespace {

//! Pairs of words that are compared at most: some milliseconds, and two notes of a page each.
constexpr qsizetype kMostComparisons = 4'000'000;

//! The part of two texts between their equal beginning and their equal end.
struct Middle {
    qsizetype begin = 0;
    qsizetype endBefore = 0;
    qsizetype endAfter = 0;
};

Middle middleOf(const QStringList &before, const QStringList &after)
{
    const auto [left, right] = std::mismatch(before.begin(), before.end(), after.begin(), after.end());
    Middle middle{left - before.begin(), before.size(), after.size()};
    while (middle.endBefore > middle.begin && middle.endAfter > middle.begin
           && before[middle.endBefore - 1] == after[middle.endAfter - 1]) {
        --middle.endBefore;
        --middle.endAfter;
    }
    return middle;
}

//! The longest common subsequence by dynamic programming: how many words two tails have in common.
class Tails
{
public:
    Tails(const QStringList &before, const QStringList &after, const Middle &middle)
        : m_columns(std::size_t(middle.endAfter - middle.begin + 1)), m_middle(middle),
          m_common(std::size_t(middle.endBefore - middle.begin + 1) * m_columns, 0)
    {
        for (auto i = middle.endBefore - 1; i >= middle.begin; --i) {
            for (auto j = middle.endAfter - 1; j >= middle.begin; --j)
                at(i, j) = before[i] == after[j] ? at(i + 1, j + 1) + 1 : std::max(at(i + 1, j), at(i, j + 1));
        }
    }
    [[nodiscard]] int &at(qsizetype i, qsizetype j)
    {
        return m_common[std::size_t(i - m_middle.begin) * m_columns + std::size_t(j - m_middle.begin)];
    }

private:
    std::size_t m_columns;
    Middle m_middle;
    std::vector<int> m_common;
};

//! Adds a change of one word; what touches the edit before it belongs to that one.
void add(QList<WordEdit> &edits, qsizetype from, qsizetype to, const QStringList &words)
{
    if (!edits.isEmpty() && edits.last().to == from) {
        edits.last().to = to;
        edits.last().words += words;
    } else {
        edits.append({from, to, words});
    }
}

bool touch(const WordEdit &one, const WordEdit &other)
{
    return one.from <= other.to && other.from <= one.to;
}

} // namespace

QStringList wordsOf(const QString &text)
{
    QStringList words;
    bool open = false; // the last one may grow
    for (const QChar letter : text) {
        const bool joins = letter.isLetterOrNumber() || letter.isMark() || letter.isSurrogate();
        if (joins && open)
            words.last().append(letter);
        else
            words.append(QString(letter));
        open = joins;
    }
    return words;
}

QList<WordEdit> wordEdits(const QStringList &before, const QStringList &after)
{
    const auto middle = middleOf(before, after);
    const auto removed = middle.endBefore - middle.begin;
    const auto added = middle.endAfter - middle.begin;
    if (removed == 0 && added == 0)
        return {};
    if (removed == 0 || added == 0 || removed > kMostComparisons / added)
        return {{middle.begin, middle.endBefore, after.mid(middle.begin, added)}};
    Tails tails(before, after, middle);
    QList<WordEdit> edits;
    auto i = middle.begin;
    auto j = middle.begin;
    while (i < middle.endBefore || j < middle.endAfter) {
        const bool mayKeep = i < middle.endBefore && j < middle.endAfter && before[i] == after[j];
        if (mayKeep) {
            ++i;
            ++j;
        } else if (j == middle.endAfter || (i < middle.endBefore && tails.at(i + 1, j) >= tails.at(i, j + 1))) {
            add(edits, i, i + 1, {});
            ++i;
        } else {
            add(edits, i, i, {after[j]});
            ++j;
        }
    }
    return edits;
}

QList<TextRun> runsBeside(const QString &text, const QString &other)
{
    const auto words = wordsOf(text);
    QList<TextRun> runs;
    qsizetype at = 0;
    const auto append = [&](qsizetype to, bool isCommon, const QString &instead = {}) {
        const auto piece = words.mid(at, to - at).join(QString());
        if (!runs.isEmpty() && runs.last().isCommon == isCommon)
            runs.last().text += piece; // the other has something more in between
        else if (!piece.isEmpty())
            runs.append({piece, isCommon, instead});
        at = to;
    };
    const auto edits = wordEdits(words, wordsOf(other));
    for (const auto &edit : edits) {
        append(edit.from, true);
        append(edit.to, false, edit.words.join(QString()));
    }
    append(words.size(), true);
    return runs;
}

std::optional<QString> mergedText(const QString &base, const QString &mine, const QString &theirs)
{
    const auto words = wordsOf(base);
    const auto ours = wordEdits(words, wordsOf(mine));
    auto edits = wordEdits(words, wordsOf(theirs));
    for (const auto &edit : ours) {
        if (edits.contains(edit))
            continue;
        if (std::any_of(edits.begin(), edits.end(), [&](const WordEdit &other) { return touch(edit, other); }))
            return std::nullopt;
        edits.append(edit);
    }
    std::sort(edits.begin(), edits.end(), [](const WordEdit &one, const WordEdit &other) { return one.from < other.from; });
    QString merged;
    qsizetype at = 0;
    for (const auto &edit : std::as_const(edits)) {
        merged += words.mid(at, edit.from - at).join(QString()) + edit.words.join(QString());
        at = edit.to;
    }
    return merged + words.mid(at).join(QString());
}

} // namespace frost
