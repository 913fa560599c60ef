// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "companyfixture.h"

#include "core/drafts/drafts.h"

#include <QJsonArray>
#include <QProcess>
#include <QTest>

#ifdef Q_OS_UNIX
#include <csignal>
#endif

using namespace companyfixture;
using namespace std::chrono_literals;

namespace {

const EntityType kInvoices(u"invoices"_s);
const EntityType kCustomers(u"customers"_s);
constexpr char kChild[] = "FROST_DRAFTS_CHILD";

Draft draft(const EntityType &type, const char *id, const QString &note)
{
    return {
        .type = type, .id = LocalId(QString::fromLatin1(id)), .base = {}, .body = {{u"note"_s, note}}, .updatedAt = {}};
}

} // namespace

//! UX.md 3.4: what was typed survives.
class DraftsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasTypedIsKeptAsItWas()
    {
        Company company;
        Drafts drafts(company.sql(), company.clock);
        Draft typed = draft(kInvoices, "tmp-1", u"halv skriven …"_s);
        typed.base = QJsonObject{{u"note"_s, u"innan"_s}};
        typed.body.insert(u"dueDate"_s, u"32 novem"_s); // no record may hold this
        typed.body.insert(u"rows"_s, QJsonArray{QJsonObject{{u"price"_s, u"12*"_s}}});
        value(drafts.put(typed));

        company.reopen();
        Drafts after(company.sql(), company.clock);
        const auto found = value(after.find(kInvoices, typed.id));
        QVERIFY(found);
        QCOMPARE(found->body, typed.body);
        QCOMPARE(found->base, typed.base);
        QCOMPARE(found->updatedAt, company.clock.now());
    }

    void aNewRecordHasNoBase()
    {
        Company company;
        Drafts drafts(company.sql(), company.clock);
        value(drafts.put(draft(kInvoices, "tmp-1", {})));
        QVERIFY(!value(drafts.find(kInvoices, LocalId(u"tmp-1"_s)))->base);
    }

    void thereIsOneDraftForARecord()
    {
        Company company;
        Drafts drafts(company.sql(), company.clock);
        value(drafts.put(draft(kInvoices, "tmp-1", u"one"_s)));
        company.clock.advance(1s);
        value(drafts.put(draft(kCustomers, "tmp-1", u"another type"_s)));
        company.clock.advance(1s);
        value(drafts.put(draft(kInvoices, "tmp-1", u"two"_s)));
        const auto list = value(drafts.list());
        QCOMPARE(list.size(), 2);
        QCOMPARE(list[0].body.value(u"note"_s).toString(), u"two"_s); // the newest first
        QCOMPARE(list[1].type, kCustomers);
    }

    void aRemovedDraftIsGone()
    {
        Company company;
        Drafts drafts(company.sql(), company.clock);
        value(drafts.put(draft(kInvoices, "tmp-1", {})));
        value(drafts.remove(kCustomers, LocalId(u"tmp-1"_s)));
        QCOMPARE(value(drafts.list()).size(), 1);
        value(drafts.remove(kInvoices, LocalId(u"tmp-1"_s)));
        value(drafts.remove(kInvoices, LocalId(u"tmp-1"_s)));
        QVERIFY(value(drafts.list()).isEmpty());
        QVERIFY(!value(drafts.find(kInvoices, LocalId(u"tmp-1"_s))));
    }

    void whatIsInATransactionOfAnotherIsRefused()
    {
        Company company;
        Drafts drafts(company.sql(), company.clock);
        company.write([&] { QCOMPARE(codeOf(drafts.put(draft(kInvoices, "tmp-1", {}))), u"store.nested"_s); });
    }

#ifdef Q_OS_UNIX
    //! A child process writes a draft, says so, and is killed without a chance to tidy up.
    void aKilledProcessLeavesItsDrafts()
    {
        QTemporaryDir folder;
        const DataFolder::Company place{TenantId(u"firm"_s), CompanyId(u"acme"_s), folder.filePath(u"acme.frost"_s)};
        ManualClock clock;
        test::SeededRandom random(1);
        value(Database::create(place, {u"accounting"_s}, clock, random, {})).reset();

        QProcess child;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QString::fromLatin1(kChild), place.path);
        child.setProcessEnvironment(environment);
        child.start(QCoreApplication::applicationFilePath(), {});
        QVERIFY(child.waitForReadyRead());
        ::kill(pid_t(child.processId()), SIGKILL);
        QVERIFY(child.waitForFinished());
        QCOMPARE(child.exitStatus(), QProcess::CrashExit);

        const auto database = value(Database::open(place, clock, random, {}));
        const auto list = value(Drafts(database->sql(), clock).list());
        QCOMPARE(list.size(), 1);
        QCOMPARE(list[0].body.value(u"note"_s).toString(), u"typed"_s);
    }
#endif
};

namespace {

//! The child of aKilledProcessLeavesItsDrafts(): ends only by being killed.
int typeAndWait(const QString &path)
{
    SystemClock clock;
    SystemRandom random;
    const auto database = value(Database::open({TenantId(u"firm"_s), CompanyId(u"acme"_s), path}, clock, random, {}));
    value(Drafts(database->sql(), clock).put(draft(kInvoices, "tmp-1", u"typed"_s)));
    QFile out;
    if (out.open(stdout, QIODevice::WriteOnly)) {
        out.write("written\n");
        out.flush();
    }
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    if (const auto path = qEnvironmentVariable(kChild); !path.isEmpty())
        return typeAndWait(path);
    DraftsTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "drafts_test.moc"
