// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/holderhandler.h"

#include "core/base/json.h"
#include "core/server/answers.h"
#include "core/server/jsonmembers.h"
#include "core/server/limits.h"

#include <algorithm>

namespace frost::server {

using namespace Qt::StringLiterals;

namespace {

enum class Wish { Hold, LetGo };

struct HolderRequest {
    QString connection;
    QString hub;
    QString hubName;
    qint64 epoch = 0; //!< the last one that this hub was told; 0: none
    Wish wish = Wish::Hold;
};

Result<QString> required(const QJsonObject &body, const QString &member)
{
    const auto name = nameOf(body[member]);
    if (!name || name->isEmpty())
        return fail(ErrorKind::Usage, u"parameter.missing"_s, {member});
    return *name;
}

Result<HolderRequest> parseRequest(const QByteArray &json, const Session &session)
{
    const auto body = parseJsonObject(json, limits::kJsonDepth);
    FROST_TRY(body);
    const auto connection = required(*body, u"connection"_s);
    FROST_TRY(connection);
    const auto hub = required(*body, u"hub"_s);
    FROST_TRY(hub);
    const auto epoch = integerOf((*body)["epoch"_L1]);
    if (!epoch || *epoch < 0)
        return fail(ErrorKind::Usage, u"parameter.missing"_s, {u"epoch"_s});
    const Wish wish = (*body)["release"_L1].toBool() ? Wish::LetGo : Wish::Hold;
    return HolderRequest{*connection, hubOn(*hub, session), nameOf((*body)["hubName"_L1]).value_or(QString()), *epoch, wish};
}

//! What is to be stored, and what that means for who asks.
struct Ruling {
    enum class Kind { Refused, Renewed, ChangedHands, LetGo } kind = Kind::Refused;
    StoredHolder holder;
};

//! The rule, as a value.
Ruling rule(const HolderRequest &asked, const std::optional<StoredHolder> &known, const QString &user, qint64 now)
{
    const bool isSameHub = known && known->hub == asked.hub;
    const bool isHolder = isSameHub && known->epoch == asked.epoch;
    const qint64 until = now + std::chrono::milliseconds(limits::kHoldTime).count();
    if (asked.wish == Wish::LetGo) {
        StoredHolder free = known.value_or(StoredHolder());
        free.validUntil = std::min(free.validUntil, now);
        return {isHolder ? Ruling::Kind::LetGo : Ruling::Kind::Refused, free};
    }
    // Nobody else had it since; that its time is over means nothing then.
    if (isHolder)
        return {Ruling::Kind::Renewed, {asked.connection, asked.hub, asked.hubName, user, known->epoch, until}};
    // The same hub with another epoch has not heard the last answer, or has come back from an old backup: a new epoch.
    if (known && !isSameHub && known->validUntil > now)
        return {Ruling::Kind::Refused, *known};
    const qint64 epoch = std::max(known ? known->epoch : 0, asked.epoch) + 1;
    return {Ruling::Kind::ChangedHands, {asked.connection, asked.hub, asked.hubName, user, epoch, until}};
}

QJsonObject answerOf(const Ruling &ruling, qint64 now)
{
    const bool granted = ruling.kind == Ruling::Kind::Renewed || ruling.kind == Ruling::Kind::ChangedHands;
    QJsonObject answer{{u"success"_s, true},
                       {u"granted"_s, granted},
                       {u"epoch"_s, ruling.holder.epoch},
                       {u"milliseconds"_s, std::max<qint64>(0, ruling.holder.validUntil - now)}};
    if (granted)
        answer.insert(u"changedHands"_s, ruling.kind == Ruling::Kind::ChangedHands);
    if (ruling.kind == Ruling::Kind::Refused) {
        answer.insert(u"hubName"_s, ruling.holder.hubName);
        answer.insert(u"user"_s, ruling.holder.user);
    }
    return answer;
}

Result<QJsonObject> decide(const Services &services, const RequestContext &request)
{
    const auto asked = parseRequest(request.body, request.session);
    FROST_TRY(asked);
    const auto place = placeToHoldIn(services, request);
    FROST_TRY(place);
    const auto company = place->tenant->company(place->membership->company);
    QJsonObject answer;
    const auto done = place->tenant->write([&]() -> Result<> {
        const auto known = company->holder(asked->connection);
        FROST_TRY(known);
        const qint64 now = services.clock.now().toMSecsSinceEpoch(); // asked under the lock
        const Ruling ruling = rule(*asked, *known, request.session.user.toString(), now);
        answer = answerOf(ruling, now);
        return ruling.kind == Ruling::Kind::Refused ? Result<>() : company->setHolder(ruling.holder);
    });
    FROST_TRY(done);
    return answer;
}

} // namespace

QString hubOn(const QString &file, const Session &session)
{
    return file + u'/' + session.tokenId;
}

Result<Place> placeToHoldIn(const Services &services, const RequestContext &request)
{
    auto place = placeOf(services, request);
    FROST_TRY(place);
    if (!mayWrite(place->membership->role))
        return fail(ErrorKind::Forbidden, u"permission.missing"_s, {u"connections:hold"_s});
    return place;
}

Served holder(const Services &services, const RequestContext &request)
{
    const auto answer = decide(services, request);
    return answer ? jsonAnswer(200, *answer) : errorAnswer(answer.error());
}

} // namespace frost::server
