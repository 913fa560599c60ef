// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/device.h"

#include "core/base/json.h"

#include "core/conflict/content.h"
#include "core/sync/referencetranslator.h"

#include <QFile>
#include <QJsonArray>

namespace frost::test {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace {
constexpr auto kTenant = "firm"_L1, kCompany = "acme"_L1;

//! What this program knows, and what the next one knows besides: an index more (F43).
const Schema &schemaOf(bool newer)
{
    static const Schema ours = Schema::load({u"accounting"_s}).value();
    static const Schema next = [] {
        QFile file(u":/frost/schemas/accounting.json"_s);
        (void)file.open(QIODevice::ReadOnly);
        auto pack = parseJsonObject(file.readAll(), 64).value();
        auto types = pack["entityTypes"_L1].toArray();
        auto customers = types[0].toObject();
        auto indexes = customers["indexes"_L1].toArray();
        indexes.append(QJsonObject{{u"fields"_s, QJsonArray{u"phone"_s}}});
        customers[u"indexes"_s] = indexes;
        types[0] = customers;
        pack[u"entityTypes"_s] = types;
        return Schema::fromJson({pack}).value();
    }();
    return newer ? next : ours;
}
} // namespace

Device::Device(int number, const Surroundings &around)
    : m_number(number), m_around(around), m_file(m_disk.path(u"acme.frost"_s)), m_clock(around.simulator),
      m_link({around.simulator, around.random, around.faults},
             [this](const HttpRequest &request) { return m_around.office.serve(m_number, request); }),
      m_person(number, actor(), {around.random, around.faults, around.oracle}),
      m_invariants(number, m_disk, around.oracle, around.office, around.ledger)
{
    if (around.ledger)
        m_ledgerLink = std::make_unique<Link>(Link::Surroundings{around.simulator, around.random, around.faults},
                                              [this](const HttpRequest &request) { return m_around.ledger->serve(request); });
    if (around.watch == Watch::Closely) {
        m_link.leaves = [this](const HttpRequest &request) {
            if (!m_disk.isDead())
                m_invariants.pushLeaves(program(), request);
        };
        m_link.ends = [this](const HttpRequest &request, const auto &answer) { m_invariants.pushEnds(request, answer); };
    }
    found();
    backUp();
    open();
}

Device::~Device() = default;

DataFolder::Company Device::place() const
{
    return {TenantId(kTenant), CompanyId(kCompany), m_file};
}

Actor Device::actor() const
{
    return {UserId(u"user%1@firm.se"_s.arg(m_number)), DeviceId(u"device%1"_s.arg(m_number)), Source::User};
}

//! A company's file with one connection, or two; made once for each number, and copied for every world.
void Device::found()
{
    static std::map<std::pair<int, bool>, MemoryDisk::Image> all;
    auto &image = all[{m_number, m_around.ledger != nullptr}];
    if (image.isEmpty()) {
        const auto seed = std::uint64_t(m_number);
        Simulator simulator(seed);
        SeededRandom random(seed);
        MemoryDisk disk;
        Database::Options options;
        options.vfs = MemoryDisk::vfs();
        auto where = place();
        where.path = disk.path(u"acme.frost"_s);
        auto made = Database::create(where, {u"accounting"_s}, simulator, random, options);
        if (!made)
            qFatal("%s", qPrintable(made.error().logLine()));
        Connections connections((*made)->sql(), simulator);
        if (const auto added = connections.add(ConnectionId(kConnection), u"frostserver"_s, {}); !added)
            qFatal("%s", qPrintable(added.error().logLine()));
        if (m_around.ledger && !connections.add(ConnectionId(kLedgerConnection), u"ledger"_s, {}))
            qFatal("no second connection");
        made->reset();
        image = disk.image();
    }
    m_disk.restore(image);
}

Result<std::unique_ptr<Database>> Device::openDatabase()
{
    Database::Options options;
    options.vfs = MemoryDisk::vfs();
    options.schema = schemaOf(m_schemas == Schemas::Newer);
    return Database::open(place(), m_clock, m_around.random, options);
}

Program::Surroundings Device::programSurroundings()
{
    return {m_around.simulator, m_clock, m_around.random, m_link, m_around.office.token(m_number), actor(), m_ledgerLink.get()};
}

std::unique_ptr<Program> Device::start()
{
    auto opened = openDatabase();
    if (!opened)
        return nullptr;
    auto program = std::make_unique<Program>(*std::move(opened), programSurroundings());
    program->syncEnded = [this] {
        if (m_around.ledger && !isSyncingLedger())
            m_around.ledger->runEnded();
        recover();
    };
    return program;
}

void Device::open()
{
    auto program = start();
    if (!program) { // damaged: a person takes the backup
        restoreBackup();
        return;
    }
    m_programs.push_back(std::move(program));
}

void Device::close()
{
    m_stranger.reset();
    m_programs.clear();
}

bool Device::isSyncing() const
{
    return std::ranges::any_of(m_programs, [](const auto &program) { return program->isSyncing(); });
}

bool Device::isSyncingLedger() const
{
    return std::ranges::any_of(m_programs, [](const auto &program) { return program->isSyncingLedger(); });
}

Program &Device::someProgram()
{
    return *m_programs[m_around.random.below(m_programs.size())];
}

//! What died starts again, once its last run has noticed.
void Device::recover()
{
    if (m_disk.failed() > m_diskFailures) {
        m_around.faults.happened(Fault::DiskFailure, std::uint64_t(m_disk.failed() - m_diskFailures));
        m_diskFailures = m_disk.failed();
    }
    if (m_disk.isDead() && !isSyncing())
        restart();
}

void Device::restart()
{
    close();
    if (m_recovery == Recovery::PowerCut) {
        if (m_disk.cutPower(m_around.random) > 0)
            m_around.faults.happened(Fault::PowerCut);
        m_invariants.forget();
    } else {
        m_around.faults.happened(Fault::ProcessKilled);
        m_disk.revive();
    }
    if (m_schemas == Schemas::Ours && m_around.faults.strikes(Fault::Updated, m_around.random, 10)) {
        m_around.faults.happened(Fault::Updated);
        m_schemas = Schemas::Newer;
    }
    open();
    if (m_around.watch == Watch::Closely)
        m_wrong += m_invariants.thorough(program());
}

// --- Misfortunes

void Device::misfortune()
{
    recover();
    if (m_disk.isDead())
        return;
    auto &random = m_around.random;
    const auto &faults = m_around.faults;
    const auto dice = random.below(100);
    if (dice < 25 && faults.isOn(Fault::ProcessKilled))
        crashSoon(Recovery::Kill);
    else if (dice >= 25 && dice < 50 && faults.isOn(Fault::PowerCut))
        crashSoon(Recovery::PowerCut);
    else if (dice >= 50 && dice < 65 && faults.isOn(Fault::DiskFailure))
        diskFailsSoon();
    else if (dice >= 65 && dice < 72 && faults.isOn(Fault::StoreBusy))
        lockStore();
    else if (dice >= 72 && dice < 80 && faults.isOn(Fault::ClockJump))
        moveClock();
    else if (dice >= 80 && dice < 86 && faults.isOn(Fault::TwoInstances) && m_programs.size() == 1) {
        if (auto second = start()) {
            m_around.faults.happened(Fault::TwoInstances);
            m_programs.push_back(std::move(second));
        }
    } else if (dice >= 86 && dice < 92)
        backUp();
    else if (m_around.ledger)
        return; // what a backup has forgotten, such a remote cannot tell: README.md
    else if (dice >= 92 && dice < 97 && faults.isOn(Fault::OldBackup) && !isSyncing())
        restoreBackup();
    else if (dice >= 97 && faults.isOn(Fault::CorruptPage) && !isSyncing())
        damage();
}

void Device::endMisfortune()
{
    m_stranger.reset();
    m_disk.failNever();
    m_clock.setAhead({});
    m_clock.wakeUp();
    recover();
}

void Device::failAt(qint64 call, MemoryDisk::Failure failure, Recovery recovery)
{
    m_recovery = recovery;
    m_disk.failAt(call, failure);
}

void Device::crashSoon(Recovery recovery)
{
    failAt(qint64(m_around.random.below(80)), MemoryDisk::Failure::Death, recovery);
}

void Device::diskFailsSoon()
{
    const auto failure = m_around.random.chance(50) ? MemoryDisk::Failure::Full : MemoryDisk::Failure::Io;
    m_disk.failAt(qint64(m_around.random.below(60)), failure);
}

//! Another process writes for a while: a backup, a virus scanner, a person with a tool.
void Device::lockStore()
{
    if (m_stranger)
        return;
    auto sql = Sql::open({.path = m_file, .mayCreate = false});
    if (!sql)
        return;
    auto transaction = Transaction::begin(**sql, Durability::ProcessCrash);
    if (!transaction)
        return;
    m_around.faults.happened(Fault::StoreBusy);
    m_stranger = std::make_unique<Stranger>(Stranger{*std::move(sql), std::nullopt});
    m_stranger->held.emplace(*std::move(transaction));
    act();
    sync();
    m_around.simulator.after(milliseconds(m_around.random.below(3000)), [this] { m_stranger.reset(); });
}

void Device::restoreBackup()
{
    m_around.faults.happened(Fault::OldBackup);
    close();
    m_disk.restore(m_backup);
    m_invariants.forgetAll();
    m_around.oracle.backupRestored(m_number);
    auto program = start();
    if (!program)
        qFatal("device %d cannot open its backup", m_number);
    m_programs.push_back(std::move(program));
}

//! The first page of a table turns into noise. It must be told, and then a person takes the backup.
void Device::damage()
{
    m_around.faults.happened(Fault::CorruptPage);
    constexpr qint64 kPage = 4096;
    QList<qint64> roots;
    if (auto rows = program().database->sql().query("SELECT rootpage FROM sqlite_schema WHERE rootpage > 1"))
        while (rows->next())
            roots.append(rows->integer(0));
    close();
    const bool inLog = logSize() > 0; // what could not be copied from there hides the page
    const auto root = roots.isEmpty() ? 1 : roots[qsizetype(m_around.random.below(std::uint64_t(roots.size())))];
    m_disk.damage(m_file, (root - 1) * kPage, QByteArray(64, '\xa5'));
    if (auto opened = openDatabase()) {
        const auto checked = (*opened)->check();
        if (checked && checked->isEmpty() && !inLog)
            m_wrong += u"I20: a damaged page was not noticed"_s;
    }
    restoreBackup();
}

void Device::moveClock()
{
    m_around.faults.happened(Fault::ClockJump);
    if (m_around.ledger)
        m_around.ledger->holdersClockMoved();
    if (m_around.random.chance(30))
        m_clock.suspend(std::chrono::minutes(m_around.random.below(240)));
    else if (m_around.random.chance(30))
        m_clock.setAhead(std::chrono::hours(m_around.random.chance(50) ? 1 : -1)); // summer time, set by hand
    else
        m_clock.setAhead(std::chrono::hours(24) * (int(m_around.random.below(3000)) - 1500));
}

// --- What people do

//! nullptr: the process is gone, and its run has not noticed yet, or the computer sleeps.
Program *Device::someProgramAtWork()
{
    recover();
    return m_disk.isDead() || m_clock.isSuspended() ? nullptr : &someProgram();
}

void Device::act()
{
    auto *program = someProgramAtWork();
    if (!program)
        return;
    m_person.act(*program);
    if (m_automatic)
        m_automatic->sync->edited();
}

void Device::act(Person::Act act)
{
    recover();
    if (!m_disk.isDead())
        m_person.act(program(), act);
}

void Device::burst(int edits)
{
    recover();
    if (!m_disk.isDead())
        m_person.burst(program(), edits);
}

SyncEngine::Options Device::optionsByHand(PullMode mode, const std::optional<MassQuestion> &confirmed)
{
    SyncEngine::Options options;
    options.mode = mode;
    options.origin = RunOrigin::Manual;
    options.confirmed = confirmed;
    if (m_around.random.chance(40))
        options.limits = {int(1 + m_around.random.below(5)), int(1 + m_around.random.below(5))};
    return options;
}

void Device::sync(PullMode mode)
{
    auto *program = someProgramAtWork();
    if (!program)
        return;
    const auto seen = m_around.office.hasLostRecords() ? program->massQuestion() : std::nullopt; // somebody has looked: it is right
    program->sync(optionsByHand(mode, seen));
}

void Device::syncLedger(PullMode mode)
{
    auto *program = someProgramAtWork();
    if (!program)
        return;
    program->syncLedger(optionsByHand(mode, program->ledgerMassQuestion())); // somebody has looked: it keeps what it does not list
}

void Device::tidyUp()
{
    recover();
    if (m_programs.size() > 1 && !isSyncing())
        m_programs.resize(1);
    m_person.tidyUp(program());
    if (m_automatic)
        m_automatic->sync->edited();
}

void Device::goAutomatic()
{
    m_automatic = std::make_unique<Automatic>(program(), programSurroundings());
}

void Device::signIn()
{
    if (m_automatic->sync->status().state == AutoSyncState::SignInNeeded)
        m_automatic->sync->signedIn();
}

void Device::stopAutomatic()
{
    if (m_automatic)
        m_automatic->stop();
}

// --- What can be seen

QStringList Device::check()
{
    auto wrong = std::exchange(m_wrong, {}) + m_person.takeComplaints();
    return m_disk.isDead() || m_around.watch == Watch::Not ? wrong : wrong + m_invariants.afterStep(program());
}

QStringList Device::thorough()
{
    return check() + m_invariants.thorough(program());
}

qint64 Device::workLeft()
{
    const auto counts = program().writer.outbox().counts();
    const auto conflicts = program().conflicts.openCount();
    if (!counts || !conflicts)
        return 1;
    return counts->pending + counts->processing + counts->verify + counts->conflict + counts->failed + *conflicts
        + program().massQuestion().has_value();
}

qint64 Device::auditRows()
{
    return program().database->sql().number("SELECT count(*) FROM audit").value_or(-1);
}

QSet<QString> Device::tokens()
{
    QSet<QString> result;
    for (const QByteArray type : {"customers", "invoices"}) {
        auto rows = program().database->sql().query("SELECT body ->> 'externalReference' FROM os_" + type + " WHERE deleted = 0");
        while (rows && rows->next())
            result.insert(rows->text(0));
    }
    return result;
}

QStringList Device::queue()
{
    QStringList lines;
    for (const auto &error : {program().lastError(), program().lastLedgerError()}) {
        if (!error.isEmpty())
            lines += u"the last run ended with "_s + error;
    }
    const auto list = program().writer.outbox().list(false);
    for (const auto &operation : list ? *list : QList<Operation>()) {
        lines += u"%1 %2 %3 %4 %5 %6 [%7]"_s.arg(operation.connection.toString(), toString(operation.kind), operation.type.toString(), operation.record.toString(),
                                              toString(operation.state), operation.reason, operation.reasonArgs.join(u", "_s));
    }
    return lines;
}

QStringList Device::trail()
{
    QStringList lines;
    const auto entries = program().writer.audit().list(-1);
    for (const auto &entry : entries ? *entries : QList<AuditEntry>()) {
        lines.prepend(u"%1 device %2 %3 %4 %5 %6 %7"_s.arg(toIso(entry.at)).arg(m_number).arg(toString(entry.actor.source), entry.action,
                                                     entry.type.toString(), entry.record.toString(),
                                                     QString::fromUtf8(toCanonicalJson(entry.change))));
    }
    return lines;
}

QMap<QString, QByteArray> Device::records()
{
    QMap<QString, QByteArray> result;
    ShownIds shown(program().database->sql());
    for (const auto &name : program().database->schema().types()) {
        auto store = program().database->objectStore(name);
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

QStringList Device::ledgerDifferences()
{
    QStringList wrong;
    auto &database = *program().database;
    Links links(database.sql(), ConnectionId(kLedgerConnection), m_clock, m_around.random);
    ReferenceTranslator references(database.schema(), links);
    auto there = m_around.ledger->records();
    for (auto records = there.begin(); records != there.end(); ++records) {
        auto store = database.objectStore(EntityType(records.key()));
        const auto done = store->forEach([&](const Record &record) {
            const auto link = links.find(EntityType(records.key()), record.id);
            const auto id = link && *link && (*link)->syncedAt.isValid() ? (*link)->remote.toString().toLongLong() : 0;
            const auto name = u"%1/%2 (%3)"_s.arg(records.key()).arg(id).arg(m_around.oracle.tokenOf(record.body));
            const auto found = records->constFind(id);
            if (found == records->cend()) {
                wrong += u"L1: %1 is not in the ledger"_s.arg(name);
                return true;
            }
            const auto body = references.leaving(EntityType(records.key()), record.body);
            const auto &schema = store->schema();
            if (!body || comparableBody(schema.fields, body->body) != comparableBody(schema.fields, *found))
                wrong += u"L1: differs from the ledger in %1:\n   %2\n   %3"_s.arg(name, QString::fromUtf8(toCanonicalJson(*found)), QString::fromUtf8(toCanonicalJson(record.body)));
            records->erase(found);
            return true;
        });
        if (!done)
            qFatal("%s", qPrintable(done.error().logLine()));
        for (auto left = records->cbegin(); left != records->cend(); ++left)
            wrong += u"L1: only the ledger has %1/%2 (%3)"_s.arg(records.key()).arg(left.key()).arg(m_around.oracle.tokenOf(*left));
    }
    return wrong;
}

} // namespace frost::test
