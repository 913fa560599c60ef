// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/serverfixture.h"

#include <QtTest>

using namespace serverfixture;

//! What becomes of single operations: applied, in conflict, refused (R-SRV-01).
class ServerPushTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<Server>();
        m_anna = std::make_unique<Client>(*m_server, m_server->addUser(u"firm"_s, u"acme"_s, u"anna@firm.se"_s));
        m_bo = std::make_unique<Client>(*m_server, m_server->addUser(u"firm"_s, u"acme"_s, u"bo@firm.se"_s));
    }

    void aCreateGetsARealIdAndVersionOne()
    {
        const auto answer = m_anna->create(u"customers"_s, u"tmp-1"_s, customer(u"Ada"_s));
        QVERIFY(answer["success"_L1].toBool());
        QCOMPARE(answer["tempId"_L1].toString(), u"tmp-1"_s);
        QCOMPARE(answer["realId"_L1].toInteger(), 1);
        QCOMPARE(answer["version"_L1].toInteger(), 1);
        QCOMPARE(answer["entityType"_L1].toString(), u"customers"_s);
        const auto stored = m_bo->record(u"customers"_s, 1);
        QCOMPARE(stored["data"_L1]["name"_L1].toString(), u"Ada"_s);
        QCOMPARE(stored["updatedBy"_L1].toString(), u"anna@firm.se"_s);
        QCOMPARE(stored["operation"_L1].toString(), u"create"_s);
    }

    void serverDataIsAnsweredOnlyWhereItDiffersFromWhatWasSent()
    {
        const auto first = m_anna->create(u"customers"_s, u"tmp-1"_s, customer(u"  Ada "_s));
        QCOMPARE(first["serverData"_L1]["name"_L1].toString(), u"Ada"_s); // normalised
        const auto stored = m_anna->record(u"customers"_s, 1)["data"_L1].toObject();
        const auto second = m_anna->create(u"customers"_s, u"tmp-2"_s, stored);
        QVERIFY(second["success"_L1].toBool());
        QVERIFY(!second.contains("serverData"_L1));
    }

    void derivedFieldsAreTheServersOwn()
    {
        m_anna->create(u"customers"_s, u"tmp-1"_s, customer(u"Ada"_s));
        auto body = invoice(1, u"99.995"_s);
        body.insert(u"total"_s, u"1.00"_s);
        const auto answer = m_anna->create(u"invoices"_s, u"tmp-2"_s, body);
        QCOMPARE(answer["serverData"_L1]["total"_L1].toString(), u"125.00"_s);
    }

    // R-IDM-02
    void temporaryIdsInReferencesBecomeRealOnes_data()
    {
        QTest::addColumn<bool>("together");
        QTest::newRow("customer and invoice in one batch") << true;
        QTest::newRow("the customer in an earlier batch") << false;
    }
    void temporaryIdsInReferencesBecomeRealOnes()
    {
        QFETCH(bool, together);
        const auto parent = m_anna->operation(u"create"_s, u"customers"_s, u"tmp-c"_s, customer(u"Ada"_s));
        const auto child = m_anna->operation(u"create"_s, u"invoices"_s, u"tmp-i"_s, invoice(u"tmp-c"_s));
        QJsonObject answer;
        if (together) {
            answer = m_anna->pushAll({parent, child})["results"_L1][1].toObject();
        } else {
            m_anna->push(parent);
            m_server->restart();
            answer = m_anna->push(child);
        }
        QVERIFY(answer["success"_L1].toBool());
        QCOMPARE(answer["serverData"_L1]["customer"_L1].toString(), u"1"_s);
        QCOMPARE(m_bo->record(u"invoices"_s, 2)["data"_L1]["customer"_L1].toString(), u"1"_s);
    }

    void anUpdateWithTheCurrentVersionIsApplied()
    {
        m_anna->create(u"customers"_s, u"tmp-1"_s, customer(u"Ada"_s));
        const auto answer = m_bo->update(u"customers"_s, 1, 1, customer(u"Ada Lovelace"_s));
        QVERIFY(answer["success"_L1].toBool());
        QCOMPARE(answer["version"_L1].toInteger(), 2);
        const auto stored = m_anna->record(u"customers"_s, 1);
        QCOMPARE(stored["data"_L1]["name"_L1].toString(), u"Ada Lovelace"_s);
        QCOMPARE(stored["operation"_L1].toString(), u"update"_s);
        QCOMPARE(stored["updatedBy"_L1].toString(), u"bo@firm.se"_s);
    }

    void anUpdateMayNameTheRecordByItsTemporaryId()
    {
        m_anna->create(u"customers"_s, u"tmp-1"_s, customer(u"Ada"_s));
        const auto answer = m_anna->update(u"customers"_s, u"tmp-1"_s, 1, customer(u"Ada L"_s));
        QCOMPARE(answer["realId"_L1].toInteger(), 1);
        QCOMPARE(answer["version"_L1].toInteger(), 2);
    }

    void anUpdateThatChangesNothingWritesNothing()
    {
        m_anna->create(u"customers"_s, u"tmp-1"_s, customer(u"Ada"_s));
        const auto before = m_anna->everything();
        const auto stored = m_anna->record(u"customers"_s, 1)["data"_L1].toObject();
        const auto answer = m_bo->update(u"customers"_s, 1, 1, stored);
        QVERIFY(answer["success"_L1].toBool());
        QCOMPARE(answer["version"_L1].toInteger(), 1);
        QCOMPARE(m_anna->everything(), before);
    }

    // R-CON-01, R-CON-03
    void aStaleUpdateIsAConflictWithBothVersions()
    {
        m_anna->create(u"customers"_s, u"tmp-1"_s, customer(u"Ada"_s));
        m_bo->update(u"customers"_s, 1, 1, {{u"name"_s, u"Ada"_s}, {u"vatNumber"_s, u"SE556677889901"_s}});
        const auto before = m_anna->everything();
        const QJsonObject mine{{u"name"_s, u"Ada L"_s}, {u"phone"_s, u"070"_s}};
        const auto answer = m_anna->update(u"customers"_s, 1, 1, mine);
        QVERIFY(!answer["success"_L1].toBool());
        QVERIFY(answer["conflict"_L1].toBool());
        QCOMPARE(answer["realId"_L1].toInteger(), 1);
        QCOMPARE(answer["version"_L1].toInteger(), 2);
        const auto data = answer["conflictData"_L1].toObject();
        QCOMPARE(data["conflictType"_L1].toString(), u"version"_s);
        QCOMPARE(data["localData"_L1].toObject(), mine);
        QCOMPARE(data["serverData"_L1]["vatNumber"_L1].toString(), u"SE556677889901"_s);
        QCOMPARE(data["affectedFields"_L1].toArray(), (QJsonArray{u"name"_s, u"vatNumber"_s, u"phone"_s}));
        QCOMPARE(data["severity"_L1].toString(), u"high"_s);
        QCOMPARE(data["updatedBy"_L1].toString(), u"bo@firm.se"_s);
        QCOMPARE(m_anna->everything(), before);
    }

    // What the rules forbid may be gone once the client has merged; what cannot be read, nobody can merge.
    void aStaleUpdateThatBreaksRulesIsAConflict_data()
    {
        QTest::addColumn<QJsonObject>("change");
        QTest::addColumn<QString>("refusal"); // of the same update, were it not stale
        QTest::addColumn<bool>("isConflict");
        const auto row = [](const char *name, const QJsonObject &change, const QString &refusal,
                            bool isConflict = true) { QTest::newRow(name) << change << refusal << isConflict; };
        const QJsonObject huge{{u"rowId"_s, u"r1"_s},
                               {u"quantity"_s, u"99999999999"_s},
                               {u"price"_s, u"99999999999"_s},
                               {u"vat"_s, u"25"_s}};
        row("a required field is missing", {{u"invoiceDate"_s, QJsonValue()}}, u"record.invalid"_s);
        row("totals that cannot be computed", {{u"rows"_s, QJsonArray{huge}}}, u"record.invalid"_s);
        row("a reference to nothing", {{u"customer"_s, u"77"_s}}, u"reference.unknown"_s);
        row("another number", {{u"documentNumber"_s, u"77"_s}}, u"field.final"_s);
        row("a field that cannot be read", {{u"invoiceDate"_s, u"soon"_s}}, u"record.invalid"_s, false);
    }
    void aStaleUpdateThatBreaksRulesIsAConflict()
    {
        QFETCH(QJsonObject, change);
        QFETCH(QString, refusal);
        QFETCH(bool, isConflict);
        m_anna->create(u"customers"_s, u"tmp-1"_s, customer(u"Ada"_s));
        m_anna->create(u"invoices"_s, u"tmp-2"_s, invoice(1));
        m_bo->update(u"invoices"_s, 2, 1, invoice(1, u"200"_s));
        const auto before = m_anna->everything();
        QJsonObject mine = invoice(1);
        for (auto item = change.begin(); item != change.end(); ++item)
            mine.insert(item.key(), item.value());
        QCOMPARE(errorCode(m_anna->update(u"invoices"_s, 2, 2, mine)), refusal);
        const auto stale = m_anna->update(u"invoices"_s, 2, 1, mine);
        QCOMPARE(stale["conflict"_L1].toBool(), isConflict);
        if (isConflict)
            QCOMPARE(stale["conflictData"_L1]["localData"_L1].toObject(), mine);
        else
            QCOMPARE(errorCode(stale), refusal);
        QCOMPARE(m_anna->everything(), before);
    }

    void onlyFieldsThatTheClientChangedAreDisputed()
    {
        m_anna->create(u"customers"_s, u"tmp-1"_s, customer(u"Ada"_s));
        m_bo->update(u"customers"_s, 1, 1, {{u"name"_s, u"Ada"_s}, {u"vatNumber"_s, u"SE556677889901"_s}});
        const auto answer = m_anna->push(
            m_anna->operation(u"update"_s, u"customers"_s, 1, {{u"name"_s, u"Ada"_s}, {u"phone"_s, u"070"_s}},
                              {{u"baseVersion"_s, 1}, {u"changedFields"_s, QJsonArray{u"phone"_s}}}));
        const auto data = answer["conflictData"_L1].toObject();
        QCOMPARE(data["affectedFields"_L1].toArray(), QJsonArray{u"phone"_s});
        QCOMPARE(data["severity"_L1].toString(), u"low"_s);
    }

    // R-CON-02
    void twoWhoSayTheSameDoNotConflict()
    {
        m_anna->create(u"customers"_s, u"tmp-1"_s, customer(u"Ada"_s));
        m_bo->update(u"customers"_s, 1, 1, customer(u"Ada L"_s));
        const auto answer = m_anna->update(u"customers"_s, 1, 1, customer(u" Ada L "_s));
        QVERIFY(answer["success"_L1].toBool());
        QCOMPARE(answer["version"_L1].toInteger(), 2);
    }

    void deletesLeaveATombstoneAndMayBeRepeated()
    {
        m_anna->create(u"customers"_s, u"tmp-1"_s, customer(u"Ada"_s));
        const auto deleted = m_anna->remove(u"customers"_s, 1, 1);
        QVERIFY(deleted["success"_L1].toBool());
        QCOMPARE(deleted["version"_L1].toInteger(), 2);
        const auto again = m_bo->remove(u"customers"_s, 1, 1);
        QVERIFY(again["success"_L1].toBool());
        QCOMPARE(again["version"_L1].toInteger(), 2);
        const auto change = m_bo->everything()[0].toObject();
        QCOMPARE(change["operation"_L1].toString(), u"delete"_s);
        QCOMPARE(change["data"_L1].toObject(), QJsonObject());
    }

    // R-LOC-06: a hard delete travels like any other change.
    void whatIsErasedKeepsNothing_data()
    {
        QTest::addColumn<bool>("deletedBefore");
        QTest::addColumn<qint64>("base");
        QTest::addColumn<bool>("erased");
        QTest::newRow("a record and its deletion at once") << false << qint64(2) << true;
        QTest::newRow("a tombstone") << true << qint64(3) << true;
        QTest::newRow("a tombstone whose version was not seen: it is deleted all the same") << true << qint64(1) << true;
        QTest::newRow("a record that somebody has edited since is asked about") << false << qint64(1) << false;
    }
    void whatIsErasedKeepsNothing()
    {
        QFETCH(bool, deletedBefore);
        QFETCH(qint64, base);
        QFETCH(bool, erased);
        m_anna->create(u"customers"_s, u"tmp-1"_s, customer(u"Ada"_s, u"C-1"_s));
        m_bo->update(u"customers"_s, 1, 1, customer(u"Ada L"_s, u"C-1"_s));
        if (deletedBefore)
            m_bo->remove(u"customers"_s, 1, 2);
        const auto erase = [&](qint64 version) {
            return m_anna->push(m_anna->operation(u"delete"_s, u"customers"_s, 1, {}, {{u"baseVersion"_s, version}, {u"erase"_s, true}}));
        };
        const auto answer = erase(base);
        QCOMPARE(answer["success"_L1].toBool(), erased);
        const auto change = m_bo->everything()[0].toObject();
        QCOMPARE(change["erased"_L1].toBool(), erased);
        QCOMPARE(change.contains("erased"_L1), erased);
        if (!erased)
            return;
        QCOMPARE(change["version"_L1].toInteger(), deletedBefore ? 4 : 3);
        QCOMPARE(erase(change["version"_L1].toInteger())["version"_L1], change["version"_L1]); // once
        QVERIFY(m_bo->create(u"customers"_s, u"tmp-2"_s, customer(u"Bo"_s, u"C-1"_s))["success"_L1].toBool()); // its number is free
        const auto back = m_bo->update(u"customers"_s, 1, change["version"_L1].toInteger(), customer(u"Ada"_s));
        QVERIFY(back["success"_L1].toBool()); // by whoever has it still, and has seen that it is gone
        QVERIFY(!m_bo->record(u"customers"_s, 1).contains("erased"_L1));
    }
    void whatWasInTheBooksIsKept()
    {
        m_anna->create(u"customers"_s, u"tmp-1"_s, customer(u"Ada"_s));
        auto booked = invoice(1);
        booked.insert(u"booked"_s, true);
        QVERIFY(m_anna->create(u"invoices"_s, u"tmp-2"_s, booked)["success"_L1].toBool());
        const auto refused = m_anna->push(m_anna->operation(u"delete"_s, u"invoices"_s, 2, {}, {{u"baseVersion"_s, 1}, {u"erase"_s, true}}));
        QCOMPARE(errorCode(refused), u"record.closed"_s);
        QCOMPARE(m_bo->record(u"invoices"_s, 2)["operation"_L1].toString(), u"create"_s);
    }
    void onlyADeleteErases()
    {
        m_anna->create(u"customers"_s, u"tmp-1"_s, customer(u"Ada"_s));
        const auto refused = m_anna->push(m_anna->operation(u"update"_s, u"customers"_s, 1, customer(u"Ada"_s), {{u"baseVersion"_s, 1}, {u"erase"_s, true}}));
        QCOMPARE(errorCode(refused), u"operation.malformed"_s);
    }

    void aDeleteAgainstAnEditIsAConflict()
    {
        m_anna->create(u"customers"_s, u"tmp-1"_s, customer(u"Ada"_s));
        m_bo->update(u"customers"_s, 1, 1, customer(u"Ada L"_s));
        const auto data = m_anna->remove(u"customers"_s, 1, 1)["conflictData"_L1].toObject();
        QCOMPARE(data["conflictType"_L1].toString(), u"deletion"_s);
        QCOMPARE(data["serverData"_L1]["name"_L1].toString(), u"Ada L"_s);
        QVERIFY(data["localData"_L1].isNull());
        QVERIFY(data["severity"_L1].toString() != u"low"_s);
    }

    void anEditAgainstADeleteIsAConflict()
    {
        m_anna->create(u"customers"_s, u"tmp-1"_s, customer(u"Ada"_s));
        m_bo->remove(u"customers"_s, 1, 1);
        const auto answer = m_anna->update(u"customers"_s, 1, 1, customer(u"Ada L"_s));
        QCOMPARE(answer["version"_L1].toInteger(), 2);
        QCOMPARE(answer["conflictData"_L1]["conflictType"_L1].toString(), u"deletion"_s);
        QVERIFY(answer["conflictData"_L1]["serverData"_L1].isNull());
    }

    // Whoever names the tombstone's version has seen the deletion: "keep mine" in a conflict.
    void anUpdateBasedOnTheTombstoneRestoresTheRecord()
    {
        m_anna->create(u"customers"_s, u"tmp-1"_s, customer(u"Ada"_s, u"C-1"_s));
        m_bo->remove(u"customers"_s, 1, 1);
        const auto restored = m_anna->update(u"customers"_s, 1, 2, customer(u"Ada"_s, u"C-1"_s));
        QVERIFY(restored["success"_L1].toBool());
        QCOMPARE(restored["version"_L1].toInteger(), 3);
        QCOMPARE(m_bo->record(u"customers"_s, 1)["operation"_L1].toString(), u"update"_s);
        // It has its natural key again; a second time the key may be somebody else's.
        QVERIFY(m_bo->create(u"customers"_s, u"tmp-2"_s, customer(u"Bo"_s, u"C-1"_s))["conflict"_L1].toBool());
        m_bo->remove(u"customers"_s, 1, 3);
        m_bo->create(u"customers"_s, u"tmp-3"_s, customer(u"Bo"_s, u"C-1"_s));
        const auto late = m_anna->update(u"customers"_s, 1, 4, customer(u"Ada"_s, u"C-1"_s));
        QCOMPARE(late["conflictData"_L1]["conflictType"_L1].toString(), u"duplicate-key"_s);
    }

    void anUnknownIdIsAMissingEntity_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::newRow("update") << u"update"_s;
        QTest::newRow("delete") << u"delete"_s;
    }
    void anUnknownIdIsAMissingEntity()
    {
        QFETCH(QString, kind);
        m_anna->create(u"articles"_s, u"tmp-1"_s, {{u"description"_s, u"Screw"_s}}); // id 1, of another type
        for (const qint64 id : {1, 99}) {
            const auto answer =
                m_anna->push(m_anna->operation(kind, u"customers"_s, id, customer(u"Ada"_s), {{u"baseVersion"_s, 1}}));
            QVERIFY(answer["conflict"_L1].toBool());
            QCOMPARE(answer["conflictData"_L1]["conflictType"_L1].toString(), u"missing-entity"_s);
        }
    }

    void aNaturalKeyBelongsToOneLiveRecord()
    {
        m_anna->create(u"customers"_s, u"tmp-1"_s, customer(u"Ada"_s, u"C-7"_s));
        const auto second = m_bo->create(u"customers"_s, u"tmp-2"_s, customer(u"Bertil"_s, u"C-7"_s));
        QCOMPARE(second["realId"_L1].toInteger(), 1);
        QCOMPARE(second["conflictData"_L1]["conflictType"_L1].toString(), u"duplicate-key"_s);
        QCOMPARE(second["conflictData"_L1]["serverData"_L1]["name"_L1].toString(), u"Ada"_s);
        // Given up by an update or a delete, it is free again.
        m_anna->update(u"customers"_s, 1, 1, customer(u"Ada"_s, u"C-8"_s));
        QVERIFY(m_bo->create(u"customers"_s, u"tmp-3"_s, customer(u"Bertil"_s, u"C-7"_s))["success"_L1].toBool());
        m_anna->remove(u"customers"_s, 1, 2);
        QVERIFY(m_bo->create(u"customers"_s, u"tmp-4"_s, customer(u"Cesar"_s, u"C-8"_s))["success"_L1].toBool());
        const auto renamed = m_bo->update(u"customers"_s, 2, 1, customer(u"Bertil"_s, u"C-8"_s));
        QCOMPARE(renamed["conflictData"_L1]["conflictType"_L1].toString(), u"duplicate-key"_s);
    }

    void operationsAreRefusedOneByOne_data()
    {
        QTest::addColumn<QJsonObject>("change");
        QTest::addColumn<QString>("code");
        const auto row = [](const char *name, const QJsonObject &change, const QString &code) {
            QTest::newRow(name) << change << code;
        };
        row("an operation that is none", {{u"operation"_s, u"upsert"_s}}, u"operation.unknown"_s);
        row("a type the company does not have", {{u"entityType"_s, u"spaceships"_s}}, u"type.unknown"_s);
        row("no type", {{u"entityType"_s, QJsonValue()}}, u"operation.malformed"_s);
        row("no id", {{u"entityId"_s, u""_s}}, u"operation.malformed"_s);
        row("a create under a number", {{u"entityId"_s, 12}}, u"operation.malformed"_s);
        row("an id with control characters", {{u"entityId"_s, u"tmp\n1"_s}}, u"operation.malformed"_s);
        row("an endless id", {{u"entityId"_s, QString(201, u'x')}}, u"operation.malformed"_s);
        row("data that is a list", {{u"data"_s, QJsonArray()}}, u"operation.malformed"_s);
        row("a version that is no number", {{u"baseVersion"_s, u"1"_s}}, u"operation.malformed"_s);
        row("half a timestamp", {{u"timestamp"_s, 1.5}}, u"operation.malformed"_s);
        row("changed fields that are no names", {{u"changedFields"_s, QJsonArray{1}}}, u"operation.malformed"_s);
        row("a required field is missing", {{u"data"_s, QJsonObject{{u"note"_s, u"x"_s}}}}, u"record.invalid"_s);
        row("a field of the wrong type", {{u"data"_s, QJsonObject{{u"name"_s, QJsonObject()}}}}, u"record.invalid"_s);
        row("a choice that is none", {{u"data"_s, QJsonObject{{u"name"_s, u"x"_s}, {u"type"_s, u"alien"_s}}}},
            u"record.invalid"_s);
        row("an update without version and time", {{u"operation"_s, u"update"_s}, {u"timestamp"_s, QJsonValue()}},
            u"operation.malformed"_s);
        row("an unknown reference", {{u"entityType"_s, u"invoices"_s}, {u"data"_s, invoice(77)}},
            u"reference.unknown"_s);
        row("an unknown temporary reference", {{u"entityType"_s, u"invoices"_s}, {u"data"_s, invoice(u"tmp-77"_s)}},
            u"reference.unknown"_s);
        row("a reference to another type", {{u"entityType"_s, u"invoices"_s}, {u"data"_s, invoice(1)}},
            u"reference.unknown"_s);
    }
    void operationsAreRefusedOneByOne()
    {
        QFETCH(QJsonObject, change);
        QFETCH(QString, code);
        m_anna->create(u"articles"_s, u"tmp-a"_s, {{u"description"_s, u"Screw"_s}});
        const auto before = m_anna->everything();
        const auto bad = m_anna->operation(u"create"_s, u"customers"_s, u"tmp-x"_s, customer(u"Ada"_s), change);
        const auto good = m_anna->operation(u"create"_s, u"customers"_s, u"tmp-y"_s, customer(u"Bo"_s));
        const auto answer = m_anna->pushAll({bad, good});
        QCOMPARE(answer["processed"_L1].toInteger(), 1);
        QCOMPARE(answer["failed"_L1].toInteger(), 1);
        QVERIFY(!answer["success"_L1].toBool());
        const auto refused = answer["results"_L1][0].toObject();
        QCOMPARE(errorCode(refused), code);
        QVERIFY(!refused["error"_L1]["message"_L1].toString().isEmpty());
        QCOMPARE(refused["retryable"_L1].toBool(true), false);
        auto after = m_anna->everything();
        after.removeLast(); // Bo
        QCOMPARE(after, before);
    }

    void aNewReferenceToADeletedRecordIsRefusedAnOldOneStays()
    {
        m_anna->create(u"customers"_s, u"tmp-1"_s, customer(u"Ada"_s));
        m_anna->create(u"invoices"_s, u"tmp-2"_s, invoice(1));
        m_anna->remove(u"customers"_s, 1, 1);
        QCOMPARE(errorCode(m_anna->create(u"invoices"_s, u"tmp-3"_s, invoice(1))), u"reference.deleted"_s);
        auto body = m_anna->record(u"invoices"_s, 2)["data"_L1].toObject();
        body.insert(u"note"_s, u"paid"_s);
        QVERIFY(m_anna->update(u"invoices"_s, 2, 1, body)["success"_L1].toBool());
    }

    void aRecordMayNotGrowWithoutBound()
    {
        QJsonArray rows;
        const QString text(60'000, u'x');
        for (int i = 0; i < 80; ++i)
            rows.append(QJsonObject{{u"rowId"_s, QString::number(i)}, {u"description"_s, text}});
        m_anna->create(u"customers"_s, u"tmp-1"_s, customer(u"Ada"_s));
        auto body = invoice(1);
        body.insert(u"rows"_s, rows);
        QCOMPARE(errorCode(m_anna->create(u"invoices"_s, u"tmp-2"_s, body)), u"record.tooLarge"_s);
    }

    void unknownFieldsOfNewerVersionsAreKept()
    {
        auto body = customer(u"Ada"_s);
        body.insert(u"shoeSize"_s, 38);
        m_anna->create(u"customers"_s, u"tmp-1"_s, body);
        QCOMPARE(m_bo->record(u"customers"_s, 1)["data"_L1]["shoeSize"_L1].toInt(), 38);
    }

    void severalEditsOfOneRecordInABatchFollowEachOther()
    {
        const auto answer = m_anna->pushAll(
            {m_anna->operation(u"create"_s, u"customers"_s, u"tmp-1"_s, customer(u"A"_s)),
             m_anna->operation(u"update"_s, u"customers"_s, u"tmp-1"_s, customer(u"AB"_s), {{u"baseVersion"_s, 1}}),
             m_anna->operation(u"update"_s, u"customers"_s, u"tmp-1"_s, customer(u"ABC"_s), {{u"baseVersion"_s, 2}}),
             m_anna->operation(u"delete"_s, u"customers"_s, u"tmp-1"_s, {}, {{u"baseVersion"_s, 3}})});
        QCOMPARE(answer["processed"_L1].toInteger(), 4);
        QCOMPARE(answer["results"_L1][3]["version"_L1].toInteger(), 4);
        QCOMPARE(m_anna->everything().size(), 1);
    }

private:
    std::unique_ptr<Server> m_server;
    std::unique_ptr<Client> m_anna;
    std::unique_ptr<Client> m_bo;
};

QTEST_GUILESS_MAIN(ServerPushTest)
#include "server_push_test.moc"
