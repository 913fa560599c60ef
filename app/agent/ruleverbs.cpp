// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/agent/agent.h"
#include "app/agent/exitcodes.h"
#include "app/agent/recordplace.h"
#include "app/agent/verb.h"
#include "app/agent/wording.h"
#include "core/links/rulelevels.h"
#include "core/links/syncrules.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace frost {

using namespace Qt::StringLiterals;

// What is exchanged with the systems that a company is connected to: for one connection, the company, or the tenant.

namespace {

constexpr auto kCompany = "company"_L1;
constexpr auto kTenant = "tenant"_L1;

QString ruleText(const char *source)
{
    return QCoreApplication::translate("Rules", source);
}

Result<> setRulesMeant(OpenCompany &company, const Arguments &arguments, const QJsonObject &json)
{
    const auto level = arguments.value("--for"_L1);
    if (!level.isEmpty() && !arguments.value("--connection"_L1).isEmpty())
        return fail(ErrorKind::Usage, u"option.together"_s, {u"--connection"_s, u"--for"_s});
    if (level == kTenant)
        return setTenantRules(company.database(), json);
    if (level == kCompany)
        return setCompanyRules(company.database(), json);
    if (!level.isEmpty())
        return fail(ErrorKind::Usage, u"option.choice"_s, {u"--for"_s, level, kCompany + u", "_s + kTenant});
    const auto connections = connectionsMeant(company, arguments);
    FROST_TRY(connections);
    if (connections->size() > 1)
        return fail(ErrorKind::Usage, u"connection.several"_s);
    return setRules(company.database(), connections->first().id, json);
}

void writeRules(Output &output, const QString &whose, const QJsonObject &json)
{
    output.line(u"%1: %2"_s.arg(whose, QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact))));
}

//! @param wider those of the tenant and the company
Result<QJsonObject> showConnections(Agent &agent, Database &database, const QList<Connection> &connections, const QJsonObject &wider)
{
    QJsonObject all;
    for (const auto &connection : connections) {
        const auto own = rulesJson(database, connection.id);
        FROST_TRY(own);
        const auto holds = withNearer(wider, *own);
        writeRules(agent.output(), connection.id.toString(), *own);
        if (holds != *own)
            writeRules(agent.output(), ruleText(QT_TRANSLATE_NOOP("Rules", "%1, all of them together")).arg(connection.id.toString()), holds);
        all.insert(connection.id.toString(), QJsonObject{{u"rules"_s, *own}, {u"holds"_s, holds}});
    }
    return all;
}

//! Shows the rules of all levels, after setting those that are meant.
Task<Result<int>> rules(Agent &agent, Arguments arguments)
{
    const auto company = agent.open(arguments.value("--company"_L1));
    if (!company)
        co_return fail(company.error());
    if (const auto file = arguments.value("--set"_L1); !file.isEmpty()) {
        const auto bytes = agent.fileOrInput(file);
        if (!bytes)
            co_return fail(bytes.error());
        const auto json = parseRecord(*bytes);
        if (!json)
            co_return fail(json.error());
        if (const auto set = setRulesMeant(**company, arguments, *json); !set)
            co_return fail(set.error());
    }
    const auto connections = arguments.value("--for"_L1).isEmpty() ? connectionsMeant(**company, arguments) : (*company)->connections().list();
    if (!connections)
        co_return fail(connections.error());
    auto &database = (*company)->database();
    const auto ofTenant = tenantRulesJson(database);
    if (!ofTenant)
        co_return fail(ofTenant.error());
    const auto ofCompany = companyRulesJson(database);
    if (!ofCompany)
        co_return fail(ofCompany.error());
    if (!ofTenant->isEmpty())
        writeRules(agent.output(), ruleText(QT_TRANSLATE_NOOP("Rules", "every company of %1")).arg(database.tenant().toString()), *ofTenant);
    if (!ofCompany->isEmpty())
        writeRules(agent.output(), ruleText(QT_TRANSLATE_NOOP("Rules", "every connection of %1")).arg(database.company().toString()), *ofCompany);
    const auto each = showConnections(agent, database, *connections, withNearer(*ofTenant, *ofCompany));
    if (!each)
        co_return fail(each.error());
    agent.output().answer(QJsonObject{{kTenant, *ofTenant}, {kCompany, *ofCompany}, {u"connections"_s, *each}});
    co_return exitcode::kDone;
}

} // namespace

QList<Verb> ruleVerbs()
{
    return {
        {"rules"_L1, {}, {companyOption(),
          {"--connection"_L1, "N"_L1, QT_TRANSLATE_NOOP("Help", "only this connection")},
          {"--for"_L1, "LEVEL"_L1, QT_TRANSLATE_NOOP("Help", "sets those of the company, for all its connections, or of the tenant, for all its companies")},
          {"--set"_L1, "FILE"_L1, QT_TRANSLATE_NOOP("Help", "takes the rules from this JSON file, - for standard input; {} for none")}},
         QT_TRANSLATE_NOOP("Help", "shows or sets what is exchanged with a connection, which way and how"), &rules},
    };
}

} // namespace frost
