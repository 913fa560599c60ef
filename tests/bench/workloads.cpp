// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/workloads.h"

#include "tests/bench/commitwatch.h"
#include "tests/bench/invoices.h"
#include "tests/bench/process.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>

#include <algorithm>
#include <cstdio>
#include <random>

#ifdef Q_OS_LINUX
#include <fcntl.h>
#endif

namespace frost::bench {

using namespace Qt::StringLiterals;

namespace {
constexpr int kCustomers = 50;
constexpr int kBatch = 500; //!< records in a page and a batch of the frostserver provider
constexpr unsigned kSeed = 42;
constexpr int kListed = 50;

double elapsed(const QElapsedTimer &timer)
{
    return double(timer.nsecsElapsed()) / 1e6;
}

std::size_t batches(int items)
{
    return static_cast<std::size_t>((items + kBatch - 1) / kBatch);
}

//! Whoever waits for the rest, or gives it up, has this.
void tell(const std::string &name, const Workload &result)
{
    std::fprintf(stderr, "%s, repetition %zu: %.1f ms", name.c_str(), result.milliseconds.size(), result.milliseconds.back());
    if (!result.ratios.empty())
        std::fprintf(stderr, ", %.2f x floor", result.ratios.back());
    std::fputc('\n', stderr);
}

double numberFromNewProcess(const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QCoreApplication::applicationFilePath(), arguments);
    require(process.waitForFinished(-1) && process.exitCode() == 0, "the new process has done its work");
    return process.readAllStandardOutput().trimmed().toDouble();
}

void dropFromPageCache(const QString &path)
{
#ifdef Q_OS_LINUX
    QFile file(path);
    if (file.open(QIODevice::ReadOnly))
        posix_fadvise(file.handle(), 0, 0, POSIX_FADV_DONTNEED);
#else
    Q_UNUSED(path)
#endif
}
} // namespace

Workloads::Workloads(const QString &folder, const Sizes &sizes)
    : m_folder(folder), m_sizes(sizes), m_server(orStop(DemoServer::find(folder + "/server"_L1)))
{
    commitwatch::install();
}

const Results &Workloads::run()
{
    seed();
    for (int i = 0; i < m_sizes.repetitions; ++i)
        offline(i);
    weigh();
    BenchDevice device(m_folder + "/online"_L1);
    device.make(m_server->url(), m_token);
    static_cast<void>(device.sync());
    for (int i = 0; i < m_sizes.repetitions; ++i)
        online(device, i);
    return m_results;
}

void Workloads::seed()
{
    m_token = orStop(m_server->addUser(u"bench"_s, u"bench"_s, u"anna@bench.example"_s));
    const auto colleaguesToken = orStop(m_server->addUser(u"bench"_s, u"bench"_s, u"bjorn@bench.example"_s));
    orStop(m_server->start());
    m_colleague = std::make_unique<BenchDevice>(m_folder + "/colleague"_L1);
    m_colleague->make(m_server->url(), colleaguesToken);
    for (int i = 0; i < kCustomers; ++i)
        m_colleague->create("customers", customer(i));
    m_colleague->createInvoices(0, m_sizes.invoices);
    require(m_colleague->sync().counts.pushed == m_sizes.invoices + kCustomers, "everything is on the server");
}

void Workloads::measure(const std::string &name, BenchDevice &device, qint64 items, const std::function<void()> &work,
                        const std::optional<FloorPlan> &floor)
{
    const auto before = (m_folder + "/before.db"_L1).toStdString();
    const auto after = (m_folder + "/after.db"_L1).toStdString();
    const auto plain = (m_folder + "/floor.db"_L1).toStdString();
    copyFile(device.file(), before);
    commitwatch::start();
    QElapsedTimer timer;
    timer.start();
    work();
    const double milliseconds = elapsed(timer);
    auto &result = m_results[name];
    result.items = items;
    result.milliseconds.push_back(milliseconds);
    result.commits = commitwatch::seen();
    copyFile(device.file(), after);
    const auto difference = differenceOf(before, after, device.searchText());
    result.rows = difference.rowsByTable();
    if (floor) {
        copyFile(before, plain);
        const auto run = writeRows(plain, difference, *floor);
        result.floorMilliseconds.push_back(run.milliseconds);
        result.ratios.push_back(milliseconds / run.milliseconds);
        result.floorSynchronous = synchronousWord(run.synchronous);
    }
    tell(name, result);
    for (const auto &file : {before, after, plain}) {
        for (const char *suffix : {"", "-wal", "-shm"})
            QFile::remove(QString::fromStdString(file + suffix));
    }
}

