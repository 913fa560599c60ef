// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/agent/demo/scenes.h"

#include "app/agent/interruption.h"
#include "app/agent/sidebyside.h"
#include "app/agent/wording.h"
#include "app/composition/verification.h"
#include "core/base/decimal.h"

#include <QCoreApplication>

namespace frost::demo {

using namespace Qt::StringLiterals;

namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("Demo", source);
}

const QString kTenant = u"fjallbyran"_s;
const QString kCompany = u"nordlys"_s;

//! "Nordlys AB, phone": one field of a record as people read it.
QString fieldText(const QJsonObject &record, QLatin1StringView field)
{
    return shown(record.value(field));
}

QJsonArray withRowValue(QJsonArray rows, qsizetype index, const QString &field, const QString &value)
{
    auto row = rows.at(index).toObject();
    row.insert(field, value);
    rows.replace(index, row);
    return rows;
}

} // namespace

Result<std::unique_ptr<Scenes>> Scenes::prepare(const QString &folder, Narrator &narrator)
{
    auto server = DemoServer::find(folder + "/server"_L1);
    FROST_TRY(server);
    return std::unique_ptr<Scenes>(new Scenes(folder, narrator, *std::move(server)));
}

Scenes::Scenes(const QString &folder, Narrator &narrator, std::unique_ptr<DemoServer> server)
    : m_narrator(narrator), m_server(std::move(server)), m_anna(u"Anna"_s, folder + "/anna"_L1),
      m_bjorn(u"Björn"_s, folder + "/bjorn"_L1)
{
}

Result<> Scenes::play()
{
    for (const auto scene : {&Scenes::serverStarts, &Scenes::annaBegins, &Scenes::bjornJoins, &Scenes::bothGoOffline,
                             &Scenes::mergedAlone, &Scenes::oneConflict, &Scenes::settled, &Scenes::killedInTheMiddle,
                             &Scenes::allSound}) {
        const auto played = (this->*scene)();
        if (interruption::requested()) // the server got the same signal, so what a scene says now means nothing
            return fail(ErrorKind::Cancelled, u"demo.stopped"_s);
        FROST_TRY(played);
    }
    return {};
}

Result<> Scenes::expect(bool isSo, const QString &fact)
{
    if (!isSo)
        return fail(ErrorKind::Internal, u"demo.unexpected"_s, {fact});
    m_narrator.checked(fact);
    return {};
}

Result<RunReport> Scenes::synced(Bookkeeper &who)
{
    auto report = QCoro::waitFor(who.sync());
    FROST_TRY(report);
    if (report->error)
        return fail(*report->error);
    return report;
}

Result<> Scenes::bothEqual(const QString &fact)
{
    const auto annas = m_anna.contents();
    FROST_TRY(annas);
    const auto bjorns = m_bjorn.contents();
    FROST_TRY(bjorns);
    return expect(*annas == *bjorns, fact);
}

// 1
Result<> Scenes::serverStarts()
{
    m_narrator.step(text(QT_TRANSLATE_NOOP("Demo", "The firm's sync server starts")));
    const auto annasToken = m_server->addUser(kTenant, kCompany, u"anna@fjallbyran.example"_s);
    FROST_TRY(annasToken);
    const auto bjornsToken = m_server->addUser(kTenant, kCompany, u"bjorn@fjallbyran.example"_s);
    FROST_TRY(bjornsToken);
    m_bjornsToken = *bjornsToken;
    FROST_TRY(m_server->start());
    m_narrator.say(text(QT_TRANSLATE_NOOP("Demo", "A real frost-server, its own process, at %1, with the company Nordlys and two bookkeepers.")).arg(m_server->url().toString()));
    FROST_TRY(m_anna.makeCompany(TenantId(kTenant), CompanyId(kCompany)));
    return QCoro::waitFor(m_anna.connect(m_server->url(), *annasToken));
}

