// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace frost {

//! A text in the pieces that a person sees as one: a run of letters and digits is a word, every other character stands by
//! itself. Joined they are the text.
[[nodiscard]] QStringList wordsOf(const QString &text);

//! Words `from` up to `to` of one text that became `words`; from == to: they were added there.
struct WordEdit {
    qsizetype from = 0;
    qsizetype to = 0;
    QStringList words;
    friend bool operator==(const WordEdit &, const WordEdit &) = default;
};

//! How `before` became `after`, in order, with as many words kept as can be. Two edits never touch. Where that would cost
//! too much (kMostComparisons), everything between the equal beginning and the equal end is one edit. Pure.
[[nodiscard]] QList<WordEdit> wordEdits(const QStringList &before, const QStringList &after);

//! A piece of a text beside another: what both have, or what only this one has.
struct TextRun {
    QString text;
    bool isCommon = true;
    QString instead = {}; //!< what the other has in its place
    friend bool operator==(const TextRun &, const TextRun &) = default;
};
//! `text` with what `other` has not told apart, for people to see (UX.md 1.2 C13). Joined, the runs are `text`.
[[nodiscard]] QList<TextRun> runsBeside(const QString &text, const QString &other);

//! Both changes of a text in one, where a word that nobody touched stands between them, or both made the same one; nullopt:
//! they meet, or one of them is too large to tell. Which side is which makes no difference. Pure.
[[nodiscard]] std::optional<QString> mergedText(const QString &base, const QString &mine, const QString &theirs);

} // namespace frost
