// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "serverfixture.h"

#include "core/outbox/recordeditor.h"
#include "core/providers/frostserver/frostprovider.h"
#include "core/sync/syncengine.h"

#include <QTest>

#include <qcorotask.h>

using namespace serverfixture;
using companyfixture::codeOf;

namespace {

const ConnectionId kServer(u"frostserver"_s);

class AtOnce final : public Executor
{
public:
    QCoro::Task<> giveWay() override { co_return; }
};

//! One computer with the real engine.
class Computer
{
public:
    Computer(Server &server, const QByteArray &token, const QString &pack, quint64 seed)
        : random(seed), transport(server), m_server(server),
          database(value(Database::create({TenantId(u"firm"_s), CompanyId(u"acme"_s), m_folder.filePath(u"acme.frost"_s)},
                                          {pack}, server.clock, random, {}))),
          writer(*database, server.clock, random), editor(writer, server.clock, random),
          provider({QUrl(u"http://server"_s), u"acme"_s, token}, transport, server.clock),
          actor{UserId(u"anna@firm.se"_s), database->device(), Source::User},
          engine(writer, provider, kServer, actor, server.clock, random, executor)
    {
        value(Connections(database->sql(), server.clock).add(kServer, u"frostserver"_s, {}));
        auto rows = value(database->sql().query("PRAGMA user_version"));
        knownVersion = rows.next() ? rows.integer(0) : 0;
    }
    RunReport sync() { return value(QCoro::waitFor(engine.run({}))); }
    [[nodiscard]] QList<Record> all(const EntityType &type)
    {
        return value(value(database->objectStore(type)).getAll({}, KeyRange::all()));
    }
    [[nodiscard]] QString remoteId(const EntityType &type, const LocalId &id)
    {
        const auto link = value(Links(database->sql(), kServer, m_server.clock, random).find(type, id));
        return link ? link->remote.toString() : QString();
    }
    //! The body as the server knows it: references under remote ids.
    [[nodiscard]] QJsonObject shared(const EntityType &type, const QJsonObject &body)
    {
        return mapReferences(*database->schema().find(type), body,
                             [&](const EntityType &target, const QString &id) { return remoteId(target, LocalId(id)); });
    }

    qint64 knownVersion = 0;
    test::SeededRandom random;
    Direct transport;
    AtOnce executor;

private:
    Server &m_server;
    QTemporaryDir m_folder;

public:
    std::unique_ptr<Database> database;
    RecordWriter writer;
    RecordEditor editor;
    frostserver::FrostProvider provider;
    Actor actor;
    SyncEngine engine;
};

QJsonValue sample(const Field &field, const QHash<EntityType, LocalId> &made);

QJsonObject sampleOf(const QList<Field> &fields, const QHash<EntityType, LocalId> &made)
{
    QJsonObject body;
    for (const Field &field : fields) {
        // A step would close the record, and what a remote assigns or a computation gives is not typed.
        if (field.derived || field.assignedByRemote || isStep(field))
            continue;
        if (const auto each = sample(field, made); !each.isUndefined())
            body.insert(field.name, each);
    }
    return body;
}

//! A value of every kind, so that no field of any pack is left out.
QJsonValue sample(const Field &field, const QHash<EntityType, LocalId> &made)
{
    switch (field.kind) {
    case FieldKind::Text: return field.compare == u"email" ? u"ada@example.se"_s : u"Åäö "_s + field.name;
    case FieldKind::Integer: return 7;
    case FieldKind::Decimal: return u"12.5"_s;
    case FieldKind::Amount: return u"100.00"_s;
    case FieldKind::Boolean: return true;
    case FieldKind::Date: return u"2026-02-28"_s;
    case FieldKind::Instant: return u"2026-02-28T10:00:00.000Z"_s;
    case FieldKind::Choice: return field.choices.last();
    case FieldKind::Reference:
        return made.contains(field.target) ? QJsonValue(made.value(field.target).toString()) : QJsonValue(QJsonValue::Undefined);
    case FieldKind::Rows: return QJsonArray{sampleOf(field.fields, made)};
    }
    return {};
}

//! Two rows that balance, for types whose rows are debit and credit.
void balance(QJsonObject &body)
{
    QJsonArray rows = body.value(u"rows"_s).toArray();
    QJsonObject debit = rows.first().toObject();
    if (!debit.contains(u"debit"_s))
        return;
    QJsonObject credit = debit;
    debit.remove(u"credit"_s);
    credit.remove(u"debit"_s);
    body.insert(u"rows"_s, QJsonArray{debit, credit});
}

} // namespace

