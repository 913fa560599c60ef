// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "companyfixture.h"

#include "core/activity/audit.h"
#include "core/activity/runs.h"
#include "core/base/json.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace companyfixture;

namespace {

const EntityType kCustomers(u"customers"_s);
const Actor kAnna{UserId(u"anna@firm.se"_s), DeviceId(u"laptop"_s), Source::User};

QJsonObject object(const char *json)
{
    return QJsonDocument::fromJson(json).object();
}

void appendThree(Company &company)
{
    Audit audit(company.sql(), company.clock);
    company.write([&] {
        for (const auto &id : {u"tmp-a"_s, u"tmp-b"_s, u"tmp-a"_s}) {
            value(audit.append(kAnna, u"update"_s, kCustomers, LocalId(id), object(R"({"name": ["Åsa", "Bo"]})")));
            company.clock.advance(std::chrono::seconds(1));
        }
    });
}

} // namespace

Q_DECLARE_METATYPE(frost::AuditQuery)

class AuditTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void entriesComeBackNewestFirst();
    void entriesAreFound_data();
    void entriesAreFound();
    void linesAreFoundByEveryFact_data();
    void linesAreFoundByEveryFact();
    void pagesGoOnByTheirLastLine();
    void anotherProgramCanVerifyTheExport();
    void aSoundChainHasNothingWrong();
    void aChangedRowIsNamed_data();
    void aChangedRowIsNamed();
    void aPrunedPayloadLeavesTheChainSound();
    void writingOutsideATransactionIsRefused();
    void changeNamesWhatDiffers_data();
    void changeNamesWhatDiffers();
    void aCreationIsWrittenFromItsText_data();
    void aCreationIsWrittenFromItsText();
    void aRunIsKeptWithItsCounts();
    void aRunThatWaitedAndWasTakenForDeadBeginsAnew();
    void theLastSuccessIsThatOfTheConnection_data();
    void theLastSuccessIsThatOfTheConnection();
    void aRunOfADeadProcessIsCancelledByTheNextOne();
    void aRunEndsOnce();
};

void AuditTest::entriesComeBackNewestFirst()
{
    Company company;
    const auto began = company.clock.now();
    appendThree(company);
    const auto entries = value(Audit(company.sql(), company.clock).list(-1));
    QCOMPARE(entries.size(), 3);
    QCOMPARE(entries.first().sequence, 3);
    const auto &oldest = entries.last();
    QCOMPARE(oldest.sequence, 1);
    QCOMPARE(oldest.at, began);
    QCOMPARE(oldest.actor.user, kAnna.user);
    QCOMPARE(oldest.actor.device, kAnna.device);
    QCOMPARE(toString(oldest.actor.source), toString(Source::User));
    QCOMPARE(oldest.action, u"update"_s);
    QCOMPARE(oldest.type, kCustomers);
    QCOMPARE(oldest.record, LocalId(u"tmp-a"_s));
    QCOMPARE(oldest.change, object(R"({"name": ["Åsa", "Bo"]})"));
}

void AuditTest::entriesAreFound_data()
{
    QTest::addColumn<int>("limit");
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("record");
    QTest::addColumn<int>("found");
    QTest::newRow("all of them") << -1 << u""_s << u""_s << 3;
    QTest::newRow("the newest two") << 2 << u""_s << u""_s << 2;
    QTest::newRow("those of one record") << -1 << u"customers"_s << u"tmp-a"_s << 2;
    QTest::newRow("none of another type") << -1 << u"articles"_s << u""_s << 0;
}

void AuditTest::entriesAreFound()
{
    QFETCH(int, limit);
    QFETCH(QString, type);
    QFETCH(QString, record);
    Company company;
    appendThree(company);
    const auto entries = value(Audit(company.sql(), company.clock).list(limit, EntityType(type), LocalId(record)));
    QTEST(int(entries.size()), "found");
}

