// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/sqlite/statements.h"

#include <QFile>
#include <QHash>

// A static library's resources are linked only where somebody asks for them, outside any namespace.
static void initServerResources()
{
    Q_INIT_RESOURCE(server);
}

namespace frost::server {

using namespace Qt::StringLiterals;

namespace {
QString pathOf(const QString &rest)
{
    static const bool ready = (initServerResources(), true);
    Q_UNUSED(ready)
    return u":/frost/server/sql/sqlite/"_s + rest;
}

QByteArray readStatement(QLatin1StringView name)
{
    QFile file(pathOf(name + u".sql"_s));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QByteArray statement;
    while (!file.atEnd()) {
        const QByteArray line = file.readLine();
        if (!line.startsWith("--"))
            statement += line;
    }
    return statement.trimmed();
}
} // namespace

const QByteArray &sqliteStatement(QLatin1StringView name)
{
    // The names are literals: their address is their identity.
    thread_local QHash<const char *, QByteArray> known;
    const auto found = known.constFind(name.data());
    if (found != known.constEnd())
        return *found;
    return *known.insert(name.data(), readStatement(name));
}

QString sqliteMigrations(QLatin1StringView part)
{
    // "accounts" holds 0001_accounts beside its statements: only the numbered folders are steps.
    return pathOf(part);
}

} // namespace frost::server