//! R-LOC-08: a record of every type of every pack is made offline, sent to the real server and read by another computer.
class PackSyncTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyTypeOfEveryPackTravels_data()
    {
        QTest::addColumn<QString>("pack");
        for (const auto &pack : {u"accounting"_s, u"commerce"_s, u"veterinary"_s})
            QTest::newRow(qPrintable(pack)) << pack;
    }
    void everyTypeOfEveryPackTravels()
    {
        QFETCH(QString, pack);
        Server server;
        const auto token = server.addUser(u"firm"_s, u"acme"_s, u"anna@firm.se"_s, Role::Admin, {pack});
        Computer first(server, token, pack, 11);
        Computer second(server, token, pack, 22);
        const auto types = first.database->schema().types();
        QHash<EntityType, LocalId> made;
        for (const EntityType &type : types) {
            QJsonObject body = sampleOf(first.database->schema().find(type)->fields, made);
            balance(body);
            if (const auto &day = first.database->schema().find(type)->closesBooks; !day.isEmpty())
                body.insert(day, u"2025-12-31"_s); // before all samples
            const auto created = first.editor.create(type, body, first.actor);
            QVERIFY2(created, created ? "" : qPrintable(type.toString() + u' ' + created.error().logLine()));
            made.insert(type, created->id);
        }
        QCOMPARE(value(first.writer.outbox().counts()).pending, types.size());

        const auto sent = first.sync();
        QCOMPARE(sent.counts.pushed, types.size());
        QCOMPARE(sent.counts.failed + sent.counts.conflicts, 0);
        QCOMPARE(value(first.writer.outbox().counts()).pending, 0);
        QCOMPARE(second.sync().counts.created, types.size());
        for (const EntityType &type : types) {
            const auto theirs = second.all(type);
            const auto ours = first.all(type);
            QCOMPARE(theirs.size(), 1);
            QCOMPARE(second.remoteId(type, theirs.first().id), first.remoteId(type, ours.first().id));
            QCOMPARE(second.shared(type, theirs.first().body), first.shared(type, ours.first().body));
        }
        // And back, again of every type: a note of the other computer's.
        for (const EntityType &type : types) {
            if (second.database->schema().find(type)->field(u"note"))
                value(second.editor.update(type, second.all(type).first().id, {{u"note"_s, u"seen"_s}}, second.actor));
        }
        QCOMPARE(second.sync().counts.failed, 0);
        QCOMPARE(first.sync().counts.conflicts, 0);
        for (const EntityType &type : types)
            QCOMPARE(first.shared(type, first.all(type).first().body), second.shared(type, second.all(type).first().body));
        for (auto *computer : {&first, &second}) {
            QCOMPARE(value(computer->database->check()), QStringList());
            QCOMPARE(value(computer->writer.audit().verify()), QStringList());
        }
    }

    // R-LOC-05: a colleague's newer program has put fields into the record that this one does not know.
    void fieldsOfANewerVersionAreKeptAndSentBack()
    {
        Server server;
        const auto token = server.addUser(u"firm"_s, u"acme"_s, u"anna@firm.se"_s, Role::Admin, {u"commerce"_s});
        const EntityType products(u"products"_s);
        Client newer(server, token);
        const QJsonObject given{{u"name"_s, u"Lampa"_s}, {u"sku"_s, u"L-1"_s}, {u"colour"_s, u"blå"_s},
                                {u"origins"_s, QJsonArray{QJsonObject{{u"land"_s, u"SE"_s}}}}};
        newer.create(u"products"_s, u"temp_1"_s, given, {{u"schemaVersion"_s, 9}});
        Computer older(server, token, u"commerce"_s, 33);
        older.sync();
        const auto pulled = older.all(products).first();
        QCOMPARE(pulled.body.value(u"colour"_s), QJsonValue(u"blå"_s));
        // Edited here in a field both know.
        const auto edited = value(older.editor.update(products, pulled.id, {{u"name"_s, u"Taklampa"_s}}, older.actor));
        QCOMPARE(edited.body.value(u"colour"_s), QJsonValue(u"blå"_s));
        QCOMPARE(older.sync().counts.pushed, 1);
        const auto onServer = newer.record(u"products"_s, 1)["data"_L1].toObject();
        QCOMPARE(onServer.value(u"name"_s), QJsonValue(u"Taklampa"_s));
        QCOMPARE(onServer.value(u"colour"_s), given.value(u"colour"_s));
        QCOMPARE(onServer.value(u"origins"_s), given.value(u"origins"_s));
        // The newer one changes only what the older one does not know.
        QJsonObject repainted = onServer;
        repainted.insert(u"colour"_s, u"röd"_s);
        const auto answer = newer.update(u"products"_s, 1, newer.record(u"products"_s, 1)["version"_L1].toInteger(),
                                         repainted);
        QVERIFY2(answer["success"_L1].toBool(), QJsonDocument(answer).toJson().constData());
        QCOMPARE(newer.record(u"products"_s, 1)["data"_L1]["colour"_L1].toString(), u"röd"_s);
        older.sync();
        QCOMPARE(older.all(products).first().body.value(u"colour"_s), QJsonValue(u"röd"_s));
        QCOMPARE(older.all(products).first().body.value(u"name"_s), QJsonValue(u"Taklampa"_s));
    }

    // A record of an older version of the pack, with a field that there is no more and without one that came since, is read,
    // edited and sent as any other, and has the new version after that.
    void recordsOfAnOlderVersionStayReadableAndSyncable()
    {
        Server server;
        const auto token = server.addUser(u"firm"_s, u"acme"_s, u"anna@firm.se"_s, Role::Admin, {u"veterinary"_s});
        Computer computer(server, token, u"veterinary"_s, 44);
        const EntityType clients(u"clients"_s);
        const auto made = value(computer.editor.create(clients, {{u"name"_s, u"Ada"_s}}, computer.actor));
        const QByteArray then = R"({"name":"Ada","telefax":"090-12 34 56"})";
        value(computer.database->sql().run("UPDATE os_clients SET schema_version = 1, body = CAST(? AS TEXT)", {then}));
        QCOMPARE(computer.all(clients).first().schemaVersion, 1);
        QCOMPARE(toCanonicalJson(computer.all(clients).first().body), then);
        QVERIFY(value(computer.database->check()).isEmpty());
        QCOMPARE(computer.sync().counts.pushed, 1);
        Client other(server, token);
        QCOMPARE(other.record(u"clients"_s, 1)["data"_L1]["telefax"_L1].toString(), u"090-12 34 56"_s);
        const auto edited = value(computer.editor.update(clients, made.id, {{u"countryCode"_s, u"SE"_s}}, computer.actor));
        QCOMPARE(edited.schemaVersion, 2);
        QCOMPARE(edited.body.value(u"telefax"_s), QJsonValue(u"090-12 34 56"_s));
        QCOMPARE(computer.sync().counts.pushed, 1);
        const auto there = other.record(u"clients"_s, 1)["data"_L1].toObject();
        QCOMPARE(there.value(u"countryCode"_s), QJsonValue(u"SE"_s));
        QCOMPARE(there.value(u"telefax"_s), QJsonValue(u"090-12 34 56"_s));
    }

    // R-LOC-05: the file is brought up to date by a newer program while this one has work in flight.
    void aRunThatIsOvertakenByANewerProgramEndsClearlyAndLosesNothing()
    {
        Server server;
        const auto token = server.addUser(u"firm"_s, u"acme"_s, u"anna@firm.se"_s, Role::Admin, {u"commerce"_s});
        Computer computer(server, token, u"commerce"_s, 55);
        const EntityType products(u"products"_s);
        value(computer.editor.create(products, {{u"name"_s, u"Lampa"_s}}, computer.actor));
        const QString path = computer.database->path();
        // What a migration of the next version does, from another connection and after the answer has left the server.
        int exchanges = 0;
        computer.transport.after = [&](const HttpRequest &request) {
            if (request.method != "POST" || ++exchanges > 1)
                return;
            const auto newer = value(Sql::open({.path = path}));
            const QByteArray next = QByteArray::number(computer.knownVersion + 1);
            auto step = value(Transaction::begin(*newer, Durability::PowerCut));
            value(newer->execute("CREATE TABLE news(v)"));
            value(newer->execute("PRAGMA user_version=" + next));
            value(step.commit());
        };
        const auto overtaken = QCoro::waitFor(computer.engine.run({}));
        QCOMPARE(exchanges, 1);
        const QString code = !overtaken ? overtaken.error().code : overtaken->error ? overtaken->error->code : QString();
        QCOMPARE(code, u"store.tooNew"_s);
        QCOMPARE(codeOf(computer.editor.create(products, {{u"name"_s, u"Stol"_s}}, computer.actor)), u"store.tooNew"_s);
        // What was in flight still is: the newer program settles it, and the product is on the server once.
        {
            auto rows = value(computer.database->sql().query("SELECT count(*) FROM operations WHERE state='processing'"));
            QVERIFY(rows.next());
            QCOMPARE(rows.integer(0), 1);
        }
        computer.transport.after = {};
        auto settled = value(Sql::open({.path = path}));
        value(settled->execute("PRAGMA user_version=" + QByteArray::number(computer.knownVersion)));
        settled.reset();
        value(computer.database->sql().execute("DROP TABLE news"));
        const auto report = computer.sync();
        QCOMPARE(report.counts.failed + report.counts.conflicts, 0);
        QCOMPARE(value(computer.writer.outbox().counts()).pending, 0);
        QCOMPARE(Client(server, token).everything().size(), 1);
    }
};

QTEST_GUILESS_MAIN(PackSyncTest)
#include "packsync_test.moc"
