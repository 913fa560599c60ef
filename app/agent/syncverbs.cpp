// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/agent/agent.h"
#include "app/agent/exitcodes.h"
#include "app/agent/interruption.h"
#include "app/agent/syncoutput.h"
#include "app/agent/verb.h"
#include "app/agent/wording.h"
#include "app/composition/companycopy.h"
#include "core/activity/retention.h"

#include <QCoreApplication>
#include <QTimer>

#include <algorithm>
#include <utility>
#include <vector>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("Sync", source);
}

constexpr std::chrono::seconds kTidyBudget{10}; //!< after a run; a first tidying up of years goes on after the next
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

constexpr auto kConfirm = "--confirm-mass-change"_L1;

//! What `sync` was asked for.
SyncEngine::Options optionsOf(OpenCompany &company, const Connection &connection, const Arguments &arguments)
{
    SyncEngine::Options options;
    options.mode = arguments.has("--full"_L1) ? PullMode::Full : PullMode::Delta;
    // Only what somebody was asked: everything else, and the other connections, keep their guard.
    const auto question = company.database().meta(massQuestionKey(connection.id));
    if (question && arguments.has(kConfirm))
        options.confirmed = MassQuestion::fromText(*question);
    options.origin = RunOrigin::Manual; // whoever types "sync" asks for it
    return options;
}

enum class Sending { Real, Dry };

Task<Result<SyncOutcome>> attempt(OpenCompany &company, Connection connection, SyncEngine::Options options, SyncOutcome outcome, Sending sending)
{
    if (sending == Sending::Real) {
        const auto report = co_await company.sync(connection, std::move(options));
        if (!report)
            co_return fail(report.error());
        outcome.report = *report;
        co_return outcome;
    }
    const auto planned = co_await company.dryRun(connection, std::move(options));
    if (!planned)
        co_return fail(planned.error());
    outcome.report = planned->report;
    outcome.planned = *planned;
    if (outcome.report.counts.conflicts + outcome.report.counts.failed > 0)
        outcome.exitCode = exitcode::kUnfinished;
    co_return outcome;
}