// R-MON-03
void AuditTest::linesAreFoundByEveryFact_data()
{
    QTest::addColumn<AuditQuery>("query");
    QTest::addColumn<QString>("sequences");
    const auto at = [](int second) { return QDateTime::fromMSecsSinceEpoch(1'780'000'000'000 + second * 1000, Qt::UTC); };
    QTest::newRow("everything") << AuditQuery{} << u"4,3,2,1"_s;
    QTest::newRow("a word of a value, in any case") << AuditQuery{.text = u"åsa"_s} << u"3,2,1"_s;
    QTest::newRow("all words, of different facts") << AuditQuery{.text = u"ÅSA tmp-b"_s} << u"2"_s;
    QTest::newRow("a word that is nowhere") << AuditQuery{.text = u"Cia"_s} << u""_s;
    QTest::newRow("a type") << AuditQuery{.type = EntityType(u"articles"_s)} << u"4"_s;
    QTest::newRow("a record") << AuditQuery{.record = LocalId(u"tmp-a"_s)} << u"3,1"_s;
    QTest::newRow("a user") << AuditQuery{.user = UserId(u"bo@firm.se"_s)} << u"4"_s;
    QTest::newRow("an action") << AuditQuery{.action = u"create"_s} << u"4"_s;
    QTest::newRow("where it came from") << AuditQuery{.source = Source::Import} << u"4"_s;
    QTest::newRow("a time, its end left out") << AuditQuery{.from = at(1), .until = at(3)} << u"3,2"_s;
    QTest::newRow("hostile text") << AuditQuery{.text = u"' OR 1=1 --"_s} << u""_s;
}

void AuditTest::linesAreFoundByEveryFact()
{
    QFETCH(AuditQuery, query);
    Company company;
    Audit audit(company.sql(), company.clock);
    appendThree(company);
    const Actor bo{UserId(u"bo@firm.se"_s), DeviceId(u"phone"_s), Source::Import};
    company.write([&] { value(audit.append(bo, u"create"_s, EntityType(u"articles"_s), LocalId(u"tmp-c"_s), {})); });
    QStringList found;
    const auto entries = value(audit.find(query));
    for (const auto &entry : entries)
        found.append(QString::number(entry.sequence));
    QTEST(found.join(u','), "sequences");
}

void AuditTest::pagesGoOnByTheirLastLine()
{
    Company company;
    Audit audit(company.sql(), company.clock);
    appendThree(company);
    AuditQuery query{.record = LocalId(u"tmp-a"_s), .limit = 1};
    QCOMPARE(value(audit.find(query)).first().sequence, 3);
    query.before = 3;
    QCOMPARE(value(audit.find(query)).first().sequence, 1);
    query.before = 1;
    QCOMPARE(value(audit.find(query)).size(), 0);
}

//! The procedure of core/activity/README.md, with nothing of ours in it.
void AuditTest::anotherProgramCanVerifyTheExport()
{
    Company company;
    appendThree(company);
    QList<QByteArray> lines;
    value(Audit(company.sql(), company.clock).exportLines([&](const QByteArray &line) -> Result<> {
        lines.append(line);
        return {};
    }));
    QCOMPARE(lines.size(), 3);
    const auto sha256 = [](const QByteArray &bytes) {
        return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
    };
    QString previous;
    qint64 sequence = 0;
    for (const QByteArray &line : lines) {
        QJsonObject facts = QJsonDocument::fromJson(line).object();
        QCOMPARE(facts.value(u"sequence"_s).toInteger(), ++sequence);
        QCOMPARE(facts.value(u"previousHash"_s).toString(), previous);
        QCOMPARE(facts.value(u"payloadHash"_s).toString(), sha256(facts.value(u"payload"_s).toString().toUtf8()));
        previous = facts.value(u"hash"_s).toString();
        facts.remove(u"hash"_s);
        facts.remove(u"payload"_s);
        QCOMPARE(sha256(QJsonDocument(facts).toJson(QJsonDocument::Compact)), previous);
    }
    // An error of whoever takes the lines ends the export and comes back.
    QCOMPARE(codeOf(Audit(company.sql(), company.clock).exportLines([](const QByteArray &) -> Result<> {
                 return fail(ErrorKind::Storage, u"store.full"_s);
             })),
             u"store.full"_s);
}

