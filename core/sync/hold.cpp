// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/hold.h"

#include "core/sync/lease.h"
#include "core/sync/tuning.h"

#include <QSysInfo>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

QString epochKey(const ConnectionId &connection)
{
    return u"holdEpoch/"_s + connection.toString();
}

QString systemKey(const ConnectionId &connection)
{
    return u"system/"_s + connection.toString();
}

auto lost(const ConnectionId &connection)
{
    return fail(ErrorKind::Busy, u"holder.lost"_s, {connection.toString()});
}

//! Nobody was there to be asked.
bool isUnanswered(const Error &error)
{
    return error.kind == ErrorKind::Offline || error.kind == ErrorKind::OutcomeUnknown || error.kind == ErrorKind::RateLimited;
}

//! It is not the connection's own system that is away.
Error unasked(const ConnectionId &connection, const Error &why)
{
    Error error = why;
    error.code = u"holder.unasked"_s;
    error.args = {connection.toString()};
    error.detail = why.logLine();
    return error;
}

HoldRequest requestOf(Database &database, const QString &system, qint64 epoch, HoldRequest::Wish wish)
{
    HoldRequest request;
    request.connection = system;
    request.hub = database.device().toString();
    request.hubName = QSysInfo::machineHostName();
    request.epoch = epoch;
    request.wish = wish;
    return request;
}

} // namespace

Hold::Hold(SharedThrough through, Database &database, ConnectionId connection, QString system, Clock &clock)
    : m_through(std::move(through)), m_database(database), m_connection(std::move(connection)), m_system(std::move(system)),
      m_clock(clock)
{ }

QString Hold::hub() const
{
    return m_database.device().toString();
}

Task<Result<HoldAnswer>> Hold::ask(HoldRequest::Wish wish)
{
    m_asked = m_clock.now();
    auto request = requestOf(m_database, m_system, m_epoch, wish);
    const auto answer = co_await m_through.server->hold(std::move(request));
    if (!answer)
        co_return fail(answer.error());
    // From the request on: the answer may have been long on its way.
    m_time = answer->time;
    m_until = m_asked.addMSecs(answer->time.count());
    co_return answer;
}

Task<Result<>> Hold::take()
{
    if (auto known = rememberSystem(m_database, m_connection, m_system); !known)
        co_return fail(known.error());
    const auto epoch = holdEpoch(m_database, m_connection);
    if (!epoch)
        co_return fail(epoch.error());
    m_epoch = *epoch;
    const auto answer = co_await ask(HoldRequest::Wish::Hold);
    if (!answer && isUnanswered(answer.error()))
        co_return fail(unasked(m_connection, answer.error()));
    if (!answer)
        co_return fail(answer.error());
    m_kind = answer->kind;
    if (m_kind == HoldAnswer::Kind::Refused)
        co_return fail(ErrorKind::Busy, u"holder.other"_s, {m_connection.toString(), answer->holder});
    m_epoch = answer->epoch;
    co_return maySend();
}

Task<Result<>> Hold::keep()
{
    if (left() > m_time / 2)
        co_return Result<>();
    const auto answer = co_await ask(HoldRequest::Wish::Hold);
    if (!answer && !isUnanswered(answer.error()))
        co_return fail(answer.error());
    if (answer && answer->kind != HoldAnswer::Kind::Renewed)
        co_return lost(m_connection);
    co_return maySend();
}

Result<> Hold::maySend() const
{
    return left() > kLongestOnTheWay ? Result<>() : Result<>(lost(m_connection));
}

std::chrono::milliseconds Hold::left() const
{
    const QDateTime now = m_clock.now();
    if (now < m_asked) // set back: nobody knows how long ago it was
        return std::chrono::milliseconds(0);
    return std::chrono::milliseconds(now.msecsTo(m_until));
}

Result<> Hold::takenOver()
{
    return m_database.setMeta(epochKey(m_connection), QString::number(m_epoch));
}

Result<QString> systemOf(Database &database, const ConnectionId &connection)
{
    return database.meta(systemKey(connection));
}

Result<> rememberSystem(Database &database, const ConnectionId &connection, const QString &system)
{
    const auto known = systemOf(database, connection);
    FROST_TRY(known);
    if (*known == system)
        return {};
    auto transaction = Transaction::begin(database.sql(), Durability::PowerCut);
    FROST_TRY(transaction);
    FROST_TRY(database.setMeta(systemKey(connection), system));
    return transaction->commit();
}

Result<qint64> holdEpoch(Database &database, const ConnectionId &connection)
{
    const auto text = database.meta(epochKey(connection));
    FROST_TRY(text);
    return text->toLongLong();
}

Task<Result<>> letGo(HubServer &server, Outbox &outbox, Database &database, ConnectionId connection, Clock &clock)
{
    const auto lease = Lease::take(database.sql(), database.path(), connection, clock);
    if (!lease)
        co_return fail(lease.error());
    for (const auto state : {OperationState::Processing, OperationState::Verify}) {
        const auto unsettled = outbox.inState(connection, state);
        if (!unsettled)
            co_return fail(unsettled.error());
        if (!unsettled->isEmpty())
            co_return fail(ErrorKind::Rejected, u"holder.unsettled"_s, {connection.toString()});
    }
    const auto system = systemOf(database, connection);
    if (!system)
        co_return fail(system.error());
    const auto epoch = holdEpoch(database, connection);
    if (!epoch)
        co_return fail(epoch.error());
    if (system->isEmpty() || *epoch == 0)
        co_return Result<>();
    auto request = requestOf(database, *system, *epoch, HoldRequest::Wish::LetGo);
    const auto answer = co_await server.hold(std::move(request));
    if (!answer)
        co_return fail(answer.error());
    co_return Result<>();
}

} // namespace frost
