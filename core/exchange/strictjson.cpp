// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/strictjson.h"

#include <QJsonArray>

#include <algorithm>

namespace frost {

void StrictJson::wrong(const QString &where)
{
    if (m_wrong.isEmpty())
        m_wrong = where;
}

void StrictJson::only(const QJsonObject &object, const QString &where, const QStringList &members)
{
    for (const auto &member : object.keys()) {
        if (!members.contains(member))
            wrong(where + u'.' + member);
    }
}

QString StrictJson::text(const QJsonObject &object, const QString &where, const QString &member, bool required)
{
    const auto value = object.value(member);
    const bool absent = value.isUndefined();
    if ((absent && required) || (!absent && !value.isString()) || (required && value.toString().isEmpty()))
        wrong(where + u'.' + member);
    return value.toString();
}

bool StrictJson::flag(const QJsonObject &object, const QString &where, const QString &member, bool otherwise)
{
    const auto value = object.value(member);
    if (!value.isUndefined() && !value.isBool())
        wrong(where + u'.' + member);
    return value.toBool(otherwise);
}

QJsonObject StrictJson::object(const QJsonObject &parent, const QString &where, const QString &member, bool required)
{
    const auto value = parent.value(member);
    if ((value.isUndefined() && required) || (!value.isUndefined() && !value.isObject()))
        wrong(where + u'.' + member);
    return value.toObject();
}

QStringList StrictJson::texts(const QJsonValue &value, const QString &where)
{
    QStringList result;
    if (value.isString())
        return {value.toString()};
    if (!value.isUndefined() && !value.isArray())
        wrong(where);
    for (const auto &each : value.toArray()) {
        if (!each.isString())
            wrong(where);
        result.append(each.toString());
    }
    return result;
}

int StrictJson::choice(const QJsonObject &object, const QString &where, const QString &member, const QStringList &words)
{
    if (!object.contains(member))
        return 0;
    const auto found = words.indexOf(text(object, where, member));
    if (found < 0)
        wrong(where + u'.' + member);
    return static_cast<int>(std::max<qsizetype>(found, 0));
}

} // namespace frost