void AuditTest::aSoundChainHasNothingWrong()
{
    Company company;
    QCOMPARE(value(Audit(company.sql(), company.clock).verify()), QStringList());
    appendThree(company);
    QCOMPARE(value(Audit(company.sql(), company.clock).verify()), QStringList());
    company.reopen();
    appendThree(company);
    QCOMPARE(value(Audit(company.sql(), company.clock).verify()), QStringList());
}

void AuditTest::aChangedRowIsNamed_data()
{
    QTest::addColumn<QByteArray>("tampering");
    QTest::addColumn<QStringList>("wrong");
    const auto row = [](const char *name, const char *tampering, const QStringList &wrong) {
        QTest::newRow(name) << QByteArray(tampering) << wrong;
    };
    row("another payload", "UPDATE audit SET payload = '{}' WHERE sequence = 2", {u"2: audit.payload"_s});
    row("another payload with its own hash",
        "UPDATE audit SET payload = '{}', "
        "payload_hash = '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a' WHERE sequence = 2",
        {u"2: audit.hash"_s});
    row("another user", "UPDATE audit SET user = 'eve' WHERE sequence = 1", {u"1: audit.hash"_s});
    row("another device", "UPDATE audit SET device = 'x' WHERE sequence = 1", {u"1: audit.hash"_s});
    row("another source", "UPDATE audit SET source = 'sync' WHERE sequence = 1", {u"1: audit.hash"_s});
    row("another action", "UPDATE audit SET action = 'delete' WHERE sequence = 3", {u"3: audit.hash"_s});
    row("another type", "UPDATE audit SET type = 'articles' WHERE sequence = 3", {u"3: audit.hash"_s});
    row("another record", "UPDATE audit SET record = 'tmp-c' WHERE sequence = 3", {u"3: audit.hash"_s});
    row("another time", "UPDATE audit SET at = at + 1 WHERE sequence = 3", {u"3: audit.hash"_s});
    row("another hash", "UPDATE audit SET hash = 'ff' WHERE sequence = 2", {u"2: audit.hash"_s, u"3: audit.link"_s});
    row("a row cut out of the middle", "DELETE FROM audit WHERE sequence = 2",
        {u"2-2: audit.missing"_s, u"3: audit.link"_s});
    row("rows cut off the end", "DELETE FROM audit WHERE sequence > 1", {u"2-3: audit.missing"_s});
    row("the first row cut off", "DELETE FROM audit WHERE sequence = 1", {u"1-1: audit.missing"_s, u"2: audit.link"_s});
}

void AuditTest::aChangedRowIsNamed()
{
    QFETCH(QByteArray, tampering);
    Company company;
    appendThree(company);
    value(company.sql().execute(tampering));
    QTEST(value(Audit(company.sql(), company.clock).verify()), "wrong");
}

void AuditTest::aPrunedPayloadLeavesTheChainSound()
{
    Company company;
    appendThree(company);
    value(company.sql().execute("UPDATE audit SET payload = NULL WHERE sequence < 3"));
    Audit audit(company.sql(), company.clock);
    QCOMPARE(value(audit.verify()), QStringList());
    QCOMPARE(value(audit.list(-1)).last().change, QJsonObject());
}

void AuditTest::writingOutsideATransactionIsRefused()
{
    Company company;
    const auto appended =
        Audit(company.sql(), company.clock).append(kAnna, u"create"_s, kCustomers, LocalId(u"tmp-a"_s), {});
    QCOMPARE(codeOf(appended), u"store.noTransaction"_s);
    QCOMPARE(company.number("SELECT count(*) FROM audit"), 0);
}

