// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "companyfixture.h"

#include "core/base/json.h"
#include "core/outbox/recordwriter.h"

//! A company with connections, and what an engine does with its queue, in the smallest form.
namespace officefixture {

using namespace companyfixture;

inline const ConnectionId kServer(u"frostserver"_s);
inline const ConnectionId kShop(u"shop"_s);
inline const EntityType kCustomers(u"customers"_s);
inline const LocalId kRecord(u"tmp-a"_s);
inline const Actor kAnna{UserId(u"anna@firm.se"_s), DeviceId(u"laptop"_s), Source::User};

inline QJsonObject named(const QString &name)
{
    return {{u"name"_s, name}};
}

class Office
{
public:
    explicit Office(const QList<ConnectionId> &connections = {kServer})
        : writer(company.database(), company.clock, company.random)
    {
        Connections known(company.sql(), company.clock);
        for (const auto &connection : connections)
            value(known.add(connection, u"frostserver"_s, {}));
    }

    Record write(const QJsonObject &body, bool deleted = false, const LocalId &id = kRecord,
                 const ConnectionId &silent = {})
    {
        Record record;
        company.write([&] {
            record = value(writer.write({.type = kCustomers,
                                         .id = id,
                                         .body = body,
                                         .deleted = deleted,
                                         .updatedBy = u"anna"_s,
                                         .updatedAt = {}},
                                        kAnna, silent));
        });
        return record;
    }

    [[nodiscard]] std::optional<Operation> open(const LocalId &id = kRecord, const ConnectionId &connection = kServer)
    {
        return value(writer.outbox().open(connection, kCustomers, id));
    }

    [[nodiscard]] Links links(const ConnectionId &connection = kServer)
    {
        return Links(company.sql(), connection, company.clock, company.random);
    }

    void take(const LocalId &id = kRecord)
    {
        const auto operation = *open(id);
        const auto record = *value(value(company.database().objectStore(kCustomers)).get(id));
        company.write([&] {
            value(writer.outbox().markInFlight(operation.id, {.kind = operation.kind,
                                                              .revision = record.revision,
                                                              .key = IdempotencyKey(company.random.uuid()),
                                                              .bytes = "request",
                                                              .body = toCanonicalJson(record.body),
                                                              .at = company.clock.now(),
                                                              .epoch = 1}));
        });
    }

    //! The remote has confirmed what was sent.
    void acknowledge(const LocalId &id = kRecord)
    {
        const auto operation = *open(id);
        const auto record = *value(value(company.database().objectStore(kCustomers)).get(id));
        // A deletion stays true however often the record was brought back and deleted again meanwhile.
        const bool moved = operation.sent->kind == OperationKind::Delete ? !record.deleted
                                                                         : record.revision != operation.sent->revision;
        auto known = links();
        company.write([&] {
            if (operation.sent->kind == OperationKind::Delete) {
                value(known.remove(kCustomers, id));
                value(known.dropBase(kCustomers, id));
                if (moved)
                    value(writer.outbox().enqueue(kServer, kCustomers, id, OperationKind::Create, Priority::Low,
                                                  operation.user));
            } else {
                Link link;
                link.local = id;
                link.remote = RemoteId(u"real-%1-%2"_s.arg(id.toString()).arg(operation.id));
                if (const auto before = value(known.find(kCustomers, id)))
                    link.remote = before->remote;
                link.syncedAt = company.clock.now();
                link.operation = operation.id;
                value(known.store(kCustomers, link));
                if (moved)
                    value(known.setBase(kCustomers, id, value(parseJsonObject(operation.sent->body))));
                else
                    value(known.dropBase(kCustomers, id));
            }
            value(
                writer.outbox().transition(operation.id, moved ? OperationState::Pending : OperationState::Completed));
        });
    }

    void transition(OperationState to, const LocalId &id = kRecord)
    {
        company.write([&] { value(writer.outbox().transition(open(id)->id, to)); });
    }

    Company company;
    RecordWriter writer;
};

} // namespace officefixture