// 2
Result<> Scenes::annaBegins()
{
    m_narrator.step(text(QT_TRANSLATE_NOOP("Demo", "Anna enters customers and an invoice, then synchronises")));
    const auto customer = m_anna.create(u"customers"_s, {{u"customerNumber"_s, u"1001"_s}, {u"name"_s, u"Sjöbloms Bageri AB"_s}, {u"termsOfPayment"_s, 30}, {u"city"_s, u"Kiruna"_s}});
    FROST_TRY(customer);
    const auto other = m_anna.create(u"customers"_s, {{u"customerNumber"_s, u"1002"_s}, {u"name"_s, u"Fjäll & Form HB"_s}, {u"termsOfPayment"_s, 30}, {u"city"_s, u"Åre"_s}});
    FROST_TRY(other);
    const QJsonArray rows{QJsonObject{{u"description"_s, u"Bokföring"_s}, {u"quantity"_s, u"10"_s}, {u"price"_s, u"1200"_s}, {u"vat"_s, u"25"_s}},
                          QJsonObject{{u"description"_s, u"Bokslut"_s}, {u"quantity"_s, u"2"_s}, {u"price"_s, u"450.125"_s}, {u"vat"_s, u"25"_s}}};
    const auto invoice = m_anna.create(u"invoices"_s, {{u"customer"_s, *customer}, {u"invoiceDate"_s, u"2026-03-02"_s}, {u"currency"_s, u"SEK"_s}, {u"rows"_s, rows}});
    FROST_TRY(invoice);
    m_narrator.say(text(QT_TRANSLATE_NOOP("Demo", "Made without asking anybody; until the server answers the invoice is %1.")).arg(*invoice));

    const auto report = synced(m_anna);
    FROST_TRY(report);
    const auto sent = m_anna.get(u"invoices"_s, *invoice);
    FROST_TRY(sent);
    m_customer = fieldText(*sent, "customer"_L1);
    m_invoice = fieldText(*sent, "id"_L1);
    const auto second = m_anna.get(u"customers"_s, *other);
    FROST_TRY(second);
    m_otherCustomer = fieldText(*second, "id"_L1);
    FROST_TRY(expect(report->counts.pushed == 3, text(QT_TRANSLATE_NOOP("Demo", "3 records sent, customers before the invoice that refers to them"))));
    return expect(m_invoice != *invoice && !fieldText(*sent, "documentNumber"_L1).isEmpty(),
                  text(QT_TRANSLATE_NOOP("Demo", "the server's ids have taken over: the invoice is %1, number %2, of customer %3"))
                      .arg(m_invoice, fieldText(*sent, "documentNumber"_L1), m_customer));
}

// 3
Result<> Scenes::bjornJoins()
{
    m_narrator.step(text(QT_TRANSLATE_NOOP("Demo", "Björn's computer receives everything")));
    FROST_TRY(m_bjorn.makeCompany(TenantId(kTenant), CompanyId(kCompany)));
    FROST_TRY(QCoro::waitFor(m_bjorn.connect(m_server->url(), m_bjornsToken)));
    const auto report = synced(m_bjorn);
    FROST_TRY(report);
    FROST_TRY(expect(report->counts.created == 3, text(QT_TRANSLATE_NOOP("Demo", "3 records received"))));
    return bothEqual(text(QT_TRANSLATE_NOOP("Demo", "both computers hold the same, field for field")));
}

// 4
Result<> Scenes::bothGoOffline()
{
    m_narrator.step(text(QT_TRANSLATE_NOOP("Demo", "The network is gone; both go on working")));
    m_server->stop();
    FROST_TRY(annaEdits());
    FROST_TRY(bjornEdits());
    const auto report = QCoro::waitFor(m_anna.sync());
    FROST_TRY(report);
    const auto waiting = m_anna.company().outbox().counts();
    FROST_TRY(waiting);
    if (report->error)
        m_narrator.say(wording::sentence(*report->error));
    return expect(report->error && report->error->kind == ErrorKind::Offline && waiting->pending == 3,
                  text(QT_TRANSLATE_NOOP("Demo", "Anna's 3 changes wait in her queue; nothing is lost")));
}

Result<> Scenes::annaEdits()
{
    FROST_TRY(m_anna.change(u"customers"_s, m_customer, {{u"phone"_s, u"0980-123 45"_s}}));
    FROST_TRY(m_anna.change(u"customers"_s, m_otherCustomer, {{u"termsOfPayment"_s, 14}}));
    const auto invoice = m_anna.get(u"invoices"_s, m_invoice);
    FROST_TRY(invoice);
    const auto rows = withRowValue(invoice->value("rows"_L1).toArray(), 0, u"price"_s, u"1250"_s);
    FROST_TRY(m_anna.change(u"invoices"_s, m_invoice, {{u"rows"_s, rows}}));
    m_narrator.say(text(QT_TRANSLATE_NOOP("Demo", "Anna: a phone number, terms of payment 14 days, and another price on invoice row 1.")));
    return {};
}

Result<> Scenes::bjornEdits()
{
    FROST_TRY(m_bjorn.change(u"customers"_s, m_customer, {{u"email"_s, u"faktura@sjobloms.example"_s}}));
    FROST_TRY(m_bjorn.change(u"customers"_s, m_otherCustomer, {{u"termsOfPayment"_s, 45}}));
    const auto invoice = m_bjorn.get(u"invoices"_s, m_invoice);
    FROST_TRY(invoice);
    auto rows = withRowValue(invoice->value("rows"_L1).toArray(), 1, u"quantity"_s, u"3"_s);
    rows.append(QJsonObject{{u"description"_s, u"Resa"_s}, {u"quantity"_s, u"1"_s}, {u"price"_s, u"300"_s}, {u"vat"_s, u"6"_s}});
    FROST_TRY(m_bjorn.change(u"invoices"_s, m_invoice, {{u"rows"_s, rows}}));
    m_narrator.say(text(QT_TRANSLATE_NOOP("Demo", "Björn: an e-mail address of the same customer, terms of payment 45 days, another quantity on row 2, and a new row 3.")));
    return {};
}

