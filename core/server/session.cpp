// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/session.h"

#include <algorithm>
#include <array>
#include <utility>

namespace frost::server {

using namespace Qt::StringLiterals;

namespace {
constexpr std::array kRoles{std::pair{Role::Admin, "admin"_L1}, std::pair{Role::Bookkeeper, "bookkeeper"_L1},
                            std::pair{Role::Viewer, "viewer"_L1}, std::pair{Role::Service, "service"_L1}};
}

QString toString(Role role)
{
    const auto found = std::ranges::find(kRoles, role, [](const auto &entry) { return entry.first; });
    return found->second;
}

std::optional<Role> roleFrom(QStringView word)
{
    const auto found = std::ranges::find_if(kRoles, [word](const auto &entry) { return word == entry.second; });
    return found == kRoles.end() ? std::nullopt : std::optional(found->first);
}

bool mayWrite(Role role)
{
    return role != Role::Viewer;
}

QString permission(const EntityType &type, const QString &action)
{
    return type.toString() + u':' + action;
}

QStringList permissions(Role role, const EntitySchema &schema)
{
    const EntityType &type = schema.type;
    QStringList result{permission(type, u"read"_s)};
    if (!mayWrite(role))
        return result;
    result += {permission(type, u"create"_s), permission(type, u"update"_s), permission(type, u"delete"_s)};
    for (const BusinessStep &step : schema.steps) {
        if (!step.copy) // that is a create
            result += permission(type, step.name);
    }
    return result;
}

QString nameKey(const QString &name)
{
    return name.normalized(QString::NormalizationForm_C).toCaseFolded();
}

const Membership *Session::membership(const QString &company) const
{
    const QString wanted = nameKey(company);
    const auto found = std::ranges::find_if(
        memberships, [&](const Membership &membership) { return nameKey(membership.company.toString()) == wanted; });
    return found == memberships.end() ? nullptr : &*found;
}

} // namespace frost::server
