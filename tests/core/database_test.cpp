// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storefixture.h"

#include "core/store/upgrade.h"

#include <QDir>
#include <QTest>

using namespace storefixture;

namespace {
const QString kProductSteps = u":/frost/store/sql"_s;

void writeFile(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
}

QString nameOf(const DataFolder::Company &company)
{
    return company.tenant.toString() + u'/' + company.company.toString();
}

QStringList filesIn(const QString &folder)
{
    return QDir(folder).entryList(QDir::Files | QDir::Hidden);
}

//! The version of a file after withNextStep().
int nextVersion()
{
    return int(QDir(kProductSteps).entryList(QDir::Dirs).size()) + 1;
}

//! The product's migrations and one more after them.
QString withNextStep(const QString &folder, const QByteArray &statement)
{
    const QDir product(kProductSteps);
    for (const QString &step : product.entryList(QDir::Dirs))
        for (const QString &name : QDir(product.filePath(step)).entryList(QDir::Files))
            writeFile(folder + u'/' + step + u'/' + name, bytesOf(product.filePath(step) + u'/' + name));
    writeFile(folder + u"/%1_next/010_next.sql"_s.arg(nextVersion(), 4, 10, QChar(u'0')), statement);
    return folder;
}
} // namespace

class DatabaseTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    ManualClock m_clock;
    test::SeededRandom m_random{1};

    [[nodiscard]] DataFolder data() const { return DataFolder(m_folder->path()); }
    [[nodiscard]] DataFolder::Company place(const QString &tenant, const QString &company) const
    {
        return value(data().place(TenantId(tenant), CompanyId(company)));
    }
    std::unique_ptr<Database> made(const DataFolder::Company &company)
    {
        return value(Database::create(company, {u"accounting"_s}, m_clock, m_random, {}));
    }
    [[nodiscard]] Result<std::unique_ptr<Database>> opened(const DataFolder::Company &company,
                                                           const Database::Options &options = {})
    {
        return Database::open(company, m_clock, m_random, options);
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
    }

    // --- names

    void namesBecomeFiles_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("code");
        QTest::newRow("letters and digits") << u"Acme2"_s << QString();
        QTest::newRow("Swedish letters and every sign allowed") << u"Åkes-Bygg_i.Umeå"_s << QString();
        QTest::newRow("the longest") << QString(64, u'a') << QString();
        QTest::newRow("too long") << QString(65, u'a') << u"name.malformed"_s;
        QTest::newRow("empty") << u""_s << u"name.malformed"_s;
        QTest::newRow("hidden") << u".acme"_s << u"name.malformed"_s;
        QTest::newRow("a way out of the folder") << u".."_s << u"name.malformed"_s;
        QTest::newRow("a path") << u"a/b"_s << u"name.malformed"_s;
        QTest::newRow("a Windows path") << u"a\\b"_s << u"name.malformed"_s;
        QTest::newRow("a stream of a Windows file") << u"a:b"_s << u"name.malformed"_s;
        QTest::newRow("a space") << u"a b"_s << u"name.malformed"_s;
        QTest::newRow("a zero") << QString(QChar(u'\0')) << u"name.malformed"_s;
        QTest::newRow("an emoji") << u"a😀"_s << u"name.malformed"_s;
        QTest::newRow("a point at the end, which Windows drops") << u"acme."_s << u"name.malformed"_s;
        QTest::newRow("a device of Windows") << u"nul"_s << u"name.malformed"_s;
        QTest::newRow("a device with an ending") << u"COM1.acme"_s << u"name.malformed"_s;
        QTest::newRow("the name of a backup") << u"acme.before-2"_s << u"name.malformed"_s;
    }
    void namesBecomeFiles()
    {
        QFETCH(QString, name);
        QFETCH(QString, code);
        QCOMPARE(codeOf(data().place(TenantId(u"firm"_s), CompanyId(name))), code);
        QCOMPARE(codeOf(data().place(TenantId(name), CompanyId(u"acme"_s))), code);
        if (code.isEmpty())
            QCOMPARE(QFileInfo(place(u"firm"_s, name).path).absolutePath(), m_folder->filePath(u"firm"_s));
    }

    void companiesAreFoundByEitherName()
    {
        QCOMPARE(data().companies().size(), 0);
        for (const auto &[tenant, company] :
             {std::pair{u"north"_s, u"zeta"_s}, {u"north"_s, u"acme"_s}, {u"south"_s, u"Acme"_s}})
            made(place(tenant, company));
        writeFile(m_folder->filePath(u"north/acme.before-2.frost"_s), "a backup");
        writeFile(m_folder->filePath(u"north/notes.txt"_s), "not a company");
        writeFile(m_folder->filePath(u"stray.frost"_s), "of no tenant");
        QStringList names;
        for (const auto &each : data().companies())
            names.append(nameOf(each));
        QCOMPARE(names, (QStringList{u"north/acme"_s, u"north/zeta"_s, u"south/Acme"_s}));
        QCOMPARE(nameOf(value(data().find(u"ZETA"_s))), u"north/zeta"_s);
        QCOMPARE(nameOf(value(data().find(u"south/acme"_s))), u"south/Acme"_s);
        const auto ambiguous = data().find(u"acme"_s);
        QCOMPARE(codeOf(ambiguous), u"company.ambiguous"_s);
        QCOMPARE(ambiguous.error().args, (QStringList{u"acme"_s, u"north/acme"_s, u"south/Acme"_s}));
        QCOMPARE(codeOf(data().find(u"south/zeta"_s)), u"company.unknown"_s);
        for (const QString &malformed : {u"../north/acme"_s, u"a/b/c"_s, u"/acme"_s, u""_s})
            QCOMPARE(codeOf(data().find(malformed)), u"name.malformed"_s);
    }

    void namesThatDifferInCaseAreTheSame()
    {
        made(place(u"Firm"_s, u"Åkes"_s));
        QCOMPARE(codeOf(data().place(TenantId(u"firm"_s), CompanyId(u"åkes"_s))), u"company.exists"_s);
        QCOMPARE(codeOf(data().place(TenantId(u"firm"_s), CompanyId(u"A\u030akes"_s))),
                 u"company.exists"_s);                             // decomposed
        QCOMPARE(nameOf(place(u"FIRM"_s, u"Bo"_s)), u"Firm/Bo"_s); // one folder a tenant
    }

    // --- making and opening

    void aNewCompanyKnowsWhoseItIs()
    {
        const auto company = place(u"firm"_s, u"acme"_s);
        QString device;
        {
            const auto database = made(company);
            device = database->device().toString();
            QCOMPARE(device.size(), 36);
            QCOMPARE(database->tenant(), TenantId(u"firm"_s));
            QCOMPARE(database->company(), CompanyId(u"acme"_s));
            QCOMPARE(database->path(), company.path);
            QCOMPARE(value(database->meta(u"createdAt"_s)), toIso(m_clock.now()));
            QCOMPARE(value(database->meta(u"nothing"_s)), QString());
            QVERIFY(database->schema().find(EntityType(u"invoices"_s)));
            QCOMPARE(value(database->check()), QStringList());
        }
        QCOMPARE(filesIn(m_folder->filePath(u"firm"_s)), QStringList{u"acme.frost"_s}); // nothing half made beside it
        const auto again = value(opened(company));
        QCOMPARE(again->device().toString(), device);
        QVERIFY(again->schema().find(EntityType(u"invoices"_s)));
    }

    void aCompanyIsMadeOnce()
    {
        const auto company = place(u"firm"_s, u"acme"_s);
        made(company);
        const QByteArray before = bytesOf(company.path);
        const auto again = Database::create(company, {u"accounting"_s}, m_clock, m_random, {});
        QCOMPARE(codeOf(again), u"company.exists"_s);
        QCOMPARE(again.error().args, QStringList{u"firm/acme"_s});
        QCOMPARE(bytesOf(company.path), before);
        QCOMPARE(codeOf(data().place(TenantId(u"firm"_s), CompanyId(u"acme"_s))), u"company.exists"_s);
    }

    void anUnknownPackLeavesNoFile()
    {
        const auto company = place(u"firm"_s, u"acme"_s);
        QCOMPARE(codeOf(Database::create(company, {u"astrology"_s}, m_clock, m_random, {})), u"pack.unknown"_s);
        QVERIFY(!QFile::exists(company.path));
    }

    void metaIsWrittenInTransactions()
    {
        const auto database = made(place(u"firm"_s, u"acme"_s));
        QCOMPARE(codeOf(database->setMeta(u"epoch"_s, u"1"_s)), u"store.noTransaction"_s);
        auto transaction = value(Transaction::begin(database->sql(), Durability::PowerCut));
        value(database->setMeta(u"epoch"_s, u"1"_s));
        value(database->setMeta(u"epoch"_s, u"två"_s));
        value(transaction.commit());
        QCOMPARE(value(database->meta(u"epoch"_s)), u"två"_s);
    }

    void tenantsNeverMeet() // R-LOC-02
    {
        const auto north = place(u"north"_s, u"acme"_s);
        const auto south = place(u"south"_s, u"acme"_s);
        {
            const auto first = made(north);
            const auto second = made(south);
            QVERIFY(first->device() != second->device());
            auto transaction = value(Transaction::begin(first->sql(), Durability::PowerCut));
            auto customers = value(first->objectStore(EntityType(u"customers"_s)));
            Record one = record(u"a"_s, json("{'name': 'Åke'}"));
            value(customers.put(one));
            value(transaction.commit());
            QCOMPARE(value(value(second->objectStore(EntityType(u"customers"_s))).count()), 0);
        }
        // Neither another tenant's nor another company's file opens under this name, and it stays as it was.
        QVERIFY(QFile::remove(south.path));
        const auto other =
            DataFolder::Company{north.tenant, CompanyId(u"other"_s), m_folder->filePath(u"north/other.frost"_s)};
        for (const auto &target : {south, other}) {
            QVERIFY(QFile::copy(north.path, target.path));
            for (const OpenMode mode : {OpenMode::ReadWrite, OpenMode::ReadOnly}) {
                const auto refused = opened(target, {.mode = mode});
                QCOMPARE(codeOf(refused), u"store.otherCompany"_s);
                QCOMPARE(refused.error().kind, ErrorKind::Forbidden);
            }
            QCOMPARE(bytesOf(target.path), bytesOf(north.path));
        }
        QVERIFY(opened(north));
    }

    void filesThatAreNoneOfOursStayAsTheyWere_data()
    {
        QTest::addColumn<QByteArray>("change");
        QTest::addColumn<QString>("code");
        QTest::newRow("an empty file") << QByteArray("empty") << u"store.notFrost"_s;
        QTest::newRow("garbage") << QByteArray("garbage") << u"store.corrupt"_s;
        QTest::newRow("half a file") << QByteArray("half") << u"store.corrupt"_s;
        QTest::newRow("another program's file") << QByteArray("PRAGMA application_id=7") << u"store.notFrost"_s;
        QTest::newRow("a newer file") << QByteArray("PRAGMA user_version=99") << u"store.tooNew"_s;
        QTest::newRow("a file without its list of facts") << QByteArray("DROP TABLE meta") << u"store.corrupt"_s;
        QTest::newRow("a file that was never finished") << QByteArray("DELETE FROM meta") << u"company.unknown"_s;
        QTest::newRow("a file whose pack is gone")
            << QByteArray("UPDATE meta SET value='[\"gone\"]' WHERE key='packs'") << u"pack.unknown"_s;
    }
    void filesThatAreNoneOfOursStayAsTheyWere()
    {
        const auto company = place(u"firm"_s, u"acme"_s);
        made(company);
        QFETCH(QByteArray, change);
        if (change == "empty")
            writeFile(company.path, "");
        else if (change == "garbage")
            writeFile(company.path, QByteArray("garbage ").repeated(4096));
        else if (change == "half")
            writeFile(company.path, bytesOf(company.path).first(bytesOf(company.path).size() / 2));
        else
            QVERIFY(value(Sql::open({.path = company.path}))->execute(change));
        const QByteArray before = bytesOf(company.path);
        for (const OpenMode mode : {OpenMode::ReadWrite, OpenMode::ReadOnly}) {
            QTEST(codeOf(opened(company, {.mode = mode})), "code");
            QCOMPARE(bytesOf(company.path), before);
        }
        QCOMPARE(codeOf(Database::create(company, {u"accounting"_s}, m_clock, m_random, {})), u"company.exists"_s);
        QCOMPARE(bytesOf(company.path), before);
    }

    void whatIsNotThereIsNotMade()
    {
        const auto company = place(u"firm"_s, u"acme"_s);
        for (const OpenMode mode : {OpenMode::ReadWrite, OpenMode::ReadOnly}) {
            const auto missing = opened(company, {.mode = mode});
            QCOMPARE(codeOf(missing), u"company.unknown"_s);
            QCOMPARE(missing.error().args, QStringList{u"acme"_s});
        }
        QCOMPARE(filesIn(m_folder->path()), QStringList());
        QVERIFY(QDir().mkpath(company.path)); // a folder in the file's place
        QCOMPARE(opened(company).error().kind, ErrorKind::Storage);
        QCOMPARE(codeOf(Database::create(company, {u"accounting"_s}, m_clock, m_random, {})), u"company.exists"_s);
    }

    void aFolderThatCannotBeMadeIsAStorageError()
    {
        writeFile(m_folder->filePath(u"firm"_s), "a file in the tenant's place");
        const auto company = place(u"firm"_s, u"acme"_s);
        QCOMPARE(Database::create(company, {u"accounting"_s}, m_clock, m_random, {}).error().kind, ErrorKind::Storage);
    }

    void unknownStoresAreTypedErrors() // R-LOC-03
    {
        const auto database = made(place(u"firm"_s, u"acme"_s));
        for (const QString &type : {u"starships"_s, u""_s, u"customers; DROP TABLE meta"_s}) {
            const auto store = database->objectStore(EntityType(type));
            QCOMPARE(codeOf(store), u"store.unknown"_s);
            QCOMPARE(store.error().kind, ErrorKind::NotFound);
        }
        auto empty = value(database->objectStore(EntityType(u"invoices"_s)));
        QCOMPARE(value(empty.count()), 0);
        QCOMPARE(value(empty.select({})).size(), 0);
    }

    void aKilledProcessLosesNothingCommitted() // R-LOC-04
    {
        Store store;
        store.put(u"a"_s, "{'name': 'Åke'}");
        {
            auto open = value(Transaction::begin(store.sql(), Durability::PowerCut));
            Record unfinished = record(u"b"_s, {});
            value(store.customers().put(unfinished));
            // What the disk holds at this moment is what the next process finds.
            QVERIFY(QDir().mkpath(store.folder.filePath(u"after/firm"_s)));
            for (const QString &ending : {u""_s, u"-wal"_s})
                QVERIFY(QFile::copy(store.place().path + ending,
                                    store.folder.filePath(u"after/firm/acme.frost"_s) + ending));
        }
        auto place = store.place();
        place.path = store.folder.filePath(u"after/firm/acme.frost"_s);
        const auto next = value(Database::open(place, store.clock, store.random, store.options));
        auto customers = value(next->objectStore(EntityType(u"customers"_s)));
        QVERIFY(value(customers.get(LocalId(u"a"_s))));
        QVERIFY(!value(customers.get(LocalId(u"b"_s))));
        QCOMPARE(value(next->check()), QStringList());
    }

    void readersSeeWhatIsCommittedAndWriteNothing()
    {
        Store store;
        Database::Options readOnly = store.options;
        readOnly.mode = OpenMode::ReadOnly;
        const auto reader = value(Database::open(store.place(), store.clock, store.random, readOnly));
        store.put(u"a"_s, "{'name': 'Åke'}");
        auto customers = value(reader->objectStore(EntityType(u"customers"_s)));
        QCOMPARE(idsOf(value(customers.select({.search = u"åke"_s}))), QStringList{u"a"_s});
        QCOMPARE(codeOf(Transaction::begin(reader->sql(), Durability::PowerCut)), u"store.readOnly"_s);
        QCOMPARE(value(reader->check()), QStringList());
        QCOMPARE(codeOf(Database::create(store.place(), {}, store.clock, store.random, readOnly)), u"company.exists"_s);
        // A reader whose schema is ahead of the file does without what the file does not have.
        readOnly.schema = schemaOf(
            {changed(customersType(), u"indexes"_s,
                     [](QJsonArray &list) { list.append(json("{'fields': ['note']}")); }),
             ordersType(), json("{'type': 'extras', 'title': 'x', 'fields': [{'name': 'x', 'kind': 'text'}]}")});
        const auto ahead = value(Database::open(store.place(), store.clock, store.random, readOnly));
        QCOMPARE(codeOf(ahead->objectStore(EntityType(u"extras"_s))), u"store.unknown"_s);
        auto same = value(ahead->objectStore(EntityType(u"customers"_s)));
        QCOMPARE(codeOf(same.count(u"note"_s, KeyRange::all())), u"index.unknown"_s);
        QCOMPARE(value(same.count(u"name"_s, KeyRange::all())), 1);
    }

    // --- migrations (R-LOC-05)

    void aMigrationBacksUpFirst()
    {
        Store store;
        store.put(u"a"_s, "{'name': 'Åke'}");
        const auto place = store.place();
        store.database.reset();
        const QString firm = store.folder.filePath(u"firm/"_s);
        store.options.steps = withNextStep(store.folder.filePath(u"wrong"_s), "CREATE TABLE audit(taken)");
        QCOMPARE(Database::open(place, store.clock, store.random, store.options).error().kind, ErrorKind::Internal);
        const auto copyName = [](const QString &mark) { return u"acme.before-%1%2.frost"_s.arg(nextVersion()).arg(mark); };
        QCOMPARE(filesIn(firm), (QStringList{copyName({}), u"acme.frost"_s}));
        const QByteArray backup = bytesOf(firm + copyName({}));

        store.options.steps = withNextStep(store.folder.filePath(u"right"_s), "CREATE TABLE news(v)");
        store.reopen();
        QCOMPARE(store.number("PRAGMA user_version"), nextVersion());
        QCOMPARE(store.number("SELECT count(*) FROM news"), 0);
        QVERIFY(value(store.customers().get(LocalId(u"a"_s))));
        QCOMPARE(bytesOf(firm + copyName({})), backup); // the earlier copy is kept
        store.database.reset();
        const auto copy = value(Sql::open({.path = firm + copyName(u"-2"_s)}));
        auto rows = value(copy->query("SELECT count(*) FROM os_customers"));
        QVERIFY(rows.next());
        QCOMPARE(rows.integer(0), 1);
        QCOMPARE(DataFolder(store.folder.path()).companies().size(), 1); // copies are no companies

        store.options.steps.clear(); // the older program again
        QCOMPARE(codeOf(Database::open(place, store.clock, store.random, store.options)), u"store.tooNew"_s);
    }

    void aBackupIsTheWholeCompanyEvenWhileItIsInUse()
    {
        Store store;
        store.put(u"a"_s, "{'name': 'Åke'}"); // still in the write-ahead log: a copy of the file alone would lack it
        auto steps = store.options;
        steps.steps = withNextStep(store.folder.filePath(u"steps"_s), "CREATE TABLE news(v)");
        const auto newer = value(Database::open(store.place(), store.clock, store.random, steps));
        const QString restored = store.folder.filePath(u"firm2/acme.frost"_s);
        QVERIFY(QDir().mkpath(store.folder.filePath(u"firm2"_s)));
        QVERIFY(QFile::copy(store.folder.filePath(u"firm/acme.before-%1.frost"_s.arg(nextVersion())), restored));
        auto place = store.place();
        place.path = restored;
        const auto old = value(Database::open(place, store.clock, store.random, store.options));
        QCOMPARE(value(old->check()), QStringList());
        auto customers = value(old->objectStore(EntityType(u"customers"_s)));
        QCOMPARE(idsOf(value(customers.select({.search = u"åke"_s}))), QStringList{u"a"_s});
    }

    void aNewerProgramEndsTheWritingOfTheOlderOne_data()
    {
        QTest::addColumn<bool>("migrates");
        QTest::newRow("by a migration") << true;
        QTest::newRow("by an index that the older one does not fill") << false;
    }
    void aNewerProgramEndsTheWritingOfTheOlderOne()
    {
        QFETCH(bool, migrates);
        Store store;
        store.put(u"a"_s, "{'name': 'Åke'}");
        store.put(u"b"_s, "{'name': 'Bo'}");
        auto options = store.options;
        if (migrates)
            options.steps = withNextStep(store.folder.filePath(u"steps"_s), "CREATE TABLE news(v)");
        else
            options.schema = schemaOf({changed(customersType(), u"indexes"_s, [](QJsonArray &list) {
                                           list.append(json("{'name': 'note', 'fields': ['note']}"));
                                       }), ordersType()});
        std::unique_ptr<Database> newer;
        { // whoever comes in the middle of a transaction waits for its end
            auto open = value(Transaction::begin(store.sql(), Durability::ProcessCrash));
            Record made = record(u"c"_s, json("{'name': 'Cia', 'note': 'x'}"));
            value(store.customers().put(made));
            value(open.commit());
            newer = value(Database::open(store.place(), store.clock, store.random, options));
        }
        QCOMPARE(codeOf(Transaction::begin(store.sql(), Durability::PowerCut)), u"store.tooNew"_s);
        QCOMPARE(codeOf(Transaction::begin(store.sql(), Durability::PowerCut)), u"store.tooNew"_s); // and stays so
        QVERIFY(value(store.customers().get(LocalId(u"a"_s))).has_value()); // it may still be read
        QCOMPARE(value(newer->check()), QStringList());
        QCOMPARE(value(value(newer->objectStore(EntityType(u"customers"_s))).count()), 3);
        auto transaction = value(Transaction::begin(newer->sql(), Durability::PowerCut));
        value(transaction.commit());
    }

    void aSecondConnectionOfTheSameProgramDisturbsNobody()
    {
        Store store;
        const auto second = value(Database::open(store.place(), store.clock, store.random, store.options));
        store.put(u"a"_s, "{'name': 'Åke'}");
        value(store.sql().execute("CREATE TABLE other(v)")); // tables that concern nobody
        auto transaction = value(Transaction::begin(second->sql(), Durability::PowerCut));
        value(transaction.commit());
        store.put(u"b"_s, "{'name': 'Bo'}");
    }

    // --- upgrades of the data (R-LOC-01)

    void anUpgradeRunsOnceForEachVersion()
    {
        Store store;
        store.put(u"a"_s, "{'name': 'Åke'}");
        QStringList calls;
        store.options.version = 2;
        store.options.upgrade = [&](Upgrade &upgrade) -> Result<> {
            calls.append(u"%1 to %2"_s.arg(upgrade.from()).arg(upgrade.to()));
            auto customers = value(upgrade.objectStore(EntityType(u"customers"_s)));
            auto one = *value(customers.get(LocalId(u"a"_s)));
            one.body.insert(u"city"_s, u"Umeå"_s);
            return customers.put(one);
        };
        store.reopen();
        store.reopen();
        store.options.version = 3;
        store.reopen();
        QCOMPARE(calls, (QStringList{u"0 to 2"_s, u"2 to 3"_s}));
        QCOMPARE(idsOf(value(store.customers().select({.search = u"umeå"_s}))), QStringList{u"a"_s});
        store.database.reset();
        store.options.version = 2;
        QCOMPARE(codeOf(Database::open(store.place(), store.clock, store.random, store.options)), u"store.tooNew"_s);
    }

    void aFailedUpgradeLeavesNoTrace()
    {
        Store store;
        store.put(u"a"_s, "{'name': 'Åke'}");
        store.database.reset();
        store.options.version = 1;
        store.options.upgrade = [](Upgrade &upgrade) -> Result<> {
            auto customers = value(upgrade.objectStore(EntityType(u"customers"_s)));
            FROST_TRY(customers.clear());
            return fail(ErrorKind::Rejected, u"no.thanks"_s);
        };
        QCOMPARE(codeOf(Database::open(store.place(), store.clock, store.random, store.options)), u"no.thanks"_s);
        store.options.version = 0;
        store.reopen();
        QCOMPARE(value(store.customers().count()), 1);
        QCOMPARE(value(store.database->meta(u"version"_s)), QString());
    }

    void anUpgradeMovesRecordsAndDropsTheirStore()
    {
        Store store; // customers and orders; the next version knows customers only
        const EntityType orders(u"orders"_s);
        store.write([&] {
            auto old = value(store.database->objectStore(orders));
            Record made = record(u"o"_s, json("{'text': 'Åke'}"));
            value(old.put(made));
            value(store.sql().run("INSERT INTO operations(connection,type,record,kind,state,priority,rank,created_at,updated_at)"
                                  " VALUES('c','orders','o','create','pending',1,1,1,1)"));
        });
        store.options.version = 1;
        store.options.schema = schemaOf({customersType()});
        store.database.reset();
        {
            const auto plain = value(Sql::open({.path = store.place().path}));
            store.options.upgrade = [&](Upgrade &upgrade) { return upgrade.dropStore(orders); };
            QCOMPARE(codeOf(Database::open(store.place(), store.clock, store.random, store.options)), u"store.unsynced"_s);
            value(plain->run("DELETE FROM operations"));
        }
        store.options.upgrade = [&](Upgrade &upgrade) -> Result<> {
            auto customers = value(upgrade.objectStore(EntityType(u"customers"_s)));
            FROST_TRY(upgrade.visit(orders, [&](const Record &order) -> Result<> {
                Record moved = record(order.id.toString(), {{u"name"_s, order.body.value(u"text"_s)}});
                return customers.put(moved);
            }));
            if (codeOf(upgrade.dropStore(EntityType(u"nothing"_s))) != u"store.unknown"_s
                || codeOf(upgrade.dropStore(EntityType(u"customers"_s))) != u"store.declared"_s)
                return fail(ErrorKind::Internal, u"wrong"_s);
            return upgrade.dropStore(orders);
        };
        store.reopen();
        QCOMPARE(idsOf(value(store.customers().getAll(u"name"_s, KeyRange::only({u"Åke"_s})))), QStringList{u"o"_s});
        QCOMPARE(store.number("SELECT count(*) FROM sqlite_schema WHERE name LIKE '%orders%'"), 0);
        QCOMPARE(store.number("SELECT count(*) FROM object_stores"), 1);
        QCOMPARE(value(store.database->check()), QStringList());
    }

    void aReaderDoesNotMigrate()
    {
        Store store;
        store.database.reset();
        const QByteArray before = bytesOf(store.place().path);
        store.options.mode = OpenMode::ReadOnly;
        store.options.steps = withNextStep(store.folder.filePath(u"steps"_s), "CREATE TABLE news(v)");
        QCOMPARE(codeOf(Database::open(store.place(), store.clock, store.random, store.options)), u"store.readOnly"_s);
        QCOMPARE(bytesOf(store.place().path), before);
    }

    // --- the schema changes under existing records

    void aChangedSchemaIsFollowed_data()
    {
        QTest::addColumn<QJsonObject>("customers");
        QTest::addColumn<QString>("index");
        QTest::addColumn<QString>("ids");
        const auto withIndexes = [](const QByteArray &added, const QString &dropped) {
            return changed(customersType(), u"indexes"_s, [&](QJsonArray &list) {
                for (qsizetype i = list.size() - 1; i >= 0; --i)
                    if (list.at(i).toObject().value(u"name"_s) == dropped)
                        list.removeAt(i);
                if (!added.isEmpty())
                    list.append(json(added));
            });
        };
        QTest::newRow("a new index") << withIndexes("{'name': 'note', 'fields': ['note']}", {}) << u"note"_s
                                     << u"c,a"_s;
        QTest::newRow("a new compound index")
            << withIndexes("{'name': 'both', 'fields': ['note', 'rating']}", {}) << u"both"_s << u"c,a"_s;
        QTest::newRow("a new unique index that the records break already")
            << withIndexes("{'name': 'cityOnce', 'fields': ['city'], 'unique': true}", {}) << u"cityOnce"_s << u"a,b"_s;
        QTest::newRow("an index over other fields than before")
            << withIndexes("{'name': 'rating', 'fields': ['note']}", u"rating"_s) << u"rating"_s << u"c,a"_s;
        QTest::newRow("a dropped index") << withIndexes({}, u"rating"_s) << u"rating"_s << u"(none)"_s;
        auto asText = customersType();
        asText = changed(asText, u"fields"_s, [](QJsonArray &list) {
            for (auto each : list)
                if (each.toObject().value(u"name"_s) == u"limit"_s)
                    each = json("{'name': 'limit', 'kind': 'text'}");
        });
        QTest::newRow("a field of another kind: amounts sorted as text") << asText << u"limit"_s << u"a,b"_s;
    }
    void aChangedSchemaIsFollowed()
    {
        QFETCH(QJsonObject, customers);
        QFETCH(QString, index);
        QFETCH(QString, ids);
        Store store;
        store.put(u"a"_s, "{'name': 'Åke', 'note': 'z', 'rating': 1, 'city': 'Umeå', 'limit': '-9.00'}");
        store.put(u"b"_s, "{'name': 'Bo', 'rating': 3, 'city': 'Umeå', 'limit': '-10.00'}");
        store.put(u"c"_s, "{'name': 'Cia', 'note': 'Y', 'rating': 2}");
        store.put(u"dead"_s, "{'note': 'x', 'rating': 2}", true);
        store.reopen(schemaOf({customers, ordersType()}, 2));
        const auto found = store.customers().getAll(index, KeyRange::all());
        QCOMPARE(found ? idsOf(*found).join(u',') : u"(none)"_s, ids);
        const QStringList wrong = value(store.database->check());
        QCOMPARE(wrong,
                 index == u"cityOnce" ? QStringList{u"index.notUnique: customers, cityOnce, 1"_s} : QStringList());
        store.put(u"c"_s, "{'name': 'Cia', 'note': 'Q'}"); // and it is kept up to date from here on
        QCOMPARE(value(store.customers().get(LocalId(u"c"_s)))->schemaVersion, 2);
        QCOMPARE(value(store.customers().get(LocalId(u"a"_s)))->schemaVersion, 1);
        store.reopen(schemaOf({customersType(), ordersType()})); // back to the old schema
        QCOMPARE(idsOf(value(store.customers().getAll(u"rating"_s, KeyRange::all()))), (QStringList{u"a"_s, u"b"_s}));
        QCOMPARE(value(store.database->check()), QStringList());
    }

    void aChangedSearchIsFollowed()
    {
        Store store;
        store.put(u"a"_s, "{'name': 'Åke', 'note': 'viktig'}");
        const auto found = [&](const QString &words) {
            return idsOf(value(store.customers().select({.search = words})));
        };
        QCOMPARE(found(u"viktig"_s), QStringList());
        auto customers = customersType();
        customers.insert(u"search"_s, QJsonArray{u"note"_s});
        store.reopen(schemaOf({customers, ordersType()}));
        QCOMPARE(found(u"viktig"_s), QStringList{u"a"_s});
        QCOMPARE(found(u"åke"_s), QStringList());
        customers.remove(u"search"_s);
        store.reopen(schemaOf({customers, ordersType()}));
        QCOMPARE(codeOf(store.customers().select({.search = u"åke"_s})), u"search.undeclared"_s);
        store.put(u"a"_s, "{'name': 'Örjan'}");
        store.reopen(schemaOf({customersType(), ordersType()}));
        QCOMPARE(found(u"örjan"_s), QStringList{u"a"_s});
        QCOMPARE(found(u"åke"_s), QStringList());
        QCOMPARE(value(store.database->check()), QStringList());
    }

    void storesComeAndStay()
    {
        Store store(schemaOf({customersType()}));
        QCOMPARE(codeOf(store.database->objectStore(EntityType(u"orders"_s))), u"store.unknown"_s);
        store.put(u"a"_s, "{'name': 'Åke'}");
        store.reopen(schemaOf({ordersType(), customersType()}));
        store.write([&] {
            auto orders = value(store.database->objectStore(EntityType(u"orders"_s)));
            Record order = record(u"o"_s, json("{'customer': 'a', 'text': 'skruv'}"));
            value(orders.put(order));
        });
        store.reopen(schemaOf({customersType()}));
        QCOMPARE(codeOf(store.database->objectStore(EntityType(u"orders"_s))), u"store.unknown"_s);
        store.reopen(schemaOf({customersType(), ordersType()})); // nothing was lost meanwhile
        auto orders = value(store.database->objectStore(EntityType(u"orders"_s)));
        QCOMPARE(idsOf(value(orders.getAll(u"customer"_s, KeyRange::only({u"a"_s})))), QStringList{u"o"_s});
        QCOMPARE(value(store.database->check()), QStringList());
    }

    void anUnchangedSchemaWritesNothing()
    {
        Store store;
        store.put(u"a"_s, "{'name': 'Åke'}");
        store.database.reset();
        const QByteArray before = bytesOf(store.place().path);
        store.reopen();
        store.database.reset();
        QCOMPARE(bytesOf(store.place().path), before);
    }

    void namesThatBecomeTheSameTableAreRefused()
    {
        const auto type = [](const QString &name) {
            QJsonObject made = json("{'title': 'x', 'fields': [{'name': 'x', 'kind': 'text'}]}");
            made.insert(u"type"_s, name);
            return made;
        };
        Store store;
        store.database.reset();
        for (const auto &[first, second] : {std::pair{u"items"_s, u"Items"_s}, {u"items"_s, u"items_deleted"_s}}) {
            store.options.schema = schemaOf({type(first), type(second)});
            QCOMPARE(codeOf(Database::open(store.place(), store.clock, store.random, store.options)),
                     u"store.nameMalformed"_s);
        }
    }

    // --- check

    void checkNamesWhatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("damage");
        QTest::addColumn<QString>("finding");
        QTest::newRow("nothing") << QByteArray("SELECT 1") << QString();
        QTest::newRow("an index entry is gone") << QByteArray("DELETE FROM ix_customers_rating WHERE id='a'")
                                                << u"index.entryMissing: customers, rating, a"_s;
        QTest::newRow("an index entry too many") << QByteArray("INSERT INTO ix_customers_rating VALUES(9, 'ghost')")
                                                 << u"index.entryStale: customers, rating, 1"_s;
        QTest::newRow("two records under one unique key")
            << QByteArray("UPDATE os_customers SET body=json_set(body, '$.number', '1') WHERE id='b'")
            << u"index.entryMissing: customers, number, b"_s;
        QTest::newRow("a row is gone behind the store's back")
            << QByteArray("DELETE FROM os_customers WHERE id='b'") << u"index.entryStale: customers, name, 1"_s;
        QTest::newRow("a text that search does not know")
            << QByteArray("INSERT INTO fts_customers(fts_customers) VALUES('delete-all')")
            << u"search.entryMissing: customers, a"_s;
        QTest::newRow("a broken reference between tables")
            << QByteArray("INSERT INTO store_indexes VALUES('ghost', 'x', 'y', '', 0, 0)")
            << u"reference.broken: store_indexes, object_stores"_s;
    }
    void checkNamesWhatIsWrong()
    {
        QFETCH(QByteArray, damage);
        QFETCH(QString, finding);
        Store store;
        store.put(u"a"_s, "{'name': 'Åke', 'rating': 1, 'number': '1'}");
        store.put(u"b"_s, "{'name': 'Bo', 'rating': 2, 'number': '2'}");
        QVERIFY(store.sql().execute("PRAGMA foreign_keys=OFF"));
        QVERIFY(store.sql().execute(damage));
        const QStringList findings = value(store.database->check());
        if (finding.isEmpty())
            QCOMPARE(findings, QStringList());
        else
            QVERIFY2(findings.contains(finding), qPrintable(findings.join(u" | "_s)));
    }
};

QTEST_GUILESS_MAIN(DatabaseTest)
#include "database_test.moc"
