// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/pushrequest.h"

#include "core/base/json.h"
#include "core/server/jsonmembers.h"
#include "core/server/limits.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

namespace frost::server {

using namespace Qt::StringLiterals;

namespace {
constexpr std::array kKinds{std::pair{PushKind::Create, "create"_L1}, std::pair{PushKind::Update, "update"_L1},
                            std::pair{PushKind::Delete, "delete"_L1}, std::pair{PushKind::Step, "step"_L1}};

Error malformed(QLatin1StringView field)
{
    return {ErrorKind::Usage, u"operation.malformed"_s, {field}, {}, {}};
}

//! Reads the members of one operation; the first thing wrong is kept.
class OperationReader
{
public:
    explicit OperationReader(const QJsonObject &json) : m_json(json) { }

    PushOperation read(qint64 id)
    {
        m_operation.id = id;
        readKind();
        m_operation.type = EntityType(name("entityType"_L1, true));
        m_operation.entityId = name("entityId"_L1, true);
        m_operation.tenant = name("tenantId"_L1);
        m_operation.company = name("practiceId"_L1);
        m_operation.key = name("idempotencyKey"_L1);
        if (m_operation.kind == PushKind::Step)
            m_operation.step = name("step"_L1, true);
        m_operation.baseVersion = integer("baseVersion"_L1);
        m_operation.timestamp = integer("timestamp"_L1);
        readData();
        readErase();
        readChangedFields();
        readLinks();
        checkTogether();
        return std::move(m_operation);
    }

private:
    void refuse(Error error)
    {
        if (!m_operation.malformed)
            m_operation.malformed = std::move(error);
    }

    void readKind()
    {
        const QString word = m_json["operation"_L1].toString();
        const auto found = std::ranges::find_if(kKinds, [&](const auto &entry) { return word == entry.second; });
        if (found == kKinds.end())
            return refuse({ErrorKind::Usage, u"operation.unknown"_s, {word.left(limits::kNameLength)}, {}, {}});
        m_operation.kind = found->first;
    }

    QString name(QLatin1StringView field, bool required = false)
    {
        const auto value = nameOf(m_json[field]);
        if (!value || (required && value->isEmpty()))
            refuse(malformed(field));
        return value.value_or(QString());
    }

    std::optional<qint64> integer(QLatin1StringView field)
    {
        const QJsonValue value = m_json[field];
        if (value.isUndefined() || value.isNull())
            return std::nullopt;
        const auto number = integerOf(value);
        if (!number)
            refuse(malformed(field));
        return number;
    }

    void readData()
    {
        const QJsonValue data = m_json["data"_L1];
        if (m_operation.kind == PushKind::Delete || m_operation.kind == PushKind::Step)
            return;
        if (!data.isObject())
            return refuse(malformed("data"_L1));
        m_operation.data = data.toObject();
    }

    void readErase()
    {
        const QJsonValue erase = m_json["erase"_L1];
        if (!erase.isUndefined() && (!erase.isBool() || m_operation.kind != PushKind::Delete))
            return refuse(malformed("erase"_L1));
        m_operation.erase = erase.toBool();
    }

    void readChangedFields()
    {
        const QJsonValue value = m_json["changedFields"_L1];
        if (value.isUndefined() || value.isNull())
            return;
        const QJsonArray names = value.toArray();
        const bool allText = std::ranges::all_of(names, [](const QJsonValue &name) { return name.isString(); });
        if (!value.isArray() || !allText)
            return refuse(malformed("changedFields"_L1));
        m_operation.changedFields.emplace();
        for (const auto &name : names)
            m_operation.changedFields->append(name.toString());
    }

    void readLinks()
    {
        if (m_operation.kind != PushKind::Create)
            return;
        const QJsonArray links = m_json["links"_L1].toArray();
        if (links.size() > limits::kConnectionsOfRecord)
            return refuse(malformed("links"_L1));
        for (const auto &value : links) {
            const auto connection = nameOf(value["connection"_L1]);
            const auto remoteId = nameOf(value["remoteId"_L1]);
            const auto epoch = integerOf(value["epoch"_L1]);
            if (!connection || connection->isEmpty() || !remoteId || remoteId->isEmpty() || !epoch || *epoch < 0)
                return refuse(malformed("links"_L1));
            m_operation.links.append({*connection, *remoteId, *epoch});
        }
    }

    void checkTogether()
    {
        const bool create = m_operation.kind == PushKind::Create;
        // A create under a number would be confused with the real id of another record.
        if (create && m_operation.realId())
            refuse(malformed("entityId"_L1));
        // Nobody books figures nobody saw: without the version there is no telling what was seen.
        if (m_operation.kind == PushKind::Step && !m_operation.baseVersion)
            refuse(malformed("baseVersion"_L1));
        // Without either there is no telling whether somebody else was there in between.
        if (!create && !m_operation.baseVersion && !m_operation.timestamp)
            refuse(malformed("timestamp"_L1));
    }

    const QJsonObject &m_json;
    PushOperation m_operation;
};
} // namespace

std::optional<qint64> realIdOf(const QString &id)
{
    const bool digits = !id.isEmpty() && std::ranges::all_of(id, [](QChar c) { return c >= u'0' && c <= u'9'; });
    bool fits = false;
    const qint64 number = id.toLongLong(&fits);
    return digits && fits ? std::optional(number) : std::nullopt;
}

std::optional<qint64> PushOperation::realId() const
{
    return realIdOf(entityId);
}

QString toString(PushKind kind)
{
    const auto found = std::ranges::find(kKinds, kind, [](const auto &entry) { return entry.first; });
    return found->second;
}

Result<PushRequest> parsePush(const QByteArray &body)
{
    const auto json = parseJsonObject(body, limits::kJsonDepth);
    FROST_TRY(json);
    const QJsonValue list = (*json)["operations"_L1];
    if (!list.isArray())
        return fail(ErrorKind::Usage, u"operations.notAnArray"_s);
    const QJsonArray operations = list.toArray();
    if (operations.size() > limits::kOperations) {
        return fail(ErrorKind::TooLarge, u"operations.tooMany"_s,
                    {QString::number(operations.size()), QString::number(limits::kOperations)});
    }
    PushRequest request;
    request.clientTimestamp = integerOf((*json)["clientTimestamp"_L1]);
    for (qsizetype i = 0; i < operations.size(); ++i) {
        if (!operations[i].isObject())
            return fail(ErrorKind::Usage, u"operation.notAnObject"_s, {QString::number(i)});
        const QJsonObject operation = operations[i].toObject();
        const auto id = integerOf(operation["id"_L1]);
        if (!id)
            return fail(ErrorKind::Usage, u"operation.noId"_s, {QString::number(i)});
        request.operations.push_back(OperationReader(operation).read(*id));
    }
    return request;
}

} // namespace frost::server
