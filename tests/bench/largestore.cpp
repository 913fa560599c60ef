// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/largestore.h"

#include "tests/bench/desktop/measure.h"
#include "tests/bench/invoices.h"

namespace frost::bench {

using namespace Qt::StringLiterals;

namespace {
const LocalId kCustomer(u"tmp-customer"_s);
constexpr int kBatch = 10'000; //!< records a transaction
} // namespace

Record storedInvoice(int number, const EntitySchema &schema)
{
    Record record;
    record.id = LocalId(u"tmp-%1"_s.arg(number, 9, 10, QChar(u'0')));
    const auto body = value(normalise(schema, invoice(number, kCustomer.toString()), [] { return u"r"_s; }));
    record.body = value(derive(schema, body));
    return record;
}

void fillStore(const DataFolder::Company &place, int count)
{
    SystemClock clock;
    SystemRandom random;
    const auto database = value(Database::create(place, {u"accounting"_s}, clock, random, {}));
    auto customers = value(database->objectStore(EntityType(u"customers"_s)));
    auto invoices = value(database->objectStore(EntityType(u"invoices"_s)));
    Record owner;
    owner.id = kCustomer;
    owner.body = customer(1);
    for (int done = 0; done < count;) {
        auto transaction = value(Transaction::begin(database->sql(), Durability::ProcessCrash));
        if (done == 0)
            value(customers.put(owner));
        for (int i = 0; i < kBatch && done < count; ++i, ++done) {
            auto record = storedInvoice(done, invoices.schema());
            value(invoices.put(record));
        }
        value(transaction.commit());
    }
}

LargeStore::LargeStore(QCommandLineParser &parser, int invoices)
    : m_parser(parser), m_number(u"n"_s, u"Invoices in the store."_s, u"N"_s, QString::number(invoices)),
      m_keep(u"data"_s, u"Use this folder, and the store in it if there is one."_s, u"DIR"_s)
{
    parser.addOptions({m_number, m_keep});
}

DataFolder LargeStore::folder() const
{
    DataFolder folder(m_parser.isSet(m_keep) ? m_parser.value(m_keep) : m_temporary.path());
    if (folder.companies().isEmpty()) {
        std::printf("filling the store ...\n");
        std::fflush(stdout);
        fillStore(value(folder.place(TenantId(u"bench"_s), CompanyId(u"bench"_s))), invoices());
    }
    return folder;
}

} // namespace frost::bench
