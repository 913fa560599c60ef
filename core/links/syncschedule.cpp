// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/links/syncschedule.h"

#include <QJsonArray>

namespace frost {

using namespace Qt::StringLiterals;

Result<SyncSchedule> scheduleOf(Database &database, const ConnectionId &connection)
{
    const auto rules = rulesOf(database, connection);
    FROST_TRY(rules);
    return SyncSchedule{rules->strategy, rules->pullInterval, rules->pullAt, rules->syncOnReconnect};
}

Result<> setSchedule(Database &database, const ConnectionId &connection, const SyncSchedule &schedule)
{
    auto rules = rulesJson(database, connection);
    FROST_TRY(rules);
    const bool polls = schedule.strategy == SyncStrategy::Hybrid || schedule.strategy == SyncStrategy::Polling;
    QJsonArray times;
    for (const auto &time : schedule.pullAt)
        times.append(time.toString(u"HH:mm"_s));
    const auto say = [&rules](const QString &name, bool said, const QJsonValue &value) {
        if (said)
            rules->insert(name, value);
        else
            rules->remove(name);
    };
    say(u"strategy"_s, schedule.strategy != SyncStrategy::Hybrid, toString(schedule.strategy));
    say(u"pullInterval"_s, polls && schedule.pullInterval, qint64(schedule.pullInterval.value_or(std::chrono::seconds(0)).count()));
    say(u"pullAt"_s, schedule.strategy == SyncStrategy::Scheduled, times);
    say(u"syncOnReconnect"_s, !schedule.syncOnReconnect, false);
    return setRules(database, connection, *rules);
}

} // namespace frost
