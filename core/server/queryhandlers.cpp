// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/queryhandlers.h"

#include "core/server/answers.h"
#include "core/server/changejson.h"
#include "core/server/limits.h"
#include "core/server/pushrequest.h"

#include <QJsonArray>

#include <algorithm>

namespace frost::server {

using namespace Qt::StringLiterals;

namespace {
Result<QJsonArray> companiesOf(const Services &services, const Session &session)
{
    QJsonArray companies;
    for (const Membership &membership : session.memberships) {
        const auto schema = services.schemas.of(membership.packs);
        FROST_TRY(schema);
        QStringList rights;
        for (const EntityType &type : (*schema)->types())
            rights += permissions(membership.role, *(*schema)->find(type));
        companies.append(QJsonObject{{u"name"_s, membership.company.toString()},
                                     {u"role"_s, toString(membership.role)},
                                     {u"permissions"_s, QJsonArray::fromStringList(rights)},
                                     {u"packs"_s, QJsonArray::fromStringList(membership.packs)}});
    }
    return companies;
}

//! The role in all companies; nullopt: it differs, or there is none.
std::optional<Role> commonRole(const Session &session)
{
    if (session.memberships.isEmpty())
        return std::nullopt;
    const Role role = session.memberships.first().role;
    const bool same =
        std::ranges::all_of(session.memberships, [role](const Membership &one) { return one.role == role; });
    return same ? std::optional(role) : std::nullopt;
}

Result<StoredRecord> findRecord(const Services &services, const RequestContext &request)
{
    FROST_TRY(checkTenant(request.session, request.value(u"tenantId"_s)));
    const auto membership = companyOf(request.session, request.value(u"practiceId"_s));
    FROST_TRY(membership);
    const EntityType type(request.value(u"entityType"_s));
    const QString id = request.value(u"id"_s);
    for (const auto &[name, value] : {std::pair{u"entityType"_s, type.toString()}, std::pair{u"id"_s, id}}) {
        if (value.isEmpty())
            return fail(ErrorKind::Usage, u"parameter.missing"_s, {name});
    }
    const auto schema = services.schemas.of((*membership)->packs);
    FROST_TRY(schema);
    if (!(*schema)->find(type))
        return fail(ErrorKind::Usage, u"type.unknown"_s, {type.toString()});
    const auto tenant = services.store.tenant(request.session.tenant);
    FROST_TRY(tenant);
    const auto company = (*tenant)->company((*membership)->company);
    const auto real = realIdOf(id);
    const auto found = real ? company->records({*real}) : company->recordsByTempId({{type, id}});
    FROST_TRY(found);
    if (found->isEmpty() || found->first().type != type)
        return fail(ErrorKind::NotFound, u"record.unknown"_s, {type.toString(), id});
    return found->first();
}
} // namespace

QString version()
{
    return QStringLiteral(FROST_VERSION);
}

Served health(const Services &services, const RequestContext &request)
{
    const QString nonce = request.value(u"nonce"_s);
    if (nonce.size() > limits::kNonceLength)
        return errorAnswer({ErrorKind::Usage, u"nonce.tooLong"_s, {QString::number(limits::kNonceLength)}, {}, {}});
    return jsonAnswer(200, QJsonObject{{u"status"_s, u"ok"_s},
                                       {u"nonce"_s, nonce},
                                       {u"serverTime"_s, services.clock.now().toMSecsSinceEpoch()},
                                       {u"version"_s, version()}});
}

Served session(const Services &services, const RequestContext &request)
{
    const Session &session = request.session;
    const auto companies = companiesOf(services, session);
    if (!companies)
        return errorAnswer(companies.error());
    QJsonObject answer{
        {u"tenant"_s, session.tenant.toString()}, {u"user"_s, session.user.toString()}, {u"companies"_s, *companies}};
    if (const auto role = commonRole(session))
        answer.insert(u"role"_s, toString(*role));
    return jsonAnswer(200, answer);
}

Served record(const Services &services, const RequestContext &request)
{
    const auto found = findRecord(services, request);
    if (!found)
        return errorAnswer(found.error());
    QByteArray json = "{\"success\":true,\"change\":";
    appendChange(json, *found);
    return jsonAnswer(200, json + '}');
}

} // namespace frost::server
