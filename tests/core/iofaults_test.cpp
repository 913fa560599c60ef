// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "companyfixture.h"
#include "faultyvfs.h"

#include "core/outbox/recordeditor.h"

#include <QTest>

using namespace companyfixture;

namespace {

const EntityType kCustomers(u"customers"_s);
const ConnectionId kServer(u"frostserver"_s);
const Actor kAnna{UserId(u"anna@firm.se"_s), DeviceId(u"laptop"_s), Source::User};
constexpr int kPulled = 20;

QJsonObject named(const QString &name)
{
    return {{u"name"_s, name}};
}

//! A company on a medium whose n-th access fails: opened, edited, a page of a pull applied, edited again.
class Script
{
public:
    //! What has been reported as done, in order.
    enum Step { Opened = 1, Created, Updated, Pulled, Deleted };

    [[nodiscard]] DataFolder::Company place() const
    {
        return {TenantId(u"firm"_s), CompanyId(u"acme"_s), m_folder.filePath(u"firm/acme.frost"_s)};
    }

    void prepare()
    {
        const auto database = value(Database::create(place(), {u"accounting"_s}, m_clock, m_random, {}));
        value(Connections(database->sql(), m_clock).add(kServer, u"frostserver"_s, {}));
        RecordWriter writer(*database, m_clock, m_random);
        m_kept = value(RecordEditor(writer, m_clock, m_random).create(kCustomers, named(u"Kept"_s), kAnna)).id;
    }

    //! The last step that was reported as done; every step after a failed one is tried all the same.
    int run()
    {
        int done = 0;
        Database::Options options;
        options.vfs = u"faulty"_s;
        const auto opened = Database::open(place(), m_clock, m_random, options);
        if (!opened)
            return fails(opened.error());
        done = Opened;
        RecordWriter writer(**opened, m_clock, m_random);
        RecordEditor editor(writer, m_clock, m_random);
        const auto note = [&](Step step, const auto &result) {
            if (result)
                done |= 1 << step;
            else
                fails(result.error());
        };
        note(Created, editor.create(kCustomers, named(u"New"_s), kAnna));
        note(Updated, editor.update(kCustomers, m_kept, named(u"Changed"_s), kAnna));
        note(Pulled, applyPage(**opened, writer));
        note(Deleted, removeOne(**opened, editor));
        return done;
    }

    //! What is there must be all of what was reported, and of no step a part.
    void verify(int done)
    {
        const auto database = value(Database::open(place(), m_clock, m_random, {}));
        QCOMPARE(value(database->check()), QStringList());
        QCOMPARE(value(Audit(database->sql(), m_clock).verify()), QStringList());
        const auto number = [&](const QByteArray &statement) {
            auto rows = value(database->sql().query(statement));
            return rows.next() ? rows.integer(0) : -1;
        };
        const auto reported = [&](Step step) { return (done & (1 << step)) != 0; };
        const qint64 created = number("SELECT count(*) FROM os_customers WHERE body LIKE '%\"New\"%'");
        const qint64 updated = number("SELECT count(*) FROM os_customers WHERE body LIKE '%\"Changed\"%'");
        const qint64 pulled = number("SELECT count(*) FROM os_customers WHERE body LIKE '%Remote%'");
        const qint64 deleted = number("SELECT count(*) FROM os_customers WHERE deleted=1");
        // What was not reported may have been kept whole: the failure may have come after the commit.
        QVERIFY(created == 1 || (created == 0 && !reported(Created)));
        QVERIFY(updated == 1 || (updated == 0 && !reported(Updated)));
        QVERIFY(pulled == kPulled || (pulled == 0 && !reported(Pulled)));
        QVERIFY(deleted == 1 || (deleted == 0 && !reported(Deleted)));
        // I2: record, operation, links, checkpoint and audit row are there together or not at all.
        QCOMPARE(number("SELECT count(*) FROM operations WHERE state='pending'"), 1 + created + deleted);
        QCOMPARE(number("SELECT count(*) FROM links"), pulled);
        QCOMPARE(number("SELECT count(*) FROM checkpoints"), pulled > 0 ? 1 : 0);
        QCOMPARE(number("SELECT count(*) FROM audit"), 1 + created + updated + pulled + deleted);
    }

private:
    static int fails(const Error &error)
    {
        const bool isTyped = error.kind == ErrorKind::Storage || error.kind == ErrorKind::Corrupt
                             || error.kind == ErrorKind::NotFound || error.kind == ErrorKind::Busy;
        if (!isTyped)
            qFatal("not an error of the medium: %s", qPrintable(error.logLine()));
        return 0;
    }

    Result<> applyPage(Database &database, RecordWriter &writer)
    {
        Links links(database.sql(), kServer, m_clock, m_random);
        auto transaction = Transaction::begin(database.sql(), Durability::ProcessCrash);
        FROST_TRY(transaction);
        for (int i = 0; i < kPulled; ++i) {
            const LocalId id(u"tmp-r%1"_s.arg(i));
            Link link;
            link.local = id;
            link.remote = RemoteId(QString::number(i));
            link.syncedAt = m_clock.now();
            FROST_TRY(links.store(kCustomers, link));
            FROST_TRY(writer.write({.type = kCustomers, .id = id, .body = named(u"Remote %1"_s.arg(i)), .updatedBy = {}, .updatedAt = {}},
                                   kAnna, kServer));
        }
        FROST_TRY(links.setCheckpoint(u"all"_s, u"c1"_s));
        return transaction->commit();
    }

    Result<> removeOne(Database &database, RecordEditor &editor)
    {
        auto store = database.objectStore(kCustomers);
        FROST_TRY(store);
        const auto record = store->get(LocalId(u"tmp-r0"_s));
        FROST_TRY(record);
        if (!*record)
            return fail(ErrorKind::NotFound, u"record.unknown"_s);
        FROST_TRY(editor.remove(kCustomers, LocalId(u"tmp-r0"_s), kAnna));
        return {};
    }

    QTemporaryDir m_folder;
    ManualClock m_clock;
    test::SeededRandom m_random{1};
    LocalId m_kept;
};

} // namespace

//! F32, I1, I2, I20: the n-th access to the medium fails, for every n, once or from then on.
class IoFaultsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { faultyvfs::install(); }
    void cleanup() { faultyvfs::accessesLeft = -1; }

    void everyAccessMayFail_data()
    {
        QTest::addColumn<bool>("once");
        QTest::newRow("a hiccup") << true;
        QTest::newRow("the medium is gone from then on") << false;
    }
    void everyAccessMayFail()
    {
        QFETCH(bool, once);
        constexpr int kMost = 100'000;
        int n = 0;
        int failed = 0;
        for (bool isWhole = false; !isWhole && n < kMost; ++n) {
            Script script;
            script.prepare();
            faultyvfs::failsOnce = once;
            faultyvfs::accessesLeft = n;
            const int done = script.run();
            isWhole = faultyvfs::accessesLeft > 0; // the script ended before its turn came
            faultyvfs::accessesLeft = -1;
            script.verify(done);
            if (QTest::currentTestFailed())
                qFatal("access %d", n);
            failed += isWhole ? 0 : 1;
            n += n / 20; // denser at the beginning, where files are opened; every access of a long run is in tests/simulation
        }
        QVERIFY(n < kMost);
        QVERIFY2(failed > 20, qPrintable(QString::number(failed)));
    }
};

QTEST_GUILESS_MAIN(IoFaultsTest)
#include "iofaults_test.moc"
