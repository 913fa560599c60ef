// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/adoption.h"

#include "core/base/json.h"

namespace frost {

using namespace Qt::StringLiterals;

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
        if (mine.isUndefined() || (field && isProvisional(*field, mine)))
            result.insert(it.key(), it.value());
    }
    return result;
}

namespace {
const QString kGone = u"#deleted"_s;
}

QString contentTag(const RemoteRecord &remote)
{
    if (remote.deleted)
        return kGone;
    return u'#' + QString::fromLatin1(contentHash(remote.body).left(32));
}

bool isContentTag(const QString &version)
{
    return version.startsWith(u'#');
}

bool tellsOfNoTrace(const QString &version)
{
    return version.isEmpty() || version == kGone;
}

} // namespace frost