void Workloads::offline(int repetition)
{
    const auto folder = m_folder + u"/offline%1"_s.arg(repetition);
    BenchDevice device(folder);
    device.make(m_server->url(), m_token);
    measure(
        "W1", device, m_sizes.invoices, [&] { static_cast<void>(device.sync()); },
        FloorPlan{batches(m_sizes.invoices + kCustomers), "NORMAL"});
    auto ids = device.ids("invoices");
    require(ids.size() == m_sizes.invoices, "every invoice was pulled");
    std::shuffle(ids.begin(), ids.end(), std::mt19937(kSeed));

    device.close();
    readInNewProcess(folder, ids.first());
    device.open();

    ids.resize(std::min<qsizetype>(ids.size(), m_sizes.edits));
    const auto editAll = [&] {
        for (const auto &id : ids)
            device.edit(id, {{u"sent"_s, true}});
    };
    measure("W2", device, ids.size(), editAll, FloorPlan{static_cast<std::size_t>(ids.size()), "FULL"});
    require(orStop(device.company().outbox().counts()).pending == ids.size(), "every edit is queued");
}

void Workloads::readInNewProcess(const QString &folder, const LocalId &id)
{
    dropFromPageCache(folder + "/bench/bench.frost"_L1);
    auto &result = m_results["W6"];
    result.items = kListed + 1;
    result.milliseconds.push_back(numberFromNewProcess({u"--open"_s, folder, id.toString()}));
    tell("W6", result);
}

double Workloads::openAndRead(const QString &folder, const QString &id)
{
    BenchDevice device(folder);
    QElapsedTimer timer;
    timer.start();
    device.open();
    auto store = orStop(device.company().database().objectStore(EntityType(u"invoices"_s)));
    Query query;
    query.sort = u"invoiceDate"_s;
    query.descending = true;
    query.limit = kListed;
    const auto listed = orStop(store.select(query));
    const auto one = orStop(store.get(LocalId(id)));
    const double milliseconds = elapsed(timer);
    require(!listed.isEmpty() && one.has_value(), "the records are there");
    return milliseconds;
}

void Workloads::weigh()
{
    const auto folder = m_folder + "/weighed"_L1;
    BenchDevice device(folder);
    device.make(m_server->url(), m_token);
    device.close();
    m_results["W1"].peakMegabytes = numberFromNewProcess({u"--sync"_s, folder});
    device.open();
    device.createInvoices(m_sizes.invoices + m_sizes.repetitions * m_sizes.creates, m_sizes.creates);
    device.close();
    m_results["W3"].peakMegabytes = numberFromNewProcess({u"--sync"_s, folder});
    device.open();
    require(orStop(device.company().outbox().counts()).pending == 0, "everything was sent");
}

double Workloads::syncAndWeigh(const QString &folder)
{
    BenchDevice device(folder);
    device.open();
    static_cast<void>(device.sync());
    return peakMegabytes(QCoreApplication::applicationPid());
}

//! Records that no workload has touched yet and both devices have, by their place in the generator's order.
QList<LocalId> Workloads::nextShared(BenchDevice &device, int count)
{
    QList<LocalId> ids;
    auto store = orStop(device.company().database().objectStore(EntityType(u"invoices"_s)));
    for (int i = m_shared; i < m_shared + count; ++i) {
        const auto reference = u"PO-%1"_s.arg(i, 8, 10, QChar(u'0'));
        const auto found = orStop(store.getAll(u"externalReference"_s, KeyRange::only({reference})));
        require(found.size() == 1, "both devices have the invoice");
        ids.append(found.first().id);
    }
    return ids;
}

void Workloads::online(BenchDevice &device, int repetition)
{
    device.createInvoices(m_sizes.invoices + repetition * m_sizes.creates, m_sizes.creates);
    RunReport report;
    measure(
        "W3", device, m_sizes.creates, [&] { report = device.sync(); }, FloorPlan{batches(m_sizes.creates), "FULL"});
    require(report.counts.pushed == m_sizes.creates, "every create arrived");
    static_cast<void>(device.sync()); // what it has made comes back once; W4 is about a store in sync

    const auto changed = nextShared(*m_colleague, m_sizes.changes);
    for (const auto &id : changed)
        m_colleague->edit(id, {{u"sent"_s, true}});
    static_cast<void>(m_colleague->sync());
    measure(
        "W4", device, m_sizes.changes, [&] { report = device.sync(); }, FloorPlan{batches(m_sizes.changes), "NORMAL"});
    require(report.counts.updated == m_sizes.changes, "every change was pulled");
    m_shared += m_sizes.changes;

    bothSides(device, "W5d", "ourReference", false);
    bothSides(device, "W5s", "yourReference", true);
}

void Workloads::bothSides(BenchDevice &device, const std::string &name, const char *field, bool sameField)
{
    const auto theirs = nextShared(*m_colleague, m_sizes.bothSides);
    const auto mine = nextShared(device, m_sizes.bothSides);
    m_shared += m_sizes.bothSides;
    for (const auto &id : theirs)
        m_colleague->edit(id, {{u"yourReference"_s, u"Björns uppgift"_s}});
    static_cast<void>(m_colleague->sync());
    for (const auto &id : mine)
        device.edit(id, {{QString::fromLatin1(field), u"Annas uppgift"_s}});
    RunReport report;
    measure(name, device, m_sizes.bothSides, [&] { report = device.sync(); });
    static_cast<void>(device.sync());
    require((sameField ? report.counts.conflicts : report.counts.pushed) == m_sizes.bothSides,
            "everything was merged and pushed, or listed");
}

} // namespace frost::bench
