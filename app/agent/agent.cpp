// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/agent/agent.h"

#include "core/base/json.h"

#include <QFile>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kLargestInput = 16; //!< MiB, as much as frost-server takes in one request
constexpr int kRecordDepth = 32;    //!< nesting; no record of ours has more than three

Result<QByteArray> readBounded(QFile &file)
{
    QByteArray bytes;
    while (bytes.size() <= kLargestInput << 20) {
        const auto more = file.read(1 << 20);
        if (more.isEmpty())
            return bytes;
        bytes += more;
    }
    return fail(ErrorKind::TooLarge, u"input.tooLarge"_s, {QString::number(kLargestInput)});
}

} // namespace

Result<std::unique_ptr<OpenCompany>> Agent::open(const QString &name)
{
    const auto company = m_folder.find(name);
    FROST_TRY(company);
    return OpenCompany::open(seams(), *company);
}

Result<QByteArray> Agent::standardInput()
{
    if (std::exchange(m_inputRead, true))
        return fail(ErrorKind::Usage, u"input.twice"_s);
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return fail(ErrorKind::Usage, u"input.empty"_s);
    auto bytes = readBounded(input);
    FROST_TRY(bytes);
    if (bytes->trimmed().isEmpty())
        return fail(ErrorKind::Usage, u"input.empty"_s);
    return bytes;
}

Result<QByteArray> Agent::fileOrInput(const QString &path)
{
    if (path == "-"_L1)
        return standardInput();
    QFile file(path);
    if (!file.exists())
        return fail(ErrorKind::NotFound, u"file.unknown"_s, {path});
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::Storage, u"file.unreadable"_s, {path, file.errorString()});
    return readBounded(file);
}

Result<const EntitySchema *> schemaOf(OpenCompany &company, const QString &type)
{
    if (const auto *schema = company.schema().find(EntityType(type)))
        return schema;
    QStringList known;
    for (const auto &each : company.schema().types())
        known += each.toString();
    known.sort();
    return fail(ErrorKind::NotFound, u"type.unknown"_s, {type, known.join(u", "_s)});
}

Result<QList<Connection>> connectionsMeant(OpenCompany &company, const Arguments &arguments)
{
    const auto only = arguments.value("--connection"_L1);
    const auto connections = company.connections().list();
    FROST_TRY(connections);
    QList<Connection> meant;
    for (const auto &connection : *connections) {
        if (only.isEmpty() || connection.id.toString() == only)
            meant += connection;
    }
    if (meant.isEmpty() && !only.isEmpty())
        return fail(ErrorKind::NotFound, u"connection.unknown"_s, {only});
    if (meant.isEmpty())
        return fail(ErrorKind::Usage, u"company.notConnected"_s, {arguments.value("--company"_L1)});
    return meant;
}

Result<QJsonObject> parseRecord(const QByteArray &json)
{
    return parseJsonObject(json, kRecordDepth);
}

QJsonValue jsonInstant(const QDateTime &instant)
{
    return instant.isValid() ? QJsonValue(toIso(instant)) : QJsonValue();
}

QString shownInstant(const QDateTime &instant)
{
    return instant.isValid() ? instant.toLocalTime().toString(u"yyyy-MM-dd HH:mm:ss"_s) : QString();
}

} // namespace frost
