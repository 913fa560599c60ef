// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/linkshandler.h"

#include "core/base/json.h"
#include "core/server/answers.h"
#include "core/server/cursor.h"
#include "core/server/holderhandler.h"
#include "core/server/jsonmembers.h"
#include "core/server/limits.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

namespace frost::server {

using namespace Qt::StringLiterals;

namespace {

Error malformed(const QString &member)
{
    return {ErrorKind::Usage, u"link.malformed"_s, {member}, {}, {}};
}

struct ToldLinks {
    QString connection;
    QString hub;
    qint64 epoch = 0;
    QList<StoredLink> links;
};

Result<StoredLink> linkOf(const QJsonObject &json, const ToldLinks &told)
{
    const auto type = nameOf(json["entityType"_L1]);
    const auto id = integerOf(json["id"_L1]);
    const auto remoteId = nameOf(json["remoteId"_L1]);
    const auto version = nameOf(json["version"_L1]);
    const auto recordVersion = integerOf(json["recordVersion"_L1]);
    const std::array checked{std::pair{type && !type->isEmpty(), u"entityType"_s}, std::pair{id && *id > 0, u"id"_s},
                             std::pair{remoteId.has_value(), u"remoteId"_s}, std::pair{version.has_value(), u"version"_s},
                             std::pair{recordVersion && *recordVersion >= 0, u"recordVersion"_s}};
    for (const auto &[isGood, member] : checked) {
        if (!isGood)
            return fail(malformed(member));
    }
    return StoredLink{told.connection, EntityType(*type), *id, *remoteId, *version, *recordVersion, told.epoch, 0};
}

Result<ToldLinks> parseLinks(const QByteArray &json, const Session &session)
{
    const auto body = parseJsonObject(json, limits::kJsonDepth);
    FROST_TRY(body);
    const auto connection = nameOf((*body)["connection"_L1]);
    const auto hub = nameOf((*body)["hub"_L1]);
    const auto epoch = integerOf((*body)["epoch"_L1]);
    if (!connection || connection->isEmpty() || !hub || !epoch || !(*body)["links"_L1].isArray())
        return fail(malformed(u"connection, hub, epoch, links"_s));
    ToldLinks told{*connection, hubOn(*hub, session), *epoch, {}};
    const QJsonArray links = (*body)["links"_L1].toArray();
    if (links.size() > limits::kOperations)
        return fail(ErrorKind::TooLarge, u"operations.tooMany"_s, {QString::number(links.size()), QString::number(limits::kOperations)});
    for (const auto &value : links) {
        auto link = linkOf(value.toObject(), told);
        FROST_TRY(link);
        told.links.append(*std::move(link));
    }
    return told;
}

//! Those of records that this company has, as they are to be stored.
Result<QList<StoredLink>> newsIn(const ToldLinks &told, CompanyStore &company)
{
    QList<qint64> ids;
    for (const StoredLink &link : told.links)
        ids.append(link.id);
    const auto records = company.records(ids);
    FROST_TRY(records);
    QHash<qint64, EntityType> types;
    for (const StoredRecord &record : *records)
        types.insert(record.id, record.type);
    QList<StoredLink> news;
    for (const StoredLink &link : told.links) {
        if (types.value(link.id) != link.type) // lost by a restore: its hubs make it anew, and tell its link again
            continue;
        const auto known = company.link(link.connection, link.id);
        FROST_TRY(known);
        if (!*known || !(*known)->saysTheSame(link))
            news.append(link);
    }
    return news;
}

Result<bool> store(const ToldLinks &told, TenantStore &tenant, CompanyStore &company, const Services &services)
{
    const auto holder = company.holder(told.connection);
    FROST_TRY(holder);
    if (!*holder || (*holder)->hub != told.hub || (*holder)->epoch != told.epoch)
        return fail(ErrorKind::Conflict, u"holder.changed"_s, {told.connection});
    auto news = newsIn(told, company);
    FROST_TRY(news);
    if (news->isEmpty())
        return false;
    auto counters = tenant.counters();
    FROST_TRY(counters);
    for (StoredLink &link : *news) {
        link.change = ++counters->change;
        FROST_TRY(company.putLink(link));
    }
    counters->updatedAt = std::max(services.clock.now().toMSecsSinceEpoch(), counters->updatedAt + 1);
    FROST_TRY(tenant.setCounters(*counters));
    return true;
}

Result<QJsonObject> tell(const Services &services, const RequestContext &request)
{
    const auto told = parseLinks(request.body, request.session);
    FROST_TRY(told);
    const auto place = placeToHoldIn(services, request);
    FROST_TRY(place);
    const CompanyId name = place->membership->company;
    const auto company = place->tenant->company(name);
    bool changed = false;
    const auto done = place->tenant->write([&]() -> Result<> {
        const auto stored = store(*told, *place->tenant, *company, services);
        FROST_TRY(stored);
        changed = *stored;
        return {};
    });
    FROST_TRY(done);
    if (changed && services.tellChange)
        services.tellChange(request.session.tenant, name);
    return QJsonObject{{u"success"_s, true}};
}

QJsonObject jsonOf(const StoredLink &link)
{
    return {{u"entityType"_s, link.type.toString()}, {u"id"_s, link.id},
            {u"remoteId"_s, link.remoteId},          {u"version"_s, link.version},
            {u"recordVersion"_s, link.recordVersion}, {u"epoch"_s, link.epoch}};
}

Result<QJsonObject> list(const Services &services, const RequestContext &request)
{
    const auto place = placeOf(services, request);
    FROST_TRY(place);
    const QString connection = request.value(u"connection"_s);
    if (connection.isEmpty())
        return fail(ErrorKind::Usage, u"parameter.missing"_s, {u"connection"_s});
    // The position first: what is committed meanwhile has a higher number and comes with the next page.
    const auto position = place->tenant->position();
    FROST_TRY(position);
    ChangeRange range{0, position->change, {}};
    if (const QString text = request.value(u"cursor"_s); !text.isEmpty()) {
        const auto after = changeAfter(text, {position->epoch, position->change});
        FROST_TRY(after);
        range.after = *after;
    }
    const auto links = place->tenant->company(place->membership->company)->linkChanges(connection, range, limits::kPullMax + 1);
    FROST_TRY(links);
    const bool hasMore = links->size() > limits::kPullMax;
    QJsonArray page;
    for (qsizetype i = 0; i < std::min<qsizetype>(links->size(), limits::kPullMax); ++i)
        page.append(jsonOf(links->at(i)));
    const qint64 change = hasMore ? links->at(limits::kPullMax - 1).change : position->change;
    return QJsonObject{{u"success"_s, true},
                       {u"cursor"_s, toString(Cursor{position->epoch, change})},
                       {u"hasMore"_s, hasMore},
                       {u"links"_s, page}};
}

Served answerWith(const Result<QJsonObject> &answer)
{
    return answer ? jsonAnswer(200, *answer) : errorAnswer(answer.error());
}

} // namespace

Served tellLinks(const Services &services, const RequestContext &request)
{
    return answerWith(tell(services, request));
}

Served links(const Services &services, const RequestContext &request)
{
    return answerWith(list(services, request));
}

} // namespace frost::server
