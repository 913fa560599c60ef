// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/device.h"

#include "core/base/json.h"

#include <QJsonArray>

namespace frost::test {

using namespace Qt::StringLiterals;

namespace {
const ConnectionId kConnection(u"frostserver"_s);
const DataFolder::Company kCompany{TenantId(u"firm"_s), CompanyId(u"acme"_s), {}};

EntityType type(const QString &name)
{
    return EntityType(name);
}
} // namespace

struct Device::Parts {
    std::unique_ptr<Database> database;
    RecordWriter writer;
    RecordEditor editor;
    ConflictStore conflicts;
    ConflictResolver resolver;
    frostserver::FrostProvider provider;
    SyncEngine engine;

    Parts(std::unique_ptr<Database> opened, const Surroundings &around, const QByteArray &token, const Actor &actor)
        : database(std::move(opened)), writer(*database, around.simulator, around.random),
          editor(writer, around.simulator, around.random), conflicts(database->sql(), around.simulator),
          resolver(writer, conflicts, around.simulator, around.random),
          provider({QUrl(u"http://server"_s), u"acme"_s, token}, around.transport, around.simulator),
          engine(writer, provider, kConnection, actor, around.simulator, around.random, around.simulator)
    {
    }
};

//! What works by itself on an accountant's computer, put together as the desktop does.
struct Device::Automatic {
    std::unique_ptr<NetworkMonitor> monitor;
    MonitoredTransport transport;
    frostserver::FrostProvider provider;
    SyncEngine engine;
    std::unique_ptr<AutoSync> sync;
    int runs = 0;
    int running = 0;
    QStringList untruths;

