// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/agent/agent.h"
#include "app/agent/asjson.h"
#include "app/agent/exitcodes.h"
#include "app/agent/verb.h"
#include "app/agent/wording.h"
#include "core/sync/masschange.h"

#include <QCoreApplication>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("Status", source);
}

Result<QJsonObject> statusOf(OpenCompany &company)
{
    const auto counts = company.outbox().counts();
    FROST_TRY(counts);
    const auto conflicts = company.conflicts().openCount();
    FROST_TRY(conflicts);
    const auto refusals = company.conflicts().refusalCount();
    FROST_TRY(refusals);
    const auto connections = company.connections().list();
    FROST_TRY(connections);
    const auto runs = company.runs().list(-1);
    FROST_TRY(runs);
    const auto unsent = company.outbox().unsentByType();
    FROST_TRY(unsent);
    QJsonArray listed;
    for (const auto &connection : *connections) {
        const auto wish = runWish(company.database(), connection.id);
        FROST_TRY(wish);
        const auto question = company.database().meta(massQuestionKey(connection.id));
        FROST_TRY(question);
        QJsonObject waiting;
        const auto types = unsent->value(connection.id);
        for (auto it = types.begin(); it != types.end(); ++it)
            waiting.insert(it.key().toString(), *it);
        QJsonObject json{{u"waiting"_s, waiting},
                         {u"paused"_s, *wish == RunWish::Pause},
                         {u"massChange"_s, *question},
                         {u"id"_s, connection.id.toString()},
                         {u"provider"_s, connection.provider},
                         {u"main"_s, connection.main},
                         {u"url"_s, connection.settings["url"_L1]},
                         {u"remoteCompany"_s, connection.settings["company"_L1]},
                         {u"user"_s, connection.settings["user"_L1]},
                         {u"lastRun"_s, QJsonValue()}};
        const auto last = std::find_if(runs->begin(), runs->end(), [&](const Run &run) { return run.connection == connection.id; });
        if (last != runs->end())
            json.insert(u"lastRun"_s, toJson(*last));
        listed.append(json);
    }
    QJsonObject records;
    for (const auto &type : company.schema().types()) {
        auto store = company.database().objectStore(type);
        FROST_TRY(store);
        const auto count = store->count();
        FROST_TRY(count);
        records.insert(type.toString(), *count);
    }
    return QJsonObject{{u"tenant"_s, company.database().tenant().toString()},
                       {u"company"_s, company.database().company().toString()},
                       {u"device"_s, company.database().device().toString()},
                       {u"user"_s, company.actor().user.toString()},
                       {u"counts"_s, toJson(*counts)},
                       {u"conflicts"_s, *conflicts + *refusals}, // the rows of frost-agent conflicts
                       {u"connections"_s, listed},
                       {u"records"_s, records}};
}

//! "customers 2, invoices 1"; what there is none of is left out.
QString counted(const QJsonObject &types)
{
    QStringList parts;
    for (auto it = types.begin(); it != types.end(); ++it) {
        if (it.value().toInteger() > 0)
            parts += it.key() + u' ' + QString::number(it.value().toInteger());
    }
    return parts.join(u", "_s);
}

//! What a person has to do before anything goes on.
void writeHeld(Output &output, const QJsonObject &connection)
{
    const auto write = [&output](const QString &code, const QStringList &args) {
        output.line(u"  "_s + wording::sentence(Error{ErrorKind::Rejected, code, args, {}, {}}));
    };
    if (connection["paused"_L1].toBool())
        write(u"run.paused"_s, {connection["id"_L1].toString()});
    if (const auto question = connection["massChange"_L1].toString(); !question.isEmpty())
        write(u"run.massChange"_s, question.split(u' '));
}

