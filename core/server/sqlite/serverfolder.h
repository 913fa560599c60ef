// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/base/result.h"

#include <QString>

namespace frost::server {

//! Where an embedded server keeps what: one file for accounts, one a tenant. The only place that makes paths of names.
class ServerFolder
{
public:
    explicit ServerFolder(QString path) : m_path(std::move(path)) { }

    [[nodiscard]] QString path() const { return m_path; }
    [[nodiscard]] QString accounts() const; //!< <data>/accounts.frostdb
    [[nodiscard]] QString running() const;  //!< <data>/running.frostdb: locked while a server uses the folder
    [[nodiscard]] QString tenant(const TenantId &tenant) const; //!< <data>/tenants/<tenant>.frostdb
    //! Makes the folders where they are missing. Errors: Storage "folder.notWritable" [path].
    [[nodiscard]] Result<> make() const;
    //! Errors: NotFound "folder.notServer" [path] where no server has kept its data there.
    [[nodiscard]] Result<> exists() const;

private:
    QString m_path;
};

//! A name of a tenant or company in its one spelling. The rule is DataFolder's (core/store/database.h): a company has the
//! same name here and there. Errors: Usage "name.malformed" [name].
[[nodiscard]] Result<QString> wellFormedName(const QString &name);

} // namespace frost::server
