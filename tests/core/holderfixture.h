// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hubfixture.h"
#include "serverfixture.h"

#include "core/providers/frostserver/frostprovider.h"

//! Two computers of one firm: each with the company's file, the firm's server between them, and both with a connection to
//! the same shop, which only one of them may speak to.
namespace holderfixture {

using namespace hubfixture;
using serverfixture::Direct;
using serverfixture::Server;

class Computer
{
public:
    Computer(Server &server, Shop &shop, const QString &user, quint64 seed)
        : random(seed), transport(server), m_server(server),
          database(value(Database::create({TenantId(u"firm"_s), CompanyId(u"acme"_s), m_folder.filePath(u"acme.frost"_s)},
                                          {u"accounting"_s}, server.clock, random, {}))),
          writer(*database, server.clock, random), editor(writer, server.clock, random),
          provider({QUrl(u"http://server"_s), u"acme"_s, server.addUser(u"firm"_s, u"acme"_s, user)}, transport, server.clock),
          actor{UserId(user), database->device(), Source::User},
          serverEngine(writer, provider, kServer, actor, server.clock, random, executor),
          shopEngine(writer, shop, kShop, actor, server.clock, random, executor)
    {
        Connections known(database->sql(), server.clock);
        value(known.add(kServer, u"frostserver"_s, {}));
        value(known.add(kShop, u"shop"_s, {}));
    }

    //! "" where it went well, else why not.
    QString syncServer() { return outcome(QCoro::waitFor(serverEngine.run({}))); }
    QString syncShop()
    {
        SyncEngine::Options options;
        options.shared = SharedThrough{&provider, kServer, [this]() -> Task<Result<>> {
                                           const auto report = co_await serverEngine.run({});
                                           if (!report)
                                               co_return fail(report.error());
                                           if (report->error) // a run that broke off has caught up with nothing
                                               co_return fail(*report->error);
                                           co_return Result<>();
                                       }};
        return outcome(QCoro::waitFor(shopEngine.run(std::move(options))));
    }
    void onlyPushToShop()
    {
        value(setRules(*database, kShop, {{u"direction"_s, u"push"_s}}));
    }
    Task<Result<>> letGo() { return frost::letGo(provider, writer.outbox(), *database, kShop, m_server.clock); }
    LocalId create(const QString &name) { return value(editor.create(kCustomers, named(name), actor)).id; }
    void edit(const LocalId &id, const QJsonObject &patch) { value(editor.update(kCustomers, id, patch, actor)); }
    void remove(const LocalId &id) { value(editor.remove(kCustomers, id, actor)); }
    [[nodiscard]] QList<Record> all() { return value(value(database->objectStore(kCustomers)).getAll({}, KeyRange::all())); }
    //! Names of the live customers, sorted.
    [[nodiscard]] QStringList names()
    {
        QStringList result;
        for (const auto &record : all()) {
            if (!record.deleted)
                result.append(record.body["name"_L1].toString());
        }
        result.sort();
        return result;
    }
    [[nodiscard]] LocalId customerNamed(const QString &name)
    {
        for (const auto &record : all()) {
            if (!record.deleted && record.body["name"_L1] == name)
                return record.id;
        }
        return {};
    }
    [[nodiscard]] QString idAtShop(const LocalId &id)
    {
        const auto link = value(Links(database->sql(), kShop, m_server.clock, random).find(kCustomers, id));
        return link && link->syncedAt.isValid() ? link->remote.toString() : QString();
    }
    [[nodiscard]] qint64 waiting(const ConnectionId &connection) { return value(writer.outbox().unsent(connection)); }
    [[nodiscard]] std::optional<Operation> open(const LocalId &id, const ConnectionId &connection = kShop)
    {
        return value(writer.outbox().open(connection, kCustomers, id));
    }
    [[nodiscard]] qint64 openConflicts()
    {
        return qint64(value(ConflictStore(database->sql(), m_server.clock).list(false)).size());
    }

    test::SeededRandom random;
    Direct transport;
    AtOnce executor;

private:
    static QString outcome(const Result<RunReport> &report)
    {
        if (!report)
            return report.error().code;
        return report->error ? report->error->code : QString();
    }

    Server &m_server;
    QTemporaryDir m_folder;

public:
    std::unique_ptr<Database> database;
    RecordWriter writer;
    RecordEditor editor;
    frostserver::FrostProvider provider;
    Actor actor;
    SyncEngine serverEngine;
    SyncEngine shopEngine;
};

//! WooCommerce's kind of shop, that says who it is.
class Firm
{
public:
    Firm() { shop.account = u"shop.example"_s; }

    //! Nobody holds the shop any more.
    void waitForTheEnd() { server.clock.advance(std::chrono::minutes(11)); }
    [[nodiscard]] QStringList namesAtShop() const
    {
        QStringList names;
        for (const auto &id : shop.live(kCustomers))
            names.append(shop.body(kCustomers, id)["name"_L1].toString());
        names.sort();
        return names;
    }

    Server server;
    Shop shop{{.prefix = u"S"_s, .can = plain()}};
    Computer anna{server, shop, u"anna@firm.se"_s, 1};
    Computer bo{server, shop, u"bo@firm.se"_s, 2};
};

} // namespace holderfixture
