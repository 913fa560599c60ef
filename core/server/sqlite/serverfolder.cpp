// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/sqlite/serverfolder.h"

#include "core/store/database.h"

#include <QDir>
#include <QFileInfo>

namespace frost::server {

using namespace Qt::StringLiterals;

QString ServerFolder::accounts() const
{
    return m_path + u"/accounts.frostdb"_s;
}

QString ServerFolder::running() const
{
    return m_path + u"/running.frostdb"_s;
}

QString ServerFolder::tenant(const TenantId &tenant) const
{
    return m_path + u"/tenants/"_s + tenant.toString() + u".frostdb"_s;
}

Result<> ServerFolder::make() const
{
    for (const QString &folder : {m_path, m_path + u"/tenants"_s}) {
        if (!QDir().mkpath(folder) || !QFileInfo(folder).isWritable())
            return fail(ErrorKind::Storage, u"folder.notWritable"_s, {folder});
    }
    return {};
}

Result<> ServerFolder::exists() const
{
    if (!QFileInfo::exists(accounts()))
        return fail(ErrorKind::NotFound, u"folder.notServer"_s, {m_path});
    return {};
}

Result<QString> wellFormedName(const QString &name)
{
    // A folder that is not there: the question is about the name alone.
    const auto place = DataFolder(u":/frost/no-such-folder"_s).place(TenantId(name), CompanyId(name));
    FROST_TRY(place);
    return place->company.toString();
}

} // namespace frost::server