void AuditTest::changeNamesWhatDiffers_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QByteArray>("change");
    const auto row = [](const char *name, const char *before, const char *after, const char *change) {
        QTest::newRow(name) << QByteArray(before) << QByteArray(after) << QByteArray(change);
    };
    row("equal bodies have no change", R"({"a": 1})", R"({"a": 1})", "{}");
    row("a changed field has both values", R"({"a": 1, "b": 2})", R"({"a": 3, "b": 2})", R"({"a": [1, 3]})");
    row("a new field was null", "{}", R"({"a": 1})", R"({"a": [null, 1]})");
    row("a removed field is null", R"({"a": 1})", "{}", R"({"a": [1, null]})");
    row("equal rows are left out", R"({"rows": [{"rowId": "1", "x": 1}, {"rowId": "2"}]})",
        R"({"rows": [{"rowId": "1", "x": 2}, {"rowId": "2"}]})",
        R"({"rows": [[{"rowId": "1", "x": 1}], [{"rowId": "1", "x": 2}]]})");
    row("an added row stands alone", R"({"rows": [{"rowId": "1"}]})", R"({"rows": [{"rowId": "1"}, {"rowId": "2"}]})",
        R"({"rows": [[], [{"rowId": "2"}]]})");
    row("a removed row stands alone", R"({"rows": [{"rowId": "1"}, {"rowId": "2"}]})", R"({"rows": [{"rowId": "2"}]})",
        R"({"rows": [[{"rowId": "1"}], []]})");
    row("moved rows are named by their ids", R"({"rows": [{"rowId": "1", "x": 1}, {"rowId": "2"}]})",
        R"({"rows": [{"rowId": "2"}, {"rowId": "1", "x": 1}]})",
        R"({"rows": [[{"rowId": "1"}, {"rowId": "2"}], [{"rowId": "2"}, {"rowId": "1"}]]})");
    row("new rows are there once", "{}", R"({"rows": [{"rowId": "1"}]})", R"({"rows": [null, [{"rowId": "1"}]]})");
    row("other lists are values", R"({"tags": ["a"]})", R"({"tags": ["a", "b"]})", R"({"tags": [["a"], ["a", "b"]]})");
}

void AuditTest::changeNamesWhatDiffers()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QFETCH(QByteArray, change);
    QCOMPARE(changeBetween(object(before), object(after)), object(change));
}

void AuditTest::aCreationIsWrittenFromItsText_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("nothing") << QByteArray("{}");
    QTest::newRow("one field") << QByteArray(R"({"name":"Bo"})");
    QTest::newRow("texts with signs of JSON in them") << QByteArray(R"({"a":"x\",\\","b\":{,[":"}],:"})");
    QTest::newRow("rows within rows") << QByteArray(R"({"n":null,"rows":[{"a":[1,{}],"b":{"c":{}}}],"z":[]})");
}

void AuditTest::aCreationIsWrittenFromItsText()
{
    QFETCH(QByteArray, body);
    QCOMPARE(creationOf(body), toCanonicalJson(changeBetween({}, object(body))));
}

// R-SYN-09
void AuditTest::aRunIsKeptWithItsCounts()
{
    Company company;
    Runs runs(company.sql(), company.clock);
    const auto began = company.clock.now();
    const auto id = value(runs.start(ConnectionId(u"frostserver"_s), u"delta"_s));
    company.clock.advance(std::chrono::seconds(5));
    const RunCounts counts{.pulled = 1,
                           .created = 2,
                           .updated = 3,
                           .deleted = 4,
                           .merged = 5,
                           .pushed = 6,
                           .failed = 7,
                           .conflicts = 8,
                           .skipped = 9};
    const RunTally tally{{{EntityType(u"customers"_s), counts}, {EntityType(u"invoices"_s), {.pulled = 10}}}};
    value(runs.finish(id, RunState::Partial, tally, u"server.busy"_s));
    company.reopen();

    const auto listed = value(Runs(company.sql(), company.clock).list(-1));
    QCOMPARE(listed.size(), 1);
    QCOMPARE(listed.first().connection, ConnectionId(u"frostserver"_s));
    QCOMPARE(listed.first().mode, u"delta"_s);
    QCOMPARE(toString(listed.first().state), toString(RunState::Partial));
    QCOMPARE(listed.first().startedAt, began);
    QCOMPARE(listed.first().endedAt, began.addSecs(5));
    QCOMPARE(listed.first().counts.pulled, 11);
    QCOMPARE(listed.first().counts.skipped, 9);
    QCOMPARE(listed.first().tally.types, tally.types);
    QCOMPARE(listed.first().errorCode, u"server.busy"_s);
}

