// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/oracle.h"

#include <algorithm>

namespace frost::test {

using namespace Qt::StringLiterals;

void Oracle::created(const QString &token)
{
    m_created.insert(token);
}

void Oracle::typed(int device, const QString &record, const QString &token)
{
    m_typed.append({device, record, token});
}

void Oracle::deleted(const QString &creationToken)
{
    m_deleted.insert(creationToken);
}

void Oracle::serverAccepted(const QJsonObject &body)
{
    m_seen.insert(body["note"_L1].toString());
}

void Oracle::conflictMine(const QJsonObject &body)
{
    m_seen.insert(body["note"_L1].toString());
}

QStringList Oracle::complaints(const QList<QJsonObject> &live) const
{
    QStringList wrong;
    QHash<QString, int> count;
    for (const auto &body : live)
        ++count[body["externalReference"_L1].toString()];
    for (const auto &token : m_created) {
        const int found = count.value(token);
        if (found > 1)
            wrong += u"%1 stands %2 times on the server"_s.arg(token).arg(found);
        if (found == 0 && !m_deleted.contains(token))
            wrong += u"%1 never arrived"_s.arg(token);
    }
    QHash<QString, QString> last; // the newest token of a device in a record: older ones may have been typed over
    for (const auto &typed : m_typed)
        last.insert(QString::number(typed.device) + u'/' + typed.record, typed.token);
    for (const auto &token : std::as_const(last)) {
        const auto typed = std::find_if(m_typed.begin(), m_typed.end(), [&](const Typed &t) { return t.token == token; });
        if (!m_seen.contains(token) && !m_deleted.contains(typed->record))
            wrong += u"what device %1 typed into %3, %2, is nowhere"_s.arg(typed->device).arg(token, typed->record);
    }
    return wrong;
}

} // namespace frost::test
