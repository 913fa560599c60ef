// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/agent/agent.h"
#include "app/agent/exitcodes.h"
#include "app/agent/interruption.h"
#include "app/agent/progressbar.h"
#include "app/agent/verb.h"
#include "app/agent/wording.h"
#include "core/sync/masschange.h"

#include <QCoreApplication>
#include <QTimer>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("Sync", source);
}

QString counted(const char *source, qint64 count)
{
    return QCoreApplication::translate("Sync", source, nullptr, int(count));
}

//! One connection of one company, and how its run went.
struct Outcome {
    DataFolder::Company company;
    ConnectionId connection;
    RunReport report;
    int exitCode = exitcode::kDone;
};

QString phaseName(SyncPhase phase)
{
    switch (phase) {
    case SyncPhase::Settling: return text(QT_TRANSLATE_NOOP("Sync", "settling"));
    case SyncPhase::Pulling: return text(QT_TRANSLATE_NOOP("Sync", "receiving"));
    case SyncPhase::Pushing: return text(QT_TRANSLATE_NOOP("Sync", "sending"));
    case SyncPhase::Idle:
    case SyncPhase::Finished: break;
    }
    return {};
}

QJsonObject toJson(const Outcome &outcome)
{
    QJsonObject json{{u"tenant"_s, outcome.company.tenant.toString()},
                     {u"company"_s, outcome.company.company.toString()},
                     {u"connection"_s, outcome.connection.toString()},
                     {u"state"_s, toString(outcome.report.state)},
                     {u"counts"_s, outcome.report.counts.toJson()},
                     {u"left"_s, outcome.report.left},
                     {u"durationMs"_s, qint64(outcome.report.duration.count())}};
    if (outcome.report.error)
        json.insert(u"error"_s, wording::json(*outcome.report.error)["error"_L1]);
    return json;
}

void write(Output &output, const Outcome &outcome)
{
    const auto &counts = outcome.report.counts;
    output.line(text(QT_TRANSLATE_NOOP("Sync", "%1, %2: %3. Received %4, merged %5, sent %6, failed %7, conflicts %8; %9 ms."))
                    .arg(outcome.company.company.toString(), outcome.connection.toString(), wording::state(outcome.report.state))
                    .arg(counts.created + counts.updated + counts.deleted)
                    .arg(counts.merged)
                    .arg(counts.pushed)
                    .arg(counts.failed)
                    .arg(counts.conflicts)
                    .arg(outcome.report.duration.count()));
    if (!outcome.report.error)
        return;
    output.message(wording::sentence(*outcome.report.error));
    if (outcome.exitCode == exitcode::kOffline)
        output.message(text(QT_TRANSLATE_NOOP("Sync", "Nothing is lost: what waits is sent by the next sync, exactly once.")));
}

//! What is left to be looked at, from this run or an earlier one.
Result<int> leftOver(Agent &agent, OpenCompany &company, const QList<Outcome> &outcomes)
{
    const auto conflicts = company.conflicts().openCount();
    FROST_TRY(conflicts);
    const auto counts = company.outbox().counts();
    FROST_TRY(counts);
    const auto name = company.database().company().toString();
    if (*conflicts > 0)
        agent.output().message(counted(QT_TRANSLATE_NOOP("Sync", "%n conflict(s) to decide: frost-agent conflicts --company %1"), *conflicts).arg(name));
    if (counts->failed > 0)
        agent.output().message(counted(QT_TRANSLATE_NOOP("Sync", "%n change(s) refused: frost-agent queue --company %1 says why"), counts->failed).arg(name));
    qint64 waiting = 0;
    for (const auto &outcome : outcomes) // a run that broke has said so
        waiting += outcome.report.error ? 0 : outcome.report.left;
    if (waiting > 0)
        agent.output().message(counted(QT_TRANSLATE_NOOP("Sync", "%n change(s) still wait to be sent; the next sync goes on: frost-agent queue --company %1 shows them"), waiting).arg(name));
    return *conflicts > 0 || counts->failed > 0 || waiting > 0 ? exitcode::kUnfinished : exitcode::kDone;
}

constexpr std::chrono::milliseconds kLook{50}; //!< between two looks for Ctrl+C, also while the other side is silent
constexpr int kLooksUntilAbort = 20;            //!< an answer that is on its way still counts; then the exchange is given up

