// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/core/companyfixture.h"
#include "tests/support/testsession.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

//! A company with a session, and what an engine would tell about it.
namespace syncfixture {

using namespace Qt::StringLiterals;
using namespace frost;
using companyfixture::ManualClock;
using companyfixture::value;

inline const ConnectionId kServer(u"frostserver"_s);
inline const EntityType kCustomers(u"customers"_s);
inline const EntityType kInvoices(u"invoices"_s);

//! English as a translation of itself: "%n change(s)" in the singular and the plural.
class EnglishPlurals final : public QTranslator
{
public:
    [[nodiscard]] QString translate(const char *, const char *source, const char *, int n) const override
    {
        auto text = QString::fromUtf8(source);
        return text.contains("(s)"_L1) ? text.replace("(s)"_L1, n == 1 ? ""_L1 : "s"_L1) : QString();
    }
    [[nodiscard]] bool isEmpty() const override { return false; }
};

inline void speakEnglish()
{
    static EnglishPlurals plurals;
    QCoreApplication::installTranslator(&plurals);
    QLocale::setDefault(QLocale(QLocale::Swedish, QLocale::Sweden)); // times and figures as Swedes write them
}

//! 2026-05-28 16:52 UTC; the tests run with that as the local time.
inline QDateTime at(int hour, int minute, int second = 0)
{
    return QDateTime(QDate(2026, 5, 28), QTime(hour, minute, second), Qt::UTC);
}

//! One connection, the server reached, everything exchanged at 16:52.
inline CompanyStatus synced()
{
    ConnectionStatus connection;
    connection.id = kServer;
    connection.provider = u"frostserver"_s;
    connection.network.quality = NetworkQuality::Online;
    connection.sync.state = AutoSyncState::Idle;
    connection.sync.reason = AutoSyncReason::PullDue;
    connection.sync.lastSuccess = at(16, 52);
    connection.sync.nextAttemptAt = at(16, 53);
    CompanyStatus status;
    status.connections.append(connection);
    return status;
}

inline CompanyStatus withState(AutoSyncState state, AutoSyncReason reason, qint64 waiting = 0)
{
    auto status = synced();
    auto &connection = status.connections.first();
    connection.sync.state = state;
    connection.sync.reason = reason;
    connection.sync.nextAttemptAt = {};
    connection.sync.pending = waiting;
    status.queue.pending = waiting;
    if (reason == AutoSyncReason::Offline || reason == AutoSyncReason::Captive) {
        connection.network.quality =
            reason == AutoSyncReason::Offline ? NetworkQuality::Offline : NetworkQuality::Captive;
        connection.network.since = at(14, 3);
    }
    if (reason == AutoSyncReason::WorkingOffline) {
        status.use = connection.network.use = NetworkUse::WorkOffline;
        connection.network.quality = NetworkQuality::Offline;
    }
    return status;
}

inline Error error(ErrorKind kind, const QString &code, const QStringList &args = {})
{
    return {kind, code, args, {}, {}};
}

//! A real company file with one connection, and a session without threads over it.
class Desk
{
public:
    Desk()
    {
        const DataFolder::Company place{TenantId(u"firm"_s), CompanyId(u"acme"_s), m_folder.filePath(u"acme.frost"_s)};
        value(Database::create(place, {u"accounting"_s}, clock, m_random, {})).reset();
        company = value(Company::open(clock, m_random, place, {}));
        session = std::make_unique<test::TestSession>(*company, place);
        session->tell(synced());
    }
    void connectServer()
    {
        value(company->connections().add(kServer, u"frostserver"_s,
                                         {{u"url"_s, u"https://anna:secret@sync.firm.se/x?token=t"_s}}));
    }
    [[nodiscard]] Actor actor() const { return {UserId(u"anna@firm.se"_s), DeviceId(u"laptop"_s), Source::User}; }
    Record create(const EntityType &type, const QJsonObject &body)
    {
        return value(company->editor().create(type, body, actor()));
    }
    Record createCustomer(const QString &name, const QString &number)
    {
        return create(kCustomers, {{u"name"_s, name}, {u"customerNumber"_s, number}});
    }
    template<class Work>
    void write(const Work &work)
    {
        auto transaction = value(Transaction::begin(company->database().sql(), Durability::ProcessCrash));
        work();
        value(transaction.commit());
    }
    [[nodiscard]] Operation open(const EntityType &type, const LocalId &id)
    {
        return value(company->outbox().open(kServer, type, id)).value_or(Operation());
    }
    //! On its way; needs a transaction.
    void take(qint64 operation)
    {
        value(company->outbox().markInFlight(operation, {.kind = OperationKind::Create,
                                                         .revision = 1,
                                                         .key = IdempotencyKey(u"k"_s),
                                                         .bytes = "{}",
                                                         .body = "{}",
                                                         .at = clock.now(),
                                                         .epoch = 1}));
    }
    //! The server has the record as it is now.
    void acknowledge(const EntityType &type, const LocalId &id)
    {
        write([&] {
            Link link;
            link.local = id;
            link.remote = RemoteId(u"real-"_s + id.toString());
            link.version = u"1"_s;
            link.createdAt = link.syncedAt = clock.now();
            auto links = company->links(kServer);
            value(links.store(type, link));
            value(links.dropBase(type, id));
            const auto operation = open(type, id);
            take(operation.id);
            value(company->outbox().transition(operation.id, OperationState::Completed));
        });
    }
    //! The server did not take it.
    void refuse(const EntityType &type, const LocalId &id, const QString &code, const QStringList &args = {})
    {
        write([&] { value(company->outbox().transition(open(type, id).id, OperationState::Failed, code, args)); });
    }
    //! The counts an engine would tell.
    void tellCounts()
    {
        auto status = session->status();
        status.queue = value(company->outbox().counts());
        status.openConflicts = value(company->conflicts().openCount());
        session->tell(status);
    }

    ManualClock clock;
    std::unique_ptr<Company> company;
    std::unique_ptr<test::TestSession> session;

private:
    test::SeededRandom m_random{1};
    QTemporaryDir m_folder;
};

} // namespace syncfixture
