// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/schema.h"
#include "schemafixture.h"

#include <QJsonArray>
#include <QTest>

using namespace frost;
using namespace frost::test;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(frost::Importance)

class SchemaTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // R-LOC-08
    void accountingHasTheStoresOfTheDesign()
    {
        const auto schema = Schema::load({u"accounting"_s});
        QVERIFY(schema);
        QStringList types = names(schema->types());
        types.sort();
        QCOMPARE(types, (QStringList{u"accounts"_s, u"articles"_s, u"bookClosings"_s, u"costCenters"_s, u"customers"_s,
                                     u"invoicePayments"_s, u"invoices"_s, u"orders"_s, u"projects"_s,
                                     u"supplierInvoices"_s, u"suppliers"_s, u"vouchers"_s}));
    }
    void veterinaryHasTheStoresOfDocument002()
    {
        const auto schema = Schema::load({u"veterinary"_s});
        QVERIFY(schema);
        QCOMPARE(names(schema->types()), (QStringList{u"clients"_s, u"practitioners"_s, u"pets"_s, u"appointments"_s,
                                                      u"soapNotes"_s, u"invoices"_s}));
    }
    void commerceHasTheStoresOfDocuments003And004()
    {
        const auto schema = Schema::load({u"commerce"_s});
        QVERIFY(schema);
        QCOMPARE(names(schema->types()),
                 (QStringList{u"customers"_s, u"products"_s, u"inventory"_s, u"orders"_s}));
    }

    void fields_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QStringList>("required");
        QTest::addColumn<QStringList>("derived");
        QTest::addColumn<QStringList>("critical");
        const QStringList none;
        const QStringList totals{u"net"_s, u"vatTotal"_s, u"roundOff"_s, u"total"_s};
        QTest::newRow("customers") << u"customers"_s << QStringList{u"name"_s} << none << none;
        QTest::newRow("suppliers: bank details are critical")
            << u"suppliers"_s << QStringList{u"name"_s} << none
            << QStringList{u"bankgiro"_s, u"plusgiro"_s, u"iban"_s, u"bic"_s};
        QTest::newRow("articles") << u"articles"_s << QStringList{u"description"_s} << none << none;
        QTest::newRow("accounts") << u"accounts"_s << QStringList{u"number"_s, u"description"_s} << none << none;
        QTest::newRow("invoices: booked and cancelled are critical")
            << u"invoices"_s << QStringList{u"customer"_s, u"invoiceDate"_s, u"currency"_s}
            << QStringList{u"ocr"_s} + totals << QStringList{u"booked"_s, u"cancelled"_s};
        QTest::newRow("invoice payments")
            << u"invoicePayments"_s << QStringList{u"invoice"_s, u"amount"_s, u"paymentDate"_s} << none
            << QStringList{u"booked"_s};
        QTest::newRow("supplier invoices: where the money goes is critical")
            << u"supplierInvoices"_s << QStringList{u"supplier"_s} << none
            << QStringList{u"ocr"_s, u"booked"_s, u"cancelled"_s};
        QTest::newRow("vouchers") << u"vouchers"_s << QStringList{u"series"_s, u"transactionDate"_s, u"description"_s}
                                  << none << none;
        QTest::newRow("closed periods") << u"bookClosings"_s << QStringList{u"closedTo"_s} << none << none;
        QTest::newRow("orders") << u"orders"_s << QStringList{u"customer"_s, u"orderDate"_s, u"currency"_s} << totals
                                << QStringList{u"cancelled"_s};
    }
    void fields()
    {
        QFETCH(QString, type);
        QStringList required;
        QStringList derived;
        QStringList critical;
        for (const Field &field : entity(u"accounting"_s, type).fields) {
            if (field.required)
                required.append(field.name);
            if (field.derived)
                derived.append(field.name);
            if (field.importance == Importance::Critical)
                critical.append(field.name);
        }
        QTEST(required, "required");
        QTEST(derived, "derived");
        QTEST(critical, "critical");
    }

    // R-CON-03; UX.md 1.2 F
    void importance_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QStringList>("path");
        QTest::addColumn<Importance>("importance");
        QTest::newRow("a note") << u"invoices"_s << QStringList{u"note"_s} << Importance::Metadata;
        QTest::newRow("a phone number") << u"customers"_s << QStringList{u"phone"_s} << Importance::Metadata;
        QTest::newRow("an e-mail address") << u"customers"_s << QStringList{u"email"_s} << Importance::Normal;
        QTest::newRow("payment terms") << u"invoices"_s << QStringList{u"termsOfPayment"_s} << Importance::Normal;
        QTest::newRow("a reference") << u"invoices"_s << QStringList{u"yourReference"_s} << Importance::Normal;
        QTest::newRow("the customer") << u"invoices"_s << QStringList{u"customer"_s} << Importance::Important;
        QTest::newRow("the due date") << u"invoices"_s << QStringList{u"dueDate"_s} << Importance::Important;
        QTest::newRow("a quantity") << u"invoices"_s << QStringList{u"rows"_s, u"quantity"_s} << Importance::Important;
        QTest::newRow("a price") << u"invoices"_s << QStringList{u"rows"_s, u"price"_s} << Importance::Important;
        QTest::newRow("VAT") << u"invoices"_s << QStringList{u"rows"_s, u"vat"_s} << Importance::Important;
        QTest::newRow("an account") << u"invoices"_s << QStringList{u"rows"_s, u"account"_s} << Importance::Important;
        QTest::newRow("a row's text") << u"invoices"_s << QStringList{u"rows"_s, u"description"_s}
                                      << Importance::Normal;
        QTest::newRow("a paid amount") << u"invoicePayments"_s << QStringList{u"amount"_s} << Importance::Important;
    }
    void importance()
    {
        QFETCH(QString, type);
        QFETCH(QStringList, path);
        const Field *field = entity(u"accounting"_s, type).field(path.first());
        QVERIFY(field);
        if (path.size() > 1) {
            const auto inner = std::find_if(field->fields.begin(), field->fields.end(),
                                            [&path](const Field &known) { return known.name == path.last(); });
            QVERIFY(inner != field->fields.end());
            field = &*inner;
        }
        QTEST(field->importance, "importance");
    }

    void kindsOfMoney()
    {
        const EntitySchema &invoices = entity(u"accounting"_s, u"invoices"_s);
        QCOMPARE(invoices.field(u"total")->kind, FieldKind::Amount);
        const auto &rows = invoices.field(u"rows")->fields;
        const auto kindOf = [&rows](QStringView name) {
            return std::find_if(rows.begin(), rows.end(), [name](const Field &field) { return field.name == name; })
                ->kind;
        };
        QCOMPARE(kindOf(u"price"), FieldKind::Decimal);
        QCOMPARE(kindOf(u"total"), FieldKind::Amount);
        QCOMPARE(kindOf(u"account"), FieldKind::Text);
        QCOMPARE(kindOf(u"article"), FieldKind::Reference);
    }

    void declarationsAreRead()
    {
        const EntitySchema &invoices = entity(u"accounting"_s, u"invoices"_s);
        QCOMPARE(invoices.title, u"documentNumber"_s);
        QCOMPARE(invoices.seriesField, u"series"_s);
        QCOMPARE(invoices.naturalKey, (QStringList{u"series"_s, u"documentNumber"_s}));
        QVERIFY(invoices.field(u"documentNumber")->assignedByRemote);
        QVERIFY(invoices.search.contains(u"rows.description"_s));
        QVERIFY(invoices.searchedFields.contains(u"rows.description"_s));
        QCOMPARE(invoices.searchedThrough, QStringList{u"customer"_s});
        QVERIFY(invoices.linkedGroups.contains(QStringList{u"rows.vat"_s, u"rows.account"_s}));
        QVERIFY(invoices.linkedGroups.contains(QStringList{u"currency"_s, u"currencyRate"_s}));
        QVERIFY(invoices.linkedGroups.contains(QStringList{u"termsOfPayment"_s, u"dueDate"_s}));
        QVERIFY(!invoices.field(u"balance"));
        QVERIFY(!invoices.field(u"nothing"));
        QVERIFY(!invoices.mergeAsUnit);
        QVERIFY(entity(u"accounting"_s, u"vouchers"_s).mergeAsUnit);
        QCOMPARE(entity(u"accounting"_s, u"customers"_s).version, 3); // what corrects a voucher, closed periods
    }
    void everyReferenceHasAnIndex()
    {
        for (const QString &pack : {u"accounting"_s, u"commerce"_s, u"veterinary"_s}) {
            const auto schema = Schema::load({pack});
            for (const EntityType &type : schema->types()) {
                const EntitySchema *entity = schema->find(type);
                QStringList paths;
                for (const Field &field : entity->fields) {
                    if (field.kind == FieldKind::Reference)
                        paths.append(field.name);
                    for (const Field &inner : field.fields) {
                        if (inner.kind == FieldKind::Reference)
                            paths.append(field.name + u'.' + inner.name);
                    }
                }
                for (const QString &path : std::as_const(paths)) {
                    const bool indexed =
                        std::any_of(entity->indexes.begin(), entity->indexes.end(), [&path](const auto &index) {
                            return index.fields == QStringList{path} && index.multiEntry == path.contains(u'.');
                        });
                    QVERIFY2(indexed, qPrintable(type.toString() + u'.' + path));
                }
            }
        }
    }
    // R-QUE-05
    void referredTypesComeFirst()
    {
        for (const QString &pack : {u"accounting"_s, u"commerce"_s, u"veterinary"_s}) {
            const auto schema = Schema::load({pack});
            for (const EntityType &type : schema->types()) {
                for (const auto &[referrer, path] : schema->referrers(type))
                    QVERIFY2(schema->rank(referrer) > schema->rank(type),
                             qPrintable(referrer.toString() + u'.' + path));
            }
        }
    }
    void referrersNameTypesAndPaths()
    {
        const auto schema = Schema::load({u"accounting"_s});
        const auto referrers = schema->referrers(EntityType(u"articles"_s));
        QCOMPARE(referrers.size(), 2);
        QVERIFY(referrers.contains(std::pair(EntityType(u"invoices"_s), u"rows.article"_s)));
        QVERIFY(referrers.contains(std::pair(EntityType(u"orders"_s), u"rows.article"_s)));
        QCOMPARE(schema->referrers(EntityType(u"invoices"_s)),
                 (QList{std::pair(EntityType(u"invoicePayments"_s), u"invoice"_s)}));
    }
    void unknownTypesAreUnknown()
    {
        const auto schema = Schema::load({u"accounting"_s});
        QVERIFY(!schema->find(EntityType(u"pets"_s)));
        QCOMPARE(schema->rank(EntityType(u"pets"_s)), -1);
        QVERIFY(schema->referrers(EntityType(u"pets"_s)).isEmpty());
        QVERIFY(!Schema().find(EntityType(u"pets"_s)));
        QVERIFY(Schema().types().isEmpty());
    }
};

QTEST_GUILESS_MAIN(SchemaTest)
#include "schema_test.moc"
