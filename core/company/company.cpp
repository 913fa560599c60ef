// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/company/company.h"

#include "core/outbox/permissions.h"

#include <QDir>
#include <QFileInfo>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

UserId systemUser()
{
    for (const char *name : {"USER", "USERNAME"}) {
        if (const auto user = qEnvironmentVariable(name); !user.isEmpty())
            return UserId(user);
    }
    return UserId(QFileInfo(QDir::homePath()).owner());
}

} // namespace

Company::Company(Clock &clock, Random &random, std::unique_ptr<Database> database)
    : m_clock(clock), m_random(random), m_database(std::move(database)), m_connections(m_database->sql(), clock),
      m_runs(m_database->sql(), clock), m_conflicts(m_database->sql(), clock), m_shownIds(m_database->sql()),
      m_writer(*m_database, clock, random), m_editor(m_writer, clock, random),
      m_resolver(m_writer, m_conflicts, clock, random),
      m_conflictHistory(m_writer, m_editor, m_conflicts, clock, random), m_user(systemUser())
{
}

Result<std::unique_ptr<Company>> Company::open(Clock &clock, Random &random, const DataFolder::Company &company,
                                               const Database::Options &options)
{
    auto database = Database::open(company, clock, random, options);
    FROST_TRY(database);
    std::unique_ptr<Company> opened(new Company(clock, random, *std::move(database)));
    FROST_TRY(opened->readUser());
    return opened;
}

Result<LocalId> Company::recordId(const EntityType &type, const QString &shown)
{
    const auto local = m_shownIds.local(type, shown);
    FROST_TRY(local);
    if (!*local)
        return fail(ErrorKind::NotFound, u"record.unknown"_s, {type.toString(), shown});
    return **local;
}

Links Company::links(const ConnectionId &connection)
{
    return Links(m_database->sql(), connection, m_clock, m_random);
}

Result<> Company::readUser()
{
    const auto connections = m_connections.list();
    FROST_TRY(connections);
    if (connections->isEmpty())
        return {};
    const auto &settings = connections->first().settings;
    if (const auto user = settings["user"_L1].toString(); !user.isEmpty())
        m_user = UserId(user);
    m_editor.setPermissions(permissionsOf(connections->first()));
    return {};
}

} // namespace frost
