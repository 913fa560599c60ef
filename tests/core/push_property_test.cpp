// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "syncfixture.h"

#include "core/net/backoff.h"
#include "core/sync/tuning.h"

#include <QTest>

#include <rapidcheck.h>

#include <map>
#include <set>

using namespace syncfixture;

namespace {

const EntityType kPayments(u"invoicePayments"_s);

QJsonObject invoiceFor(const LocalId &customer)
{
    return {{u"customer"_s, customer.toString()}, {u"invoiceDate"_s, u"2026-01-05"_s}, {u"currency"_s, u"SEK"_s}};
}

QJsonObject paymentFor(const LocalId &invoice)
{
    return {{u"invoice"_s, invoice.toString()}, {u"amount"_s, u"10.00"_s}, {u"paymentDate"_s, u"2026-02-01"_s}};
}

//! A remote that does each key's request once, however often it comes, and whose answers may get lost on the way.
class UnreliableRemote
{
public:
    enum class Fate { Arrives, AnswerLost, NotReached, TriesLater, Refused };
    static constexpr int kFates = 5;

    UnreliableRemote(FakeProvider &provider, std::vector<int> fates) : m_provider(provider), m_fates(std::move(fates))
    {
        provider.answer = [this](const auto &requests) { return answer(requests); };
    }

    [[nodiscard]] FakeProvider::Outcomes answer(const std::vector<PushRequest> &requests)
    {
        for (const auto &request : requests)
            checkReferences(request);
        const auto fate = m_fates.empty() ? Fate::Arrives : Fate(m_fates.back());
        if (!m_fates.empty())
            m_fates.pop_back();
        if (fate == Fate::NotReached)
            return fail(ErrorKind::Offline, u"net.refused"_s);
        std::vector<PushOutcome> outcomes;
        for (const auto &request : requests)
            outcomes.push_back(outcomeOf(request, fate));
        if (fate == Fate::AnswerLost)
            return fail(ErrorKind::OutcomeUnknown, u"net.timeout"_s);
        return outcomes;
    }

    [[nodiscard]] std::map<QString, int> creates() const { return m_creates; }

private:
    //! R-IDM-02, I6: what is sent refers to records by the ids that this remote gave them.
    void checkReferences(const PushRequest &request)
    {
        const auto data = value(parseJsonObject(request.bytes))["data"_L1];
        for (const auto &name : {"customer"_L1, "invoice"_L1}) {
            if (const auto reference = data[name].toString(); !reference.isEmpty())
                RC_ASSERT(m_given.contains(reference));
        }
    }
    PushOutcome outcomeOf(const PushRequest &request, Fate fate)
    {
        if (const auto known = m_answers.find(request.key.toString()); known != m_answers.end())
            return known->second;
        PushOutcome outcome;
        if (fate == Fate::TriesLater || (fate == Fate::Refused && request.kind == OperationKind::Create)) {
            outcome.kind = fate == Fate::Refused ? PushOutcome::Kind::Rejected : PushOutcome::Kind::Retry;
            outcome.error = {ErrorKind::Rejected, u"no"_s, {}, {}, {}};
            return outcome;
        }
        outcome = m_provider.applied(request);
        m_given.insert(outcome.id.toString());
        if (request.kind == OperationKind::Create)
            ++m_creates[request.local.toString()];
        m_answers.emplace(request.key.toString(), outcome);
        return outcome;
    }

    FakeProvider &m_provider;
    std::vector<int> m_fates;
    std::map<QString, PushOutcome> m_answers;
    std::map<QString, int> m_creates;
    std::set<QString> m_given;
};

//! Makes as many records as it is told to, each referring to one that was made before.
QList<LocalId> makeRecords(SyncOffice &office, const std::vector<int> &choices)
{
    QList<LocalId> customers{office.create(named(u"Ek"_s))};
    QList<LocalId> invoices;
    QList<LocalId> payments;
    for (const int choice : choices) {
        if (choice % 3 == 0)
            customers += office.create(named(QString::number(choice)));
        else if (choice % 3 == 1 || invoices.isEmpty())
            invoices += office.create(invoiceFor(customers.at(choice % customers.size())), kInvoices);
        else
            payments += office.create(paymentFor(invoices.at(choice % invoices.size())), kPayments);
    }
    return customers + invoices + payments;
}

} // namespace

class PushPropertyTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyRecordArrivesOnceUnderRealIds();
    void nothingStarves();
    void waitsStayWithinTheirBounds();
};

// R-IDM-02, R-IDM-04, I4, I5, I7, I16
void PushPropertyTest::everyRecordArrivesOnceUnderRealIds()
{
    SyncOffice office; // one file for all cases: making one takes longer than playing a case
    QVERIFY(rc::check("chains of new records over a bad line", [&office] {
        office.remote.can.batchSize = *rc::gen::inRange(1, 6);
        const auto records = makeRecords(office, *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 30)));
        UnreliableRemote remote(office.remote, *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, UnreliableRemote::kFates)));
        RunReport report;
        for (int run = 0; run < 200; ++run) {
            report = office.sync(PullMode::Delta, RunOrigin::Manual);
            if (report.state == RunState::Done)
                break;
            office.company.clock.advance(std::chrono::hours(1));
        }
        RC_ASSERT(report.state == RunState::Done);
        RC_ASSERT(value(office.writer.outbox().list(false)).isEmpty());
        RC_ASSERT(value(office.conflicts.refusalCount()) == 0);
        const auto creates = remote.creates();
        for (const auto &record : records)
            RC_ASSERT(creates.at(record.toString()) == 1);
    }));
}

// R-QUE-03: every run gets one batch through before the line is cut, and more important work keeps coming.
void PushPropertyTest::nothingStarves()
{
    SyncOffice office;
    int made = 0;
    QVERIFY(rc::check("old work among what is more important", [&] {
        const int batch = *rc::gen::inRange(1, 13);
        const int old = *rc::gen::inRange(1, 9);
        office.remote.can.batchSize = batch;
        for (int i = 0; i < old; ++i)
            office.create(named(QString::number(made++)));
        bool through = false;
        office.remote.answer = [&](const auto &requests) -> FakeProvider::Outcomes {
            if (std::exchange(through, true))
                return fail(ErrorKind::Offline, u"net.refused"_s);
            return office.remote.allApplied(requests);
        };
        const auto oldOnesLeft = [&] {
            return office.company.number("SELECT count(*) FROM operations WHERE priority < 2");
        };
        // The share of a batch in every run, or one place in every so many runs.
        const int bound = batch >= kShareOfOldest ? old / (batch / kShareOfOldest) + 1 : (old + 1) * kShareOfOldest;
        for (int run = 0; run < bound; ++run) {
            for (int i = 0; i < batch; ++i) {
                const auto id = office.create(named(QString::number(made++)));
                office.company.write([&] {
                    value(office.writer.outbox().enqueue(kServer, kCustomers, id, OperationKind::Create, Priority::Urgent, kAnna.user));
                });
            }
            through = false;
            office.sync();
        }
        RC_ASSERT(oldOnesLeft() == 0);
        office.remote.can.batchSize = 500;
        office.remote.answer = {};
        office.sync(); // the next case begins with an empty queue
    }));
}

// R-QUE-06
void PushPropertyTest::waitsStayWithinTheirBounds()
{
    QVERIFY(rc::check("1, 2, 4, 8, 16, 16 … seconds and up to one more", [] {
        const int failures = *rc::gen::inRange(1, 100'000);
        test::SeededRandom random(*rc::gen::arbitrary<std::uint32_t>());
        const auto wait = backOff(failures) + retryJitter(random);
        const auto doubled = std::chrono::seconds(failures > 4 ? 16 : 1 << (failures - 1));
        RC_ASSERT(wait >= doubled);
        RC_ASSERT(wait <= doubled + std::chrono::seconds(1));
        RC_ASSERT(backOff(failures + 1) >= backOff(failures));
    }));
}

QTEST_GUILESS_MAIN(PushPropertyTest)
#include "push_property_test.moc"
