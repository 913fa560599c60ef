// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/eventstreams.h"
#include "core/server/limits.h"

#include <boost/asio/io_context.hpp>

#include <QTest>

using namespace frost;
using namespace frost::server;
using namespace Qt::StringLiterals;

// R-SRV-04
class ServerEventStreamsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_open.clear();
        m_streams = std::make_unique<EventStreams>();
    }

    void aTenantHasSoManyAndOthersAreNotKeptOut()
    {
        fill(u"firm"_s, limits::kStreamsPerTenant);
        QCOMPARE(refusedBound(u"firm"_s), QString::number(limits::kStreamsPerTenant));
        QCOMPARE(refusedBound(u"rival"_s), QString());
        m_open.pop_back(); // who leaves makes room
        m_open.erase(m_open.begin());
        QCOMPARE(refusedBound(u"firm"_s), QString());
    }

    void theServerHasSoMany()
    {
        fill(u"firm"_s, limits::kStreamsPerTenant);
        fill(u"rival"_s, limits::kStreams - limits::kStreamsPerTenant);
        QCOMPARE(refusedBound(u"third"_s), QString::number(limits::kStreams));
        QVERIFY(std::none_of(m_open.begin(), m_open.end(), [](const auto &stream) { return stream->isClosed(); }));
    }

    void theOldestOfATokenMakesRoom()
    {
        const auto othersToken = open(u"firm"_s, u"other"_s);
        const auto othersTenant = open(u"rival"_s, u"token"_s);
        for (int i = 0; i < limits::kStreamsPerToken; ++i)
            m_open.push_back(*open(u"firm"_s, u"token"_s));
        for (size_t i = 0; i < 3; ++i) { // those that were closed have not noticed yet
            QVERIFY(!m_open.at(i)->isClosed());
            m_open.push_back(*open(u"firm"_s, u"token"_s));
            QVERIFY(m_open.at(i)->isClosed());
            QVERIFY(!m_open.at(i + 1)->isClosed());
        }
        QVERIFY(!(*othersToken)->isClosed() && !(*othersTenant)->isClosed());
    }

private:
    using Opened = Result<std::shared_ptr<EventStream>>;
    Opened open(const QString &tenant, const QString &token)
    {
        return m_streams->open({TenantId(tenant), CompanyId(u"acme"_s), token}, m_context.get_executor());
    }
    void fill(const QString &tenant, int count)
    {
        for (int i = 0; i < count; ++i)
            m_open.push_back(*open(tenant, QString::number(i)));
    }
    //! Of one more; empty: it was not refused.
    QString refusedBound(const QString &tenant)
    {
        const auto stream = open(tenant, u"one more"_s);
        return stream ? QString() : stream.error().args.value(0);
    }

    boost::asio::io_context m_context;
    std::unique_ptr<EventStreams> m_streams;
    std::vector<std::shared_ptr<EventStream>> m_open;
};

QTEST_GUILESS_MAIN(ServerEventStreamsTest)
#include "server_eventstreams_test.moc"
