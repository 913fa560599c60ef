// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/agent/exitcodes.h"
#include "app/agent/recordplace.h"
#include "app/agent/sidebyside.h"
#include "app/agent/syncoutput.h"
#include "app/agent/verb.h"
#include "app/agent/wording.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace frost {

using namespace Qt::StringLiterals;

// One record and the systems that the company is connected to.

namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("Remote", source);
}

QString sentenceFor(const Comparison &comparison)
{
    switch (comparison.there) {
    case Comparison::There::Same: return text(QT_TRANSLATE_NOOP("Remote", "%1: the same on both sides."));
    case Comparison::There::Different: return text(QT_TRANSLATE_NOOP("Remote", "%1: the two sides differ."));
    case Comparison::There::Missing: return text(QT_TRANSLATE_NOOP("Remote", "%1: not there, deleted or forgotten."));
    case Comparison::There::NeverSent: return text(QT_TRANSLATE_NOOP("Remote", "%1: not given to it yet."));
    }
    return {};
}

Result<QJsonValue> presented(Presentation &presentation, const EntityType &type, const std::optional<QJsonObject> &body)
{
    if (!body)
        return QJsonValue();
    const auto json = presentation.body(type, *body);
    FROST_TRY(json);
    return QJsonValue(*json);
}

Result<QJsonObject> toJson(RecordAt &at, const ConnectionId &connection, const Comparison &comparison)
{
    Presentation presentation(*at.place.company);
    QJsonObject json{{u"connection"_s, connection.toString()}, {u"there"_s, toString(comparison.there)}, {u"waiting"_s, comparison.waiting}};
    const auto &versions = comparison.versions;
    for (const auto &[name, body] : {std::pair(u"base"_s, versions.base), std::pair(u"mine"_s, versions.mine),
                                     std::pair(u"theirs"_s, versions.theirs)}) {
        const auto value = presented(presentation, at.place.type, body);
        FROST_TRY(value);
        json.insert(name, *value);
    }
    return json;
}

Result<> write(Output &output, RecordAt &at, const ConnectionId &connection, const Comparison &comparison)
{
    output.line(sentenceFor(comparison).arg(connection.toString()));
    if (comparison.waiting)
        output.line(text(QT_TRANSLATE_NOOP("Remote", "A change made here waits to be sent.")));
    if (comparison.there != Comparison::There::Different)
        return {};
    Conflict sides;
    sides.connection = connection;
    sides.type = at.place.type;
    sides.record = at.id;
    sides.versions = comparison.versions;
    return writeSideBySide(output, *at.place.company, sides);
}

//! Exit 1 where some side differs.
Task<Result<int>> compareRecord(Agent &agent, Arguments arguments)
{
    auto at = recordAt(agent, arguments);
    if (!at)
        co_return fail(at.error());
    const auto connections = connectionsMeant(*at->place.company, arguments);
    if (!connections)
        co_return fail(connections.error());
    QJsonArray answers;
    int exitCode = exitcode::kDone;
    for (const auto &connection : *connections) {
        const auto comparison = co_await at->place.company->compare(connection, at->place.type, at->id);
        if (!comparison)
            co_return fail(comparison.error());
        if (auto written = write(agent.output(), *at, connection.id, *comparison); !written)
            co_return fail(written.error());
        const auto json = toJson(*at, connection.id, *comparison);
        if (!json)
            co_return fail(json.error());
        answers.append(*json);
        if (comparison->there != Comparison::There::Same)
            exitCode = exitcode::kUnfinished;
    }
    agent.output().answer(answers);
    co_return exitCode;
}

Task<Result<int>> repairRecord(Agent &agent, Arguments arguments)
{
    auto at = recordAt(agent, arguments);
    if (!at)
        co_return fail(at.error());
    auto &company = *at->place.company;
    const auto connections = connectionsMeant(company, arguments);
    if (!connections)
        co_return fail(connections.error());
    QJsonArray answers;
    QList<SyncOutcome> outcomes;
    int exitCode = exitcode::kDone;
    for (const auto &connection : *connections) {
        const auto report = co_await company.repair(connection, at->place.type, at->id);
        if (!report)
            co_return fail(report.error());
        SyncOutcome outcome;
        outcome.place = {company.database().tenant(), company.database().company(), company.database().path()};
        outcome.connection = connection.id;
        outcome.report = *report;
        if (report->error)
            outcome.exitCode = exitcode::of(*report->error);
        write(agent.output(), outcome);
        const auto json = toJson(company, company, outcome);
        if (!json)
            co_return fail(json.error());
        answers.append(*json);
        outcomes.append(outcome);
        exitCode = exitcode::worse(exitCode, outcome.exitCode);
    }
    const auto left = writeLeftOver(agent.output(), company, outcomes);
    if (!left)
        co_return fail(left.error());
    agent.output().answer(answers);
    co_return exitcode::worse(exitCode, *left);
}

//! Hands the connections over to whichever computer asks for them next.
Task<Result<int>> letGo(Agent &agent, Arguments arguments)
{
    const auto company = agent.open(arguments.value("--company"_L1));
    if (!company)
        co_return fail(company.error());
    const auto connections = connectionsMeant(**company, arguments);
    if (!connections)
        co_return fail(connections.error());
    QJsonArray answers;
    for (const auto &connection : *connections) {
        if (connection.main)
            continue;
        Connection one = connection;
        const auto done = co_await (*company)->letGo(std::move(one));
        if (!done)
            co_return fail(done.error());
        agent.output().line(text(QT_TRANSLATE_NOOP("Remote", "%1: another computer may exchange data with it now.")).arg(connection.id.toString()));
        answers.append(connection.id.toString());
    }
    agent.output().answer(answers);
    co_return exitcode::kDone;
}

} // namespace

QList<Verb> remoteVerbs()
{
    const QList<Option> options{
        companyOption(),
        {"--connection"_L1, "N"_L1, QT_TRANSLATE_NOOP("Help", "only this connection")}};
    return {
        {"let-go"_L1, {}, options,
         QT_TRANSLATE_NOOP("Help", "lets another computer of the firm exchange data with the connections beside the main one"), &letGo},
        {"compare"_L1, {"TYPE"_L1, "ID"_L1}, options,
         QT_TRANSLATE_NOOP("Help", "shows one record beside what the other side has now; exit 0 the same, 1 not"), &compareRecord},
        {"repair"_L1, {"TYPE"_L1, "ID"_L1}, options,
         QT_TRANSLATE_NOOP("Help", "brings one record in line with the other side; what was typed and not sent is kept"), &repairRecord},
    };
}

} // namespace frost
