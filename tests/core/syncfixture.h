// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "officefixture.h"

#include "core/outbox/recordeditor.h"
#include "core/sync/conflictresolver.h"
#include "core/sync/syncengine.h"
#include "tests/support/fakeprovider.h"

#include <QJsonArray>

#include <qcorotask.h>

//! A company, the real engine, and a remote that says what a test wants.
namespace syncfixture {

using namespace officefixture;
using test::FakeProvider;

inline const EntityType kInvoices(u"invoices"_s);

inline RemoteRecord remoteRecord(const EntityType &type, const QString &id, const QString &version, const QJsonObject &body)
{
    RemoteRecord record;
    record.type = type;
    record.id = RemoteId(id);
    record.version = version;
    record.body = body;
    return record;
}

inline RemoteRecord remoteCustomer(const QString &id, const QString &version, const QJsonObject &body)
{
    return remoteRecord(kCustomers, id, version, body);
}

//! An invoice as a remote sends it: the customer under the remote's id.
inline RemoteRecord remoteInvoice(const QString &id, const QString &customer)
{
    return remoteRecord(kInvoices, id, u"1"_s,
                        {{u"customer"_s, customer}, {u"invoiceDate"_s, u"2026-01-05"_s}, {u"currency"_s, u"SEK"_s}, {u"rows"_s, QJsonArray()}});
}

inline Page page(std::vector<RemoteRecord> changes, const QString &checkpoint = u"c1"_s, bool hasMore = false)
{
    return {std::move(changes), checkpoint, hasMore};
}

class AtOnce final : public Executor
{
public:
    QCoro::Task<> giveWay() override { co_return; }
};

class SyncOffice : public Office
{
public:
    SyncOffice()
        : editor(writer, company.clock, company.random), conflicts(company.sql(), company.clock),
          resolver(writer, conflicts, company.clock, company.random),
          engine(writer, remote, kServer, kAnna, company.clock, company.random, executor)
    {
    }

    RunReport sync(PullMode mode = PullMode::Delta, RunOrigin origin = RunOrigin::Automatic)
    {
        SyncEngine::Options options;
        options.mode = mode;
        options.origin = origin;
        return value(QCoro::waitFor(engine.run(std::move(options))));
    }
    LocalId create(const QJsonObject &body, const EntityType &type = kCustomers)
    {
        return value(editor.create(type, body, kAnna)).id;
    }
    void edit(const LocalId &id, const QJsonObject &patch) { value(editor.update(kCustomers, id, patch, kAnna)); }

    [[nodiscard]] QJsonObject body(const LocalId &id, const EntityType &type = kCustomers)
    {
        const auto record = value(value(company.database().objectStore(type)).get(id));
        return record && !record->deleted ? record->body : QJsonObject();
    }
    [[nodiscard]] qint64 count(const EntityType &type = kCustomers)
    {
        return value(value(company.database().objectStore(type)).count());
    }
    [[nodiscard]] LocalId localOf(const QString &remoteId, const EntityType &type = kCustomers)
    {
        const auto link = value(links().find(type, RemoteId(remoteId)));
        return link ? link->local : LocalId();
    }
    [[nodiscard]] QString state(const LocalId &id)
    {
        const auto operation = open(id);
        return operation ? toString(operation->state) : u"done"_s;
    }
    [[nodiscard]] QList<Conflict> openConflicts() { return value(conflicts.list(false)); }
    void resolveFirst(Strategy strategy) { value(resolver.resolve(openConflicts().first().id, strategy, std::nullopt, kAnna)); }
    [[nodiscard]] qint64 audited(const QByteArray &action)
    {
        return company.number("SELECT count(*) FROM audit WHERE action = '" + action + "'");
    }
    [[nodiscard]] QStringList faults() { return value(company.database().check()); }

    FakeProvider remote;
    AtOnce executor;
    RecordEditor editor;
    ConflictStore conflicts;
    ConflictResolver resolver;
    SyncEngine engine;
};

} // namespace syncfixture
