// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/eventshandler.h"

#include "core/server/answers.h"

namespace frost::server {

using namespace Qt::StringLiterals;

namespace {
Result<EventSource> sourceOf(const RequestContext &request)
{
    FROST_TRY(checkTenant(request.session, request.value(u"tenantId"_s)));
    const auto membership = companyOf(request.session, request.value(u"practiceId"_s));
    FROST_TRY(membership);
    return EventSource{request.session.tenant, (*membership)->company, request.session.tokenId};
}

Result<qint64> newestChange(const Services &services, const EventSource &source)
{
    const auto tenant = services.store.tenant(source.tenant);
    FROST_TRY(tenant);
    return (*tenant)->company(source.company)->newestChange();
}

// Of the company's newest change, so that work on another company is no event. Changes are counted by the tenant, so a gap
// tells that there was some.
QByteArray eventText(const EventSource &source, qint64 change)
{
    const QByteArray number = QByteArray::number(change);
    QByteArray text = "event: change\nid: " + number + "\ndata: {\"company\":";
    appendJsonString(text, source.company.toString().toUtf8());
    return text + ",\"change\":" + number + "}\n\n";
}
} // namespace

Served events(const Services &services, const RequestContext &request)
{
    const auto source = sourceOf(request);
    if (!source)
        return errorAnswer(source.error());
    const auto change = newestChange(services, *source);
    if (!change)
        return errorAnswer(change.error());
    Served served;
    served.response.status = 200;
    served.response.headers = {{"content-type", "text/event-stream"}, {"cache-control", "no-store"}, {"x-accel-buffering", "no"}};
    served.response.body = eventText(*source, *change);
    served.events = *source;
    return served;
}

} // namespace frost::server
