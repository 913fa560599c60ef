// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/net/transport.h"
#include "core/server/sqlite/sqliteserverstore.h"
#include "core/server/syncservice.h"
#include "tests/core/companyfixture.h"

#include <QJsonArray>
#include <QJsonDocument>

//! A real server without sockets, on real files in a folder of its own; only clock and chance are faked.
namespace serverfixture {

using namespace Qt::StringLiterals;
using namespace frost;
using namespace frost::server;
using companyfixture::ManualClock;
using companyfixture::value;

class Server
{
public:
    Server()
    {
        value(folder().make());
        m_accounts = value(SqliteAccounts::open(folder(), clock, random));
    }

    [[nodiscard]] ServerFolder folder() const { return ServerFolder(m_directory.path()); }
    [[nodiscard]] Accounts &accounts() { return *m_accounts; }

    QByteArray addUser(const QString &tenant, const QString &company, const QString &email,
                       Role role = Role::Bookkeeper, const QStringList &packs = {})
    {
        return value(m_accounts->addUser({TenantId(tenant), CompanyId(company), UserId(email), role, packs})).secret;
    }

    //! One more worker over the same files; the first request makes the first one.
    struct Worker {
        std::unique_ptr<SqliteServerStore> store;
        std::unique_ptr<SyncService> service;
    };
    [[nodiscard]] Worker newWorker()
    {
        auto store = value(SqliteServerStore::open(folder(), clock, random, turns));
        auto service = std::make_unique<SyncService>(*store, clock);
        return {std::move(store), std::move(service)};
    }
    //! As after the end of the program: everything in memory is gone.
    void restart() { m_worker = {}; }

    HttpResponse handle(const HttpRequest &request)
    {
        if (!m_worker.service)
            m_worker = newWorker();
        return m_worker.service->handle(request);
    }

    //! One statement on a tenant's file behind the server's back.
    void sabotage(const QString &tenant, const QByteArray &statement)
    {
        Sql::Options options;
        options.path = folder().tenant(TenantId(tenant));
        const auto sql = value(Sql::open(options));
        value(sql->execute(statement));
    }

    ManualClock clock;
    test::SeededRandom random{7};
    WriteTurns turns;

private:
    QTemporaryDir m_directory;
    std::unique_ptr<SqliteAccounts> m_accounts;
    Worker m_worker;
};

//! Straight into the server's handlers.
class Direct final : public Transport
{
public:
    explicit Direct(Server &server) : m_server(server) { }
    Task<Result<HttpResponse>> send(HttpRequest request) override
    {
        if (lost && lost(request))
            co_return fail(ErrorKind::Offline, u"net.refused"_s);
        auto response = m_server.handle(request);
        if (after)
            after(request);
        co_return response;
    }
    std::function<bool(const HttpRequest &)> lost;  //!< whether a request never arrives; none set: they all do
    std::function<void(const HttpRequest &)> after; //!< what happens while the answer is on its way

private:
    Server &m_server;
};

[[nodiscard]] inline HttpRequest get(const QByteArray &token, const QString &target)
{
    HttpRequest request;
    request.url = QUrl(target);
    if (!token.isEmpty())
        request.headers.insert("authorization", "Bearer " + token);
    return request;
}

[[nodiscard]] inline HttpRequest post(const QByteArray &token, const QByteArray &body)
{
    HttpRequest request = get(token, u"/api/sync/push"_s);
    request.method = "POST";
    request.headers.insert("content-type", "application/json");
    request.body = body;
    return request;
}

//! The answer's object; ends the program where the status is not the expected one.
[[nodiscard]] inline QJsonObject json(const HttpResponse &response, int status = 200)
{
    if (response.status != status)
        qFatal("status %d: %s", response.status, response.body.constData());
    return value(parseJsonObject(response.body, 64));
}

[[nodiscard]] inline QString errorCode(const QJsonObject &answer)
{
    return answer["error"_L1]["code"_L1].toString();
}

//! A client that speaks the protocol, its clock the server's.
class Client
{
public:
    Client(Server &server, QByteArray token) : m_server(server), m_token(std::move(token)) { }

    [[nodiscard]] const QByteArray &token() const { return m_token; }
    HttpResponse send(const QString &target) { return m_server.handle(get(m_token, target)); }

    [[nodiscard]] QJsonObject operation(const QString &kind, const QString &type, const QJsonValue &id,
                                        const QJsonObject &data = {}, const QJsonObject &more = {})
    {
        QJsonObject result{{u"id"_s, ++m_operations},
                           {u"operation"_s, kind},
                           {u"entityType"_s, type},
                           {u"entityId"_s, id},
                           {u"timestamp"_s, m_server.clock.now().toMSecsSinceEpoch()}};
        if (kind != u"delete"_s)
            result.insert(u"data"_s, data);
        for (auto item = more.begin(); item != more.end(); ++item)
            result.insert(item.key(), item.value());
        return result;
    }

    //! The whole answer of one push.
    QJsonObject pushAll(const QJsonArray &operations)
    {
        return json(m_server.handle(post(m_token, QJsonDocument(QJsonObject{{u"operations"_s, operations}}).toJson())));
    }
    //! The answer to one operation, sent alone.
    QJsonObject push(const QJsonObject &operation) { return pushAll({operation})["results"_L1][0].toObject(); }
    QJsonObject create(const QString &type, const QString &tempId, const QJsonObject &data,
                       const QJsonObject &more = {})
    {
        return push(operation(u"create"_s, type, tempId, data, more));
    }
    QJsonObject update(const QString &type, const QJsonValue &id, qint64 baseVersion, const QJsonObject &data)
    {
        return push(operation(u"update"_s, type, id, data, {{u"baseVersion"_s, baseVersion}}));
    }
    QJsonObject remove(const QString &type, const QJsonValue &id, qint64 baseVersion)
    {
        return push(operation(u"delete"_s, type, id, {}, {{u"baseVersion"_s, baseVersion}}));
    }

    QJsonObject pull(const QString &query = {}) { return json(send(u"/api/sync/pull?"_s + query)); }
    //! All changes from the beginning: the state of the company as the protocol shows it.
    QJsonArray everything() { return pull(u"limit=1000"_s)["changes"_L1].toArray(); }
    //! The record as it is on the server now.
    QJsonObject record(const QString &type, qint64 id)
    {
        return json(send(u"/api/sync/record?entityType=%1&id=%2"_s.arg(type).arg(id)))["change"_L1].toObject();
    }

private:
    Server &m_server;
    QByteArray m_token;
    qint64 m_operations = 0;
};

[[nodiscard]] inline QJsonObject customer(const QString &name, const QString &number = {})
{
    QJsonObject body{{u"name"_s, name}};
    if (!number.isEmpty())
        body.insert(u"customerNumber"_s, number);
    return body;
}

[[nodiscard]] inline QJsonObject invoice(const QJsonValue &customerId, const QString &price = u"100"_s)
{
    const QJsonObject row{{u"rowId"_s, u"r1"_s},
                          {u"description"_s, u"Work"_s},
                          {u"quantity"_s, u"1"_s},
                          {u"price"_s, price},
                          {u"vat"_s, u"25"_s}};
    return {{u"customer"_s, customerId},
            {u"invoiceDate"_s, u"2026-03-01"_s},
            {u"currency"_s, u"SEK"_s},
            {u"rows"_s, QJsonArray{row}}};
}

} // namespace serverfixture
