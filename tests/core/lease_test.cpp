// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "syncfixture.h"

#include <QDir>
#include <QProcess>
#include <QTest>

#include <cstdio>

using namespace syncfixture;

namespace {
//! The other process: takes the lease, says so and keeps it.
int hold(const QString &companyFile)
{
    SystemClock clock;
    auto sql = value(Sql::open({.path = companyFile}));
    const auto lease = Lease::take(*sql, companyFile, kServer, clock);
    std::puts(lease ? "held" : qPrintable(lease.error().code));
    std::fflush(stdout);
    std::getchar();
    return 0;
}
} // namespace

class LeaseTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_company = std::make_unique<Company>(); }

    void oneAtATime()
    {
        auto held = take();
        QVERIFY(held);
        const auto second = take();
        QCOMPARE(codeOf(second), u"lease.held"_s);
        QCOMPARE(second.error().kind, ErrorKind::Busy);
        QVERIFY(take(kShop)); // another connection is another lease
        held->reset();
        QVERIFY(take());
    }

    void theNextOneIsANewEpoch()
    {
        const auto first = value(take())->epoch();
        QCOMPARE(value(take())->epoch(), first + 1);
    }

    // On a disk that forgets locks: a sleeper that wakes after a take-over can write nothing.
    void whoWasOvertakenIsTold()
    {
        const auto sleeper = value(take());
        QVERIFY(sleeper->check());
        (void)value(m_company->sql().run("UPDATE leases SET epoch = epoch + 1")); // as another process does with its take()
        QCOMPARE(codeOf(sleeper->check()), u"lease.lost"_s);
    }

    // What a killed process leaves behind does not hold the lease, whatever it is.
    void leftovers_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("an empty file") << QByteArray();
        QTest::newRow("a process id that somebody else has now, on another host") << QByteArray("1\nfrost-agent\nold-name\n");
    }
    void leftovers()
    {
        QFETCH(QByteArray, content);
        value(take());
        QDir folder(QFileInfo(file()).absolutePath());
        const auto files = folder.entryList({u"*.lease"_s});
        QCOMPARE(files.size(), 1);
        for (const auto &name : {files.first(), QString(files.first()).replace(u".lease"_s, u".lock"_s)}) {
            if (name.endsWith(u".lease"_s) && !content.isEmpty())
                continue; // nothing of ours ever writes there
            QFile leftover(folder.filePath(name));
            QVERIFY(leftover.open(QIODevice::WriteOnly | QIODevice::Truncate));
            leftover.write(content);
        }
        QVERIFY(take());
    }

    void itGoesWithItsProcess()
    {
        QProcess other;
        other.start(QCoreApplication::applicationFilePath(), {u"hold"_s, file()});
        QVERIFY(other.waitForReadyRead());
        QCOMPARE(other.readAllStandardOutput().trimmed(), QByteArray("held"));
        QCOMPARE(codeOf(take()), u"lease.held"_s);
        other.kill();
        QVERIFY(other.waitForFinished());
        QVERIFY(take());
    }

private:
    QString file() { return m_company->database().path(); }
    Result<std::unique_ptr<Lease>> take(const ConnectionId &connection = kServer)
    {
        return Lease::take(m_company->sql(), file(), connection, m_company->clock);
    }

    std::unique_ptr<Company> m_company;
};

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const auto arguments = QCoreApplication::arguments();
    if (arguments.size() == 3 && arguments[1] == u"hold"_s)
        return hold(arguments[2]);
    LeaseTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "lease_test.moc"
