// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/runcontext.h"

#include "core/base/logging.h"

#include <utility>

namespace frost {

using namespace Qt::StringLiterals;

Result<> RunContext::write(const std::function<Result<>()> &work, Durability durability)
{
    auto transaction = Transaction::begin(writer.database().sql(), durability);
    FROST_TRY(transaction);
    const RunTally before = tally;
    remoteChanges.forget();
    const auto all = [&]() -> Result<> {
        FROST_TRY(lease.check());
        FROST_TRY(forgetWhatOthersChanged());
        FROST_TRY(work());
        return transaction->commit();
    };
    auto done = all();
    if (!done) {
        tally = before;
        links.forget();
    }
    return done;
}

// What this process writes does not move the version, so a run by itself keeps what it has looked up.
Result<> RunContext::forgetWhatOthersChanged()
{
    const auto version = writer.database().sql().number("PRAGMA data_version");
    FROST_TRY(version);
    if (std::exchange(dataVersion, *version) != *version)
        links.forget();
    return {};
}

Result<> RunContext::setAside(const EntityType &type, const RemoteId &id, const QString &version, const Error &error)
{
    if (!concernsOneRecord(error))
        return fail(error);
    qCWarning(lcSync).noquote() << "set aside" << type.toString() << id.toString() << error.logLine();
    ++tally.of(type).failed;
    const auto link = links.find(type, id);
    FROST_TRY(link);
    return writer.audit().append(actor, u"unreadable"_s, type, *link ? (*link)->local : LocalId(),
                                 {{u"remoteId"_s, id.toString()}, {u"version"_s, version}, {u"error"_s, error.code}});
}

Task<Result<>> RunContext::atSafePoint()
{
    for (RunState state = RunState::Processing;;) {
        if (stopRequested)
            co_return fail(ErrorKind::Cancelled, u"run.stopped"_s);
        const auto wish = runWish(writer.database(), connection);
        if (!wish)
            co_return fail(wish.error());
        if (*wish == RunWish::Cancel)
            co_return fail(ErrorKind::Cancelled, u"run.stopped"_s);
        const auto wanted = *wish == RunWish::Pause ? RunState::Paused : RunState::Processing;
        if (wanted != state) {
            if (const auto told = enter(wanted); !told)
                co_return fail(told.error());
            state = wanted;
            reported.state = state;
            report(reported);
        }
        if (state == RunState::Processing)
            break;
        co_await clock.sleep(kPauseLook);
    }
    if (!hold)
        co_return Result<>();
    co_return co_await hold->keep();
}

} // namespace frost
