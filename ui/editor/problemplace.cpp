// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/problemplace.h"

#include "ui/wording/errortext.h"

#include <QRegularExpression>

namespace frost {

using namespace Qt::StringLiterals;

ProblemPlace ProblemPlace::of(const QString &path)
{
    static const QRegularExpression form(u"^(\\w+)(?:\\[(\\d+)\\](?:\\.(\\w+))?)?$"_s);
    const auto match = form.match(path);
    if (!match.hasMatch())
        return {path, -1, {}};
    const auto row = match.captured(2);
    return {match.captured(1), row.isEmpty() ? -1 : row.toLongLong(), match.captured(3)};
}

QList<Problem> problemsOf(const Error &error)
{
    QList<Problem> problems;
    if (error.code != u"record.invalid")
        return problems;
    for (const auto &arg : error.args)
        problems.append({arg.section(u": "_s, 0, 0), arg.section(u": "_s, 1), {}});
    return problems;
}

QList<Remark> remarksOf(const QList<Problem> &problems, Loudness loudness)
{
    QList<Remark> remarks;
    for (const auto &problem : problems)
        remarks.append({ProblemPlace::of(problem.path), wording::codeText(problem.code, problem.args), loudness});
    return remarks;
}

} // namespace frost
