// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/serverfixture.h"

#include <QtTest>

using namespace serverfixture;

//! Document numbers are given once, without gaps, whatever else happens (R-SRV-01).
class ServerNumberingTest : public QObject
{
    Q_OBJECT

    QJsonObject createInvoice(const QString &tempId, const QJsonObject &more = {})
    {
        return m_client->create(u"invoices"_s, tempId, invoiceWith(more));
    }
    static QJsonObject invoiceWith(const QJsonObject &more)
    {
        auto body = invoice(1);
        for (auto item = more.begin(); item != more.end(); ++item)
            body.insert(item.key(), item.value());
        return body;
    }
    static QString numberOf(const QJsonObject &answer)
    {
        return answer["serverData"_L1]["documentNumber"_L1].toString();
    }

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<Server>();
        m_client = std::make_unique<Client>(*m_server, m_server->addUser(u"firm"_s, u"acme"_s, u"anna@firm.se"_s));
        m_client->create(u"customers"_s, u"tmp-c"_s, customer(u"Ada"_s));
    }

    void numbersFollowEachOtherInEverySeries()
    {
        QCOMPARE(numberOf(createInvoice(u"tmp-1"_s)), u"1"_s);
        QCOMPARE(numberOf(createInvoice(u"tmp-2"_s)), u"2"_s);
        QCOMPARE(numberOf(createInvoice(u"tmp-3"_s, {{u"series"_s, u"B"_s}})), u"1"_s);
        const auto order =
            m_client->create(u"orders"_s, u"tmp-4"_s,
                             {{u"customer"_s, 1}, {u"orderDate"_s, u"2026-03-01"_s}, {u"currency"_s, u"SEK"_s}});
        QCOMPARE(numberOf(order), u"1"_s);
        QCOMPARE(numberOf(createInvoice(u"tmp-5"_s)), u"3"_s);
    }

    void vouchersCountByFinancialYear()
    {
        const auto voucher = [this](const QString &tempId, const QString &year) {
            const QJsonArray rows{QJsonObject{{u"rowId"_s, u"1"_s}, {u"account"_s, u"1910"_s}, {u"debit"_s, u"5"_s}},
                                  QJsonObject{{u"rowId"_s, u"2"_s}, {u"account"_s, u"3000"_s}, {u"credit"_s, u"5"_s}}};
            const auto answer = m_client->create(u"vouchers"_s, tempId,
                                                 {{u"series"_s, u"A"_s},
                                                  {u"financialYear"_s, year},
                                                  {u"transactionDate"_s, u"2026-01-02"_s},
                                                  {u"description"_s, u"Cash"_s},
                                                  {u"rows"_s, rows}});
            return answer["serverData"_L1]["number"_L1].toString();
        };
        QCOMPARE(voucher(u"tmp-1"_s, u"2025"_s), u"1"_s);
        QCOMPARE(voucher(u"tmp-2"_s, u"2025"_s), u"2"_s);
        QCOMPARE(voucher(u"tmp-3"_s, u"2026"_s), u"1"_s);
    }

    void refusedAndConflictingOperationsUseUpNoNumber()
    {
        QCOMPARE(numberOf(createInvoice(u"tmp-1"_s)), u"1"_s);
        QVERIFY(!createInvoice(u"tmp-2"_s, {{u"customer"_s, 99}})["success"_L1].toBool()); // unknown reference
        QVERIFY(!createInvoice(u"tmp-3"_s, {{u"invoiceDate"_s, u"soon"_s}})["success"_L1].toBool()); // invalid
        QVERIFY(!createInvoice(u"tmp-1"_s, {{u"note"_s, u"other"_s}})["success"_L1].toBool());       // conflict
        QVERIFY(createInvoice(u"tmp-1"_s)["success"_L1].toBool());                                   // repeated
        QCOMPARE(numberOf(createInvoice(u"tmp-4"_s)), u"2"_s);
    }

    void anIsolatedFaultUsesUpNoNumber()
    {
        m_server->restart();
        m_server->sabotage(u"firm"_s, "CREATE TRIGGER fault BEFORE INSERT ON idempotency WHEN NEW.key = 'k1' "
                                      "BEGIN SELECT RAISE(ABORT, 'planted'); END");
        const auto answer = m_client->pushAll(
            {m_client->operation(u"create"_s, u"invoices"_s, u"tmp-1"_s, invoice(1), {{u"idempotencyKey"_s, u"k1"_s}}),
             m_client->operation(u"create"_s, u"invoices"_s, u"tmp-2"_s, invoice(1),
                                 {{u"idempotencyKey"_s, u"k2"_s}})});
        QCOMPARE(answer["processed"_L1].toInteger(), 1);
        QCOMPARE(numberOf(answer["results"_L1][1].toObject()), u"1"_s);
        QCOMPARE(answer["results"_L1][1]["realId"_L1].toInteger(), 2);
    }

    void aNumberIsFinal()
    {
        createInvoice(u"tmp-1"_s);
        const auto unnumbered = m_client->update(
            u"invoices"_s, 2, 1, invoiceWith({{u"note"_s, u"the client has not heard of its number"_s}}));
        QVERIFY(unnumbered["success"_L1].toBool());
        QCOMPARE(numberOf(unnumbered), u"1"_s);
        const auto renumbered = m_client->update(u"invoices"_s, 2, 2, invoiceWith({{u"documentNumber"_s, u"5"_s}}));
        QCOMPARE(errorCode(renumbered), u"field.final"_s);
        auto onlyTheNumber = m_client->record(u"invoices"_s, 2)["data"_L1].toObject();
        onlyTheNumber.insert(u"documentNumber"_s, u"5"_s);
        QCOMPARE(errorCode(m_client->update(u"invoices"_s, 2, 2, onlyTheNumber)), u"field.final"_s);
        QCOMPARE(m_client->record(u"invoices"_s, 2)["data"_L1]["documentNumber"_L1].toString(), u"1"_s);
    }

    void aProvisionalNumberIsNone()
    {
        QCOMPARE(numberOf(createInvoice(u"tmp-1"_s, {{u"documentNumber"_s, u"1043*"_s}})), u"1"_s);
        QVERIFY(m_client
                    ->update(u"invoices"_s, 2, 1,
                             invoiceWith({{u"documentNumber"_s, u"1043*"_s}, {u"note"_s, u"x"_s}}))["success"_L1]
                    .toBool());
    }

    void importedDocumentsKeepTheirsAndTheSeriesGoesOnAfterThem()
    {
        const auto imported = createInvoice(u"tmp-1"_s, {{u"documentNumber"_s, u"536365"_s}});
        QVERIFY(imported["success"_L1].toBool());
        createInvoice(u"tmp-2"_s, {{u"documentNumber"_s, u"C7"_s}});
        createInvoice(u"tmp-3"_s, {{u"documentNumber"_s, u"99999999999999999999"_s}});
        QCOMPARE(numberOf(createInvoice(u"tmp-4"_s)), u"536366"_s);
        const auto twice = createInvoice(u"tmp-5"_s, {{u"documentNumber"_s, u"536365"_s}});
        QCOMPARE(twice["conflictData"_L1]["conflictType"_L1].toString(), u"duplicate-key"_s);
        QCOMPARE(twice["realId"_L1].toInteger(), 2);
    }

private:
    std::unique_ptr<Server> m_server;
    std::unique_ptr<Client> m_client;
};

QTEST_GUILESS_MAIN(ServerNumberingTest)
#include "server_numbering_test.moc"
