// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/company/company.h"
#include "core/sync/remotechanges.h"
#include "tests/core/companyfixture.h"
#include "tests/support/testsession.h"

#include <QJsonArray>
#include <QTest>

//! A company whose records were changed here and in the company server at the same time.
namespace conflictfixture {

using namespace companyfixture;

inline const ConnectionId kServer(u"frostserver"_s);
inline const EntityType kCustomers(u"customers"_s);
inline const EntityType kArticles(u"articles"_s);
inline const EntityType kInvoices(u"invoices"_s);
inline const EntityType kVouchers(u"vouchers"_s);

inline QJsonObject json(const char *text)
{
    const auto object = parseJsonObject(text);
    if (!object)
        qFatal("%s in %s", qPrintable(object.error().logLine()), text);
    return *object;
}

//! A body with some fields replaced; null removes one.
inline QJsonObject with(QJsonObject body, const QJsonObject &changes)
{
    for (auto it = changes.begin(); it != changes.end(); ++it) {
        if (it->isNull())
            body.remove(it.key());
        else
            body.insert(it.key(), *it);
    }
    return body;
}

inline QJsonObject rowOf(const QJsonObject &body, const QString &id)
{
    const auto rows = body.value(u"rows"_s).toArray();
    for (const auto &row : rows) {
        if (row.toObject().value(u"rowId"_s).toString() == id)
            return row.toObject();
    }
    return {};
}

class Office
{
public:
    Office()
    {
        value(Database::create(place, {u"accounting"_s}, clock, random, {}));
        company = value(frost::Company::open(clock, random, place, {}));
        value(company->connections().add(kServer, u"frostserver"_s, {{u"user"_s, u"karl@firm.se"_s}}));
        value(company->writer().reloadConnections());
        session = std::make_unique<test::TestSession>(*company, place);
    }

    template<class Work>
    void write(const Work &work)
    {
        auto transaction = value(Transaction::begin(company->database().sql(), Durability::ProcessCrash));
        work();
        value(transaction.commit());
    }

    Record create(const EntityType &type, const QJsonObject &body)
    {
        return value(company->editor().create(type, body, company->actor()));
    }

    //! A record both sides agreed on once. @param bodies base, mine, theirs; nullopt for mine or theirs: deleted
    qint64 conflict(const EntityType &type, const QJsonObject &base, const std::optional<QJsonObject> &mine,
                    const std::optional<QJsonObject> &theirs)
    {
        return changedThere(type, changedHere(type, base, mine), theirs);
    }

    //! A record both sides agreed on once, changed here since. @return as it was before
    Record changedHere(const EntityType &type, const QJsonObject &base, const std::optional<QJsonObject> &mine)
    {
        const auto record = create(type, base);
        const RemoteId remote(u"real-"_s + record.id.toString());
        auto links = company->links(kServer);
        write([&] {
            Link link;
            link.local = record.id;
            link.remote = remote;
            link.version = u"1"_s;
            link.createdAt = link.syncedAt = clock.now();
            value(links.store(type, link));
            value(company->outbox().transition(openOperation(type, record.id).id, OperationState::Completed));
        });
        clock.advance(std::chrono::hours(2));
        if (mine)
            value(company->editor().update(type, record.id, patch(record.body, *mine), company->actor()));
        else
            value(company->editor().remove(type, record.id, company->actor()));
        return record;
    }

    //! A run brings the other side's state of a record without references, told as by the engine.
    void pull(const EntityType &type, const LocalId &id, const QJsonObject &theirs, const QString &version)
    {
        RemoteRecord remote;
        remote.type = type;
        remote.id = RemoteId(u"real-"_s + id.toString());
        remote.version = version;
        remote.body = theirs;
        session->ask(
            Lane::Write, session.get(),
            [remote](frost::Company &at) {
            auto links = at.links(kServer);
            RemoteChanges changes(at.writer(), links, at.conflicts(), kServer, at.actor(Source::Sync), at.clock(),
                                  at.random());
            auto transaction = value(Transaction::begin(at.database().sql(), Durability::ProcessCrash));
            RunCounts counts;
            value(changes.apply(remote, PullMode::Delta, counts));
            value(transaction.commit());
            return counts;
            },
            [](const RunCounts &) {});
    }

