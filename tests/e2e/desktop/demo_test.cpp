// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/desktopoffice.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

using namespace frost;

namespace {
constexpr int kPatience = 120'000; //!< ms; two servers and their companies are made
constexpr int kAtOnce = 2'000;     //!< ms; nobody waits for a process in that time
} // namespace

//! The example company comes and goes without the windows waiting for its processes (R-APP-06).
class DemoTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { qputenv("FROST_SECRETS", "file"); }

    void theSecondTakesThePlaceOfTheFirst()
    {
        QTemporaryDir data;
        DesktopOffice office(data.path());
        int first = 0;
        std::unique_ptr<CompanySession> session;
        office.openDemo([&](auto) { ++first; });
        QElapsedTimer asking;
        asking.start();
        office.openDemo([&](Result<std::unique_ptr<CompanySession>> opened) {
            if (opened)
                session = *std::move(opened);
        });
        QVERIFY(asking.elapsed() < kAtOnce);
        QVERIFY(!office.demo()); // not yet
        QTRY_VERIFY_WITH_TIMEOUT(session, kPatience);
        QCOMPARE(first, 0);
        QVERIFY(office.demo());
        QCOMPARE(office.demo()->server(), DemoControls::Server::Running);
        office.demo()->stopServer(); // a scene under way
        session.reset();
        QVERIFY(!office.demo());
    }
};

QTEST_MAIN(DemoTest)
#include "demo_test.moc"
