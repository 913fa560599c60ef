// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/outbox/permissions.h"

#include <QVariant>

namespace frost {

using namespace Qt::StringLiterals;

QString permissionFor(const EntityType &type, OperationKind kind)
{
    return type.toString() + u':' + toString(kind);
}

QString permissionFor(const EntityType &type, const BusinessStep &step)
{
    return step.copy ? permissionFor(type, OperationKind::Create) : type.toString() + u':' + step.name;
}

std::optional<QStringList> permissionsOf(const Connection &connection)
{
    const auto known = connection.settings["permissions"_L1];
    return known.isArray() ? std::optional(known.toVariant().toStringList()) : std::nullopt;
}

Result<> requirePermission(const std::optional<QStringList> &permissions, const QString &permission)
{
    if (permissions && !permissions->contains(permission))
        return fail(ErrorKind::Forbidden, u"permission.missing"_s, {permission});
    return {};
}

} // namespace frost