    //! An edit of mine by another part of the program, told as by the engine.
    void edit(const EntityType &type, const LocalId &id, const QJsonObject &patch)
    {
        session->ask(
            Lane::Write, session.get(),
            [type, id, patch](frost::Company &at) { return at.editor().update(type, id, patch, at.actor()); },
            [](const Result<Record> &edited) { value(edited); });
    }

    //! Everything that was asked so far is answered, and shown.
    void answerAll()
    {
        bool answered = false;
        session->ask(
            Lane::Page, session.get(), [](frost::Company &) { return 0; }, [&](int) { answered = true; });
        QTRY_VERIFY(answered);
    }

    //! Another record of the other side that was given the same number as ours, which was never sent.
    qint64 twinOf(const Record &mine, const QJsonObject &theirs)
    {
        const RemoteId there(u"twin-"_s + mine.id.toString());
        write([&] {
            Link promised;
            promised.local = mine.id;
            promised.remote = there;
            auto links = company->links(kServer);
            value(links.store(kCustomers, promised));
        });
        Conflict found;
        found.connection = kServer;
        found.type = kCustomers;
        found.record = mine.id;
        found.versions = {std::nullopt, mine.body, derived(kCustomers, theirs)};
        found.conflictType = ConflictType::DuplicateKey;
        const auto merged = value(merge(*company->schema().find(kCustomers), found.versions));
        found.severity = merged.severity();
        found.fields = merged.openPaths();
        found.remote = there;
        found.theirsVersion = u"1"_s;
        qint64 id = 0;
        write([&] {
            id = value(company->conflicts().put(found));
            value(company->outbox().transition(openOperation(kCustomers, mine.id).id, OperationState::Conflict));
        });
        return id;
    }

    //! The other side's state of a conflict's record, now or once more.
    void changeThere(qint64 id, const QJsonObject &theirs)
    {
        auto found = *value(company->conflicts().find(id));
        found.versions.theirs = derived(found.type, theirs);
        write([&] { value(company->conflicts().put(found)); });
    }

    [[nodiscard]] Operation openOperation(const EntityType &type, const LocalId &id)
    {
        return *value(company->outbox().open(kServer, type, id));
    }
    [[nodiscard]] Record record(const EntityType &type, const LocalId &id)
    {
        return *value(value(company->database().objectStore(type)).get(id));
    }
    [[nodiscard]] Conflict stored(qint64 id) { return *value(company->conflicts().find(id)); }
    [[nodiscard]] QJsonObject derived(const EntityType &type, const QJsonObject &body)
    {
        const auto &schema = *company->schema().find(type);
        return value(derive(schema, value(normalise(schema, body, [this] { return random.uuid(); }))));
    }

