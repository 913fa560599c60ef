// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/campaign.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QHashSeed>
#include <QJsonDocument>
#include <QLoggingCategory>

#include <cstdio>

using namespace frost::test;
using namespace Qt::StringLiterals;

// frost-simulate --seeds N --from S: the whole engine in virtual time, many lives one after the other.
namespace {

void print(const QString &text)
{
    std::fputs(qPrintable(text + u'\n'), stdout);
    std::fflush(stdout);
}

} // namespace

int main(int argc, char **argv)
{
    QHashSeed::setDeterministicGlobalSeed();
    QCoreApplication app(argc, argv);
    QLoggingCategory::setFilterRules(u"frost.*=false"_s);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOptions({{u"seeds"_s, u"how many lives"_s, u"N"_s, u"200"_s},
                       {u"from"_s, u"the first seed"_s, u"S"_s, u"1"_s},
                       {u"steps"_s, u"steps of a life"_s, u"K"_s, u"60"_s},
                       {u"long"_s, u"20,000 lives"_s},
                       {u"jobs"_s, u"processes"_s, u"J"_s, u"1"_s},
                       {u"trail"_s, u"one life, and everything that happened in it"_s},
                       {u"shrink"_s, u"shrink what fails (the default)"_s},
                       {u"no-shrink"_s, u"only tell what fails"_s},
                       {u"most-failures"_s, u"end with so many"_s, u"N"_s, u"10"_s},
                       {u"without"_s, u"numbers of faults that do not happen, as 30,23"_s, u"F"_s},
                       {u"remotes"_s, u"1 or 2 in every life by hand; else by the seed"_s, u"N"_s},
                       {u"any-faults"_s, u"do not fail where a kind of fault never happened"_s},
                       {u"budget"_s, u"end after so many seconds, 0: when all have lived"_s, u"S"_s, u"0"_s},
                       {u"stride"_s, u"every how many seeds"_s, u"N"_s, u"1"_s},
                       {u"worker"_s, u"tell the parent process in JSON"_s}});
    parser.process(app);

    Seeds seeds;
    seeds.from = parser.value(u"from"_s).toULongLong();
    seeds.count = parser.isSet(u"long"_s) ? 20'000 : parser.value(u"seeds"_s).toULongLong();
    seeds.stride = parser.value(u"stride"_s).toULongLong();
    seeds.steps = parser.value(u"steps"_s).toInt();
    if (parser.isSet(u"remotes"_s))
        seeds.remotes = parser.value(u"remotes"_s) == u"2"_s ? Plan::Remotes::OfficeAndLedger : Plan::Remotes::Office;
    if (parser.isSet(u"no-shrink"_s))
        seeds.onFailure = Seeds::OnFailure::TellOnly;
    for (const auto &number : parser.value(u"without"_s).split(u',', Qt::SkipEmptyParts))
        seeds.without += Fault(qBound(1, number.toInt(), kFaults));
    if (parser.isSet(u"trail"_s)) {
        auto plan = Plan::ofSeed(seeds.from, seeds.steps);
        plan.without = seeds.without;
        plan.remotes = seeds.remotes.value_or(plan.remotes);
        const auto outcome = live(plan, Trail::Yes);
        print((outcome.trail + outcome.violations).join(u'\n'));
        return outcome.violations.isEmpty() ? 0 : 1;
    }
    seeds.mostFailures = parser.value(u"most-failures"_s).toInt();
    const int jobs = parser.value(u"jobs"_s).toInt();
    const auto budget = parser.value(u"budget"_s).toLongLong() * 1000;
    const auto summary = jobs > 1 ? runInProcesses(seeds, jobs, QCoreApplication::applicationFilePath(), budget) : run(seeds, budget);
    if (parser.isSet(u"worker"_s)) {
        print(QString::fromUtf8(QJsonDocument(summary.toJson()).toJson(QJsonDocument::Compact)));
        return 0;
    }
    for (const auto &failure : summary.failures)
        print(failure);
    print(summary.text());
    const auto missing = parser.isSet(u"any-faults"_s) ? QStringList() : summary.neverHappened();
    for (const auto &fault : missing)
        print(u"NEVER HAPPENED: "_s + fault);
    return summary.failures.isEmpty() && missing.isEmpty() ? 0 : 1;
}
