// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/auth/secretstore.h"

#include <QDirIterator>
#include <QTemporaryDir>
#include <QTest>

using namespace frost;
using namespace Qt::StringLiterals;
using Place = SecretStore::Place;
using Policy = SecretStore::Policy;

namespace {

SecretKey key(const QString &connection = u"frostserver"_s, const QString &device = u"device-1"_s)
{
    return {TenantId(u"firm"_s), CompanyId(u"acme"_s), ConnectionId(connection), DeviceId(device)};
}

QStringList filesIn(const QString &folder)
{
    QStringList files;
    QDirIterator each(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (each.hasNext())
        files += each.next();
    return files;
}

} // namespace

class SecretStoreTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsWrittenIsRead()
    {
        QTemporaryDir data;
        SecretStore store(data.path(), Policy::FilesOnly);
        QCOMPARE(QCoro::waitFor(store.write(key(), "one")).value(), Place::File);
        QCOMPARE(QCoro::waitFor(store.write(key(), "two")).value(), Place::File);
        QCOMPARE(QCoro::waitFor(store.read(key())).value(), "two");
        QCOMPARE(filesIn(data.path()).size(), 1);
    }

    void anotherObjectFindsIt()
    {
        QTemporaryDir data;
        QVERIFY(QCoro::waitFor(SecretStore(data.path(), Policy::FilesOnly).write(key(), "secret")));
        QCOMPARE(QCoro::waitFor(SecretStore(data.path(), Policy::KeychainFirst).read(key())).value(), "secret");
    }

    void differentKeysAreApart_data()
    {
        QTest::addColumn<QString>("connection");
        QTest::addColumn<QString>("device");
        QTest::newRow("another connection has a secret of its own") << u"second"_s << u"device-1"_s;
        QTest::newRow("another copy of the company has a secret of its own") << u"frostserver"_s << u"device-2"_s;
    }

    void differentKeysAreApart()
    {
        QFETCH(QString, connection);
        QFETCH(QString, device);
        QTemporaryDir data;
        SecretStore store(data.path(), Policy::FilesOnly);
        QVERIFY(QCoro::waitFor(store.write(key(), "mine")));
        const auto other = QCoro::waitFor(store.read(key(connection, device)));
        QVERIFY(!other);
        QCOMPARE(other.error().kind, ErrorKind::Unauthorized);
        QCOMPARE(other.error().code, u"secret.missing"_s);
        QCOMPARE(other.error().args, QStringList{connection});
        QVERIFY(QCoro::waitFor(store.write(key(connection, device), "theirs")));
        QCOMPARE(QCoro::waitFor(store.read(key())).value(), "mine");
    }

    void onlyTheOwnerMayRead()
    {
        QTemporaryDir data;
        SecretStore store(data.path(), Policy::FilesOnly);
        QVERIFY(QCoro::waitFor(store.write(key(), "secret")));
        const auto files = filesIn(data.path());
        QCOMPARE(files.size(), 1);
        constexpr auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ExeGroup | QFileDevice::ReadOther
            | QFileDevice::WriteOther | QFileDevice::ExeOther;
        QCOMPARE(QFile::permissions(files.first()) & others, QFileDevice::Permissions());
        QCOMPARE(QFile::permissions(data.path() + "/secrets"_L1) & others, QFileDevice::Permissions());
        QVERIFY(!files.first().contains("acme"_L1)); // nor does the name tell whose it is
    }

    void aFolderThatOthersCouldReadIsClosed()
    {
        QTemporaryDir data;
        QVERIFY(QDir(data.path()).mkpath(u"secrets"_s));
        QVERIFY(QFile::setPermissions(data.path() + "/secrets"_L1, QFileDevice::Permissions(0x7777)));
        QVERIFY(QCoro::waitFor(SecretStore(data.path(), Policy::FilesOnly).write(key(), "secret")));
        QVERIFY(!(QFile::permissions(data.path() + "/secrets"_L1) & (QFileDevice::ReadOther | QFileDevice::ExeOther)));
    }

    void removedIsGone()
    {
        QTemporaryDir data;
        SecretStore store(data.path(), Policy::FilesOnly);
        QVERIFY(QCoro::waitFor(store.remove(key())));
        QVERIFY(QCoro::waitFor(store.write(key(), "secret")));
        QVERIFY(QCoro::waitFor(store.remove(key())));
        QVERIFY(!QCoro::waitFor(store.read(key())));
        QCOMPARE(filesIn(data.path()), QStringList());
    }

    void aPlaceThatCannotBeWrittenIsAnError()
    {
        QTemporaryDir data;
        QFile inTheWay(data.path() + "/secrets"_L1);
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        const auto written = QCoro::waitFor(SecretStore(data.path(), Policy::FilesOnly).write(key(), "token-text"));
        QVERIFY(!written);
        QCOMPARE(written.error().code, u"secret.unwritable"_s);
        QVERIFY(!written.error().logLine().contains("token-text"_L1));
    }

    // Without a session bus there is no keychain; the secret is kept all the same and the caller is told where.
    void withoutAKeychainItIsAFile()
    {
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
        QTemporaryDir data;
        SecretStore store(data.path(), Policy::KeychainFirst);
        QCOMPARE(QCoro::waitFor(store.write(key(), "secret")).value(), Place::File);
        QCOMPARE(QCoro::waitFor(store.read(key())).value(), "secret");
        QVERIFY(QCoro::waitFor(store.remove(key())));
        QCOMPARE(QCoro::waitFor(store.read(key())).error().kind, ErrorKind::Unauthorized);
    }

    void theEnvironmentForcesFiles()
    {
        qputenv("FROST_SECRETS", "file");
        QCOMPARE(SecretStore::policyFromEnvironment(), Policy::FilesOnly);
        qunsetenv("FROST_SECRETS");
        QCOMPARE(SecretStore::policyFromEnvironment(), Policy::KeychainFirst);
    }
};

QTEST_GUILESS_MAIN(SecretStoreTest)
#include "secretstore_test.moc"
