// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/campaign.h"

#include "core/base/json.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QProcess>

#include <algorithm>

namespace frost::test {

using namespace Qt::StringLiterals;

namespace {
constexpr int kTrailLines = 60; //!< the last ones say what went wrong

QString kindOfViolation(const Outcome &outcome)
{
    const auto first = outcome.violations.value(0);
    return first.mid(first.startsWith(u"device ") ? first.indexOf(u':') + 2 : 0).section(u':', 0, 0);
}

//! Whether the plan fails in the same way.
bool failsAs(const Plan &plan, const QString &kind)
{
    const auto outcome = liveTwice(plan);
    return !outcome.violations.isEmpty() && kindOfViolation(outcome) == kind;
}

QString told(const Plan &plan, const Outcome &outcome, Seeds::OnFailure onFailure)
{
    QString text = u"FAIL %1\n  %2\n"_s.arg(plan.toString(), outcome.violations.mid(0, 12).join(u"\n  "));
    if (onFailure == Seeds::OnFailure::TellOnly)
        return text;
    const auto small = shrunk(plan);
    const auto again = live(small, Trail::Yes);
    const auto trail = again.trail.mid(std::max<qsizetype>(0, again.trail.size() - kTrailLines));
    return text + u"  shrunk to %1\n  %2\n    %3\n"_s.arg(small.toString(), again.violations.mid(0, 6).join(u"\n  "), trail.join(u"\n    "));
}
} // namespace

Outcome liveTwice(const Plan &plan)
{
    auto outcome = live(plan);
    if (!outcome.violations.isEmpty())
        return outcome; // it ended early, and needs no further proof
    const auto again = live(plan, Trail::No, Watch::Not);
    if (again.fingerprint != outcome.fingerprint)
        outcome.violations += u"L8: the same seed lived another life"_s;
    return outcome;
}

Plan shrunk(Plan plan)
{
    const auto kind = kindOfViolation(liveTwice(plan));
    const auto accept = [&](const Plan &smaller) {
        const bool fails = failsAs(smaller, kind);
        if (fails)
            plan = smaller;
        return fails;
    };
    for (const auto &fault : faultKinds()) {
        Plan smaller = plan;
        smaller.without.append(fault.fault);
        (void)accept(smaller);
    }
    {
        Plan smaller = plan;
        smaller.remotes = Plan::Remotes::Office;
        (void)accept(smaller);
    }
    for (int cut = plan.steps / 2; cut > 0; cut /= 2) {
        Plan smaller = plan;
        smaller.steps -= cut;
        while (smaller.steps > 0 && accept(smaller))
            smaller.steps -= cut;
    }
    for (int devices = 1; devices < plan.devices; ++devices) {
        Plan smaller = plan;
        smaller.devices = devices;
        if (accept(smaller))
            break;
    }
    return plan;
}

Summary run(const Seeds &seeds, qint64 until)
{
    Summary summary;
    QElapsedTimer timer;
    timer.start();
    for (std::uint64_t i = 0; i < seeds.count; ++i) {
        auto plan = Plan::ofSeed(seeds.from + i * seeds.stride, seeds.steps);
        plan.without = seeds.without;
        if (seeds.remotes && plan.kind != Plan::Kind::ByThemselves)
            plan.remotes = *seeds.remotes;
        const auto outcome = liveTwice(plan);
        ++summary.seeds;
        summary.events += 2 * outcome.events;
        summary.simulated += 2 * outcome.simulated;
        for (size_t fault = 0; fault < outcome.faults.size(); ++fault)
            summary.faults[fault] += outcome.faults[fault];
        if (!outcome.violations.isEmpty()) {
            summary.failed += plan.seed;
            summary.failures += told(plan, outcome, seeds.onFailure);
            if (summary.failures.size() >= seeds.mostFailures)
                break;
        }
        if (until > 0 && timer.elapsed() > until)
            break;
    }
    summary.elapsed = timer.elapsed();
    return summary;
}

Summary runInProcesses(const Seeds &seeds, int jobs, const QString &program, qint64 until)
{
    QStringList without;
    for (const auto fault : seeds.without)
        without += QString::number(int(fault));
    std::vector<std::unique_ptr<QProcess>> processes;
    for (int i = 0; i < jobs; ++i) {
        auto process = std::make_unique<QProcess>();
        process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
        const auto share = (seeds.count + std::uint64_t(jobs - 1 - i)) / std::uint64_t(jobs);
        QStringList arguments{u"--worker"_s, u"--from"_s, QString::number(seeds.from + std::uint64_t(i)), u"--seeds"_s, QString::number(share),
                              u"--stride"_s, QString::number(jobs), u"--steps"_s, QString::number(seeds.steps),
                              u"--budget"_s, QString::number(until / 1000), u"--without"_s, without.join(u','),
                              u"--most-failures"_s, QString::number(seeds.mostFailures),
                              seeds.onFailure == Seeds::OnFailure::TellOnly ? u"--no-shrink"_s : u"--shrink"_s};
        if (seeds.remotes)
            arguments += {u"--remotes"_s, QString::number(*seeds.remotes == Plan::Remotes::OfficeAndLedger ? 2 : 1)};
        process->start(program, arguments);
        processes.push_back(std::move(process));
    }
    Summary all;
    for (auto &process : processes) {
        process->waitForFinished(-1);
        const auto told = parseJsonObject(process->readAllStandardOutput(), 64);
        if (told)
            all.add(Summary::fromJson(*told));
        else
            all.failures += u"a worker ended without a word, with %1"_s.arg(process->exitCode());
    }
    return all;
}

void Summary::add(const Summary &other)
{
    seeds += other.seeds;
    failures += other.failures;
    failed += other.failed;
    for (size_t fault = 0; fault < faults.size(); ++fault)
        faults[fault] += other.faults[fault];
    events += other.events;
    simulated += other.simulated;
    elapsed = std::max(elapsed, other.elapsed);
}

QStringList Summary::neverHappened() const
{
    QStringList names;
    for (const auto &kind : faultKinds()) {
        if (*kind.where && faults[size_t(kind.fault)] == 0)
            names += nameOf(kind.fault);
    }
    return names;
}

QString Summary::text() const
{
    QStringList lines;
    for (const auto &kind : faultKinds()) {
        const auto count = *kind.where ? QString::number(faults[size_t(kind.fault)]) : u"not injected: "_s + QLatin1StringView(kind.whyNot);
        lines += u"  %1 %2"_s.arg(nameOf(kind.fault), -45).arg(count);
    }
    const auto seconds = std::max(double(elapsed) / 1000, 0.001);
    lines += u"%1 seeds, each twice, in %2 s: %3 seeds/s, %4 events, simulated to real time %5 : 1, %6 failures"_s.arg(seeds)
                 .arg(seconds, 0, 'f', 1)
                 .arg(double(seeds) / seconds, 0, 'f', 1)
                 .arg(events)
                 .arg(qRound64(double(simulated) / 1000 / seconds))
                 .arg(failed.size());
    return lines.join(u'\n');
}

QJsonObject Summary::toJson() const
{
    QJsonArray counts;
    for (const auto count : faults)
        counts.append(qint64(count));
    QJsonArray seedsFailed;
    for (const auto seed : failed)
        seedsFailed.append(qint64(seed));
    return {{u"seeds"_s, qint64(seeds)},       {u"failures"_s, QJsonArray::fromStringList(failures)},
            {u"failed"_s, seedsFailed},        {u"faults"_s, counts},
            {u"events"_s, qint64(events)},     {u"simulated"_s, simulated},
            {u"elapsed"_s, elapsed}};
}

Summary Summary::fromJson(const QJsonObject &json)
{
    Summary summary;
    summary.seeds = std::uint64_t(json["seeds"_L1].toInteger());
    for (const auto &failure : json["failures"_L1].toArray())
        summary.failures += failure.toString();
    for (const auto &seed : json["failed"_L1].toArray())
        summary.failed += std::uint64_t(seed.toInteger());
    const auto counts = json["faults"_L1].toArray();
    for (qsizetype i = 0; i < counts.size() && i < qsizetype(summary.faults.size()); ++i)
        summary.faults[size_t(i)] = std::uint64_t(counts[i].toInteger());
    summary.events = std::uint64_t(json["events"_L1].toInteger());
    summary.simulated = json["simulated"_L1].toInteger();
    summary.elapsed = json["elapsed"_L1].toInteger();
    return summary;
}

} // namespace frost::test