// 5
Result<> Scenes::mergedAlone()
{
    m_narrator.step(text(QT_TRANSLATE_NOOP("Demo", "The network is back; what can be merged merges by itself")));
    FROST_TRY(m_server->start());
    FROST_TRY(synced(m_anna));
    const auto report = synced(m_bjorn);
    FROST_TRY(report);
    FROST_TRY(expect(report->counts.merged == 2 && report->counts.conflicts == 1,
                     text(QT_TRANSLATE_NOOP("Demo", "2 records merged without a question, 1 needs a decision"))));
    const auto customer = m_bjorn.get(u"customers"_s, m_customer);
    FROST_TRY(customer);
    FROST_TRY(expect(customer->contains("phone"_L1) && customer->contains("email"_L1),
                     text(QT_TRANSLATE_NOOP("Demo", "the customer has Anna's phone number (%1) and Björn's e-mail address (%2)"))
                         .arg(fieldText(*customer, "phone"_L1), fieldText(*customer, "email"_L1))));
    return invoiceAddsUp(m_bjorn);
}

Result<> Scenes::invoiceAddsUp(Bookkeeper &who)
{
    const auto invoice = who.get(u"invoices"_s, m_invoice);
    FROST_TRY(invoice);
    const auto rows = invoice->value("rows"_L1).toArray();
    Decimal sum;
    for (const auto &row : rows) {
        const auto quantity = Decimal::parse(row["quantity"_L1].toString());
        const auto price = Decimal::parse(row["price"_L1].toString());
        FROST_TRY(quantity);
        FROST_TRY(price);
        sum += (*quantity * *price).rounded(2);
    }
    FROST_TRY(expect(rows.size() == 3 && rows[0]["price"_L1].toString() == "1250"_L1 && rows[1]["quantity"_L1].toString() == "3"_L1,
                     text(QT_TRANSLATE_NOOP("Demo", "the invoice has Anna's price, Björn's quantity, and the new row"))));
    return expect(fieldText(*invoice, "net"_L1) == sum.toString(2),
                  text(QT_TRANSLATE_NOOP("Demo", "its totals are computed anew: net %1, VAT %2, to pay %3"))
                      .arg(fieldText(*invoice, "net"_L1), fieldText(*invoice, "vatTotal"_L1), fieldText(*invoice, "total"_L1)));
}

// 6
Result<> Scenes::oneConflict()
{
    m_narrator.step(text(QT_TRANSLATE_NOOP("Demo", "Both changed the terms of payment: Björn sees them side by side")));
    const auto conflicts = m_bjorn.company().conflicts().list(false);
    FROST_TRY(conflicts);
    FROST_TRY(expect(conflicts->size() == 1 && conflicts->first().fields == QStringList{u"termsOfPayment"_s},
                     text(QT_TRANSLATE_NOOP("Demo", "exactly one conflict, about exactly one field"))));
    m_conflict = conflicts->first().id;
    const auto conflict = m_bjorn.company().resolver().current(m_conflict);
    FROST_TRY(conflict);
    m_narrator.output().line();
    return writeSideBySide(m_narrator.output(), m_bjorn.company(), *conflict);
}

// 7
Result<> Scenes::settled()
{
    m_narrator.step(text(QT_TRANSLATE_NOOP("Demo", "Björn decides for his 45 days; both synchronise")));
    FROST_TRY(m_bjorn.company().resolver().resolve(m_conflict, Strategy::ClientWins, {}, m_bjorn.company().actor()));
    FROST_TRY(synced(m_bjorn));
    FROST_TRY(synced(m_anna));
    const auto customer = m_anna.get(u"customers"_s, m_otherCustomer);
    FROST_TRY(customer);
    FROST_TRY(expect(customer->value("termsOfPayment"_L1).toInt() == 45, text(QT_TRANSLATE_NOOP("Demo", "Anna has 45 days too"))));
    return bothEqual(text(QT_TRANSLATE_NOOP("Demo", "both computers hold the same again")));
}

// 9
Result<> Scenes::allSound()
{
    m_narrator.step(text(QT_TRANSLATE_NOOP("Demo", "Everything is checked")));
    for (auto *who : {&m_anna, &m_bjorn}) {
        const auto verification = verify(who->company());
        FROST_TRY(verification);
        const auto counts = who->company().outbox().counts();
        FROST_TRY(counts);
        const bool done = counts->pending + counts->processing + counts->verify + counts->conflict + counts->failed == 0;
        FROST_TRY(expect(verification->findings.isEmpty() && done,
                         text(QT_TRANSLATE_NOOP("Demo", "%1: file, audit chain, counters and links are sound; nothing waits")).arg(who->name())));
    }
    return bothEqual(text(QT_TRANSLATE_NOOP("Demo", "both computers hold the same, field for field")));
}

} // namespace frost::demo