//! Ends the company's run when somebody asks for it, for as long as it lives.
class StopOnRequest
{
public:
    explicit StopOnRequest(OpenCompany &company)
    {
        QObject::connect(&m_timer, &QTimer::timeout, [this, &company] {
            if (!interruption::requested())
                return;
            if (++m_looks < kLooksUntilAbort)
                company.requestStop();
            else
                company.abort();
        });
        m_timer.start(kLook);
    }

private:
    QTimer m_timer;
    int m_looks = 0; //!< since it was asked for
};

Task<Result<Outcome>> syncConnection(OpenCompany &company, DataFolder::Company place, Connection connection, Arguments arguments)
{
    ProgressBar bar;
    const StopOnRequest stopping(company);
    SyncEngine::Options options;
    options.mode = arguments.has("--full"_L1) ? PullMode::Full : PullMode::Delta;
    // Only where somebody was asked: the other connections keep their guard.
    const auto question = company.database().meta(massQuestionKey(connection.id));
    const bool confirms = arguments.has("--confirm-mass-change"_L1) && question && !question->isEmpty();
    options.massChange = confirms ? MassChange::Confirmed : MassChange::Ask;
    options.retryFailed = true; // whoever types "sync" asks for it
    options.progress = [&](const Progress &progress) {
        if (interruption::requested())
            company.requestStop();
        bar.show(phaseName(progress.phase), progress.processed, progress.total);
    };
    Outcome outcome{place, connection.id, {}, exitcode::kDone};
    auto report = co_await company.sync(connection, std::move(options));
    if (report) {
        outcome.report = *std::move(report);
    } else {
        // No run could begin, which is no reason to leave the other connections alone.
        outcome.report.state = RunState::Failed;
        outcome.report.error = report.error();
    }
    if (interruption::requested()) {
        outcome.exitCode = exitcode::kInterrupted;
        if (outcome.report.error) { // an exchange that was given up ends like one that broke
            outcome.report.state = RunState::Cancelled;
            outcome.report.error = Error{ErrorKind::Cancelled, u"run.stopped"_s, {}, {}, {}};
        }
    } else if (outcome.report.error) {
        outcome.exitCode = exitcode::of(*outcome.report.error);
    }
    co_return outcome;
}

//! @return the exit code for the company; outcomes are appended
Task<Result<int>> syncCompany(Agent &agent, DataFolder::Company place, Arguments arguments, QList<Outcome> &outcomes)
{
    const auto company = OpenCompany::open(agent.seams(), place);
    if (!company)
        co_return fail(company.error());
    const auto connections = (*company)->connections().list();
    if (!connections)
        co_return fail(connections.error());
    const auto only = arguments.value("--connection"_L1);
    const auto before = outcomes.size();
    int exitCode = exitcode::kDone;
    for (const auto &connection : *connections) {
        if (!only.isEmpty() && connection.id.toString() != only)
            continue;
        if (interruption::requested()) {
            exitCode = exitcode::worse(exitCode, exitcode::kInterrupted);
            break;
        }
        const auto outcome = co_await syncConnection(**company, place, connection, arguments);
        if (!outcome)
            co_return fail(outcome.error());
        exitCode = exitcode::worse(exitCode, outcome->exitCode);
        write(agent.output(), *outcome);
        outcomes.append(*outcome);
    }
    if (outcomes.size() == before)
        co_return exitCode;
    const auto left = leftOver(agent, **company, outcomes.mid(before));
    if (!left)
        co_return fail(left.error());
    co_return exitcode::worse(exitCode, *left);
}

Task<Result<int>> sync(Agent &agent, Arguments arguments)
{
    const interruption::Scope interruptible;
    const auto name = arguments.value("--company"_L1);
    QList<DataFolder::Company> places = agent.folder().companies();
    if (!name.isEmpty()) {
        const auto place = agent.folder().find(name);
        if (!place)
            co_return fail(place.error());
        places = {*place};
    }
    QList<Outcome> outcomes;
    int exitCode = exitcode::kDone;
    for (const auto &place : places) {
        const auto done = co_await syncCompany(agent, place, arguments, outcomes);
        if (!done && places.size() == 1)
            co_return fail(done.error());
        if (!done) // one damaged company does not keep the others from being synchronised
            agent.output().message(place.company.toString() + u": "_s + wording::sentence(done.error()));
        exitCode = exitcode::worse(exitCode, done ? *done : exitcode::of(done.error()));
    }
    const auto connection = arguments.value("--connection"_L1);
    if (outcomes.isEmpty() && exitCode == exitcode::kDone && !connection.isEmpty())
        co_return fail(ErrorKind::NotFound, u"connection.unknown"_s, {connection});
    if (outcomes.isEmpty() && exitCode == exitcode::kDone && !name.isEmpty())
        co_return fail(ErrorKind::Usage, u"company.notConnected"_s, {name});
    if (outcomes.isEmpty())
        agent.output().message(text(QT_TRANSLATE_NOOP("Sync", "There is nothing to synchronise: no company here is connected.")));
    QJsonArray all;
    for (const auto &outcome : outcomes)
        all.append(toJson(outcome));
    agent.output().answer(all);
    co_return exitCode;
}

