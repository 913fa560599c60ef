// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql.h"
#include "companyfixture.h"
#include "faultyvfs.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

using namespace frost;
using companyfixture::codeOf;
using companyfixture::value;
using namespace Qt::StringLiterals;

namespace {
constexpr qint32 kId = 0x46727374;

std::unique_ptr<Sql> opened(const Sql::Options &options)
{
    auto sql = Sql::open(options);
    if (!sql)
        qFatal("%s", qPrintable(sql.error().logLine()));
    return std::move(*sql);
}

qint64 number(Sql &sql, const QByteArray &statement, const QVariantList &values = {})
{
    auto rows = sql.query(statement, values);
    return rows && rows->next() ? rows->integer(0) : -1;
}

QString text(Sql &sql, const QByteArray &statement)
{
    auto rows = sql.query(statement);
    return rows && rows->next() ? rows->text(0) : u"(none)"_s;
}

void writeFile(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(unreadable)");
}
} // namespace

//! Who runs as root, as in most containers, is not held up by a file's mode; until this goes, the program is somebody else.
class AsNobody
{
public:
    //! @param paths  what he is to own
    explicit AsNobody(const QStringList &paths)
    {
#ifdef Q_OS_UNIX
        if (geteuid() != 0)
            return;
        for (const auto &path : paths)
            QVERIFY(chown(QFile::encodeName(path).constData(), kNobody, kNobody) == 0);
        QVERIFY(setreuid(kNobody, 0) == 0); // access() asks the real one
        QVERIFY(seteuid(kNobody) == 0);
        m_became = true;
#else
        Q_UNUSED(paths)
#endif
    }
    ~AsNobody()
    {
#ifdef Q_OS_UNIX
        if (m_became && (seteuid(0) != 0 || setreuid(0, 0) != 0))
            qFatal("cannot become root again");
#endif
    }
    AsNobody(const AsNobody &) = delete;
    AsNobody &operator=(const AsNobody &) = delete;

private:
    static constexpr unsigned kNobody = 65534;
    bool m_became = false;
};

class SqlTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    [[nodiscard]] QString path(const QString &name = u"a.frost"_s) const { return m_folder->filePath(name); }
    [[nodiscard]] std::unique_ptr<Sql> file() const { return opened({.path = path()}); }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
        faultyvfs::install();
        faultyvfs::writesLeft = -1;
    }

    void bindsEveryKindOfValue_data()
    {
        QTest::addColumn<QVariant>("value");
        QTest::addColumn<QByteArray>("expression");
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("read");
        QTest::newRow("text as bytes") << QVariant(QByteArray("räksmörgås")) << QByteArray("CAST(? AS TEXT)")
                                       << u"text"_s << u"räksmörgås"_s;
        QTest::newRow("text as QString") << QVariant(u"räksmörgås"_s) << QByteArray("?") << u"text"_s
                                         << u"räksmörgås"_s;
        QTest::newRow("a number beyond 32 bits")
            << QVariant(qint64(1) << 40) << QByteArray("?") << u"integer"_s << u"1099511627776"_s;
        QTest::newRow("an unsigned number") << QVariant(7u) << QByteArray("?") << u"integer"_s << u"7"_s;
        QTest::newRow("a real number") << QVariant(1.5) << QByteArray("?") << u"real"_s << u"1.5"_s;
        QTest::newRow("true") << QVariant(true) << QByteArray("?") << u"integer"_s << u"1"_s;
        QTest::newRow("nothing") << QVariant() << QByteArray("?") << u"null"_s << QString();
        QTest::newRow("a null pointer") << QVariant::fromValue(nullptr) << QByteArray("?") << u"null"_s << QString();
        QTest::newRow("a null QString is empty text") << QVariant(QString()) << QByteArray("?") << u"text"_s << u""_s;
        QTest::newRow("a null QByteArray is empty")
            << QVariant(QByteArray()) << QByteArray("CAST(? AS TEXT)") << u"text"_s << u""_s;
        QTest::newRow("bytes with a zero in them")
            << QVariant(QByteArray("a\0b", 3)) << QByteArray("?") << u"blob"_s << QString::fromLatin1("a\0b", 3);
        QTest::newRow("hostile text stays text")
            << QVariant(QByteArray("'; DROP TABLE t; --")) << QByteArray("CAST(? AS TEXT)") << u"text"_s
            << u"'; DROP TABLE t; --"_s;
    }
    void bindsEveryKindOfValue()
    {
        QFETCH(QVariant, value);
        QFETCH(QByteArray, expression);
        QFETCH(QString, type);
        QFETCH(QString, read);
        const auto sql = file();
        auto rows = sql->query("SELECT typeof(v), v FROM (SELECT " + expression + " AS v)", {value});
        QVERIFY(rows);
        QVERIFY(rows->next());
        QCOMPARE(rows->text(0), type);
        QCOMPARE(rows->isNull(1), type == "null"_L1);
        QCOMPARE(rows->text(1), read);
        QVERIFY(!rows->next());
        QVERIFY(rows->status());
    }

    void oneStatementMayBeOpenSeveralTimes()
    {
        const auto sql = file();
        QVERIFY(sql->execute("CREATE TABLE t(parent INTEGER, id INTEGER)"));
        for (int parent = 0; parent < 5; ++parent)
            for (int child = 1; child <= 3; ++child)
                QVERIFY(sql->run("INSERT INTO t VALUES(?, ?)", {parent, parent * 3 + child}));
        const QByteArray children = "SELECT id FROM t WHERE parent = ? ORDER BY id";
        QList<qint64> seen;
        auto outer = sql->query(children, {0});
        QVERIFY(outer);
        while (outer->next()) {
            auto inner = sql->query(children, {outer->integer(0)});
            QVERIFY(inner);
            while (inner->next())
                seen.append(inner->integer(0));
        }
        QCOMPARE(seen, (QList<qint64>{4, 5, 6, 7, 8, 9, 10, 11, 12}));
    }

    void boundBytesOutliveTheCall()
    {
        const auto sql = file();
        QVERIFY(sql->execute("CREATE TABLE t(v TEXT)"));
        for (int i = 0; i < 100; ++i)
            QVERIFY(sql->run("INSERT INTO t VALUES(CAST(? AS TEXT))", {QByteArray::number(1000 + i)}));
        auto rows = [&] {
            return sql->query("SELECT v FROM t WHERE v >= CAST(? AS TEXT) ORDER BY v",
                              {QByteArray("1050").repeated(1)});
        }();
        QVERIFY(rows);
        int count = 0;
        while (rows->next())
            ++count;
        QCOMPARE(count, 50);
    }

    void aLeaseMayEndEarlyOrBeMoved()
    {
        const auto sql = file();
        QVERIFY(sql->execute("CREATE TABLE t(v INTEGER)"));
        QVERIFY(sql->run("INSERT INTO t VALUES(1), (2), (3)"));
        for (int round = 0; round < 3; ++round) {
            auto rows = sql->query("SELECT v FROM t ORDER BY v");
            QVERIFY(rows && rows->next());
            Rows moved = std::move(*rows);
            QVERIFY(moved.next());
            QCOMPARE(moved.integer(0), 2);
        }
        QVERIFY(sql->execute("DROP TABLE t")); // would be locked by a statement left open
    }

    void countsAndLastIds()
    {
        const auto sql = file();
        QVERIFY(sql->execute("CREATE TABLE t(id INTEGER PRIMARY KEY, v INTEGER)"));
        QCOMPARE(sql->run("INSERT INTO t(v) VALUES(1), (1), (2)").value_or(-1), 3);
        QCOMPARE(sql->lastInsertId(), 3);
        QCOMPARE(sql->run("UPDATE t SET v = 9 WHERE v = ?", {1}).value_or(-1), 2);
        QCOMPARE(sql->run("DELETE FROM t WHERE v = 77").value_or(-1), 0);
    }

    void mistakesAreTyped_data()
    {
        QTest::addColumn<QByteArray>("statement");
        QTest::addColumn<QVariantList>("values");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("code");
        QTest::newRow("a syntax error") << QByteArray("SELEKT 1") << QVariantList{} << int(ErrorKind::Internal)
                                        << u"store.sql"_s;
        QTest::newRow("a value too few") << QByteArray("SELECT ?, ?") << QVariantList{1} << int(ErrorKind::Internal)
                                         << u"store.sql"_s;
        QTest::newRow("two statements in one")
            << QByteArray("SELECT 1; SELECT 2") << QVariantList{} << int(ErrorKind::Internal) << u"store.sql"_s;
        QTest::newRow("a taken unique value") << QByteArray("INSERT INTO t(id, v) VALUES(2, ?)") << QVariantList{1}
                                              << int(ErrorKind::Conflict) << u"store.unique"_s;
        QTest::newRow("a taken primary key") << QByteArray("INSERT INTO t(id, v) VALUES(1, ?)") << QVariantList{5}
                                             << int(ErrorKind::Conflict) << u"store.unique"_s;
        QTest::newRow("a broken rule of the table") << QByteArray("INSERT INTO t(id, v) VALUES(2, ?)")
                                                    << QVariantList{-1} << int(ErrorKind::Internal) << u"store.sql"_s;
        QTest::newRow("a missing parent") << QByteArray("INSERT INTO c(t) VALUES(?)") << QVariantList{77}
                                          << int(ErrorKind::Internal) << u"store.sql"_s;
    }
    void mistakesAreTyped()
    {
        QFETCH(QByteArray, statement);
        QFETCH(QVariantList, values);
        const auto sql = file();
        QVERIFY(sql->execute("CREATE TABLE t(id INTEGER PRIMARY KEY, v INTEGER UNIQUE CHECK (v >= 0))"));
        QVERIFY(sql->execute("CREATE TABLE c(t INTEGER REFERENCES t(id))"));
        QVERIFY(sql->run("INSERT INTO t(id, v) VALUES(1, 1)"));
        for (int round = 0; round < 2; ++round) { // a statement that failed is as good the second time
            const auto done = sql->run(statement, values);
            QVERIFY(!done);
            QTEST(int(done.error().kind), "kind");
            QTEST(done.error().code, "code");
        }
        QCOMPARE(number(*sql, "SELECT count(*) FROM t"), 1);
    }

    void transactionsCommitOrVanish()
    {
        const auto sql = file();
        QVERIFY(sql->execute("CREATE TABLE t(v INTEGER)"));
        {
            auto transaction = Transaction::begin(*sql, Durability::PowerCut);
            QVERIFY(transaction);
            QVERIFY(sql->inTransaction());
            QVERIFY(sql->run("INSERT INTO t VALUES(1)"));
            QCOMPARE(Transaction::begin(*sql, Durability::PowerCut).error().code, u"store.nested"_s);
        }
        QVERIFY(!sql->inTransaction());
        QCOMPARE(number(*sql, "SELECT count(*) FROM t"), 0);
        auto transaction = Transaction::begin(*sql, Durability::PowerCut);
        QVERIFY(transaction);
        QVERIFY(sql->run("INSERT INTO t VALUES(2)"));
        QVERIFY(transaction->commit());
        QVERIFY(!sql->inTransaction());
        QCOMPARE(transaction->commit().error().code, u"store.noTransaction"_s);
        QCOMPARE(number(*sql, "SELECT v FROM t"), 2);
    }

    void readTransactionsSeeOneStateAndWriteNothing() // R-LOC-01
    {
        auto writer = value(Sql::open({.path = path()}));
        value(writer->execute("CREATE TABLE t(v)"));
        auto reader = value(Sql::open({.path = path()}));
        const auto count = [&] {
            auto rows = value(reader->query("SELECT count(*) FROM t"));
            return rows.next() ? rows.integer(0) : -1;
        };
        {
            const auto reading = value(ReadTransaction::begin(*reader));
            value(writer->run("INSERT INTO t VALUES(1)"));
            QCOMPARE(count(), 0);
            QCOMPARE(codeOf(reader->run("INSERT INTO t VALUES(2)")), u"store.readOnlyTransaction"_s);
            QCOMPARE(codeOf(Transaction::begin(*reader, Durability::PowerCut)), u"store.nested"_s);
            QCOMPARE(codeOf(ReadTransaction::begin(*reader)), u"store.nested"_s);
            QCOMPARE(count(), 0); // and the refusals ended nothing
        }
        QCOMPARE(count(), 1);
        value(reader->run("INSERT INTO t VALUES(3)"));
        QCOMPARE(count(), 2);
    }

    void durabilityIsChosenForEachTransaction() // R-LOC-04
    {
        const auto sql = file();
        for (const auto &[durability, synchronous] :
             {std::pair{Durability::PowerCut, 2}, {Durability::ProcessCrash, 1}, {Durability::PowerCut, 2}}) {
            auto transaction = Transaction::begin(*sql, durability);
            QVERIFY(transaction);
            QCOMPARE(number(*sql, "PRAGMA synchronous"), synchronous);
            QVERIFY(transaction->commit());
        }
    }

    void theFileIsSetUpAsMeasured()
    {
        const auto sql = file();
        QCOMPARE(text(*sql, "PRAGMA journal_mode"), u"wal"_s);
        QCOMPARE(number(*sql, "PRAGMA foreign_keys"), 1);
        QCOMPARE(number(*sql, "PRAGMA wal_autocheckpoint"), 4000);
        QCOMPARE(number(*sql, "PRAGMA cache_size"), -16000);
        QCOMPARE(number(*sql, "PRAGMA temp_store"), 2);
        QCOMPARE(number(*sql, "PRAGMA busy_timeout"), 5000);
        QCOMPARE(number(*sql, "PRAGMA fullfsync"), 1);
    }

    void aSecondWriterIsToldToWait()
    {
        const auto first = file();
        const auto second = opened({.path = path(), .busyTimeout = std::chrono::milliseconds(0)});
        auto transaction = Transaction::begin(*first, Durability::ProcessCrash);
        QVERIFY(transaction);
        const auto refused = Transaction::begin(*second, Durability::ProcessCrash);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Busy);
        QCOMPARE(refused.error().code, u"store.locked"_s);
        QVERIFY(!second->inTransaction());
        QVERIFY(transaction->commit());
        QVERIFY(Transaction::begin(*second, Durability::ProcessCrash));
    }

    void aReaderReadsWhileAnotherWrites()
    {
        const auto writer = file();
        QVERIFY(writer->execute("CREATE TABLE t(v INTEGER)"));
        const auto reader = opened({.path = path(), .mode = OpenMode::ReadOnly});
        auto transaction = Transaction::begin(*writer, Durability::PowerCut);
        QVERIFY(transaction);
        QVERIFY(writer->run("INSERT INTO t VALUES(1)"));
        QCOMPARE(number(*reader, "SELECT count(*) FROM t"), 0);
        QVERIFY(transaction->commit());
        QCOMPARE(number(*reader, "SELECT count(*) FROM t"), 1);
        QCOMPARE(reader->run("INSERT INTO t VALUES(2)").error().code, u"store.readOnly"_s);
        QCOMPARE(Transaction::begin(*reader, Durability::PowerCut).error().kind, ErrorKind::Storage);
    }

    void namesMayHoldAnyCharacter_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("spaces and Swedish letters") << u"Åkes bokföring.frost"_s;
        QTest::newRow("what a URI would take for a parameter") << u"a?mode=memory&vfs=none.frost"_s;
        QTest::newRow("a fragment, an escape and a quote") << u"a#b%41'\".frost"_s;
        QTest::newRow("a semicolon that could be an option of the driver") << u"a;QSQLITE_OPEN_READONLY.frost"_s;
    }
    void namesMayHoldAnyCharacter()
    {
        QFETCH(QString, name);
        {
            const auto sql = opened({.path = path(name)});
            QVERIFY(sql->execute("CREATE TABLE t(v INTEGER)"));
        }
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{name});
    }

    void refusedFilesStayAsTheyWere_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("code");
        QTest::newRow("an empty file") << QByteArray("") << int(ErrorKind::Corrupt) << u"store.notFrost"_s;
        QTest::newRow("garbage") << QByteArray("not a database ").repeated(1000) << int(ErrorKind::Corrupt)
                                 << u"store.corrupt"_s;
        QTest::newRow("zeros") << QByteArray(8192, '\0') << int(ErrorKind::Corrupt) << u"store.corrupt"_s;
        QTest::newRow("a file of another program") << sample(false) << int(ErrorKind::Corrupt) << u"store.notFrost"_s;
        QTest::newRow("half a file") << sample(true).first(sample(true).size() / 2) << int(ErrorKind::Corrupt)
                                     << u"store.corrupt"_s;
        QTest::newRow("a header only") << sample(true).first(100) << int(ErrorKind::Corrupt) << u"store.corrupt"_s;
    }
    void refusedFilesStayAsTheyWere()
    {
        QFETCH(QByteArray, bytes);
        writeFile(path(), bytes);
        for (const OpenMode mode : {OpenMode::ReadWrite, OpenMode::ReadOnly}) {
            const auto sql = Sql::open({.path = path(), .mode = mode, .mayCreate = false, .applicationId = kId});
            QVERIFY(!sql);
            QTEST(int(sql.error().kind), "kind");
            QTEST(sql.error().code, "code");
            QCOMPARE(readFile(path()), bytes);
            if (mode == OpenMode::ReadWrite) // a reader may not clean up after itself
                QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{u"a.frost"_s});
        }
    }

    void whatIsNoFileIsRefused()
    {
        const auto missing = Sql::open({.path = path(), .mayCreate = false});
        QCOMPARE(missing.error().code, u"store.missing"_s);
        QCOMPARE(missing.error().kind, ErrorKind::NotFound);
        QCOMPARE(Sql::open({.path = path(), .mode = OpenMode::ReadOnly}).error().kind, ErrorKind::NotFound);
        QVERIFY(!QFile::exists(path()));
        QVERIFY(QDir().mkpath(path()));
        QCOMPARE(Sql::open({.path = path()}).error().kind, ErrorKind::Storage);
        QCOMPARE(Sql::open({.path = path(u"no/such/folder.frost"_s)}).error().kind, ErrorKind::Storage);
        QCOMPARE(Sql::open({.path = path(), .vfs = u"none"_s}).error().kind, ErrorKind::Internal);
    }

    void mediaThatCannotBeWrittenSaySo()
    {
        QVERIFY(file()->execute("CREATE TABLE t(v)"));
        const auto folder = QFile::permissions(m_folder->path());
        QVERIFY(QFile::setPermissions(path(), QFile::ReadOwner));
        const AsNobody nobody({m_folder->path(), path()});
        const auto onlyTheFile = Sql::open({.path = path()});
        QVERIFY(QFile::setPermissions(m_folder->path(), QFile::ReadOwner | QFile::ExeOwner));
        const auto reading = Sql::open({.path = path(), .mode = OpenMode::ReadOnly});
        const auto making = Sql::open({.path = path(u"new.frost"_s)});
        QVERIFY(QFile::setPermissions(m_folder->path(), folder));
        for (const auto *refused : {&onlyTheFile, &reading, &making}) {
            QVERIFY(!*refused);
            QCOMPARE(refused->error().kind, ErrorKind::Storage);
            QCOMPARE(refused->error().code, u"store.readOnly"_s);
            QCOMPARE(refused->error().args.size(), 1);
        }
    }

    void aFullDiskEndsTheTransaction_data()
    {
        QTest::addColumn<int>("sqliteCode");
        QTest::addColumn<QString>("code");
        QTest::newRow("disk full") << SQLITE_FULL << u"store.full"_s;
        QTest::newRow("input/output error") << SQLITE_IOERR_WRITE << u"store.io"_s;
    }
    void aFullDiskEndsTheTransaction()
    {
        QFETCH(int, sqliteCode);
        QFETCH(QString, code);
        const auto sql = opened({.path = path(), .vfs = u"faulty"_s});
        QVERIFY(sql->execute("CREATE TABLE t(v BLOB)"));
        QVERIFY(sql->execute("PRAGMA cache_size=10")); // spills into the log before the commit
        bool failed = false;
        for (int writes = 0; writes < 40; ++writes) {
            auto transaction = Transaction::begin(*sql, Durability::PowerCut);
            QVERIFY(transaction);
            faultyvfs::writesLeft = writes;
            faultyvfs::code = sqliteCode;
            Result<> done;
            for (int i = 0; i < 20 && done; ++i)
                if (auto inserted = sql->run("INSERT INTO t VALUES(zeroblob(4000))"); !inserted)
                    done = fail(inserted.error());
            if (!done) { // later calls do not slip past the end of the transaction
                QCOMPARE(sql->run("INSERT INTO t VALUES(1)").error().code, code);
                QCOMPARE(sql->execute("INSERT INTO t VALUES(1)").error().code, code);
            }
            const auto committed = transaction->commit();
            if (committed)
                break;
            QCOMPARE(committed.error().code, code);
            QCOMPARE(committed.error().kind, ErrorKind::Storage);
            failed = true;
            faultyvfs::writesLeft = -1;
        }
        faultyvfs::writesLeft = -1;
        QVERIFY(failed);
        const qint64 rows = number(*sql, "SELECT count(*) FROM t");
        QVERIFY2(rows == 0 || rows == 20, "all of the transaction or none of it");
        auto next = Transaction::begin(*sql, Durability::PowerCut);
        QVERIFY(next);
        QVERIFY(sql->run("INSERT INTO t VALUES(1)"));
        QVERIFY(next->commit());
        QCOMPARE(number(*sql, "SELECT count(*) FROM t"), rows + 1);
        QCOMPARE(text(*sql, "PRAGMA integrity_check"), u"ok"_s);
    }

    // --- migrate (R-LOC-05)

    void stepsRunInOrderOnce()
    {
        const QString steps = stepFolder(2);
        const auto sql = file();
        int backups = 0;
        const auto backup = [&](int) -> Result<> {
            ++backups;
            return {};
        };
        QVERIFY(migrate(*sql, steps, backup));
        QCOMPARE(number(*sql, "PRAGMA user_version"), 2);
        QCOMPARE(text(*sql, "SELECT group_concat(v, ',') FROM t"), u"1,2"_s);
        QVERIFY(migrate(*sql, steps, backup));
        QCOMPARE(backups, 0); // nothing to lose in a new file, nothing to do in a current one
        QVERIFY(migrate(*sql, stepFolder(3), backup));
        QCOMPARE(backups, 1);
        QCOMPARE(text(*sql, "SELECT group_concat(v, ',') FROM t"), u"1,2,3"_s);
    }

    void aFailedStepLeavesNoTrace()
    {
        const QString steps = stepFolder(2);
        writeFile(steps + u"/0002_more/020_wrong.sql"_s, "INSERT INTO no_such_table VALUES(1)");
        const auto sql = file();
        const auto done = migrate(*sql, steps);
        QVERIFY(!done);
        QVERIFY(done.error().detail.startsWith(u"020_wrong.sql"_s));
        QCOMPARE(number(*sql, "PRAGMA user_version"), 1);
        QCOMPARE(text(*sql, "SELECT group_concat(v, ',') FROM t"), u"1"_s);
        QVERIFY(QFile::remove(steps + u"/0002_more/020_wrong.sql"_s));
        QVERIFY(migrate(*sql, steps));
        QCOMPARE(text(*sql, "SELECT group_concat(v, ',') FROM t"), u"1,2"_s);
    }

    void aFailedBackupStopsTheMigration()
    {
        const auto sql = file();
        QVERIFY(migrate(*sql, stepFolder(1)));
        const auto done =
            migrate(*sql, stepFolder(2), [](int) { return Result<>(fail(ErrorKind::Storage, u"store.full"_s)); });
        QCOMPARE(done.error().code, u"store.full"_s);
        QCOMPARE(number(*sql, "PRAGMA user_version"), 1);
    }

    void aNewerFileIsRefused()
    {
        const auto sql = file();
        QVERIFY(migrate(*sql, stepFolder(3)));
        const auto done = migrate(*sql, stepFolder(2));
        QCOMPARE(done.error().kind, ErrorKind::TooNew);
        QCOMPARE(done.error().args, (QStringList{u"3"_s, u"2"_s}));
        QCOMPARE(number(*sql, "PRAGMA user_version"), 3);
    }

    void aStepMissingFromTheProgramIsABug()
    {
        const auto sql = file();
        QCOMPARE(migrate(*sql, u":/no/such/folder"_s).error().kind, ErrorKind::Internal);
        const QString steps = stepFolder(3);
        QVERIFY(QDir(steps + u"/0002_more"_s).removeRecursively());
        QCOMPARE(migrate(*sql, steps).error().code, u"store.migrationsMissing"_s);
        QCOMPARE(number(*sql, "PRAGMA user_version"), 0);
    }

    void twoProcessesMayMigrateAtOnce()
    {
        const QString steps = stepFolder(2);
        const auto first = file();
        const auto second = file();
        QVERIFY(migrate(*first, stepFolder(1)));
        // The second decides on its steps, and while it makes its backup the first takes them all.
        QVERIFY(migrate(*second, steps, [&](int) { return migrate(*first, steps); }));
        QCOMPARE(text(*second, "SELECT group_concat(v, ',') FROM t"), u"1,2"_s);
    }

private:
    // A folder of `count` steps, each of which adds its number to table t.
    QString stepFolder(int count)
    {
        const QString folder = path(u"steps%1"_s.arg(count));
        for (int step = 1; step <= count; ++step) {
            const QString name = u"%1/%2_more"_s.arg(folder).arg(step, 4, 10, QChar(u'0'));
            if (step == 1)
                writeFile(name + u"/005_table.sql"_s, "-- the table\nCREATE TABLE t(v INTEGER)\n");
            writeFile(name + u"/010_row.sql"_s, "INSERT INTO t VALUES(" + QByteArray::number(step) + ");\n");
        }
        return folder;
    }

    static QByteArray sample(bool frost)
    {
        QTemporaryDir folder;
        const QString name = folder.filePath(u"sample"_s);
        {
            const auto sql = opened({.path = name});
            if (frost && !sql->execute("PRAGMA application_id=" + QByteArray::number(kId)))
                qFatal("no application id");
            if (!sql->execute("CREATE TABLE t(v)") || !sql->run("INSERT INTO t VALUES(zeroblob(20000))"))
                qFatal("no sample");
        }
        return readFile(name);
    }
};

QTEST_GUILESS_MAIN(SqlTest)
#include "sql_test.moc"