Task<SyncOutcome> syncConnection(OpenCompany &company, DataFolder::Company place, Connection connection, Arguments arguments, SyncBar &bar)
{
    auto options = optionsOf(company, connection, arguments);
    SyncOutcome outcome;
    outcome.confirms = options.confirmed.has_value();
    options.progress = [&bar, &company, id = connection.id](const Progress &progress) {
        if (interruption::requested())
            company.requestStop();
        bar.show(id, progress);
    };
    outcome.place = place;
    outcome.connection = connection.id;
    auto done = co_await attempt(company, connection, std::move(options), outcome,
                                 arguments.has("--dry-run"_L1) ? Sending::Dry : Sending::Real);
    if (done) {
        outcome = *done;
    } else {
        // No run could begin, which is no reason to leave the other connections alone.
        outcome.report.state = done.error().kind == ErrorKind::Cancelled ? RunState::Cancelled : RunState::Failed;
        outcome.report.error = done.error();
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

//! One company of those that `sync` was asked for, and what became of it.
struct Turn {
    DataFolder::Company place;
    QJsonArray answers{}; //!< a document for each connection
    int exitCode = exitcode::kDone;
    std::optional<Error> error{};
    bool confirms = false; //!< something that a run has asked about
};

//! One connection, and where its run works: a dry run changes a copy of its own.
struct Place {
    Connection connection;
    std::unique_ptr<CompanyCopy> copy;
    OpenCompany *company = nullptr;
    std::unique_ptr<StopOnRequest> stopping;
};

Result<std::vector<Place>> placesOf(OpenCompany &company, const Arguments &arguments)
{
    const auto only = arguments.value("--connection"_L1);
    const auto connections = company.connections().list();
    FROST_TRY(connections);
    std::vector<Place> places;
    for (const auto &connection : *connections) {
        if (!only.isEmpty() && connection.id.toString() != only)
            continue;
        Place place;
        place.connection = connection;
        place.company = &company;
        if (arguments.has("--dry-run"_L1)) {
            auto copy = CompanyCopy::of(company);
            FROST_TRY(copy);
            place.copy = *std::move(copy);
            place.company = &place.copy->company();
        }
        place.stopping = std::make_unique<StopOnRequest>(*place.company);
        places.push_back(std::move(place));
    }
    return places;
}

//! All connections of a company, at the same time.
Task<Result<>> syncCompany(Agent &agent, Arguments arguments, Turn &turn, SyncBar &bar)
{
    const auto opened = OpenCompany::open(agent.seams(), turn.place);
    if (!opened)
        co_return fail(opened.error());
    auto &company = **opened;
    const auto places = placesOf(company, arguments);
    if (!places)
        co_return fail(places.error());
    std::vector<Task<SyncOutcome>> runs;
    for (const auto &place : *places)
        runs.push_back(syncConnection(*place.company, turn.place, place.connection, arguments, bar));
    QList<SyncOutcome> outcomes;
    for (auto &run : runs) {
        const auto outcome = co_await run;
        bar.wipe();
        write(agent.output(), outcome);
        turn.exitCode = exitcode::worse(turn.exitCode, outcome.exitCode);
        turn.confirms = turn.confirms || outcome.confirms;
        outcomes.append(outcome);
    }
    for (size_t i = 0; i < places->size(); ++i) {
        const auto answer = toJson(company, *places->at(i).company, outcomes[qsizetype(i)]);
        if (!answer)
            co_return fail(answer.error());
        turn.answers.append(*answer);
    }
    if (outcomes.isEmpty() || arguments.has("--dry-run"_L1))
        co_return Result<>();
    const auto pruned = pruneIfDue(company.database(), company.audit(), company.clock(), company.actor(), kTidyBudget);
    if (!pruned) // what was exchanged is exchanged
        agent.output().message(wording::sentence(pruned.error()));
    const auto left = writeLeftOver(agent.output(), company, outcomes);
    if (!left)
        co_return fail(left.error());
    turn.exitCode = exitcode::worse(turn.exitCode, *left);
    co_return Result<>();
}

//! While one company waits for its remote, others are served; each in its turn, and so many open at a time.
constexpr int kCompaniesAtOnce = 4;

Task<void> serve(Agent &agent, Arguments arguments, std::vector<Turn> &turns, size_t &next, SyncBar &bar)
{
    while (next < turns.size()) {
        auto &turn = turns[next++];
        if (interruption::requested()) {
            turn.exitCode = exitcode::kInterrupted;
            continue;
        }
        const auto done = co_await syncCompany(agent, arguments, turn, bar);
        if (!done) {
            turn.error = done.error();
            turn.exitCode = exitcode::worse(turn.exitCode, exitcode::of(done.error()));
        }
        if (!done && turns.size() > 1) { // one damaged company does not keep the others from being synchronised
            bar.wipe();
            agent.output().message(turn.place.company.toString() + u": "_s + wording::sentence(done.error()));
        }
        bar.companyDone();
    }
}

Task<Result<int>> sync(Agent &agent, Arguments arguments)
{
    const interruption::Scope interruptible;
    const auto name = arguments.value("--company"_L1);
    std::vector<Turn> turns;
    if (!name.isEmpty()) {
        const auto place = agent.folder().find(name);
        if (!place)
            co_return fail(place.error());
        turns.push_back({*place});
    } else {
        for (const auto &place : agent.folder().companies())
            turns.push_back({place});
    }
    SyncBar bar(qsizetype(turns.size()));
    size_t next = 0;
    std::vector<Task<void>> workers;
    for (int i = 0; i < kCompaniesAtOnce; ++i)
        workers.push_back(serve(agent, arguments, turns, next, bar));
    for (auto &worker : workers)
        co_await worker;
    bar.wipe();

    QJsonArray all;
    int exitCode = exitcode::kDone;
    for (const auto &turn : turns) {
        if (turn.error && turns.size() == 1)
            co_return fail(*turn.error);
        exitCode = exitcode::worse(exitCode, turn.exitCode);
        for (const auto &answer : turn.answers)
            all.append(answer);
    }
    const auto connection = arguments.value("--connection"_L1);
    if (all.isEmpty() && exitCode == exitcode::kDone && !connection.isEmpty())
        co_return fail(ErrorKind::NotFound, u"connection.unknown"_s, {connection});
    if (all.isEmpty() && exitCode == exitcode::kDone && !name.isEmpty())
        co_return fail(ErrorKind::Usage, u"company.notConnected"_s, {name});
    if (all.isEmpty())
        agent.output().message(text(QT_TRANSLATE_NOOP("Sync", "There is nothing to synchronise: no company here is connected.")));
    const bool confirms = std::any_of(turns.begin(), turns.end(), [](const Turn &turn) { return turn.confirms; });
    if (arguments.has(kConfirm) && !all.isEmpty() && !confirms)
        agent.output().message(text(QT_TRANSLATE_NOOP("Sync", "Nothing was confirmed: no earlier run has asked about unusually many changes.")));
    agent.output().answer(all);
    co_return exitCode;
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
        FROST_TRY(setRunWish((*company)->database(), connection.id, wanted));
        names.append(connection.id.toString());
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
    return {companyOption(),
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
          {"--dry-run"_L1, {}, QT_TRANSLATE_NOOP("Help", "tells what a sync would do, and does nothing")},
          {kConfirm, {}, QT_TRANSLATE_NOOP("Help", "does what a run has asked about, and no more: many deletions or changes on the other side")}},
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