void writeStatus(Output &output, const QJsonObject &status)
{
    output.line(text(QT_TRANSLATE_NOOP("Status", "%1 of %2, user %3")).arg(status["company"_L1].toString(), status["tenant"_L1].toString(), status["user"_L1].toString()));
    const auto counts = status["counts"_L1].toObject();
    QStringList states;
    for (const auto state : {OperationState::Pending, OperationState::Processing, OperationState::Verify, OperationState::Conflict, OperationState::Failed})
        states += wording::state(state) + u' ' + QString::number(counts.value(toString(state)).toInteger());
    output.line(text(QT_TRANSLATE_NOOP("Status", "Queue: %1")).arg(states.join(u", "_s)));
    output.line(text(QT_TRANSLATE_NOOP("Status", "Open conflicts: %1")).arg(status["conflicts"_L1].toInteger()));
    for (const auto &value : status["connections"_L1].toArray()) {
        const auto run = value["lastRun"_L1].toObject();
        const auto last = run.isEmpty() ? text(QT_TRANSLATE_NOOP("Status", "never synchronised"))
                                        : text(QT_TRANSLATE_NOOP("Status", "last run %1: %2"))
                                              .arg(shownInstant(fromIso(run["startedAt"_L1].toString())), run["state"_L1].toString());
        output.line(text(QT_TRANSLATE_NOOP("Status", "Connection %1 to %2, %3")).arg(value["id"_L1].toString(), value["url"_L1].toString(), last));
        writeHeld(output, value.toObject());
        if (const auto waiting = counted(value["waiting"_L1].toObject()); !waiting.isEmpty())
            output.line(u"  "_s + text(QT_TRANSLATE_NOOP("Status", "Waiting to be sent: %1")).arg(waiting));
    }
    const auto records = counted(status["records"_L1].toObject());
    output.line(text(QT_TRANSLATE_NOOP("Status", "Records: %1")).arg(records.isEmpty() ? text(QT_TRANSLATE_NOOP("Status", "none")) : records));
}

Result<QJsonObject> statusAt(Agent &agent, const DataFolder::Company &place)
{
    const auto company = OpenCompany::open(agent.seams(), place);
    FROST_TRY(company);
    return statusOf(**company);
}

Task<Result<int>> showStatus(Agent &agent, Arguments arguments)
{
    if (arguments.has("--company"_L1)) {
        const auto place = agent.folder().find(arguments.value("--company"_L1));
        if (!place)
            co_return fail(place.error());
        const auto status = statusAt(agent, *place);
        if (!status)
            co_return fail(status.error());
        agent.output().answer(*status);
        writeStatus(agent.output(), *status);
        co_return exitcode::kDone;
    }
    const auto companies = agent.folder().companies();
    QJsonArray all;
    int exitCode = exitcode::kDone;
    for (const auto &place : companies) {
        if (!all.isEmpty())
            agent.output().line();
        const auto status = statusAt(agent, place);
        if (status) {
            all.append(*status);
            writeStatus(agent.output(), *status);
            continue;
        }
        // One damaged company does not hide the others.
        all.append(QJsonObject{{u"tenant"_s, place.tenant.toString()},
                               {u"company"_s, place.company.toString()},
                               {u"error"_s, wording::json(status.error())["error"_L1]}});
        agent.output().message(place.company.toString() + u": "_s + wording::sentence(status.error()));
        exitCode = exitcode::worse(exitCode, exitcode::of(status.error()));
    }
    agent.output().answer(all);
    if (companies.isEmpty())
        agent.output().line(text(QT_TRANSLATE_NOOP("Status", "There is no company in %1 yet; frost-agent company add makes one.")).arg(agent.folder().path()));
    co_return exitCode;
}

} // namespace

QList<Verb> statusVerbs()
{
    return {
        {"status"_L1,
         {},
         {{"--company"_L1, "C"_L1, QT_TRANSLATE_NOOP("Help", "only this company, or TENANT/COMPANY")}},
         QT_TRANSLATE_NOOP("Help", "shows where one company stands, or all of them"),
         &showStatus},
    };
}

} // namespace frost
