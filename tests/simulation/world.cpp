// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/world.h"

#include "core/base/json.h"

#include <algorithm>

namespace frost::test {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace {
constexpr int kMaxHealingRounds = 25;
constexpr int kRoundsInARow = 10; //!< then some time passes between two
constexpr std::chrono::minutes kBetweenRounds{10};
constexpr int kMaxHealingMinutes = 90; //!< the longest wait a server can ask for is an hour
constexpr qint64 kLogBound = 4000 * 4120 + (8 << 20); //!< the checkpoint's pages and a large transaction
constexpr std::uint64_t kOneBurstIn = 150; //!< steps
//! A stream of chance of its own decides who has a second remote: all other lives are as they would be without it. This one
//! leaves the seeds alone that corpus.txt and README.md name.
constexpr std::uint64_t kRemotesStream = 117;
constexpr int kShareOfSecondRemotes = 25; //!< percent of the lives by hand
} // namespace

Plan Plan::ofSeed(std::uint64_t seed, int steps)
{
    Plan plan;
    plan.seed = seed;
    plan.kind = seed % 8 == 0 ? Kind::ByThemselves : seed % 8 == 5 || seed % 8 == 7 ? Kind::InHaste : Kind::ByHand;
    plan.devices = seed % 5 == 0 ? 3 : 2;
    plan.restores = seed % 3 == 2 ? Restores::FromABackup : Restores::Complete;
    plan.steps = steps;
    if (plan.kind != Kind::ByThemselves && SeededRandom(seed * 1'000'003 + kRemotesStream).chance(kShareOfSecondRemotes))
        plan.remotes = Remotes::OfficeAndLedger;
    return plan;
}

QString Plan::toString() const
{
    QStringList off;
    for (const auto fault : without)
        off += u"F%1"_s.arg(int(fault));
    return u"seed %1, %2, %3 devices%4, %5 steps%6"_s.arg(seed)
        .arg(kind == Kind::ByHand ? u"by hand"_s : kind == Kind::InHaste ? u"in haste"_s : u"by themselves"_s)
        .arg(devices)
        .arg(remotes == Remotes::OfficeAndLedger ? u", a second remote"_s : QString())
        .arg(steps)
        .arg(off.isEmpty() ? QString() : u", without "_s + off.join(u' '));
}

Outcome live(const Plan &plan, Trail trail, Watch watch)
{
    World world(plan, watch);
    if (plan.kind == Plan::Kind::ByThemselves)
        world.liveByThemselves();
    else
        world.liveByHand();
    return world.outcome(trail);
}

World::World(const Plan &plan, Watch watch)
    : m_plan(plan), m_watch(watch), m_random(plan.seed), m_simulator(plan.seed + 1),
      m_office(m_around, plan.devices + 1)
{
    for (const auto fault : plan.without)
        m_faults.switchOff(fault);
    if (plan.remotes == Plan::Remotes::OfficeAndLedger)
        m_ledger.emplace(m_around);
    for (int i = 0; i < plan.devices; ++i)
        m_devices.push_back(
            std::make_unique<Device>(i, Device::Surroundings{m_around, m_office, watch, m_ledger && i == 0 ? &*m_ledger : nullptr}));
    m_office.someoneElseSyncs = [this](int device) {
        for (size_t i = 0; i < m_devices.size(); ++i)
            if (int(i) != device && m_devices[i]->isSyncing())
                return true;
        return false;
    };
}

World::~World()
{
    for (auto &device : m_devices)
        device->stopAutomatic();
    m_simulator.run(); // whatever sleeps wakes and finds nobody
    for (auto &device : m_devices)
        device->switchOff();
}

// --- By hand

void World::liveByHand()
{
    milliseconds at(0);
    for (int i = 0; i < m_plan.steps; ++i) {
        const bool hurries = m_plan.kind == Plan::Kind::InHaste && m_random.chance(70);
        at += milliseconds(m_random.below(hurries ? 400 : 20'000));
        m_simulator.after(at, [this] {
            if (m_violations.isEmpty())
                step();
        });
    }
    m_simulator.run();
    if (m_violations.isEmpty())
        healByHand();
    if (m_violations.isEmpty())
        finalChecks();
}

void World::step()
{
    const auto dice = m_random.below(100);
    if (dice < 60)
        someDevice().act();
    else if (dice < 82)
        someDevice().sync(m_random.chance(5) ? PullMode::Full : PullMode::Delta);
    else if (dice < 90)
        someDevice().misfortune();
    else if (dice < 95)
        changeWeather();
    else
        misfortuneOfAll();
    if (m_random.below(kOneBurstIn) == 0 && m_plan.seed % 32 == 1 && m_faults.isOn(Fault::Burst))
        someDevice().burst(1000);
    if (m_ledger && m_random.chance(60))
        stepAtLedger();
    look();
}

void World::stepAtLedger()
{
    const auto dice = m_random.below(100);
    if (dice < 45)
        m_ledger->act();
    else if (dice < 80)
        holder().syncLedger(m_random.chance(25) ? PullMode::Full : PullMode::Delta);
    else if (dice < 92)
        changeLedgerWeather();
    else if (dice < 96 && m_faults.isOn(Fault::Scope))
        m_ledger->shrinkScope();
    else
        m_ledger->growScope();
}

//! Below which throw of the dice, 0 to 99, each comes; from the last on it is fair.
struct World::Weathers {
    std::uint64_t stormy;
    std::uint64_t down;
    std::uint64_t oneWay;
};

//! @return the throw
std::uint64_t World::changeLink(Link &link, const Weathers &weathers)
{
    const auto dice = m_random.below(100);
    link.setState(Link::State::Up);
    link.setWeather(dice < weathers.stormy ? Link::Weather::Stormy : Link::Weather::Fair);
    if (dice >= weathers.stormy && dice < weathers.down && m_faults.isOn(Fault::Refused))
        link.setState(Link::State::Down);
    else if (dice >= weathers.down && dice < weathers.oneWay && m_faults.isOn(Fault::OneWay))
        link.setState(m_random.chance(50) ? Link::State::NoWayIn : Link::State::NoWayOut);
    return dice;
}

void World::changeLedgerWeather()
{
    (void)changeLink(holder().ledgerLink(), {.stormy = 75, .down = 80, .oneWay = 90});
    m_ledger->setMood(m_random.chance(40) ? Ledger::Mood::Difficult : Ledger::Mood::Fair);
}

void World::changeWeather()
{
    const auto dice = changeLink(someDevice().link(), {.stormy = 60, .down = 70, .oneWay = 80});
    if (dice >= 80 && dice < 85 && m_faults.isOn(Fault::Swizzle))
        swizzle();
}

//! The links go one by one and come back in another order (F9).
void World::swizzle()
{
    m_faults.happened(Fault::Swizzle);
    for (auto &device : m_devices) {
        auto *link = &device->link();
        m_simulator.after(milliseconds(m_random.below(30'000)), [link] { link->setState(Link::State::Down); });
        m_simulator.after(milliseconds(30'000 + m_random.below(30'000)), [link] { link->setState(Link::State::Up); });
    }
}

void World::misfortuneOfAll()
{
    const auto dice = m_random.below(100);
    m_office.setEmpty(false);
    m_office.setMood(dice < 50 ? Office::Mood::Difficult : Office::Mood::Fair);
    if (dice >= 50 && dice < 65)
        m_office.colleagueWrites();
    else if (dice >= 65 && dice < 75 && m_faults.isOn(Fault::ServerRestored))
        m_office.renameEpoch();
    else if (dice >= 75 && dice < 85 && m_faults.isOn(Fault::ServerClock))
        m_office.jumpClock();
    else if (dice >= 85 && dice < 92 && m_faults.isOn(Fault::ServerEmpty))
        m_office.setEmpty(true);
    else if (dice >= 92 && m_plan.restores == Plan::Restores::FromABackup && m_faults.isOn(Fault::ServerRestored))
        restoreServer();
    if (dice < 75 && m_plan.restores == Plan::Restores::FromABackup)
        m_office.backUp();
}

//! What nobody has any more but the server had is lost with it; nothing else is.
void World::restoreServer()
{
    QSet<QString> held;
    for (auto &device : m_devices)
        held += device->tokens();
    m_office.restoreBackup();
    for (const auto &token : m_oracle.everCreated())
        if (!held.contains(token) && !m_oracle.isOnServer(token))
            m_oracle.deleted(token);
}

void World::look()
{
    m_violations += m_oracle.takeViolations();
    for (size_t i = 0; i < m_devices.size(); ++i) {
        for (const auto &wrong : m_devices[i]->check())
            m_violations += u"device %1: %2"_s.arg(i).arg(wrong);
    }
    m_history += QByteArray::number(m_simulator.steps()) + '/' + QByteArray::number(m_office.position().change);
    for (const auto &device : m_devices)
        m_history += ',' + QByteArray::number(device->fileCalls()) + ',' + QByteArray::number(device->link().requests());
}

// --- Healing

void World::clearUp()
{
    m_office.setEmpty(false);
    m_office.setMood(Office::Mood::Fair);
    m_office.setClockRight();
    for (auto &device : m_devices) {
        device->endMisfortune();
        device->link().setState(Link::State::Up);
        device->link().setWeather(Link::Weather::Fair);
    }
    if (!m_ledger)
        return;
    m_ledger->setMood(Ledger::Mood::Fair);
    m_ledger->growScope();
    holder().ledgerLink().setState(Link::State::Up);
    holder().ledgerLink().setWeather(Link::Weather::Fair);
}

//! Who gives a right back, or widens a list, lets everything be compared: the feed does not tell what was changed meanwhile.
//! Time goes by, too: what may still be on its way is waited for, and what is to be tried again later.
void World::healLedger()
{
    holder().syncLedger(PullMode::Full);
    m_simulator.run();
    holder().tidyUp();
    holder().syncLedger();
    m_simulator.run();
    m_simulator.runFor(std::chrono::minutes(10));
    look();
}

qint64 World::workLeft()
{
    qint64 left = 0;
    for (auto &device : m_devices)
        left += device->workLeft();
    return left;
}

std::pair<qint64, std::uint64_t> World::changesThere()
{
    return {m_office.position().change, m_ledger ? m_ledger->changes() : 0};
}

void World::healByHand()
{
    clearUp();
    int round = 1;
    for (; round <= kMaxHealingRounds; ++round) {
        if (round > kRoundsInARow) // an operation may wait for an hour, and for another one where the clock was set back
            m_simulator.runFor(kBetweenRounds);
        const auto before = changesThere();
        for (auto &device : m_devices) {
            device->sync();
            m_simulator.run();
            device->tidyUp();
            if (device->workLeft() > 0) {
                device->sync();
                m_simulator.run();
            }
            look();
            if (!m_violations.isEmpty())
                return;
        }
        if (m_ledger)
            healLedger();
        if (!m_violations.isEmpty())
            return;
        if (workLeft() > 0)
            continue;
        for (auto &device : m_devices) { // everybody sees everybody's last push, and may have to decide about it
            device->sync();
            m_simulator.run();
        }
        // What comes from one remote still has to reach the other, and the other devices.
        if (workLeft() == 0 && (!m_ledger || changesThere() == before))
            break;
    }
    if (round > kMaxHealingRounds)
        tellWorkLeft(u"L2: work is left after %1 rounds"_s.arg(kMaxHealingRounds));
    else if (m_violations.isEmpty())
        checkQuiescence();
}

void World::tellWorkLeft(const QString &what)
{
    m_violations += what;
    for (size_t i = 0; i < m_devices.size(); ++i)
        for (const auto &line : m_devices[i]->queue())
            m_violations += u"device %1: %2"_s.arg(i).arg(line);
}

// L4: with nothing to do nothing is written, here or there.
void World::checkQuiescence()
{
    const auto before = m_office.position().change;
    for (size_t i = 0; i < m_devices.size(); ++i) {
        const auto rows = m_devices[i]->auditRows();
        const auto requests = m_devices[i]->link().requests();
        m_devices[i]->sync();
        m_simulator.run();
        if (m_devices[i]->auditRows() != rows)
            m_violations += u"L4: device %1 wrote without a reason"_s.arg(i);
        if (m_devices[i]->link().requests() > requests + 1)
            m_violations += u"L4: device %1 made %2 requests without a reason"_s.arg(i).arg(m_devices[i]->link().requests() - requests);
    }
    if (m_office.position().change != before)
        m_violations += u"L4: the server was changed without a reason"_s;
    if (m_ledger)
        checkLedgerQuiescence();
}

// L4 with two remotes: neither answers the other.
void World::checkLedgerQuiescence()
{
    const auto before = m_ledger->changes();
    const auto rows = holder().auditRows();
    const auto looks = m_ledger->looks(); // a page more may be asked for: what was changed in the last second comes again
    holder().syncLedger();
    m_simulator.run();
    if (holder().auditRows() != rows || m_ledger->changes() != before)
        m_violations += u"L4: the ledger or the device that holds it was changed without a reason"_s;
    if (m_ledger->looks() != looks)
        m_violations += u"L4: %1 records of the ledger were read without a reason"_s.arg(m_ledger->looks() - looks);
}

// --- By themselves

void World::liveByThemselves()
{
    for (auto &device : m_devices)
        device->goAutomatic();
    for (int i = 0; i < m_plan.steps && m_violations.isEmpty(); ++i) {
        // Mostly hours of work; now and then a network that comes and goes by the second.
        const bool flapping = m_random.chance(20) && m_faults.isOn(Fault::Flapping);
        m_simulator.runFor(milliseconds(m_random.below(flapping ? 3'000 : 60'000)));
        const auto dice = m_random.below(100);
        if (flapping)
            m_faults.happened(Fault::Flapping);
        if (flapping || dice < 20) {
            const bool down = m_random.chance(45);
            auto &device = someDevice();
            device.link().setState(down ? Link::State::Down : m_random.chance(15) ? Link::State::Portal : Link::State::Up);
            device.link().setWeather(m_random.chance(40) ? Link::Weather::Stormy : Link::Weather::Fair);
            if (m_random.chance(50)) // the system does not always notice
                device.hint(down ? NetworkHint::NoNetwork : NetworkHint::Network);
        } else if (dice < 25) {
            m_office.setMood(m_random.chance(50) ? Office::Mood::Difficult : Office::Mood::Fair);
        } else {
            someDevice().act();
        }
        look();
    }
    if (m_violations.isEmpty())
        healByThemselves();
    if (m_violations.isEmpty())
        finalChecks();
}

//! The network is back, and people answer what is asked; everything else has to happen by itself.
void World::healByThemselves()
{
    clearUp();
    for (auto &device : m_devices)
        device->hint(NetworkHint::Network);
    const auto allSaySynced = [this] {
        return std::ranges::all_of(m_devices, [](const auto &device) { return device->saysSynced(); });
    };
    int minutes = 0;
    do {
        for (auto &device : m_devices) {
            device->signIn(); // an answer that was under way may ask for it later than the rest
            device->tidyUp();
        }
        m_simulator.runFor(std::chrono::minutes(1));
    } while ((workLeft() > 0 || !allSaySynced()) && ++minutes < kMaxHealingMinutes);
    m_simulator.runFor(std::chrono::minutes(3)); // everybody has seen everybody's last push
    if (workLeft() > 0)
        tellWorkLeft(u"L3: work is left after %1 minutes"_s.arg(minutes));
    for (size_t i = 0; i < m_devices.size(); ++i) {
        m_violations += m_devices[i]->automatic().untruths();
        if (m_devices[i]->automatic().runs() == 0)
            m_violations += u"L3: device %1 never synchronised"_s.arg(i);
    }
}

// --- The end

// L1: everybody has what the server has. L6: the log stays bounded.
void World::finalChecks()
{
    if (m_watch == Watch::Not)
        return;
    const auto [live, truth] = m_office.liveRecords();
    m_violations += m_oracle.complaints(live);
    for (size_t i = 0; i < m_devices.size(); ++i) {
        const auto name = u"device %1: "_s.arg(i);
        for (const auto &wrong : m_devices[i]->thorough())
            m_violations += name + wrong;
        for (const auto &line : m_devices[i]->queue())
            m_violations += name + u"L2: left in the queue: "_s + line;
        if (m_devices[i]->logSize() > kLogBound)
            m_violations += name + u"L6: the log has %1 bytes"_s.arg(m_devices[i]->logSize());
        if (m_ledger && i == 0)
            m_violations += m_devices[i]->ledgerDifferences();
        const auto records = m_devices[i]->records();
        QStringList keys = records.keys() + truth.keys();
        keys.removeDuplicates();
        for (const auto &key : std::as_const(keys)) {
            if (records.value(key) != truth.value(key))
                m_violations += name + u"L1: differs from the server in %1:\n   %2\n   %3"_s.arg(key, QString::fromUtf8(truth.value(key)), QString::fromUtf8(records.value(key)));
        }
    }
}

QByteArray World::fingerprint()
{
    QByteArray all = m_history + QByteArray::number(m_simulator.steps()) + m_violations.join(u'\n').toUtf8();
    for (const auto &row : m_office.rows())
        all += toCanonicalJson(row.body) + QByteArray::number(row.version);
    if (m_ledger)
        all += QByteArray::number(m_ledger->changes());
    for (auto &device : m_devices) {
        const auto records = device->records();
        for (auto record = records.begin(); record != records.end(); ++record)
            all += record.key().toUtf8() + record.value();
    }
    return sha256Hex(all);
}

Outcome World::outcome(Trail trail)
{
    Outcome outcome;
    m_faults.happened(Fault::RandomOrder, m_simulator.ties());
    outcome.violations = m_violations;
    outcome.fingerprint = fingerprint();
    outcome.faults = m_faults.counts();
    outcome.events = m_simulator.steps();
    outcome.simulated = m_simulator.elapsed().count();
    if (trail == Trail::Yes) {
        for (auto &device : m_devices)
            outcome.trail += device->trail();
        outcome.trail += m_office.trail();
        if (m_ledger)
            outcome.trail += m_ledger->trail();
        outcome.trail.sort();
    }
    return outcome;
}

} // namespace frost::test
