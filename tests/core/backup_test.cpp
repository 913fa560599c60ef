// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storefixture.h"

#include "core/store/backup.h"

#include <QTest>

using namespace storefixture;

namespace {
const EntityType kCustomers(u"customers"_s);
}

// A company is backed up while it is in use, and a backup takes its place again without anything being thrown away.
class BackupTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    ManualClock m_clock;
    test::SeededRandom m_random{7};
    std::unique_ptr<Database> m_database;

    [[nodiscard]] DataFolder data() const { return DataFolder(m_folder->filePath(u"data"_s)); }
    [[nodiscard]] QString backup() const { return m_folder->filePath(u"backup.frost"_s); }
    [[nodiscard]] DataFolder::Company place() const
    {
        return {TenantId(u"firm"_s), CompanyId(u"acme"_s), m_folder->filePath(u"data/firm/acme.frost"_s)};
    }
    void put(const QString &name)
    {
        auto transaction = value(Transaction::begin(m_database->sql(), Durability::ProcessCrash));
        Record made = record(name, {{u"name"_s, name}});
        value(value(m_database->objectStore(kCustomers)).put(made));
        value(transaction.commit());
    }
    [[nodiscard]] QStringList names() const
    {
        QStringList names;
        auto rows = value(m_database->sql().query("SELECT id FROM os_customers ORDER BY id"));
        while (rows.next())
            names += rows.text(0);
        return names;
    }
    void open() { m_database = value(Database::open(place(), m_clock, m_random, {})); }
    [[nodiscard]] Result<Restored> restore() { return restoreBackup(data(), backup(), m_clock, m_random); }

private Q_SLOTS:
    void init()
    {
        m_database.reset();
        m_folder = std::make_unique<QTemporaryDir>();
        m_database = value(Database::create(place(), {u"accounting"_s}, m_clock, m_random, {}));
        put(u"before"_s);
        value(backUp(*m_database, backup(), m_clock, m_random));
        put(u"after"_s);
    }

    void aBackupComesBackAsADeviceOfItsOwn()
    {
        const auto device = m_database->device();
        m_database.reset();
        const auto restored = value(restore());
        QCOMPARE(restored.company.path, place().path);
        open();
        QCOMPARE(names(), QStringList{u"before"_s});
        QVERIFY(m_database->device() != device);
        QVERIFY(value(m_database->check()).isEmpty());
        // What stood there is kept, and is no company of its own.
        QCOMPARE(QFileInfo(restored.replaced).fileName(), u"acme.replaced-1.frost"_s);
        QCOMPARE(data().companies().size(), 1);
        m_database = value(Database::open({place().tenant, place().company, restored.replaced}, m_clock, m_random, {}));
        QCOMPARE(names(), (QStringList{u"after"_s, u"before"_s}));
        m_database.reset();
        QCOMPARE(QFileInfo(value(restore()).replaced).fileName(), u"acme.replaced-2.frost"_s);
        QCOMPARE(QDir(QFileInfo(place().path).path()).entryList(QDir::Files), (QStringList{u"acme.frost"_s, u"acme.replaced-1.frost"_s, u"acme.replaced-2.frost"_s}));
    }

    void aCompanyThatIsGoneComesBack()
    {
        m_database.reset();
        QVERIFY(QDir(data().path()).removeRecursively());
        QCOMPARE(value(restore()).replaced, QString());
        open();
        QCOMPARE(names(), QStringList{u"before"_s});
    }

    void aDamagedFileMakesRoom()
    {
        m_database.reset();
        QFile file(place().path);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write("no database");
        file.close();
        const auto restored = value(restore());
        QCOMPARE(bytesOf(restored.replaced), "no database");
        open();
        QCOMPARE(names(), QStringList{u"before"_s});
    }

    // SQLite would take the log of a file that is gone for the one of the file that comes.
    void theLogOfAFileThatIsGoneIsNotTaken()
    {
        QFile::copy(place().path + u"-wal"_s, m_folder->filePath(u"kept-wal"_s));
        m_database.reset();
        QVERIFY(QFile::remove(place().path));
        QVERIFY(QFile::rename(m_folder->filePath(u"kept-wal"_s), place().path + u"-wal"_s));
        QCOMPARE(value(restore()).replaced, QString());
        open();
        QCOMPARE(names(), QStringList{u"before"_s});
        QVERIFY(value(m_database->check()).isEmpty());
    }

    // Any company's file is one, also with changes that stand in its log alone.
    void aFileThatIsInUseElsewhereIsABackupToo()
    {
        const DataFolder other(m_folder->filePath(u"other"_s));
        const auto restored = value(restoreBackup(other, place().path, m_clock, m_random));
        put(u"later"_s);
        m_database = value(Database::open(restored.company, m_clock, m_random, {}));
        QCOMPARE(names(), (QStringList{u"after"_s, u"before"_s}));
    }

    void whatCannotBePutInPlaceLeavesAllAsItWas()
    {
        m_database.reset();
        const auto before = bytesOf(place().path);
        QFile file(backup());
        QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(20 * 4096) && file.write(QByteArray(4096, 'x')) == 4096);
        file.close();
        const auto restored = restore();
        QVERIFY(!restored);
        QCOMPARE(restored.error().kind, ErrorKind::Corrupt);
        QCOMPARE(bytesOf(place().path), before);
        QCOMPARE(QDir(QFileInfo(place().path).path()).entryList(QDir::Files), QStringList{u"acme.frost"_s});
    }

    void whoHasItOpenIsNotRobbedOfIt()
    {
        const auto restored = restore();
        QVERIFY(!restored);
        QCOMPARE(restored.error().code, u"company.inUse"_s);
        QCOMPARE(restored.error().kind, ErrorKind::Busy);
        put(u"later"_s);
        open();
        QCOMPARE(names(), (QStringList{u"after"_s, u"before"_s, u"later"_s}));
        QCOMPARE(QDir(QFileInfo(place().path).path()).entryList({u"*.restoring*"_s, u"*.replaced*"_s}, QDir::Files), QStringList());
    }

    void whatIsNoBackupChangesNothing_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("code");
        QTest::newRow("an empty file") << QByteArray() << u"store.notFrost"_s;
        QTest::newRow("rubbish") << QByteArray(5000, 'x') << u"store.corrupt"_s;
    }
    void whatIsNoBackupChangesNothing()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, code);
        m_database.reset();
        QFile file(backup());
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(bytes);
        file.close();
        const auto restored = restore();
        QVERIFY(!restored);
        QCOMPARE(restored.error().code, code);
        open();
        QCOMPARE(names(), (QStringList{u"after"_s, u"before"_s}));
    }

    void aDamagedBackupIsNotUsed()
    {
        m_database.reset();
        {
            const auto sql = value(Sql::open({.path = backup()}));
            value(sql->run("DELETE FROM ix_customers_name"));
        }
        const auto restored = restore();
        QVERIFY(!restored);
        QCOMPARE(restored.error().code, u"backup.damaged"_s);
        open();
        QCOMPARE(names(), (QStringList{u"after"_s, u"before"_s}));
    }

    void aBackupTakesNobodysPlace()
    {
        const auto again = backUp(*m_database, backup(), m_clock, m_random);
        QVERIFY(!again);
        QCOMPARE(again.error().code, u"file.exists"_s);
        m_database.reset();
        QCOMPARE(value(restore()).company.company.toString(), u"acme"_s);
        open();
        QCOMPARE(names(), QStringList{u"before"_s});
    }
};

QTEST_GUILESS_MAIN(BackupTest)
#include "backup_test.moc"
