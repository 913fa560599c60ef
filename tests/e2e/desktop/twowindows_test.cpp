// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/desktop/contents.h"
#include "tests/e2e/desktop/mergebykeys.h"
#include "ui/editor/recordform.h"
#include "ui/records/recordspage.h"

#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QRandomGenerator>
#include <QTemporaryDir>

using namespace frost;
using namespace frost::e2e;
using namespace Qt::StringLiterals;

namespace {

const EntityType kInvoices(u"invoices"_s);
const EntityType kSuppliers(u"suppliers"_s);
constexpr int kCustomers = 5;
constexpr auto kBankgiroBefore = "991-2346"_L1;
constexpr auto kAnnasBankgiro = "5050-1055"_L1;
constexpr auto kBjornsBankgiro = "5402-9681"_L1;

Decimal number(const QJsonValue &value)
{
    return e2e::value(Decimal::parse(value.toString()));
}

} // namespace

//! An afternoon of two accountants at two windows: without a network both edit the same fifty invoices, then everything is
//! brought together (R-CON-02, R-CON-06, R-CON-07, R-CON-08, R-CON-10, R-NET-02, R-APP-02).
class TwoWindowsTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<DemoServer> m_server;
    QByteArray m_token; //!< Anna's
    std::unique_ptr<Desk> m_anna;
    std::unique_ptr<Desk> m_bjorn;
    std::uint64_t m_seed = 2;
    std::unique_ptr<InvoiceScript> m_script;
    Contents m_agreed; //!< what both had before the network went
    Contents m_annas;  //!< what each had when it came back
    Contents m_bjorns;
    std::unique_ptr<MergeByKeys> m_merge;

    [[nodiscard]] static Contents contents(Desk &desk) { return desk.ask(Lane::Page, &contentsOf); }
    static void write(Desk &desk, const std::function<Result<>(Company &)> &job)
    {
        desk.ask(Lane::Write, [job](Company &company) -> Result<bool> {
            FROST_TRY(job(company));
            return true;
        });
    }
    //! As a person asks for it, and until it is done.
    static void sync(Desk &desk)
    {
        const auto lastRun = [&] {
            const auto &report = desk.status().connections.first().sync.lastReport;
            return report ? report->run : 0;
        };
        const auto before = lastRun();
        desk.come();
        press(Qt::Key_F9);
        waitFor("a synchronisation", [&] { return lastRun() > before && desk.synced(); });
    }
    static Result<Record> invoiceOf(Company &company, const QString &name)
    {
        auto store = company.database().objectStore(kInvoices);
        FROST_TRY(store);
        const auto found = store->select({.where = {{u"externalReference"_s, name}}});
        FROST_TRY(found);
        if (found->size() != 1)
            return fail(ErrorKind::NotFound, u"record.unknown"_s, {name});
        return found->first();
    }
    static void make(Desk &desk, const Edit &edit)
    {
        write(desk, [edit](Company &company) -> Result<> {
            const auto record = invoiceOf(company, edit.invoice);
            FROST_TRY(record);
            if (edit.path.isEmpty())
                FROST_TRY(company.editor().remove(kInvoices, record->id, company.actor()));
            else
                FROST_TRY(company.editor().update(kInvoices, record->id, withEdit(record->body, edit), company.actor()));
            return {};
        });
    }
    //! In the form of the window, by keys.
    static void typeInForm(Desk &desk, const Edit &edit)
    {
        desk.come();
        const auto record = desk.ask(Lane::Page, [name = edit.invoice](Company &company) { return invoiceOf(company, name); });
        auto &form = desk.window->view()->records(kInvoices).form();
        QSignalSpy loaded(&form, &RecordForm::loaded);
        desk.window->view()->openRecord(kInvoices, record.id);
        QTRY_COMPARE_WITH_TIMEOUT(loaded.count(), 1, kPatience);
        QVERIFY(goTo(u"Your reference"_s));
        press(Qt::Key_A, Qt::ControlModifier);
        type(edit.value.toString());
        QSignalSpy saved(&form, &RecordForm::saved);
        press(Qt::Key_S, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(saved.count(), 1, kPatience);
        form.closeForm();
    }
    static void bankNumber(Desk &desk, QLatin1StringView number)
    {
        write(desk, [number](Company &company) -> Result<> {
            auto store = company.database().objectStore(kSuppliers);
            FROST_TRY(store);
            const auto only = store->select({});
            FROST_TRY(only);
            FROST_TRY(company.editor().update(kSuppliers, only->first().id, {{u"bankgiro"_s, QString(number)}}, company.actor()));
            return {};
        });
    }
    //! Every record of the company as the server gives it to anybody who asks.
    [[nodiscard]] QJsonArray serverHas()
    {
        QUrl url = m_server->url();
        url.setPath(u"/api/sync/pull"_s);
        url.setQuery(u"limit=1000&practiceId=acme"_s);
        QNetworkRequest request(url);
        request.setRawHeader("Authorization", "Bearer " + m_token);
        QNetworkAccessManager network;
        const std::unique_ptr<QNetworkReply> reply(network.get(request));
        waitFor("the server's records", [&] { return reply->isFinished(); });
        const auto answer = QJsonDocument::fromJson(reply->readAll()).object();
        if (!answer["success"_L1].toBool() || answer["hasMore"_L1].toBool())
            qFatal("the server does not tell its records");
        return answer["changes"_L1].toArray();
    }
    //! What somebody decided, by the invoice's name; the supplier's is "". What was merged without a question is told beside it.
    [[nodiscard]] QMultiMap<QString, Told> history(Desk &desk) const
    {
        QMultiMap<QString, Told> named;
        for (const auto &told : desk.ask(Lane::Page, &historyOf)) {
            if (told.decision.conflict.resolvedBy == "sync"_L1)
                continue;
            named.insert(m_agreed[told.decision.conflict.type.toString()][told.record]["externalReference"_L1].toString(), told);
        }
        return named;
    }
    [[nodiscard]] Edits annasEdits() const { return m_script->annaTypes + m_script->anna; }
    [[nodiscard]] Edits bjornsEdits() const { return m_script->bjornTypes + m_script->bjorn; }

    std::unique_ptr<Desk> deskOf(const QString &who, const QByteArray &token)
    {
        auto desk = std::make_unique<Desk>(m_folder.filePath(who));
        desk->come();
        desk->makeCompany(u"firm"_s, u"acme"_s);
        desk->connectTo(*m_server, token);
        waitFor("the first synchronisation", [&] { return desk->synced(); });
        return desk;
    }

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("FROST_SECRETS", "file");
        if (qEnvironmentVariableIsSet("FROST_TEST_SEED")) // repeats an earlier run
            m_seed = qEnvironmentVariable("FROST_TEST_SEED").toULongLong();
        else if (qEnvironmentVariableIsSet("FROST_TEST_LONG"))
            m_seed = QRandomGenerator::global()->generate64();
        qInfo("seed %llu", static_cast<unsigned long long>(m_seed));
        m_script = std::make_unique<InvoiceScript>(m_seed);
        m_server = value(DemoServer::find(m_folder.filePath(u"server"_s)));
        m_token = value(m_server->addUser(u"firm"_s, u"acme"_s, u"anna@firm.se"_s));
        const auto bjorns = value(m_server->addUser(u"firm"_s, u"acme"_s, u"bjorn@firm.se"_s));
        done(m_server->start());
        m_anna = deskOf(u"anna"_s, m_token);
        m_bjorn = deskOf(u"bjorn"_s, bjorns);
    }

    void bothHaveTheSameInvoices()
    {
        write(*m_anna, [](Company &company) -> Result<> {
            QStringList customers;
            for (int i = 0; i < kCustomers; ++i) {
                const auto made = company.editor().create(EntityType(u"customers"_s), {{u"name"_s, u"Customer %1"_s.arg(i)}},
                                                          company.actor());
                FROST_TRY(made);
                customers.append(made->id.toString());
            }
            FROST_TRY(company.editor().create(kSuppliers, {{u"name"_s, u"Papper AB"_s}, {u"bankgiro"_s, QString(kBankgiroBefore)}},
                                              company.actor()));
            for (int i = 0; i < InvoiceScript::kInvoices; ++i)
                FROST_TRY(company.editor().create(kInvoices, InvoiceScript::invoice(i, customers[i % kCustomers]), company.actor()));
            return {};
        });
        sync(*m_anna);
        sync(*m_bjorn);
        m_agreed = contents(*m_anna);
        QCOMPARE(m_agreed[kInvoices.toString()].size(), InvoiceScript::kInvoices);
        QCOMPARE(contents(*m_bjorn), m_agreed);
    }

    void theNetworkGoesAndBothEditTheSame()
    {
        m_server->stop();
        for (auto *desk : {m_anna.get(), m_bjorn.get()}) {
            const bool isAnna = desk == m_anna.get();
            for (const auto &edit : isAnna ? m_script->annaTypes : m_script->bjornTypes)
                typeInForm(*desk, edit);
            for (const auto &edit : isAnna ? m_script->anna : m_script->bjorn)
                make(*desk, edit);
            bankNumber(*desk, isAnna ? kAnnasBankgiro : kBjornsBankgiro);
            QTRY_COMPARE_WITH_TIMEOUT(desk->status().connections.first().network.quality, NetworkQuality::Offline, kPatience);
            QTRY_COMPARE_WITH_TIMEOUT(desk->status().queue.pending, InvoiceScript::kInvoices + 1, kPatience);
        }
        m_annas = contents(*m_anna);
        m_bjorns = contents(*m_bjorn);
        const auto invoices = byName(m_bjorns[kInvoices.toString()]);
        for (const auto &edit : bjornsEdits()) // the script is what was done
            QVERIFY2(edit.path.isEmpty() || says(valueAt(invoices[edit.invoice], edit.path), edit.value), qPrintable(edit.invoice + edit.path));
    }

    void theFirstToComeBackMeetsNoConflict()
    {
        m_bjorn->window->actions()[Command::WorkOffline].trigger();
        QTRY_COMPARE_WITH_TIMEOUT(m_bjorn->status().use, NetworkUse::WorkOffline, kPatience);
        done(m_server->start());
        sync(*m_anna);
        QCOMPARE(m_anna->status().openConflicts, 0);
    }

    void theSecondMeetsThemAllAndSettlesThemByKeys()
    {
        m_bjorn->window->actions()[Command::WorkOffline].trigger();
        QTRY_COMPARE_WITH_TIMEOUT(m_bjorn->status().use, NetworkUse::Automatic, kPatience);
        sync(*m_bjorn);
        const auto met = m_bjorn->status().openConflicts;
        m_merge = std::make_unique<MergeByKeys>(*m_bjorn, m_seed);
        m_merge->settleAll();
        qInfo("%lld conflicts, %lld decided alike, %lld values typed", met, qint64(m_merge->bulkCount()), qint64(m_merge->typed().size()));
        QVERIFY2(met >= 30 && met < InvoiceScript::kInvoices, qPrintable(QString::number(met)));
        QCOMPARE(history(*m_bjorn).size(), met);
        QVERIFY(m_merge->bulkCount() >= InvoiceScript::kTyped);
        QVERIFY(!m_merge->typed().isEmpty());
        for (const auto &way : {u"all mine"_s, u"all theirs"_s, u"picked"_s, u"typed"_s, u"record"_s})
            QVERIFY2(m_merge->ways().contains(way), qPrintable(way));
        sync(*m_bjorn);
        sync(*m_anna);
    }

    void bothAndTheServerEndEqual()
    {
        const auto mine = contents(*m_bjorn);
        QCOMPARE(contents(*m_anna), mine);
        Contents servers;
        QSet<QString> names;
        for (const auto &change : serverHas()) {
            const auto record = change.toObject();
            if (record["operation"_L1] == "delete"_L1)
                continue;
            const auto body = record["data"_L1].toObject();
            servers[record["entityType"_L1].toString()].insert(record["id"_L1].toVariant().toString(), body);
            if (const auto name = body["externalReference"_L1].toString(); !name.isEmpty()) {
                QVERIFY2(!names.contains(name), qPrintable(name)); // no invoice twice
                names.insert(name);
            }
        }
        QCOMPARE(servers.keys(), mine.keys());
        for (const auto &type : servers.keys()) {
            QCOMPARE(servers[type].keys(), mine[type].keys());
            for (const auto &id : servers[type].keys())
                QCOMPARE(servers[type][id], mine[type][id]);
        }
    }

    void nothingIsLeftOpen()
    {
        for (auto *desk : {m_anna.get(), m_bjorn.get()}) {
            const auto &status = desk->status();
            QCOMPARE(status.openConflicts, 0);
            const auto &queue = status.queue;
            QCOMPARE(queue.pending + queue.processing + queue.verify + queue.conflict + queue.failed, 0);
            QCOMPARE(desk->ask(Lane::Page, [](Company &company) { return company.conflicts().refusalCount(); }), 0);
        }
    }

    void everyDecisionIsInTheHistory()
    {
        const auto told = history(*m_bjorn);
        const auto now = contents(*m_bjorn);
        for (const auto &one : told) {
            const auto &conflict = one.decision.conflict;
            const auto type = conflict.type.toString();
            const auto at = [&](const Contents &all) {
                return all[type].contains(one.record) ? std::optional(all[type][one.record]) : std::nullopt;
            };
            const auto &schema = *m_bjorn->session().schema().find(conflict.type);
            const auto same = [&](const std::optional<QJsonObject> &a, const std::optional<QJsonObject> &b) {
                return a.has_value() == b.has_value() && (!a || sameContent(schema, *a, *b));
            };
            const auto name = (type + u' ' + one.record + u' ' + conflict.fields.join(u' ')).toUtf8();
            QVERIFY2(!conflict.open && same(one.base, at(m_agreed)), name.constData());
            QVERIFY2(same(one.mine, at(m_bjorns)) && same(one.theirs, at(m_annas)), name.constData());
            QVERIFY2(same(one.result, at(now)), name.constData());
            QCOMPARE(conflict.resolvedBy, u"bjorn@firm.se"_s);
            QCOMPARE(conflict.theirsBy, u"anna@firm.se"_s);
            QVERIFY2(conflict.resolvedAt.isValid() && conflict.mineAt.isValid() && conflict.theirsAt.isValid(), name.constData());
            QVERIFY2(one.decision.state == DecisionState::Sent || one.decision.state == DecisionState::NothingToSend, name.constData());
            for (const auto &path : conflict.fields)
                QVERIFY2(conflict.decisions.contains(path), name.constData());
        }
        QCOMPARE(history(*m_anna).size(), 0); // she was never asked
    }

    void whatWasChosenIsWhatThereIs()
    {
        const auto told = history(*m_bjorn);
        for (const auto &one : told) {
            const auto &decisions = one.decision.conflict.decisions;
            for (auto it = decisions.begin(); it != decisions.end(); ++it) {
                const auto in = [&](const std::optional<QJsonObject> &body) {
                    return body ? valueAt(*body, it.key()) : QJsonValue(QJsonValue::Undefined);
                };
                const auto result = in(one.result);
                if (it.key().contains(u'~') || it.key().endsWith(u']') || it.key().isEmpty())
                    continue; // rows and records as a whole were compared already
                const auto text = (one.record + u' ' + it.key()).toUtf8();
                if (it->choice == Choice::Mine)
                    QVERIFY2(says(result, in(one.mine)), text.constData());
                else if (it->choice == Choice::Theirs)
                    QVERIFY2(says(result, in(one.theirs)), text.constData());
                else if (it->choice == Choice::Edited)
                    QVERIFY2(says(result, it->value), text.constData());
            }
        }
        for (const auto &typed : m_merge->typed()) {
            const auto found = std::find_if(told.begin(), told.end(), [&](const Told &one) {
                return one.decision.conflict.id == typed.conflict && one.result && says(valueAt(*one.result, typed.path), typed.text);
            });
            QVERIFY2(found != told.end(), qPrintable(typed.text));
        }
    }

    void nothingTypedIsLost()
    {
        const auto told = history(*m_bjorn);
        const auto now = byName(contents(*m_bjorn)[kInvoices.toString()]);
        QCOMPARE(lostOf(annasEdits() + bjornsEdits(), now, told), QStringList());
        for (const auto &number : {kAnnasBankgiro, kBjornsBankgiro}) {
            const auto one = told.value(QString());
            QVERIFY(one.mine->value("bankgiro"_L1) == number || one.theirs->value("bankgiro"_L1) == number);
        }
        // What the history would not tell is found out.
        const Edits never{{InvoiceScript::name(20), u"note"_s, u"never typed"_s}};
        QCOMPARE(lostOf(never, now, told).size(), 1);
        QVERIFY(!lostOf(annasEdits() + bjornsEdits(), now, {}).isEmpty());
        // What only one of them touched is in the record, and what both did was asked.
        const auto clashes = clashesOf(annasEdits(), bjornsEdits());
        for (const auto &clash : clashes) {
            const auto paths = told.value(clash.section(u' ', 0, 0)).decision.conflict.fields;
            const auto path = clash.section(u' ', 1);
            QVERIFY2(paths.contains(path), qPrintable(clash + u" is not among "_s + paths.join(u' ')));
        }
        for (int i = 9; i <= 14; ++i) {
            const auto name = InvoiceScript::name(i);
            QVERIFY(!told.contains(name));
            for (const auto &edit : annasEdits() + bjornsEdits())
                QVERIFY2(edit.invoice != name || says(valueAt(now[name], edit.path), edit.value), qPrintable(name + edit.path));
        }
    }

    void theDeletedAreAsDecided()
    {
        const auto now = byName(contents(*m_anna)[kInvoices.toString()]);
        QVERIFY(now.contains(InvoiceScript::kAnnaDeletes)); // mine was kept, both times
        QVERIFY(!now.contains(InvoiceScript::kBjornDeletes));
        QCOMPARE(now.size(), InvoiceScript::kInvoices - 1);
    }

    void totalsAreThoseOfTheRows()
    {
        const auto all = contents(*m_anna)[kInvoices.toString()];
        const auto &schema = *m_anna->session().schema().find(kInvoices);
        for (const auto &body : all) {
            Decimal net;
            for (const auto &each : body["rows"_L1].toArray()) {
                const auto row = each.toObject();
                const auto total = (number(row["quantity"_L1]) * number(row["price"_L1])).rounded(2);
                QCOMPARE(number(row["total"_L1]), total);
                net += total;
            }
            const auto vat = (net * value(Decimal::parse(u"0.25"))).rounded(2);
            QCOMPARE(number(body["net"_L1]), net);
            QCOMPARE(number(body["vatTotal"_L1]), vat);
            QCOMPARE(number(body["total"_L1]), (net + vat).rounded(0)); // whole kronor
            QCOMPARE(value(derive(schema, body)), body);
        }
    }

    void cleanupTestCase()
    {
        m_merge.reset();
        m_bjorn.reset();
        m_anna.reset();
    }
};

QTEST_MAIN(TwoWindowsTest)
#include "twowindows_test.moc"
