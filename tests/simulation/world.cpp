// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/world.h"

#include "core/base/json.h"
#include "core/server/sqlite/sqliteaccounts.h"

#include <QJsonArray>

namespace frost::test {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace {
constexpr int kMaxHealingRounds = 25;

template<class T>
T orFatal(Result<T> result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().logLine()));
    return *std::move(result);
}
} // namespace

World::World(std::uint64_t seed, int devices)
    : m_random(seed), m_simulator(seed + 1),
      m_transport(m_simulator, m_random, [this](const HttpRequest &request) { return serve(request); })
{
    const server::ServerFolder folder(m_folder.filePath(u"server"_s));
    if (const auto made = folder.make(); !made)
        qFatal("%s", qPrintable(made.error().logLine()));
    auto accounts = orFatal(server::SqliteAccounts::open(folder, m_simulator, m_random));
    for (int i = 0; i < devices; ++i) {
        server::Accounts::NewUser user{TenantId(u"firm"_s), CompanyId(u"acme"_s), UserId(u"user%1@firm.se"_s.arg(i)),
                                       server::Role::Bookkeeper, {}};
        m_token = orFatal(accounts->addUser(user)).secret;
        m_devices.push_back(std::make_unique<Device>(i, m_folder.filePath(u"device%1"_s.arg(i)), m_token,
                                                     Device::Surroundings{m_simulator, m_random, m_oracle, m_transport}));
    }
    m_store = orFatal(server::SqliteServerStore::open(folder, m_simulator, m_random, m_turns));
    m_service = std::make_unique<server::SyncService>(*m_store, m_simulator);
}

World::~World()
{
    for (auto &device : m_devices)
        device->stopAutomatic();
    m_simulator.run(); // whatever sleeps wakes and finds nobody
}

HttpResponse World::serve(const HttpRequest &request)
{
    const HttpResponse response = m_service->handle(request);
    witness(request, response);
    return response;
}

// What the server has said yes to has arrived, whether or not the device heard it.
void World::witness(const HttpRequest &request, const HttpResponse &response)
{
    if (request.method != "POST" || response.status != 200)
        return;
    const auto asked = orFatal(parseJsonObject(request.body, 64))["operations"_L1].toArray();
    const auto answered = orFatal(parseJsonObject(response.body, 64))["results"_L1].toArray();
    for (qsizetype i = 0; i < asked.size() && i < answered.size(); ++i) {
        if (answered[i].toObject()["success"_L1].toBool())
            m_oracle.serverAccepted(asked[i].toObject()["data"_L1].toObject());
    }
}

