// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/adoption.h"

#include "core/base/json.h"

#include <QCryptographicHash>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

bool isProvisional(const QJsonValue &number)
{
    return number.toString().endsWith(u'*');
}

} // namespace

QJsonObject adopted(const EntitySchema &schema, const TypeRules &rules, const QJsonObject &ours, const QJsonObject &theirs,
                    RemoteTerms::Voice voice)
{
    if (voice == RemoteTerms::Voice::Main)
        return rules.seen(theirs, ours);
    QJsonObject result = ours;
    for (auto it = theirs.begin(); it != theirs.end(); ++it) {
        const auto *field = schema.field(it.key());
        if (!rules.exchanges(it.key()) || (field && field->derived))
            continue;
        const auto mine = ours.value(it.key());
        if (mine.isUndefined() || (field && field->assignedByRemote && isProvisional(mine)))
            result.insert(it.key(), it.value());
    }
    return result;
}

QString contentTag(const RemoteRecord &remote)
{
    if (remote.deleted)
        return u"#deleted"_s;
    const auto digest = QCryptographicHash::hash(toCanonicalJson(remote.body), QCryptographicHash::Sha256);
    return u'#' + QString::fromLatin1(digest.toHex().left(32));
}

} // namespace frost