    Automatic(Parts &parts, const Surroundings &around, const QByteArray &token, const Actor &actor)
        : monitor(std::make_unique<NetworkMonitor>(QUrl(u"http://server"_s), around.transport, around.simulator, around.random)),
          transport(around.transport, *monitor, around.simulator),
          provider({QUrl(u"http://server"_s), u"acme"_s, token}, transport, around.simulator),
          engine(parts.writer, provider, kConnection, actor, around.simulator, around.random, around.simulator),
          sync(std::make_unique<AutoSync>([this](SyncEngine::Options options) { return run(std::move(options)); },
                                          [&parts] { return unsent(parts); }, around.simulator, around.random))
    {
        QObject::connect(monitor.get(), &NetworkMonitor::changed, sync.get(), &AutoSync::networkChanged);
        QObject::connect(sync.get(), &AutoSync::changed, sync.get(), [this, &parts](const AutoSyncStatus &status) {
            const auto waiting = unsent(parts);
            if (status.state == AutoSyncState::Idle && (!waiting || *waiting > 0 || running > 0))
                untruths += u"synced was told while %1 waited and %2 ran"_s.arg(waiting.value_or(-1)).arg(running);
        });
        monitor->start();
        sync->start();
    }
    static Result<qint64> unsent(Parts &parts)
    {
        const auto counts = parts.writer.outbox().counts();
        FROST_TRY(counts);
        return counts->pending + counts->processing + counts->verify;
    }
    Task<Result<RunReport>> run(SyncEngine::Options options)
    {
        ++runs;
        if (++running > 1)
            untruths += u"two runs at once"_s;
        auto report = co_await engine.run(std::move(options));
        --running;
        co_return report;
    }
};

Device::Device(int number, const QString &folder, QByteArray token, const Surroundings &surroundings)
    : m_number(number), m_folder(folder), m_token(std::move(token)), m_around(surroundings)
{
    const auto place = m_folder.place(kCompany.tenant, kCompany.company);
    if (!place)
        qFatal("%s", qPrintable(place.error().logLine()));
    Database::Options options;
    options.vfs = m_vfs.name();
    auto made = Database::create(*place, {u"accounting"_s}, m_around.simulator, m_around.random, options);
    if (!made)
        qFatal("%s", qPrintable(made.error().logLine()));
    Connections connections((*made)->sql(), m_around.simulator);
    if (const auto added = connections.add(kConnection, u"frostserver"_s, {}); !added)
        qFatal("%s", qPrintable(added.error().logLine()));
    made->reset();
    open();
}

Device::~Device() = default;

void Device::open()
{
    m_vfs.revive();
    const auto place = m_folder.find(u"acme"_s);
    Database::Options options;
    options.vfs = m_vfs.name();
    auto opened = place ? Database::open(*place, m_around.simulator, m_around.random, options)
                        : Result<std::unique_ptr<Database>>(fail(place.error()));
    if (!opened)
        qFatal("device %d cannot open its file: %s", m_number, qPrintable(opened.error().logLine()));
    m_parts = std::make_unique<Parts>(*std::move(opened), m_around, m_token, actor());
}

void Device::close()
{
    m_parts.reset();
}

void Device::restartIfDead()
{
    if (!m_vfs.isDead() || m_syncing)
        return;
    close();
    open();
}

Actor Device::actor() const
{
    return {UserId(u"user%1@firm.se"_s.arg(m_number)), DeviceId(u"device%1"_s.arg(m_number)), Source::User};
}

QString Device::newToken(const QString &kind)
{
    return u"%1-%2-%3"_s.arg(kind).arg(m_number).arg(++m_tokens);
}

void Device::goAutomatic()
{
    m_automatic = std::make_unique<Automatic>(*m_parts, m_around, m_token, actor());
}

void Device::stopAutomatic()
{
    if (!m_automatic)
        return;
    m_automatic->sync.reset(); // a run on its way ends by itself, told to nobody
    m_automatic->monitor.reset();
}

void Device::hint(NetworkHint hint)
{
    m_automatic->monitor->hintChanged(hint);
}

QStringList Device::untruths() const
{
    return m_automatic->untruths;
}

int Device::automaticRuns() const
{
    return m_automatic->runs;
}

void Device::act()
{
    restartIfDead();
    if (m_vfs.isDead())
        return; // the process is gone; its run has not noticed yet
    doSomething();
    if (m_automatic)
        m_automatic->sync->edited();
}

void Device::doSomething()
{
    const auto dice = m_around.random.below(100);
    if (dice < 15)
        createCustomer();
    else if (dice < 35)
        createInvoice();
    else if (dice < 55)
        typeNote();
    else if (dice < 70)
        changeRow();
    else if (dice < 85)
        changeField();
    else if (dice < 92)
        removeOne();
    else
        resolveOne();
}

void Device::createCustomer()
{
    const auto token = newToken(u"customer"_s);
    const auto made = m_parts->editor.create(type(u"customers"_s), {{u"name"_s, token}, {u"externalReference"_s, token}}, actor());
    if (made)
        m_around.oracle.created(token);
}

void Device::createInvoice()
{
    const auto customer = anyRecord(u"customers"_s);
    if (!customer)
        return createCustomer();
    const auto token = newToken(u"invoice"_s);
    QJsonArray rows;
    for (std::uint64_t i = 0, count = 1 + m_around.random.below(3); i < count; ++i) {
        rows.append(QJsonObject{{u"description"_s, u"row %1"_s.arg(i)},
                                {u"quantity"_s, QString::number(1 + m_around.random.below(9))},
                                {u"price"_s, u"%1.125"_s.arg(m_around.random.below(900))},
                                {u"vat"_s, u"25"_s}});
    }
    const auto made = m_parts->editor.create(type(u"invoices"_s),
                                             {{u"customer"_s, customer->id.toString()},
                                              {u"invoiceDate"_s, u"2026-01-05"_s},
                                              {u"currency"_s, u"SEK"_s},
                                              {u"externalReference"_s, token},
                                              {u"rows"_s, rows}},
                                             actor());
    if (made)
        m_around.oracle.created(token);
}

std::optional<Record> Device::anyRecord(const QString &name)
{
    auto store = m_parts->database->objectStore(type(name));
    if (!store)
        return std::nullopt;
    const auto records = store->select({});
    if (!records || records->isEmpty())
        return std::nullopt;
    return records->at(qsizetype(m_around.random.below(std::uint64_t(records->size()))));
}

void Device::typeNote()
{
    const auto name = m_around.random.chance(50) ? u"customers"_s : u"invoices"_s;
    const auto record = anyRecord(name);
    if (!record)
        return;
    const auto token = newToken(u"note"_s);
    if (m_parts->editor.update(type(name), record->id, {{u"note"_s, token}}, actor()))
        m_around.oracle.typed(m_number, record->body["externalReference"_L1].toString(), token);
}

void Device::changeRow()
{
    const auto invoice = anyRecord(u"invoices"_s);
    if (!invoice)
        return;
    auto rows = invoice->body["rows"_L1].toArray();
    const auto dice = m_around.random.below(3);
    if (dice == 0 || rows.isEmpty()) {
        rows.append(QJsonObject{{u"description"_s, newToken(u"row"_s)}, {u"quantity"_s, u"1"_s}, {u"price"_s, u"10"_s}, {u"vat"_s, u"12"_s}});
    } else {
        const auto at = qsizetype(m_around.random.below(std::uint64_t(rows.size())));
        if (dice == 1 && rows.size() > 1) {
            rows.removeAt(at);
        } else {
            auto row = rows[at].toObject();
            row[u"quantity"_s] = QString::number(1 + m_around.random.below(50));
            rows[at] = row;
        }
    }
    (void)m_parts->editor.update(type(u"invoices"_s), invoice->id, {{u"rows"_s, rows}}, actor());
}

void Device::changeField()
{
    const auto customer = anyRecord(u"customers"_s);
    if (!customer)
        return;
    static const QStringList kFields{u"city"_s, u"email"_s, u"phone"_s, u"address1"_s};
    const auto field = kFields[qsizetype(m_around.random.below(4))];
    (void)m_parts->editor.update(type(u"customers"_s), customer->id, {{field, newToken(field)}}, actor());
}

void Device::removeOne()
{
    const auto name = m_around.random.chance(30) ? u"customers"_s : u"invoices"_s;
    const auto record = anyRecord(name);
    if (record && m_parts->editor.remove(type(name), record->id, actor()))
        m_around.oracle.deleted(record->body["externalReference"_L1].toString());
}

void Device::resolveOne()
{
    const auto open = m_parts->conflicts.list(false);
    if (!open || open->isEmpty())
        return;
    const auto conflict = m_parts->resolver.current(open->first().id);
    if (!conflict)
        return;
    const auto &versions = conflict->versions;
    const auto strategy = m_around.random.chance(50) ? Strategy::ServerWins : Strategy::ClientWins;
    if (!m_parts->resolver.resolve(conflict->id, strategy, std::nullopt, actor()))
        return;
    if (versions.mine)
        m_around.oracle.conflictMine(*versions.mine);
    if (!versions.mine || !versions.theirs) {
        const auto known = versions.base.value_or(versions.mine.value_or(versions.theirs.value_or(QJsonObject())));
        m_around.oracle.deleted(known["externalReference"_L1].toString());
    }
}

void Device::resolveAll()
{
    mendRefused();
    for (;;) {
        const auto before = m_parts->conflicts.openCount();
        resolveOne();
        const auto after = m_parts->conflicts.openCount();
        if (!before || !after || *after == 0 || *after >= *before)
            break;
    }
    if (m_automatic)
        m_automatic->sync->edited();
}

// What the remote refused waits for a person: here an invoice whose customer somebody deleted gets another customer.
void Device::mendRefused()
{
    const auto failed = m_parts->writer.outbox().inState(kConnection, OperationState::Failed);
    for (const auto &operation : failed ? *failed : QList<Operation>()) {
        const auto customer = anyRecord(u"customers"_s);
        if (operation.type == type(u"invoices"_s) && operation.reason == u"reference.deleted"_s && customer)
            (void)m_parts->editor.update(operation.type, operation.record, {{u"customer"_s, customer->id.toString()}}, actor());
    }
}

void Device::sync(PullMode mode)
{
    restartIfDead();
    if (m_syncing || m_vfs.isDead())
        return;
    m_syncing = true;
    runSync(mode);
}

Task<void> Device::runSync(PullMode mode)
{
    SyncEngine::Options options;
    options.mode = mode;
    options.retryFailed = true;
    (void)co_await m_parts->engine.run(options);
    m_syncing = false;
    // Not from here: the engine's own coroutine is still on the stack.
    m_around.simulator.after(std::chrono::milliseconds(0), [this] { restartIfDead(); });
}

void Device::crashSoon()
{
    if (!m_vfs.isDead())
        m_vfs.dieAfter(int(m_around.random.below(60)));
}

qint64 Device::workLeft()
{
    const auto counts = m_parts->writer.outbox().counts();
    const auto conflicts = m_parts->conflicts.openCount();
    if (!counts || !conflicts)
        return -1;
    return counts->pending + counts->processing + counts->verify + counts->conflict + counts->failed + *conflicts;
}

QStringList Device::queue()
{
    QStringList lines;
    const auto list = m_parts->writer.outbox().list(false);
    for (const auto &operation : list ? *list : QList<Operation>()) {
        lines += u"%1 %2 %3 %4 %5 [%6]"_s.arg(toString(operation.kind), operation.type.toString(), operation.record.toString(),
                                              toString(operation.state), operation.reason, operation.reasonArgs.join(u", "_s));
    }
    return lines;
}

QStringList Device::trail()
{
    QStringList lines;
    const auto entries = m_parts->writer.audit().list(-1);
    for (const auto &entry : entries ? *entries : QList<AuditEntry>()) {
        lines.prepend(u"%1 device %2 %3 %4 %5 %6 %7"_s.arg(toIso(entry.at)).arg(m_number).arg(toString(entry.actor.source), entry.action,
                                                     entry.type.toString(), entry.record.toString(),
                                                     QString::fromUtf8(toCanonicalJson(entry.change))));
    }
    return lines;
}

QStringList Device::faults()
{
    QStringList wrong;
    const auto checked = m_parts->database->check();
    wrong += checked ? *checked : QStringList{checked.error().logLine()};
    const auto chain = m_parts->writer.audit().verify();
    wrong += chain ? *chain : QStringList{chain.error().logLine()};
    for (const auto &name : m_parts->database->schema().types()) {
        auto store = m_parts->database->objectStore(name);
        const auto &schema = store->schema();
        const auto done = store->forEach([&](const Record &record) {
            const auto derived = derive(schema, record.body);
            if (!derived || *derived != record.body)
                wrong += u"%1 %2 has stale derived values"_s.arg(name.toString(), record.id.toString());
            return true;
        });
        if (!done)
            wrong += done.error().logLine();
    }
    return wrong;
}

QMap<QString, QByteArray> Device::records()
{
    QMap<QString, QByteArray> result;
    ShownIds shown(m_parts->database->sql());
    for (const auto &name : m_parts->database->schema().types()) {
        auto store = m_parts->database->objectStore(name);
        const auto done = store->forEach([&](const Record &record) {
            const auto body = mapReferences(store->schema(), record.body, [&](const EntityType &target, const QString &id) {
                return shown.shown(target, LocalId(id)).value_or(id);
            });
            result.insert(name.toString() + u'/' + shown.shown(name, record.id).value_or(u"?"_s), toCanonicalJson(body));
            return true;
        });
        if (!done)
            qFatal("%s", qPrintable(done.error().logLine()));
    }
    return result;
}

} // namespace frost::test
