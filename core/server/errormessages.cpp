// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/errormessages.h"

#include <QHash>

namespace frost::server {

using namespace Qt::StringLiterals;

namespace {
// Every sentence of the server; %1 … are the error's args.
const QHash<QString, QString> &sentences()
{
    static const QHash<QString, QString> table{
        // the HTTP request
        {u"request.malformed"_s, u"This is not a well-formed HTTP request."_s},
        {u"request.timeout"_s, u"The request did not arrive in time."_s},
        {u"header.tooLarge"_s, u"The request header is larger than %1 bytes."_s},
        {u"length.required"_s, u"A request with a body must state its length or be chunked."_s},
        {u"body.tooLarge"_s, u"The body is larger than %1 bytes, as sent or after inflating it."_s},
        {u"body.withoutToken"_s, u"Without a token a body may have %1 bytes."_s},
        {u"path.unknown"_s, u"There is nothing at this address."_s},
        {u"method.notAllowed"_s, u"This address does not take that method."_s},
        {u"contentType.unsupported"_s, u"The body must be application/json."_s},
        {u"contentEncoding.unsupported"_s, u"The body may be plain or gzip, nothing else."_s},
        {u"gzip.malformed"_s, u"The gzip body is damaged or cut off."_s},
        {u"json.malformed"_s, u"The body is not JSON; the parser stopped at byte %1."_s},
        {u"json.notAnObject"_s, u"The body must be one JSON object."_s},
        {u"json.tooDeep"_s, u"The body nests deeper than %1 levels."_s},
        // who asks
        {u"token.missing"_s, u"Send a token: Authorization: Bearer TOKEN."_s},
        {u"token.invalid"_s, u"This token is unknown or has been revoked."_s},
        {u"tenant.forbidden"_s, u"This token does not belong to the tenant %1."_s},
        {u"company.forbidden"_s, u"This token does not give access to the company %1."_s},
        {u"company.missing"_s, u"This token is for several companies: name one as practiceId."_s},
        {u"permission.missing"_s, u"This token lacks the permission %1."_s},
        // parameters
        {u"parameter.missing"_s, u"The parameter %1 is missing."_s},
        {u"limit.outOfRange"_s, u"The limit must be a whole number from %1 to %2."_s},
        {u"cursor.malformed"_s, u"This is not a cursor of this server."_s},
        {u"cursor.expired"_s, u"The cursor is from before a restore. Start again without one and compare."_s},
        {u"timestamp.malformed"_s, u"lastSyncTimestamp must be a number of milliseconds since 1970."_s},
        {u"nonce.tooLong"_s, u"The nonce is longer than %1 characters."_s},
        {u"type.unknown"_s, u"This company has no entity type %1."_s},
        {u"record.unknown"_s, u"There is no record %2 of type %1."_s},
        {u"events.tooMany"_s, u"%1 streams of events are open already, which is all that are allowed."_s},
        // holders of connections
        {u"link.malformed"_s, u"The member %1 is missing or malformed."_s},
        {u"holder.changed"_s, u"Another hub holds the connection %1 now, or this one holds it anew. Ask for it first."_s},
        // operations
        {u"operations.notAnArray"_s, u"\"operations\" must be an array."_s},
        {u"operations.tooMany"_s, u"%1 operations are more than the %2 allowed in one request."_s},
        {u"operation.notAnObject"_s, u"Operation %1 (counted from 0) is not an object."_s},
        {u"operation.noId"_s, u"Operation %1 (counted from 0) has no whole number as id."_s},
        {u"operation.unknown"_s, u"%1 is none of create, update, delete and step."_s},
        {u"operation.malformed"_s, u"The member %1 of the operation is missing or malformed."_s},
        {u"operation.failed"_s, u"The server could not carry out this operation. Send it again later."_s},
        {u"key.reused"_s, u"The idempotency key %1 was used for another operation."_s},
        {u"record.invalid"_s, u"The record breaks rules of its type; see args."_s},
        {u"record.closed"_s, u"The record %2 in %1 was in the books (%3) and has to be kept: it cannot be erased."_s},
        {u"record.tooLarge"_s, u"The record has %1 bytes; %2 are allowed."_s},
        {u"reference.unknown"_s, u"%1 refers to %2, which does not exist."_s},
        {u"reference.deleted"_s, u"%1 refers to %2, which has been deleted."_s},
        {u"step.unknown"_s, u"The type %1 has no step %2."_s},
        {u"step.needs"_s, u"The step %1 is taken only of what is %2."_s},
        {u"step.hindered"_s, u"The step %1 is not taken of what is %2."_s},
        {u"field.final"_s, u"%1 was given by the server and is final."_s},
        // the server itself
        {u"server.tooManyConnections"_s, u"The server has all the connections it can serve."_s},
        {u"server.busy"_s, u"The server has no memory left for this request. Send it again later."_s},
        {u"store.locked"_s, u"The server is busy. Send the request again later."_s},
        {u"store.full"_s, u"The server's disk is full."_s},
        {u"store.readOnly"_s, u"The server cannot write its data."_s},
    };
    return table;
}
} // namespace

QString messageFor(const Error &error)
{
    QString sentence = sentences().value(error.code, u"The server could not do this; its log says why."_s);
    for (qsizetype i = 0; i < error.args.size(); ++i)
        sentence.replace(u'%' + QString::number(i + 1), error.args.at(i));
    return sentence;
}

} // namespace frost::server
