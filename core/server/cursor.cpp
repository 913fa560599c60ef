// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/cursor.h"

#include <QRegularExpression>

namespace frost::server {

using namespace Qt::StringLiterals;

QString toString(const Cursor &cursor)
{
    return cursor.epoch + u'.' + QString::number(cursor.change);
}

Result<Cursor> parseCursor(const QString &text)
{
    static const QRegularExpression form(u"^([0-9A-Za-z]{1,64})\\.([0-9]{1,18})$"_s);
    const auto match = form.match(text);
    if (!match.hasMatch())
        return fail(ErrorKind::Usage, u"cursor.malformed"_s);
    return Cursor{match.captured(1), match.captured(2).toLongLong()};
}

Result<qint64> changeAfter(const QString &text, const Cursor &now)
{
    const auto cursor = parseCursor(text);
    FROST_TRY(cursor);
    // A number that was not given yet comes from a history that a restore has taken back.
    if (cursor->epoch != now.epoch || cursor->change > now.change)
        return fail(ErrorKind::Expired, u"cursor.expired"_s);
    return cursor->change;
}

} // namespace frost::server
