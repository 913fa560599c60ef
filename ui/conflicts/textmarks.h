// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace frost {

//! A piece of a text beside another one.
struct MarkedRun {
    enum class Kind {
        Common,  //!< both have it
        Word,    //!< letters that a differing word has in common with the one in its place
        Letters, //!< what only this text has
    };
    QString text;
    Kind kind = Kind::Common;
    friend bool operator==(const MarkedRun &, const MarkedRun &) = default;
};

//! What `text` has that `other` has not, by words, and inside words that are much alike by letters (UX.md 1.2 C13). Joined, the
//! runs are `text`. Pure.
[[nodiscard]] QList<MarkedRun> markedBeside(const QString &text, const QString &other);

} // namespace frost