void AuditTest::aRunThatWaitedAndWasTakenForDeadBeginsAnew()
{
    Company company;
    Runs runs(company.sql(), company.clock);
    const ConnectionId server(u"frostserver"_s);
    const auto waiting = value(runs.queue(server, u"delta"_s));
    const auto other = value(runs.start(server, u"delta"_s)); // another process was quicker
    value(runs.finish(other, RunState::Done, {}, {}));
    const auto begun = value(runs.start(server, u"full"_s, waiting));
    QVERIFY(begun != waiting);
    const auto inTime = value(runs.queue(server, u"delta"_s));
    QCOMPARE(value(runs.start(server, u"full"_s, inTime)), inTime);
    const auto listed = value(runs.list(-1));
    QCOMPARE(toString(listed[0].state) + listed[0].mode, u"processingfull"_s);
    QCOMPARE(listed[1].errorCode, u"run.interrupted"_s);
    QCOMPARE(listed[3].errorCode, u"run.interrupted"_s);
}

void AuditTest::theLastSuccessIsThatOfTheConnection_data()
{
    QTest::addColumn<RunState>("state");
    QTest::addColumn<QString>("code");
    QTest::addColumn<bool>("counts");
    QTest::newRow("everything done") << RunState::Done << QString() << true;
    QTest::newRow("with conflicts") << RunState::Partial << QString() << true;
    QTest::newRow("with work that waits") << RunState::Partial << u"run.workLeft"_s << true;
    QTest::newRow("broken off half-way") << RunState::Partial << u"net.timeout"_s << false;
    QTest::newRow("failed") << RunState::Failed << u"net.timeout"_s << false;
    QTest::newRow("stopped") << RunState::Cancelled << u"run.stopped"_s << false;
}

void AuditTest::theLastSuccessIsThatOfTheConnection()
{
    QFETCH(RunState, state);
    QFETCH(QString, code);
    QFETCH(bool, counts);
    Company company;
    const ConnectionId server(u"frostserver"_s);
    Runs runs(company.sql(), company.clock);
    QVERIFY(!value(runs.lastSuccess(server)).isValid());
    value(runs.finish(value(runs.start(server, u"delta"_s)), RunState::Done, {}, {}));
    const auto first = company.clock.now();
    company.clock.advance(std::chrono::seconds(5));
    value(runs.finish(value(runs.start(server, u"delta"_s)), state, {}, code));
    company.clock.advance(std::chrono::seconds(5));
    value(runs.finish(value(runs.start(ConnectionId(u"shop"_s), u"delta"_s)), RunState::Done, {}, {}));
    QCOMPARE(value(runs.lastSuccess(server)), counts ? first.addSecs(5) : first);
}

void AuditTest::aRunOfADeadProcessIsCancelledByTheNextOne()
{
    Company company;
    const ConnectionId server(u"frostserver"_s);
    const ConnectionId shop(u"shop"_s);
    value(Runs(company.sql(), company.clock).start(server, u"delta"_s));
    value(Runs(company.sql(), company.clock).start(shop, u"delta"_s));
    company.reopen();

    Runs runs(company.sql(), company.clock);
    value(runs.start(server, u"full"_s));
    const auto listed = value(runs.list(-1));
    QCOMPARE(listed.size(), 3);
    QCOMPARE(toString(listed[0].state), toString(RunState::Processing));
    QCOMPARE(toString(listed[1].state), toString(RunState::Processing)); // another connection's run may be alive
    QCOMPARE(toString(listed[2].state), toString(RunState::Cancelled));
    QCOMPARE(listed[2].errorCode, u"run.interrupted"_s);
    QVERIFY(listed[2].endedAt.isValid());
    QCOMPARE(value(runs.list(1)).size(), 1);
}

void AuditTest::aRunEndsOnce()
{
    Company company;
    Runs runs(company.sql(), company.clock);
    const auto id = value(runs.start(ConnectionId(u"frostserver"_s), u"delta"_s));
    value(runs.finish(id, RunState::Done, {}, {}));
    QCOMPARE(codeOf(runs.finish(id, RunState::Failed, {}, u"late"_s)), u"run.unknown"_s);
    QCOMPARE(toString(value(runs.list(-1)).first().state), toString(RunState::Done));
}

QTEST_GUILESS_MAIN(AuditTest)
#include "audit_test.moc"