    //! The invoice of the sketches: an open text, a linked group, a row that theirs removed, two merged fields.
    qint64 invoiceConflict()
    {
        const auto customer = create(kCustomers, {{u"name"_s, u"Norrskog Bygg AB"_s},
                                                  {u"customerNumber"_s, QString::number(1001 + m_customers++)}});
        return conflict(
            kInvoices, invoice(customer.id, "10", "950", "1200", "Kalle", "30", "Delivered in March"),
            invoice(customer.id, "12", "950", "1250", "Kalle Ek", "30", "Delivered 12 March"),
            without(invoice(customer.id, "10", "980", "1200", "Kalle", "20", "Delivered in spring"), u"r2"_s));
    }
    //! An invoice to which both sides added the journey home (m1 here, t1 there), theirs dearer, and theirs a night (t2).
    qint64 duplicateConflict()
    {
        const auto customer = create(kCustomers, {{u"name"_s, u"Norrskog Bygg AB"_s},
                                                  {u"customerNumber"_s, QString::number(1001 + m_customers++)}});
        const auto article = create(kArticles, {{u"description"_s, u"Journey"_s}, {u"articleNumber"_s, u"70"_s}});
        const auto before = with(invoice(customer.id, "10", "950", "1200", "Kalle", "30", "Delivered in March"),
                                 {{u"documentNumber"_s, u"1043"_s}});
        const auto journey = [&](const char *id, const char *price) {
            auto row = json(
                R"({"description": "Journey home", "quantity": "1", "unit": "st", "vat": "25", "account": "3041"})");
            row.insert(u"rowId"_s, QString::fromUtf8(id));
            row.insert(u"article"_s, article.id.toString());
            row.insert(u"price"_s, QString::fromUtf8(price));
            return row;
        };
        const auto night = json(
            R"({"rowId": "t2", "description": "One night", "quantity": "1", "price": "990", "unit": "st", "vat": "12"})");
        const auto added = [&](const QJsonArray &rows) {
            auto all = before.value(u"rows"_s).toArray();
            for (const auto &row : rows)
                all.append(row);
            return with(before, {{u"rows"_s, all}});
        };
        return conflict(kInvoices, before, added({journey("m1", "1200")}), added({journey("t1", "1250"), night}));
    }
    //! @return an invoice with its figures
    [[nodiscard]] QJsonObject invoice(const LocalId &customer, const char *hours, const char *price, const char *travel,
                                      const char *reference, const char *days, const char *note) const
    {
        auto body = json(R"({"documentNumber": "1042", "invoiceDate": "2026-03-12", "currency": "SEK", "rows": [
            {"rowId": "r1", "description": "Consulting hours", "unit": "h", "vat": "25", "account": "3041"},
            {"rowId": "r2", "description": "Travel", "quantity": "1", "unit": "st", "vat": "25", "account": "3041"},
            {"rowId": "r3", "description": "Lunch", "quantity": "2", "unit": "st", "price": "120", "vat": "12", "account": "3042"}]})");
        body.insert(u"customer"_s, customer.toString());
        body.insert(u"yourReference"_s, QString::fromUtf8(reference));
        body.insert(u"termsOfPayment"_s, QByteArray(days).toInt());
        body.insert(u"note"_s, QString::fromUtf8(note));
        auto rows = body.value(u"rows"_s).toArray();
        rows[0] = with(rows[0].toObject(),
                       {{u"quantity"_s, QString::fromUtf8(hours)}, {u"price"_s, QString::fromUtf8(price)}});
        rows[1] = with(rows[1].toObject(), {{u"price"_s, QString::fromUtf8(travel)}});
        body.insert(u"rows"_s, rows);
        return body;
    }
    [[nodiscard]] static QJsonObject without(QJsonObject body, const QString &rowId)
    {
        QJsonArray rows;
        const auto all = body.value(u"rows"_s).toArray();
        for (const auto &row : all) {
            if (row.toObject().value(u"rowId"_s).toString() != rowId)
                rows.append(row);
        }
        body.insert(u"rows"_s, rows);
        return body;
    }

    ManualClock clock;
    test::SeededRandom random{1};
    QTemporaryDir folder;
    DataFolder::Company place{TenantId(u"firm"_s), CompanyId(u"norrskog"_s), folder.filePath(u"norrskog.frost"_s)};
    std::unique_ptr<frost::Company> company;
    std::unique_ptr<test::TestSession> session;

private:
    int m_customers = 0;

    [[nodiscard]] static QJsonObject patch(const QJsonObject &before, const QJsonObject &after)
    {
        QJsonObject changes = after;
        for (auto it = before.begin(); it != before.end(); ++it) {
            if (!after.contains(it.key()))
                changes.insert(it.key(), QJsonValue::Null);
        }
        return changes;
    }

    qint64 changedThere(const EntityType &type, const Record &before, const std::optional<QJsonObject> &theirs)
    {
        const auto now = record(type, before.id);
        Conflict found;
        found.connection = kServer;
        found.type = type;
        found.record = before.id;
        found.versions = {before.body, now.deleted ? std::nullopt : std::optional(now.body), std::nullopt};
        if (theirs)
            found.versions.theirs = derived(type, *theirs);
        const auto merged = value(merge(*company->schema().find(type), found.versions));
        found.conflictType = merged.type;
        found.severity = merged.severity();
        found.fields = merged.openPaths();
        found.remote = RemoteId(u"real-"_s + before.id.toString());
        found.theirsVersion = u"2"_s;
        found.theirsAt = clock.now().addSecs(-600);
        found.theirsBy = u"anna@firm.se"_s;
        found.mineAt = now.updatedAt;
        qint64 id = 0;
        write([&] {
            id = value(company->conflicts().put(found));
            value(company->outbox().transition(openOperation(type, before.id).id, OperationState::Conflict));
        });
        return id;
    }
};

} // namespace conflictfixture
