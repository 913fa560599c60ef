// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/serve.h"

#include "core/base/clock.h"
#include "core/base/logging.h"
#include "core/server/answers.h"
#include "core/server/sqlite/sqliteserverstore.h"
#include "core/server/sqlite/sqlitetenant.h"
#include "core/server/syncservice.h"

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif

#include <algorithm>
#include <thread>

namespace frost::server {

using namespace Qt::StringLiterals;

namespace {
//! A worker thread's own storage and service.
class Worker
{
public:
    Worker(ServerFolder folder, WriteTurns &turns, TellChange tellChange)
        : m_folder(std::move(folder)), m_turns(turns), m_tellChange(std::move(tellChange))
    { }

    Served answer(const HttpRequest &request)
    {
        if (!m_service) {
            auto store = SqliteServerStore::open(m_folder, m_clock, m_random, m_turns);
            if (!store)
                return errorAnswer(store.error());
            m_store = std::move(*store);
            m_service = std::make_unique<SyncService>(*m_store, m_clock, m_tellChange);
        }
        return m_service->serve(request);
    }

private:
    ServerFolder m_folder;
    WriteTurns &m_turns;
    TellChange m_tellChange;
    SystemClock m_clock;
    SystemRandom m_random;
    std::unique_ptr<SqliteServerStore> m_store;
    std::unique_ptr<SyncService> m_service;
};

//! Held while a server uses the folder. The system lets go of it when the process ends, however it ends.
struct FolderLock {
    std::unique_ptr<Sql> file;
    std::optional<Transaction> held;
};

Result<std::unique_ptr<FolderLock>> lockFolder(const ServerFolder &folder)
{
    Sql::Options options;
    options.path = folder.running();
    options.busyTimeout = std::chrono::milliseconds(0);
    auto file = Sql::open(options);
    auto lock = std::make_unique<FolderLock>();
    if (file) {
        lock->file = std::move(*file);
        auto held = Transaction::begin(*lock->file, Durability::ProcessCrash);
        if (held) {
            lock->held.emplace(std::move(*held));
            return lock;
        }
        file = fail(std::move(held).error());
    }
    if (file.error().kind == ErrorKind::Busy)
        return fail(ErrorKind::Busy, u"folder.inUse"_s, {folder.path()});
    return fail(file.error());
}

//! Damage and files of newer versions are found before the first client comes; older files are brought up to date here.
Result<> checkData(const ServerFolder &folder)
{
    SystemClock clock;
    SystemRandom random;
    WriteTurns turns;
    const auto accounts = SqliteAccounts::open(folder, clock, random);
    FROST_TRY(accounts);
    const auto tenants = (*accounts)->tenants();
    FROST_TRY(tenants);
    for (const auto &tenant : *tenants)
        FROST_TRY(SqliteTenant::open(folder.tenant(tenant.name), tenant.name, false, random, turns));
    return {};
}

//! Connections and files of many tenants need more descriptors than some systems give at first.
void raiseFileLimit()
{
#ifdef Q_OS_UNIX
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur < limit.rlim_max) {
        static constexpr rlim_t kEnough = 8192;
        limit.rlim_cur = std::min(limit.rlim_max, std::max(limit.rlim_cur, kEnough));
        setrlimit(RLIMIT_NOFILE, &limit);
    }
#endif
}

Result<> serve(const ServeCommand &command)
{
    const ServerFolder folder(command.data);
    FROST_TRY(folder.make());
    const auto lock = lockFolder(folder);
    FROST_TRY(lock);
    FROST_TRY(checkData(folder));
    raiseFileLimit();
    HttpServer server;
    FROST_TRY(server.listen(command.listen));
    if (!command.listen.isLoopback())
        complain(u"warning: without TLS, tokens and data can be read on the network; put a proxy with TLS in front"_s);
    WriteTurns turns;
    const TellChange tellChange = [&server](const TenantId &tenant, const CompanyId &company) { server.tell(tenant, company); };
    HandlerPool pool(std::max(1U, std::thread::hardware_concurrency()), [&] {
        return [worker = std::make_shared<Worker>(folder, turns, tellChange)](const HttpRequest &request) {
            return worker->answer(request);
        };
    });
    print(u"listening on %1\n"_s.arg(server.url()));
    server.run(pool);
    return {};
}
} // namespace

ExitCode run(const ServeCommand &command)
{
    const auto served = serve(command);
    return served ? ExitCode::Done : report(served.error());
}

} // namespace frost::server