void World::live(int steps)
{
    milliseconds at(0);
    for (int i = 0; i < steps; ++i) {
        at += milliseconds(m_random.below(20'000));
        m_simulator.after(at, [this] {
            Device &device = *m_devices[m_random.below(m_devices.size())];
            const auto dice = m_random.below(100);
            if (dice < 62)
                device.act();
            else if (dice < 90)
                device.sync(m_random.chance(5) ? PullMode::Full : PullMode::Delta);
            else if (dice < 95)
                device.crashSoon();
            else
                m_transport.setWeather(m_random.chance(60) ? Weather::stormy()
                                       : m_random.chance(50) ? Weather{.down = true}
                                                             : Weather::fair());
        });
    }
    m_simulator.run();
}

int World::heal()
{
    m_transport.setWeather(Weather::fair());
    for (int round = 1; round <= kMaxHealingRounds; ++round) {
        for (auto &device : m_devices) {
            device->sync();
            m_simulator.run();
            device->resolveAll();
            device->sync();
            m_simulator.run();
        }
        qint64 left = 0;
        for (auto &device : m_devices)
            left += device->workLeft();
        if (left == 0) {
            for (auto &device : m_devices) { // everybody has seen everybody's last push
                device->sync();
                m_simulator.run();
            }
            return round;
        }
    }
    return -1;
}

void World::setNetwork(const Weather &weather)
{
    m_transport.setWeather(weather);
    for (auto &device : m_devices) {
        if (m_random.chance(50)) // the system does not always notice
            device->hint(weather.down ? NetworkHint::NoNetwork : NetworkHint::Network);
    }
}

void World::liveByThemselves(int steps)
{
    for (auto &device : m_devices)
        device->goAutomatic();
    for (int i = 0; i < steps; ++i) {
        // Mostly hours of work; now and then a network that comes and goes by the second.
        const bool flapping = m_random.chance(20);
        m_simulator.runFor(milliseconds(m_random.below(flapping ? 3'000 : 60'000)));
        const auto dice = m_random.below(100);
        if (flapping || dice < 25)
            setNetwork(m_random.chance(45)   ? Weather{.down = true}
                       : m_random.chance(20) ? Weather{.captive = 100}
                       : m_random.chance(40) ? Weather::stormy()
                                             : Weather::fair());
        else
            m_devices[m_random.below(m_devices.size())]->act();
    }
}

int World::settleByThemselves()
{
    setNetwork(Weather::fair());
    int minutes = 0;
    qint64 left = 1;
    for (; left > 0 && minutes < 60; ++minutes) {
        m_simulator.runFor(std::chrono::minutes(1));
        left = 0;
        for (auto &device : m_devices) {
            left += device->workLeft();
            device->resolveAll();
        }
    }
    m_simulator.runFor(std::chrono::minutes(3)); // everybody has seen everybody's last push
    return left > 0 ? -1 : minutes;
}

QStringList World::untruths() const
{
    QStringList wrong;
    for (const auto &device : m_devices) {
        wrong += device->untruths();
        if (device->automaticRuns() == 0)
            wrong += u"a device never synchronised"_s;
    }
    return wrong;
}

QList<QJsonObject> World::serverRecords()
{
    QList<QJsonObject> live;
    QString cursor;
    for (;;) {
        HttpRequest request;
        request.url = QUrl(u"/api/sync/pull?practiceId=acme&limit=1000"_s + (cursor.isEmpty() ? u""_s : u"&cursor="_s + cursor));
        request.headers.insert("authorization", "Bearer " + m_token);
        const auto page = orFatal(parseJsonObject(m_service->handle(request).body, 64));
        const auto changes = page["changes"_L1].toArray();
        for (const auto &value : changes) {
            const auto change = value.toObject();
            if (change["operation"_L1].toString() != "delete"_L1)
                live.append(change["data"_L1].toObject());
        }
        cursor = page["cursor"_L1].toString();
        if (!page["hasMore"_L1].toBool())
            return live;
    }
}

QStringList World::complaints()
{
    QStringList wrong = m_oracle.complaints(serverRecords());
    const auto first = m_devices.front()->records();
    for (size_t i = 0; i < m_devices.size(); ++i) {
        const auto name = u"device %1: "_s.arg(i);
        for (const auto &fault : m_devices[i]->faults())
            wrong += name + fault;
        for (const auto &line : m_devices[i]->queue())
            wrong += name + u"left in the queue: "_s + line;
        const auto records = m_devices[i]->records();
        if (records == first)
            continue;
        for (const auto &key : (QSet<QString>(records.keyBegin(), records.keyEnd()) + QSet<QString>(first.keyBegin(), first.keyEnd()))) {
            if (records.value(key) != first.value(key))
                wrong += name + u"differs from device 0 in %1:\n   %2\n   %3"_s.arg(key, QString::fromUtf8(first.value(key)), QString::fromUtf8(records.value(key)));
        }
    }
    return wrong;
}

QStringList World::trail()
{
    QStringList lines;
    for (auto &device : m_devices)
        lines += device->trail();
    lines.sort();
    return lines;
}

QByteArray World::fingerprint()
{
    QByteArray all = QByteArray::number(m_simulator.steps());
    for (auto &device : m_devices) {
        const auto records = device->records();
        for (auto record = records.begin(); record != records.end(); ++record)
            all += record.key().toUtf8() + record.value();
    }
    return sha256Hex(all);
}

} // namespace frost::test
