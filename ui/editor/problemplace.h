// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/schema/schema.h"

namespace frost {

//! How loudly something is said about a field.
enum class Loudness {
    Warning, //!< looks wrong and may be right; never blocks
    Error,   //!< has to be mended
};

//! Where in a form a problem of a record belongs: "rows[2].price" is column "price" of row 2 of field "rows".
struct ProblemPlace {
    QString field;
    qsizetype row = -1; //!< of the rows as they were given to core; -1: the field itself
    QString column;     //!< "": the whole row

    [[nodiscard]] static ProblemPlace of(const QString &path);
    [[nodiscard]] QString path() const;
    friend bool operator==(const ProblemPlace &, const ProblemPlace &) = default;
};

//! What is said, and where.
struct Remark {
    ProblemPlace place;
    QString text;
    Loudness loudness = Loudness::Error;
};

//! The problems of an Invalid "record.invalid" error, as core lists them: "path: code".
[[nodiscard]] QList<Problem> problemsOf(const Error &error);
//! As remarks, in the words of wording::codeText().
[[nodiscard]] QList<Remark> remarksOf(const QList<Problem> &problems, Loudness loudness);

} // namespace frost
