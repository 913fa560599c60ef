// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QHash>

namespace frost {

struct Verb;

//! Where `resolve` finds its --data, which for all other verbs, and wherever it names a folder, is the data folder.
inline constexpr QLatin1StringView kRecordFile{"--data FILE"};

//! A command line that fits its verb.
struct Arguments {
    const Verb *verb = nullptr; //!< null: only --help or --version
    QStringList places;
    QHash<QString, QStringList> options; //!< by name with dashes; flags have one empty text

    [[nodiscard]] bool has(QLatin1StringView option) const { return options.contains(QString(option)); }
    [[nodiscard]] QString value(QLatin1StringView option) const { return options.value(QString(option)).value(0); }
    [[nodiscard]] QStringList values(QLatin1StringView option) const { return options.value(QString(option)); }
    [[nodiscard]] QString place(qsizetype index) const { return places.value(index); } //!< "" where left out
    //! A whole number, 0 or more; nullopt: not given. Errors: Usage "option.notANumber" [option, value].
    [[nodiscard]] Result<std::optional<int>> number(QLatin1StringView option) const;
};

//! @param words without the program's name.
//! Options may stand anywhere, as "--name value" or "--name=value"; "--" ends them; a value may begin with one dash, not
//! with two. Errors, all Usage: "verb.missing", "verb.unknown" [words], "option.unknown" [name, verb],
//! "option.valueMissing" [name, value's name], "option.noValue" [name], "option.twice" [name], "option.missing" [name, value's name],
//! "place.missing" [place, verb], "place.extra" [word, verb].
[[nodiscard]] Result<Arguments> parseArguments(const QStringList &words);

} // namespace frost