//! The connections that a verb means.
Result<QList<ConnectionId>> connectionsMeant(OpenCompany &company, const Arguments &arguments)
{
    const auto only = arguments.value("--connection"_L1);
    const auto connections = company.connections().list();
    FROST_TRY(connections);
    QList<ConnectionId> meant;
    for (const auto &connection : *connections) {
        if (only.isEmpty() || connection.id.toString() == only)
            meant += connection.id;
    }
    if (meant.isEmpty() && !only.isEmpty())
        return fail(ErrorKind::NotFound, u"connection.unknown"_s, {only});
    if (meant.isEmpty())
        return fail(ErrorKind::Usage, u"company.notConnected"_s, {arguments.value("--company"_L1)});
    return meant;
}

//! Writes down what is wanted; a run in whatever process sees it at its next safe point.
Result<int> wish(Agent &agent, const Arguments &arguments, RunWish wanted)
{
    const auto company = agent.open(arguments.value("--company"_L1));
    FROST_TRY(company);
    const auto meant = connectionsMeant(**company, arguments);
    FROST_TRY(meant);
    QJsonArray names;
    for (const auto &connection : *meant) {
        FROST_TRY(setRunWish((*company)->database(), connection, wanted));
        names.append(connection.toString());
    }
    agent.output().answer(QJsonObject{{u"connections"_s, names}});
    return exitcode::kDone;
}

Task<Result<int>> pause(Agent &agent, Arguments arguments)
{
    co_return wish(agent, arguments, RunWish::Pause);
}

Task<Result<int>> resume(Agent &agent, Arguments arguments)
{
    co_return wish(agent, arguments, RunWish::None);
}

Task<Result<int>> cancel(Agent &agent, Arguments arguments)
{
    co_return wish(agent, arguments, RunWish::Cancel);
}

QList<Option> companyAndConnection()
{
    return {{"--company"_L1, "C"_L1, QT_TRANSLATE_NOOP("Help", "the company, or TENANT/COMPANY"), Option::Times::Once, Option::Need::Required},
            {"--connection"_L1, "N"_L1, QT_TRANSLATE_NOOP("Help", "only this connection")}};
}

} // namespace

QList<Verb> syncVerbs()
{
    return {
        {"sync"_L1,
         {},
         {{"--company"_L1, "C"_L1, QT_TRANSLATE_NOOP("Help", "only this company; otherwise all in the data folder")},
          {"--connection"_L1, "N"_L1, QT_TRANSLATE_NOOP("Help", "only this connection")},
          {"--full"_L1, {}, QT_TRANSLATE_NOOP("Help", "compares everything instead of what changed since the last time")},
          {"--confirm-mass-change"_L1, {}, QT_TRANSLATE_NOOP("Help", "does what a run has asked about: many deletions or changes on the other side")}},
         QT_TRANSLATE_NOOP("Help", "sends and receives changes; exit 0 done, 1 conflicts or failed, 3 offline, 4 sign-in, 6 busy"),
         &sync},
        {"pause"_L1, {}, companyAndConnection(),
         QT_TRANSLATE_NOOP("Help", "holds the runs of a company, also one that goes on in another process, until resume"), &pause},
        {"resume"_L1, {}, companyAndConnection(), QT_TRANSLATE_NOOP("Help", "lets the runs of a company go on"), &resume},
        {"cancel"_L1, {}, companyAndConnection(),
         QT_TRANSLATE_NOOP("Help", "ends the runs of a company at their next safe point; the next sync goes on from there"), &cancel},
    };
}

} // namespace frost
