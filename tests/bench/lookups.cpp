// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/desktop/measure.h"
#include "tests/bench/largestore.h"

#include <QDate>

#include <algorithm>
#include <random>
#include <vector>

using namespace frost;
using namespace Qt::StringLiterals;
using bench::value;

namespace {

constexpr unsigned kSeed = 42;
constexpr int kPage = 50;

//! Asks the store what people ask of a list, in random order of what is asked for, and tells how long the slowest took.
class Lookups
{
public:
    Lookups(ObjectStore store, int invoices, int samples) : m_store(store), m_invoices(invoices), m_samples(samples) { }

    void play()
    {
        measure("index: by document date, 50", [this] {
            return value(m_store.getAll(u"invoiceDate"_s, KeyRange::only({anyDate()}), kPage)).size();
        });
        measure("index: by reference, one", [this] {
            return value(m_store.getAll(u"externalReference"_s, KeyRange::only({anyReference()}))).size();
        });
        measure("index: dates of a month, how many", [this] {
            const auto month = QDate::fromString(anyDate(), Qt::ISODate);
            const auto range = KeyRange::bound({month.toString(Qt::ISODate)}, {month.addDays(30).toString(Qt::ISODate)});
            return value(m_store.count(u"invoiceDate"_s, range));
        });
        measure("search: a reference", [this] { return found(anyReference()); });
        measure("search: a person, 1 in 500", [this] { return found(u"beställare %1"_s.arg(m_random() % 500)); });
        measure("search: two words of most invoices", [this] { return found(u"löp bok"_s); });
        Query page{.sort = u"invoiceDate"_s, .descending = true, .limit = kPage};
        measure("paging: the next 50 by date", [this, &page] { return nextPage(page); });
        Query anywhere{.sort = u"total"_s, .limit = kPage};
        measure("paging: 50 by total, from anywhere", [this, &anywhere] {
            anywhere.after = anyInvoice();
            return nextPage(anywhere);
        });
    }

private:
    QString anyDate() { return QDate(2023, 1, 1).addDays(m_random() % 1065).toString(Qt::ISODate); }
    QString anyReference() { return u"PO-%1"_s.arg(m_random() % unsigned(m_invoices), 8, 10, QChar(u'0')); }
    Record anyInvoice() { return value(m_store.getAll(u"externalReference"_s, KeyRange::only({anyReference()}))).first(); }
    qsizetype found(const QString &words) { return value(m_store.select({.search = words, .limit = kPage})).size(); }
    qsizetype nextPage(Query &query)
    {
        const auto page = value(m_store.select(query));
        query.after = page.isEmpty() ? std::optional<Record>() : page.last();
        return page.size();
    }

    template<class Ask>
    void measure(const char *what, Ask ask)
    {
        std::vector<double> times;
        qint64 answers = 0;
        for (int i = 0; i < m_samples; ++i) {
            QElapsedTimer timer;
            timer.start();
            answers += ask();
            times.push_back(double(timer.nsecsElapsed()) / 1e6);
        }
        std::sort(times.begin(), times.end());
        const auto at = [&times](double part) { return times[std::min(times.size() - 1, size_t(double(times.size()) * part))]; };
        std::printf("%-40s median %8.2f ms   95th percentile %8.2f ms   slowest %8.2f ms   %lld answers\n", what, at(0.5), at(0.95),
                    times.back(), static_cast<long long>(answers));
        std::fflush(stdout);
    }

    ObjectStore m_store;
    int m_invoices;
    int m_samples;
    std::mt19937 m_random{kSeed};
};

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Measures how soon a large store answers what lists ask it."_s);
    parser.addHelpOption();
    const QCommandLineOption samples(u"samples"_s, u"Of each question."_s, u"N"_s, u"1000"_s);
    parser.addOption(samples);
    const bench::LargeStore large(parser, 1'000'000);
    parser.process(application);

    const auto folder = large.folder();
    SystemClock clock;
    SystemRandom random;
    const auto database = value(Database::open(folder.companies().first(), clock, random, {}));
    auto store = value(database->objectStore(EntityType(u"invoices"_s)));
    Lookups(store, int(value(store.count())), parser.value(samples).toInt()).play();
    return 0;
}
