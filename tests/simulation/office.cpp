// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/office.h"

#include "core/base/json.h"
#include "core/server/sqlite/sqliteaccounts.h"

#include <QJsonArray>
#include <QUrlQuery>

#include <algorithm>

namespace frost::test {

using namespace Qt::StringLiterals;

namespace {

template<class T>
T orFatal(Result<T> result)
{
    if (!result)
        qFatal("the server: %s", qPrintable(result.error().logLine()));
    return *std::move(result);
}

struct Founded {
    MemoryDisk::Image image;
    std::vector<QByteArray> tokens;
};

//! A server with its users and nothing else; made once, and copied for every world.
const Founded &founded(int users)
{
    static std::map<int, Founded> all;
    if (const auto found = all.find(users); found != all.end())
        return found->second;
    Simulator simulator(0);
    SeededRandom random(0);
    MemoryDisk disk;
    Founded made;
    {
        auto accounts = orFatal(server::SqliteAccounts::open(server::ServerFolder(disk.path(u"server"_s)), simulator, random));
        for (int i = 0; i < users; ++i) {
            server::Accounts::NewUser user{TenantId(u"firm"_s), CompanyId(u"acme"_s), UserId(u"user%1@firm.se"_s.arg(i)),
                                           server::Role::Bookkeeper, {}};
            made.tokens.push_back(orFatal(accounts->addUser(user)).secret);
        }
    }
    made.image = disk.image();
    return all.emplace(users, std::move(made)).first->second;
}

HttpResponse json(int status, const QJsonObject &body, HttpHeaders headers = {})
{
    headers.insert("content-type", "application/json");
    return {status, headers, toCanonicalJson(body)};
}

HttpResponse refused(int status, const QString &code, HttpHeaders headers = {})
{
    return json(status, {{u"success"_s, false}, {u"error"_s, QJsonObject{{u"code"_s, code}, {u"args"_s, QJsonArray()}}}}, headers);
}

QJsonArray operationsOf(const HttpRequest &request)
{
    return orFatal(parseJsonObject(request.body, 64))["operations"_L1].toArray();
}

bool isPush(const HttpRequest &request)
{
    return request.method == "POST";
}

bool isHealth(const HttpRequest &request)
{
    return request.url.path() == u"/health";
}
} // namespace

struct Office::Service {
    std::unique_ptr<server::SqliteServerStore> store;
    server::SyncService service;
    Service(const MemoryDisk &disk, Clock &clock, Random &random, server::WriteTurns &turns)
        : store(orFatal(server::SqliteServerStore::open(server::ServerFolder(disk.path(u"server"_s)), clock, random, turns))),
          service(*store, clock)
    {
    }
};

Office::Office(const Surroundings &around, int users) : m_around(around), m_clock(around.simulator)
{
    const auto &made = founded(users);
    m_tokens = made.tokens;
    m_disk.restore(made.image);
    open();
}

Office::~Office() = default;

void Office::open()
{
    m_position.reset();
    m_service = std::make_unique<Service>(m_disk, m_clock, m_around.random, m_turns);
}

bool Office::draws(Fault fault, int percent)
{
    if (!m_around.faults.strikes(fault, m_around.random, percent))
        return false;
    m_around.faults.happened(fault);
    return true;
}

// --- What happens to the server itself

void Office::renameEpoch()
{
    m_around.faults.happened(Fault::ServerRestored);
    note(u"has a new epoch"_s);
    m_service.reset();
    {
        auto tenant = orFatal(Sql::open({.path = server::ServerFolder(m_disk.path(u"server"_s)).tenant(TenantId(u"firm"_s))}));
        auto transaction = orFatal(Transaction::begin(*tenant, Durability::PowerCut));
        (void)orFatal(tenant->run("DELETE FROM meta WHERE key = 'epoch'"));
        (void)transaction.commit();
    }
    open();
}

void Office::note(const QString &what)
{
    m_trail += u"%1 server: %2"_s.arg(toIso(m_around.simulator.now()), what);
}

void Office::backUp()
{
    note(u"backed up at change %1"_s.arg(position().change));
    m_backup = Backup{m_disk.image(), m_around.oracle.onServer(), m_carriedOut};
}

void Office::restoreBackup()
{
    if (!m_backup)
        return;
    const auto before = rows();
    note(u"restored from the backup, %1 records before"_s.arg(before.size()));
    m_service.reset();
    m_disk.restore(m_backup->image);
    {
        auto tenant = orFatal(Sql::open({.path = server::ServerFolder(m_disk.path(u"server"_s)).tenant(TenantId(u"firm"_s))}));
        auto transaction = orFatal(Transaction::begin(*tenant, Durability::PowerCut));
        // What may have been given since the backup is not given again, neither ids nor numbers: the gap is filled by what
        // the devices still have, and explained by the restore.
        (void)orFatal(tenant->run("UPDATE counters SET next_id = next_id + ?", {10000 * ++m_restores}));
        (void)orFatal(tenant->run("INSERT INTO number_series (company, type, series, next) VALUES ('acme', 'invoices', '', ?) "
                                  "ON CONFLICT DO UPDATE SET next = excluded.next", {1000 * m_restores}));
        (void)transaction.commit();
    }
    m_rows.clear();
    m_states.clear();
    m_rowsUpTo = 0;
    m_pagingSince.clear();
    m_carriedOut = m_backup->carriedOut;
    m_around.oracle.serverRestored(m_backup->oracle);
    renameEpoch();
    QSet<QString> kept;
    for (const auto &row : rows())
        kept.insert(row.type + u'/' + QString::number(row.id));
    for (const auto &row : before) {
        const auto key = row.type + u'/' + QString::number(row.id);
        if (!kept.contains(key))
            m_lost.insert(key);
    }
}

void Office::jumpClock()
{
    m_around.faults.happened(Fault::ServerClock);
    const auto days = int(m_around.random.below(800)) - 400;
    m_clock.setAhead(std::chrono::hours(24) * days);
}

void Office::setEmpty(bool empty)
{
    if (empty || m_emptyService)
        note(empty ? u"looks empty"_s : u"is back"_s);
    m_emptyService.reset();
    if (!empty)
        return;
    auto image = founded(int(m_tokens.size())).image;
    m_emptyDisk.restore(image);
    {
        auto tenant = orFatal(Sql::open({.path = server::ServerFolder(m_emptyDisk.path(u"server"_s)).tenant(TenantId(u"firm"_s))}));
        auto transaction = orFatal(Transaction::begin(*tenant, Durability::PowerCut));
        (void)orFatal(tenant->run("DELETE FROM meta WHERE key = 'epoch'"));
        (void)transaction.commit();
    }
    m_emptyService = std::make_unique<Service>(m_emptyDisk, m_clock, m_around.random, m_turns);
}

void Office::colleagueWrites()
{
    QList<Row> live = rows();
    live.removeIf([](const Row &row) { return row.deleted; });
    if (live.isEmpty())
        return;
    const auto &row = live[qsizetype(m_around.random.below(std::uint64_t(live.size())))];
    const auto number = ++m_colleagueEdits;
    auto body = row.body;
    body[u"futureField"_s] = u"kept %1"_s.arg(number);
    HttpRequest request;
    request.method = "POST";
    request.url = QUrl(u"/api/sync/push?practiceId=acme"_s);
    request.headers = {{"authorization", "Bearer " + m_tokens.back()}, {"content-type", "application/json"}};
    const QJsonObject operation{{u"id"_s, number},
                                {u"operation"_s, u"update"_s},
                                {u"entityType"_s, row.type},
                                {u"entityId"_s, row.id},
                                {u"timestamp"_s, m_clock.now().toMSecsSinceEpoch()},
                                {u"practiceId"_s, u"acme"_s},
                                {u"userId"_s, u"colleague"_s},
                                {u"idempotencyKey"_s, u"colleague-%1"_s.arg(number)},
                                {u"baseVersion"_s, row.version},
                                {u"changedFields"_s, QJsonArray{u"futureField"_s}},
                                {u"data"_s, body}};
    request.body = toCanonicalJson(QJsonObject{{u"clientTimestamp"_s, m_clock.now().toMSecsSinceEpoch()},
                                               {u"operations"_s, QJsonArray{operation}}});
    const auto response = done(-1, request);
    if (response.status == 200 && orFatal(parseJsonObject(response.body, 64))["processed"_L1].toInt() == 1)
        m_around.faults.happened(Fault::UnknownFields);
}

// --- What it answers

HttpResponse Office::serve(int device, const HttpRequest &request)
{
    if (m_emptyService) {
        if (isPush(request)) // it would take them for good, and the real one would not know
            return refused(503, u"server.starting"_s);
        if (!isHealth(request))
            m_around.faults.happened(Fault::ServerEmpty);
        return m_emptyService->service.handle(request);
    }
    if (m_mood == Mood::Difficult && !isHealth(request))
        return inDifficultMood(device, request);
    return done(device, request);
}

HttpResponse Office::inDifficultMood(int device, const HttpRequest &request)
{
    if (auto no = refusal(device, request))
        return *std::move(no);
    if (!isPush(request))
        return newer(done(device, request));
    if (m_around.faults.strikes(Fault::OneOperationRefused, m_around.random, 6))
        refuseOne(request);
    const auto response = done(device, request);
    if (draws(Fault::ErrorAfterCommit, 4))
        return refused(500, u"internal"_s);
    return m_around.faults.strikes(Fault::OddResults, m_around.random, 6) ? odd(response) : response;
}

//! The whole request is refused, before anything is done.
std::optional<HttpResponse> Office::refusal(int device, const HttpRequest &request)
{
    if (m_around.faults.strikes(Fault::RateLimited, m_around.random, 3))
        return rateLimited(device);
    if (draws(Fault::AccessRefused, 3))
        return m_around.random.chance(60) ? refused(401, u"token.revoked"_s) : refused(403, u"permission.missing"_s);
    if (!isPush(request))
        return draws(Fault::CursorExpired, 2) ? std::optional(refused(410, u"cursor.expired"_s)) : std::nullopt;
    if (draws(Fault::RefusedByVersion, 2))
        return refused(m_around.random.chance(50) ? 409 : 412, u"precondition.failed"_s);
    if (draws(Fault::TooLarge, 6)) // for one alone too: a proxy's rules change by the hour
        return refused(m_around.random.chance(50) ? 413 : 400, u"body.tooLarge"_s);
    return std::nullopt;
}

HttpResponse Office::rateLimited(int device)
{
    m_around.faults.happened(Fault::RateLimited);
    static const QByteArrayList kWaits{"", "7", "90", "0", "-5", "999999999999", "soon", "Wed, 21 Oct 2026 07:28:00 GMT"};
    const auto wait = kWaits[qsizetype(m_around.random.below(std::uint64_t(kWaits.size())))];
    HttpHeaders headers;
    if (!wait.isEmpty())
        headers.insert("retry-after", wait);
    if (const int seconds = wait.toInt(); seconds > 0)
        m_notBefore.insert(device, m_around.simulator.now().addSecs(seconds));
    return refused(429, u"rate.limited"_s, headers);
}

//! One operation is refused for itself, as a remote does with what breaks its rules; the others are carried out. What was
//! answered once is answered for ever.
void Office::refuseOne(const HttpRequest &request)
{
    const auto operations = operationsOf(request);
    const auto victim = operations[qsizetype(m_around.random.below(std::uint64_t(operations.size())))].toObject();
    const auto key = victim["idempotencyKey"_L1].toString();
    if (m_carriedOut.contains(key) || m_refused.contains(key))
        return;
    m_around.faults.happened(Fault::OneOperationRefused);
    m_refused.insert(key, {{u"success"_s, false},
                           {u"error"_s, QJsonObject{{u"code"_s, u"rule.broken"_s}, {u"args"_s, QJsonArray()}}},
                           {u"retryable"_s, m_around.random.chance(50)}});
}

HttpResponse Office::withoutRefused(const HttpRequest &request)
{
    auto envelope = orFatal(parseJsonObject(request.body, 64));
    const auto asked = envelope["operations"_L1].toArray();
    QJsonArray passed;
    for (const auto &operation : asked)
        if (!m_refused.contains(operation.toObject()["idempotencyKey"_L1].toString()))
            passed.append(operation);
    if (passed.size() == asked.size())
        return m_service->service.handle(request);
    QJsonArray results;
    if (!passed.isEmpty()) {
        envelope[u"operations"_s] = passed;
        HttpRequest rest = request;
        rest.body = toCanonicalJson(envelope);
        const auto response = m_service->service.handle(rest);
        if (response.status != 200)
            return response;
        results = orFatal(parseJsonObject(response.body, 64))["results"_L1].toArray();
    }
    for (qsizetype i = 0; i < asked.size(); ++i) {
        auto refusal = m_refused.value(asked[i].toObject()["idempotencyKey"_L1].toString());
        if (refusal.isEmpty())
            continue;
        refusal.insert(u"operationId"_s, asked[i].toObject()["id"_L1]);
        results.insert(i, refusal);
    }
    return json(200, {{u"success"_s, false}, {u"results"_s, results}});
}

//! F20: in another order, one missing, one too many, one twice.
HttpResponse Office::odd(HttpResponse response)
{
    const auto parsed = parseJsonObject(response.body, 64);
    if (response.status != 200 || !parsed)
        return response;
    m_around.faults.happened(Fault::OddResults);
    auto results = (*parsed)["results"_L1].toArray();
    switch (m_around.random.below(4)) {
    case 0: results.removeFirst(); break;
    case 1: results.append(results.takeAt(0)); break;
    case 2: results.append(results.first()); break;
    default: results.prepend(QJsonObject{{u"operationId"_s, 987654321}, {u"success"_s, true}, {u"realId"_s, 1}, {u"version"_s, 1}});
    }
    return json(200, {{u"success"_s, true}, {u"results"_s, results}});
}

//! F27: members and types of a later version of the protocol.
HttpResponse Office::newer(HttpResponse response)
{
    auto page = parseJsonObject(response.body, 64);
    if (response.status != 200 || !page || !draws(Fault::UnknownFields, 5))
        return response;
    auto changes = (*page)["changes"_L1].toArray();
    changes.prepend(QJsonObject{{u"entityType"_s, u"spaceships"_s}, {u"id"_s, 4711}, {u"version"_s, 1},
                                {u"operation"_s, u"create"_s}, {u"data"_s, QJsonObject{{u"warp"_s, 9}}}});
    (*page)[u"changes"_s] = changes;
    (*page)[u"advice"_s] = u"drink water"_s;
    return json(200, *page);
}

HttpResponse Office::done(int device, const HttpRequest &request)
{
    const auto before = position().change;
    const HttpResponse response = isPush(request) ? withoutRefused(request) : m_service->service.handle(request);
    if (isPush(request)) {
        m_position.reset();
        if (position().change != before && someoneElseSyncs && someoneElseSyncs(device))
            m_around.faults.happened(Fault::EditedByOthers);
        (void)rows(); // so that every version is remembered
        witness(device, request, response);
        watchBases(request, response, before);
    } else if (!isHealth(request)) {
        notePaging(device, request, response);
    }
    return response;
}

// What the server has said yes to has arrived, whether or not the device hears it.
void Office::witness(int device, const HttpRequest &request, const HttpResponse &response)
{
    if (response.status != 200)
        return;
    const auto asked = operationsOf(request);
    const auto answered = orFatal(parseJsonObject(response.body, 64))["results"_L1].toArray();
    for (qsizetype i = 0; i < asked.size() && i < answered.size(); ++i) {
        const auto result = answered[i].toObject();
        m_carriedOut.insert(asked[i].toObject()["idempotencyKey"_L1].toString());
        if (result["conflict"_L1].toBool())
            m_around.faults.happened(Fault::RefusedByVersion);
        if (result["success"_L1].toBool())
            m_around.oracle.accepted(device, asked[i].toObject(), result);
        else if (result["error"_L1]["code"_L1].toString() != u"key.expired")
            m_around.oracle.refused(asked[i].toObject());
    }
}

// I9: nothing is carried out over a version that whoever asked for it had not seen.
void Office::watchBases(const HttpRequest &request, const HttpResponse &response, qint64 before)
{
    QHash<qint64, qint64> bases; //!< by operation
    for (const auto &operation : operationsOf(request))
        bases.insert(operation["id"_L1].toInteger(), operation["baseVersion"_L1].toInteger(-1));
    const auto answer = parseJsonObject(response.body, 64).value_or(QJsonObject());
    for (const auto &result : answer["results"_L1].toArray()) {
        const auto base = bases.value(result["operationId"_L1].toInteger(), -1);
        const auto id = result["realId"_L1].toInteger();
        const auto row = std::ranges::find(m_rows, id, &Row::id);
        if (base >= 0 && result["success"_L1].toBool() && row != m_rows.cend() && row->change > before && row->version != base + 1)
            m_around.oracle.complain(u"I9: %1/%2 was version %3, and a change of version %4 was carried out"_s.arg(row->type)
                                         .arg(id).arg(row->version - 1).arg(base));
    }
}

void Office::notePaging(int device, const HttpRequest &request, const HttpResponse &response)
{
    const auto here = position().change;
    if (QUrlQuery(request.url).hasQueryItem(u"cursor"_s) && m_pagingSince.contains(device) && m_pagingSince[device] != here)
        m_around.faults.happened(Fault::PageChanges);
    m_pagingSince.remove(device);
    const auto page = parseJsonObject(response.body, 64);
    if (page && (*page)["hasMore"_L1].toBool())
        m_pagingSince.insert(device, here);
}

// --- What it has

const Office::Position &Office::position()
{
    if (!m_position) {
        auto *tenant = orFatal(m_service->store->tenant(TenantId(u"firm"_s)));
        const auto here = orFatal(tenant->position());
        m_position = {here.epoch, here.change};
    }
    return *m_position;
}

const QList<Office::Row> &Office::rows()
{
    const auto here = position().change;
    if (m_rowsUpTo == here)
        return m_rows;
    QList<Row> changed;
    auto *tenant = orFatal(m_service->store->tenant(TenantId(u"firm"_s)));
    const auto read = tenant->company(CompanyId(u"acme"_s))->visitChanges({m_rowsUpTo, here, {}}, [&](const auto &record) {
        changed.append({record.type.toString(), record.id, record.version, record.change, record.deleted,
                        orFatal(parseJsonObject(record.body, 64))});
        return true;
    });
    if (!read)
        qFatal("the server: %s", qPrintable(read.error().logLine()));
    QSet<std::pair<QString, qint64>> ids;
    for (const auto &row : std::as_const(changed)) {
        ids.insert({row.type, row.id});
        if (!row.deleted)
            m_states.insert(u"%1/%2/%3"_s.arg(row.type).arg(row.id).arg(row.version), row.body);
    }
    m_rows.removeIf([&](const Row &row) { return ids.contains({row.type, row.id}); });
    m_rows += changed;
    m_rowsUpTo = here;
    return m_rows;
}

Office::Live Office::liveRecords()
{
    Live live;
    for (const auto &row : rows()) {
        if (row.deleted)
            continue;
        live.bodies.append(row.body);
        live.byId.insert(row.type + u'/' + QString::number(row.id), toCanonicalJson(row.body));
    }
    return live;
}

const QJsonObject *Office::stateAt(const QString &type, const QString &id, const QString &version) const
{
    const auto found = m_states.constFind(type + u'/' + id + u'/' + version);
    return found == m_states.cend() ? nullptr : &*found;
}

} // namespace frost::test
