// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/links/syncschedule.h"

#include "core/links/rulelevels.h"

#include <QJsonArray>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

SyncSchedule scheduleIn(const SyncRules &rules)
{
    return {rules.strategy, rules.pullInterval, rules.pullAt, rules.syncOnReconnect};
}

} // namespace

Result<SyncSchedule> scheduleOf(Database &database, const ConnectionId &connection)
{
    const auto rules = rulesOf(database, connection);
    FROST_TRY(rules);
    return scheduleIn(*rules);
}

// Only what differs from the wider rules is said: the rest follows them, also when they change.
Result<> setSchedule(Database &database, const ConnectionId &connection, const SyncSchedule &schedule)
{
    const auto widerJson = widerRulesJson(database);
    FROST_TRY(widerJson);
    const auto widerRules = SyncRules::fromJson(*widerJson, database.schema());
    FROST_TRY(widerRules);
    const auto wider = scheduleIn(*widerRules);
    auto rules = rulesJson(database, connection);
    FROST_TRY(rules);
    QJsonArray times;
    for (const auto &time : schedule.pullAt)
        times.append(time.toString(u"HH:mm"_s));
    const auto say = [&rules](const QString &name, bool said, const QJsonValue &value) {
        if (said)
            rules->insert(name, value);
        else
            rules->remove(name);
    };
    const bool isScheduled = schedule.strategy == SyncStrategy::Scheduled;
    const bool polls = schedule.strategy == SyncStrategy::Hybrid || schedule.strategy == SyncStrategy::Polling;
    const bool asEver = schedule.strategy == wider.strategy && (!isScheduled || schedule.pullAt == wider.pullAt);
    say(u"strategy"_s, !asEver, toString(schedule.strategy));
    say(u"pullAt"_s, !asEver && isScheduled, times);
    say(u"pullInterval"_s, polls && schedule.pullInterval && schedule.pullInterval != wider.pullInterval,
        qint64(schedule.pullInterval.value_or(std::chrono::seconds(0)).count()));
    say(u"syncOnReconnect"_s, schedule.syncOnReconnect != wider.syncOnReconnect, schedule.syncOnReconnect);
    auto transaction = Transaction::begin(database.sql(), Durability::PowerCut);
    FROST_TRY(transaction);
    FROST_TRY(writeRules(database, connection, *rules));
    return transaction->commit();
}

} // namespace frost
