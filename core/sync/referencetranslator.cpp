// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/referencetranslator.h"

namespace frost {

using namespace Qt::StringLiterals;

Result<QJsonObject> ReferenceTranslator::arriving(const EntityType &type, const QJsonObject &body)
{
    const auto *schema = m_schema.find(type);
    if (!schema)
        return fail(ErrorKind::NotFound, u"store.unknown"_s, {type.toString()});
    std::optional<Error> error;
    auto result = mapReferences(*schema, body, [&](const EntityType &target, const QString &id) {
        auto local = m_links.resolveLocal(target, RemoteId(id));
        if (!local) {
            error = local.error();
            return id;
        }
        return local->toString();
    });
    if (error)
        return fail(*error);
    return result;
}

Result<ReferenceTranslator::Leaving> ReferenceTranslator::leaving(const EntityType &type, const QJsonObject &body)
{
    const auto *schema = m_schema.find(type);
    if (!schema)
        return fail(ErrorKind::NotFound, u"store.unknown"_s, {type.toString()});
    std::optional<Error> error;
    Leaving leaving;
    leaving.body = mapReferences(*schema, body, [&](const EntityType &target, const QString &id) {
        auto remote = m_links.resolveRemote(target, LocalId(id));
        if (!remote)
            error = remote.error();
        else if (*remote)
            return (*remote)->toString();
        else if (!leaving.missing)
            leaving.missing = ReferenceUse{{}, target, id};
        return id;
    });
    if (error)
        return fail(*error);
    return leaving;
}

} // namespace frost
