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

QString ProblemPlace::path() const
{
    if (row < 0)
        return field;
    const auto whole = u"%1[%2]"_s.arg(field).arg(row);
    return column.isEmpty() ? whole : whole + u'.' + column;
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
    for (const auto &problem : problems) {
        // Elsewhere these sentences follow the name of the field; beside it they stand alone.
        auto text = wording::codeText(problem.code, problem.args);
        text.replace(0, 1, text.left(1).toUpper());
        remarks.append({ProblemPlace::of(problem.path), text, loudness});
    }
    return remarks;
}

} // namespace frost
