// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/pullhandler.h"

#include "core/server/answers.h"
#include "core/server/changejson.h"
#include "core/server/cursor.h"
#include "core/server/limits.h"
#include "core/server/pushrequest.h"

#include <algorithm>
#include <limits>

namespace frost::server {

using namespace Qt::StringLiterals;

HttpResponse PullHandler::handle()
{
    auto answer = pull();
    return answer ? jsonAnswer(200, *std::move(answer)) : errorAnswer(answer.error());
}

Result<QByteArray> PullHandler::pull()
{
    FROST_TRY(checkTenant(m_request.session, m_request.value(u"tenantId"_s)));
    const auto membership = companyOf(m_request.session, m_request.value(u"practiceId"_s));
    FROST_TRY(membership);
    const auto wanted = limit();
    FROST_TRY(wanted);
    const auto onlyTypes = types(**membership);
    FROST_TRY(onlyTypes);
    const auto tenant = m_services.store.tenant(m_request.session.tenant);
    FROST_TRY(tenant);
    m_now = m_services.clock.now().toMSecsSinceEpoch();
    // The position first: what is committed while the page is read has a higher number and comes with the next one.
    const auto position = (*tenant)->position();
    FROST_TRY(position);
    const auto company = (*tenant)->company((*membership)->company);
    const auto after = start(*position, *company);
    FROST_TRY(after);
    auto page = read(*company, {*after, position->change, *onlyTypes}, *wanted);
    FROST_TRY(page);
    if (page->hasMore && m_request.value(u"count"_s) == "true"_L1) {
        const auto following = company->countChanges({page->last, position->change, *onlyTypes});
        FROST_TRY(following);
        page->following = *following;
    }
    return answer(*page, *position);
}

Result<int> PullHandler::limit() const
{
    const QString text = m_request.value(u"limit"_s);
    if (text.isEmpty())
        return limits::kPullDefault;
    const qint64 number = realIdOf(text).value_or(0);
    if (number < 1 || number > limits::kPullMax)
        return fail(ErrorKind::Usage, u"limit.outOfRange"_s, {u"1"_s, QString::number(limits::kPullMax)});
    return int(number);
}

Result<QList<EntityType>> PullHandler::types(const Membership &membership) const
{
    const auto schema = m_services.schemas.of(membership.packs);
    FROST_TRY(schema);
    QList<EntityType> result;
    const QStringList names = m_request.value(u"entityTypes"_s).split(u',', Qt::SkipEmptyParts);
    for (const QString &name : names) {
        if (!(*schema)->find(EntityType(name)))
            return fail(ErrorKind::Usage, u"type.unknown"_s, {name});
        result.append(EntityType(name));
    }
    return result;
}

Result<qint64> PullHandler::start(const TenantStore::Position &position, CompanyStore &company)
{
    const QString text = m_request.value(u"cursor"_s);
    if (text.isEmpty()) {
        const QString timestamp = m_request.value(u"lastSyncTimestamp"_s);
        m_byTime = !timestamp.isEmpty();
        return m_byTime ? startByTime(timestamp, company) : Result<qint64>(0);
    }
    return changeAfter(text, {position.epoch, position.change});
}

Result<qint64> PullHandler::startByTime(const QString &timestamp, CompanyStore &company) const
{
    const auto instant = realIdOf(timestamp);
    if (!instant)
        return fail(ErrorKind::Usage, u"timestamp.malformed"_s);
    const auto first = company.firstChangeSince(*instant - limits::kTimestampOverlap.count());
    FROST_TRY(first);
    return *first ? **first - 1 : std::numeric_limits<qint64>::max();
}

Result<PullHandler::Page> PullHandler::read(CompanyStore &company, const ChangeRange &range, int limit) const
{
    Page page;
    FROST_TRY(company.visitChanges(range, [&](const StoredRecord &record) {
        // A client that goes on by time must get all changes of one instant together.
        const bool mayCut = !m_byTime || record.updatedAt != page.lastTime;
        if (mayCut && (page.count >= limit || page.changes.size() >= limits::kPageBytes)) {
            page.hasMore = true;
            return false;
        }
        if (page.count++ > 0)
            page.changes += ',';
        appendChange(page.changes, record);
        page.last = record.change;
        page.lastTime = record.updatedAt;
        return true;
    }));
    return page;
}

QByteArray PullHandler::answer(const Page &page, const TenantStore::Position &position) const
{
    // For a page in between, the time that leads exactly to the next one when the overlap is taken off it. At the end
    // never before the last change: a clock that has stepped back would ask for the same again and again.
    const bool isBetween = page.hasMore && m_byTime;
    const qint64 timestamp =
        isBetween ? page.lastTime + 1 + limits::kTimestampOverlap.count() : std::max(m_now, page.lastTime);
    const Cursor cursor{position.epoch, page.hasMore ? page.last : position.change};
    QByteArray json;
    json.reserve(page.changes.size() + 256);
    json += "{\"success\":true,\"timestamp\":" + QByteArray::number(timestamp);
    json += ",\"serverTime\":" + QByteArray::number(m_now) + ",\"cursor\":";
    appendJsonString(json, toString(cursor).toLatin1());
    json += page.hasMore ? ",\"hasMore\":true" : ",\"hasMore\":false";
    if (page.following)
        json += ",\"following\":" + QByteArray::number(*page.following);
    json += ",\"changes\":[" + page.changes + "]}";
    return json;
}

} // namespace frost::server
