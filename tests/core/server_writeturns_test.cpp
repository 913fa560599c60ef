// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/sqlite/writeturns.h"

#include <QtTest>

#include <optional>
#include <thread>
#include <vector>

using namespace Qt::StringLiterals;
using namespace frost;
using namespace frost::server;

//! The line of a tenant's writers: first come, first served (R-SRV-02).
class ServerWriteTurnsTest : public QObject
{
    Q_OBJECT

    //! Waits until so many stand in line.
    void awaitLine(const TenantId &tenant, quint64 length)
    {
        while (m_turns.inLine(tenant) != length)
            std::this_thread::yield();
    }

private Q_SLOTS:
    void whoComesFirstIsServedFirst()
    {
        static constexpr int kWriters = 8;
        QList<int> served; // guarded by the turns
        std::vector<std::thread> writers;
        {
            const auto busy = m_turns.take(m_firm);
            for (int i = 0; i < kWriters; ++i) {
                writers.emplace_back([&, i] {
                    const auto turn = m_turns.take(m_firm);
                    served.append(i);
                });
                awaitLine(m_firm, quint64(i) + 2);
            }
            QVERIFY(served.isEmpty()); // all wait for the one whose turn it is
        }
        for (std::thread &writer : writers)
            writer.join();
        QCOMPARE(served, (QList<int>{0, 1, 2, 3, 4, 5, 6, 7}));
        QCOMPARE(m_turns.inLine(m_firm), quint64(0));
    }

    // A lottery would let the busy one in again and again.
    void whoComesAgainStandsBehindThoseWhoWait()
    {
        QStringList served;
        std::optional<std::thread> patient;
        {
            const auto first = m_turns.take(m_firm);
            served.append(u"busy"_s);
            patient.emplace([&] {
                const auto turn = m_turns.take(m_firm);
                served.append(u"patient"_s);
            });
            awaitLine(m_firm, 2);
        }
        {
            const auto again = m_turns.take(m_firm);
            served.append(u"busy"_s);
        }
        patient->join();
        QCOMPARE(served, (QStringList{u"busy"_s, u"patient"_s, u"busy"_s}));
    }

    void tenantsDoNotWaitForEachOther()
    {
        const auto firm = m_turns.take(m_firm);
        const auto rival = m_turns.take(TenantId(u"rival"_s)); // with one line for all, this would never come back
        QCOMPARE(m_turns.inLine(m_firm), quint64(1));
        QCOMPARE(m_turns.inLine(TenantId(u"rival"_s)), quint64(1));
    }

    void oneWritesAtATime()
    {
        static constexpr int kRounds = 500;
        int written = 0; // a race would lose some
        std::vector<std::thread> writers;
        for (int i = 0; i < 4; ++i) {
            writers.emplace_back([&] {
                for (int round = 0; round < kRounds; ++round) {
                    const auto turn = m_turns.take(m_firm);
                    ++written;
                }
            });
        }
        for (std::thread &writer : writers)
            writer.join();
        QCOMPARE(written, 4 * kRounds);
    }

private:
    WriteTurns m_turns;
    TenantId m_firm{u"firm"_s};
};

QTEST_GUILESS_MAIN(ServerWriteTurnsTest)
#include "server_writeturns_test.moc"
