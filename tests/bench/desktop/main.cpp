// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/desktopsession.h"
#include "tests/bench/desktop/measure.h"
#include "tests/bench/largestore.h"
#include "ui/records/recordspage.h"
#include "ui/records/recordsview.h"
#include "ui/wording/labels.h"

#include <QApplication>
#include <QLineEdit>
#include <QScrollBar>
#include <QSettings>
#include <QTest>

#include <cstdio>

using namespace frost;
using namespace Qt::StringLiterals;
using bench::end;
using bench::measure;
using bench::value;
using bench::waitFor;

namespace {

constexpr int kBatch = 500; //!< records a transaction, as the puller has them

void play(DesktopSession &session, QSettings &settings, bench::Watchdog &watchdog, int count, const char *circumstances)
{
    std::printf("--- %d invoices, %s\n", count, circumstances);
    std::unique_ptr<RecordsPage> page;
    bool ordered = false;
    const auto rowIsRead = [&](int row) { return page->model().row(row) != nullptr; };
    const auto firstVisible = [&] { return page->view().rowAt(1); };
    measure(
        watchdog, "open the list: first rows",
        [&] {
            page = std::make_unique<RecordsPage>(session, EntityType(u"invoices"_s), settings);
            QObject::connect(&page->model(), &RecordsModel::ordered, page.get(), [&] { ordered = true; });
            page->resize(1200, 700);
            page->show();
        },
        [&] { return page->model().rowCount() > 0 && rowIsRead(0); });
    measure(watchdog, "open the list: all rows known", [] { }, [&] { return ordered && page->model().rowCount() >= count; });
    auto *bar = page->view().verticalScrollBar();
    for (const int percent : {50, 99, 10, 75}) {
        measure(
            watchdog, "scroll far", [&] { bar->setValue(int(qint64(bar->maximum()) * percent / 100)); },
            [&] { return firstVisible() >= 0 && rowIsRead(firstVisible()); });
    }
    measure(
        watchdog, "scroll on by pages",
        [&] {
            for (int i = 0; i < 20; ++i) {
                bar->setValue(bar->value() + bar->pageStep());
                QCoreApplication::processEvents();
            }
        },
        [&] { return rowIsRead(firstVisible()); });
    const auto sortBy = [&](const QString &field, Qt::SortOrder order) {
        ordered = false;
        for (int i = 0; i < page->model().columns().size(); ++i) {
            if (page->model().columns()[i].field.name == field)
                page->view().sortByColumn(i, order);
        }
    };
    measure(watchdog, "sort by date, ascending", [&] { sortBy(u"invoiceDate"_s, Qt::AscendingOrder); }, [&] { return ordered; });
    measure(watchdog, "sort by a field without an index", [&] { sortBy(u"vatTotal"_s, Qt::AscendingOrder); }, [&] { return ordered; });
    auto *search = page->findChild<QLineEdit *>(u"search"_s);
    for (const auto *text : {"f", "fa", "99"}) {
        measure(
            watchdog, qPrintable(u"search \"%1\""_s.arg(QLatin1StringView(text))),
            [&] {
                ordered = false;
                search->selectAll();
                QTest::keyClicks(search, QLatin1StringView(text));
            },
            [&] { return ordered; });
    }
    measure(
        watchdog, "filter on a date",
        [&] {
            ordered = false;
            auto query = page->model().query();
            query.search.clear();
            query.where = {{u"invoiceDate"_s, u"2026-03-02"_s}};
            page->model().setQuery(query);
        },
        [&] { return ordered; });
}

//! Writes pages of records as a pull does, one transaction each, until it is told to end.
class PullLikeWriter
{
public:
    PullLikeWriter(DesktopSession &session, int from) : m_session(session), m_next(from) { writePage(); }
    void stop() { m_running = false; }
    [[nodiscard]] int written() const { return m_next; }

private:
    void writePage()
    {
        m_session.ask(
            Lane::Write, &m_session,
            [from = m_next](Company &company) -> Result<> {
                auto transaction = Transaction::begin(company.database().sql(), Durability::ProcessCrash);
                FROST_TRY(transaction);
                const EntityType type(u"invoices"_s);
                const auto &schema = *company.schema().find(type);
                for (int i = 0; i < kBatch; ++i) {
                    const auto record = bench::storedInvoice(from + i, schema);
                    FROST_TRY(company.writer().write({.type = type, .id = record.id, .body = record.body, .updatedBy = u"bench"_s, .updatedAt = {}},
                                                     company.actor(Source::Sync)));
                }
                return transaction->commit();
            },
            [this](const Result<> &written) {
                if (!written)
                    end(written.error());
                m_next += kBatch;
                if (m_running)
                    writePage();
            });
    }

    DesktopSession &m_session;
    int m_next;
    bool m_running = true;
};

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Measures the list of a large store: how soon it answers, and whether the UI thread is ever kept waiting."_s);
    parser.addHelpOption();
    const bench::LargeStore large(parser, 100'000);
    parser.process(application);

    const auto folder = large.folder();
    const int count = large.invoices();
    DesktopSession session(folder.companies().first(), folder.path());
    bool opened = false;
    QObject::connect(&session, &DesktopSession::opened, &session, [&] { opened = true; });
    QObject::connect(&session, &DesktopSession::failed, &session, [](const Error &error) { end(error); });
    waitFor([&] { return opened; });

    QSettings settings(folder.path() + u"/desktop.ini"_s, QSettings::IniFormat);
    bench::Watchdog watchdog;
    play(session, settings, watchdog, count, "nothing else going on");
    {
        PullLikeWriter writer(session, count + 1);
        play(session, settings, watchdog, count, "while pages of 500 are written as by a pull");
        writer.stop();
        QElapsedTimer last;
        last.start();
        waitFor([&] { return last.elapsed() > 2000; });
        std::printf("(%d records were written meanwhile)\n", writer.written() - count - 1);
    }
    return 0;
}
