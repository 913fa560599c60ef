// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/desktopsession.h"
#include "tests/bench/desktop/measure.h"
#include "tests/bench/invoices.h"
#include "ui/conflicts/mergedialog.h"
#include "ui/conflicts/mergemodel.h"
#include "ui/conflicts/mergepage.h"
#include "ui/conflicts/mergetree.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QJsonArray>
#include <QLabel>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

using namespace frost;
using namespace Qt::StringLiterals;
using bench::end;
using bench::measure;
using bench::value;
using bench::waitFor;

namespace {

const EntityType kInvoices(u"invoices"_s);
const ConnectionId kServer(u"frostserver"_s);
constexpr int kRows = 10; //!< each differs in four fields: forty in all
constexpr double kOpensWithin = 300; //!< ms
constexpr double kFrameWithin = 50;  //!< ms

//! What a person waits for, in ms.
struct Waits {
    double opened = 0;
    double slowestFrame = 0;
};

//! The same invoice as three people have it: every row differs in text, quantity, price and unit.
QJsonObject version(int number, const QString &who, int change)
{
    auto body = bench::invoice(number, u"tmp-customer"_s);
    const auto pattern = body["rows"_L1][0].toObject();
    QJsonArray rows;
    for (int i = 0; i < kRows; ++i) {
        auto row = pattern;
        row.insert(u"rowId"_s, u"r%1"_s.arg(i));
        row.insert(u"description"_s, u"Consulting hours in week %1, as told by %2"_s.arg(i).arg(who));
        row.insert(u"quantity"_s, QString::number(10 + i + change));
        row.insert(u"price"_s, QString::number(950 + change));
        row.insert(u"unit"_s, change == 0 ? u"h"_s : who.left(2));
        rows.append(row);
    }
    body.insert(u"rows"_s, rows);
    return body;
}

void fill(const DataFolder::Company &place, int count)
{
    SystemClock clock;
    SystemRandom random;
    value(Database::create(place, {u"accounting"_s}, clock, random, {}));
    auto company = value(Company::open(clock, random, place, {}));
    value(company->connections().add(kServer, u"frostserver"_s, {}));
    const auto &schema = *company->schema().find(kInvoices);
    const auto made = [&](int number, const QString &who, int change) {
        return value(derive(schema, value(normalise(schema, version(number, who, change), [] { return u"r"_s; }))));
    };
    auto transaction = value(Transaction::begin(company->database().sql(), Durability::ProcessCrash));
    auto invoices = value(company->database().objectStore(kInvoices));
    for (int i = 0; i < count; ++i) {
        Record record;
        record.id = LocalId(u"tmp-%1"_s.arg(i, 9, 10, QChar(u'0')));
        record.body = made(i, u"me"_s, 1);
        value(invoices.put(record));
        Conflict conflict;
        conflict.connection = kServer;
        conflict.type = kInvoices;
        conflict.record = record.id;
        conflict.severity = Severity::High;
        conflict.versions = {made(i, u"both"_s, 0), record.body, made(i, u"her"_s, 2)};
        conflict.fields = value(merge(schema, conflict.versions)).openPaths();
        value(company->conflicts().put(conflict));
    }
    value(transaction.commit());
}

Waits play(DesktopSession &session, int count)
{
    bench::Watchdog watchdog;
    std::unique_ptr<MergeDialog> dialog;
    const auto tree = [&] { return dialog->findChild<MergeTree *>(); };
    // The heading names the record, so another heading is another conflict.
    const auto heading = [&] { return dialog->findChild<MergePage *>()->findChild<QLabel *>()->text(); };
    const auto isShown = [&] { return tree()->currentPath().has_value() && tree()->mergeModel().rowCount() > 0; };
    Waits waits;
    waits.opened = measure(
        watchdog, qPrintable(u"open the dialog with %1 conflicts"_s.arg(count)),
        [&] {
            dialog = std::make_unique<MergeDialog>(session);
            dialog->show();
        },
        isShown).shown;
    for (int i = 0; i < 3; ++i) {
        const auto before = heading();
        measure(
            watchdog, "go to the next conflict", [&] { QTest::keyClick(dialog.get(), Qt::Key_PageDown, Qt::AltModifier); },
            [&] { return heading() != before && isShown(); });
    }
    tree()->expandAll();
    auto *bar = tree()->verticalScrollBar();
    int frames = 0;
    for (int at = bar->minimum(); at <= bar->maximum(); at += std::max(1, bar->singleStep())) { // frame by frame
        QElapsedTimer frame;
        frame.start();
        bar->setValue(at);
        tree()->viewport()->repaint();
        waits.slowestFrame = std::max(waits.slowestFrame, double(frame.nsecsElapsed()) / 1e6);
        ++frames;
        QCoreApplication::processEvents();
    }
    std::printf("%-44s slowest frame %6.1f ms of %d\n", "scroll through the fields", waits.slowestFrame, frames);
    measure(
        watchdog, "take all of one side", [&] { QTest::keyClick(dialog.get(), Qt::Key_3, Qt::ControlModifier | Qt::ShiftModifier); },
        [] { return true; });
    measure(
        watchdog, "take it back", [&] { QTest::keyClick(dialog.get(), Qt::Key_Z, Qt::ControlModifier); }, [] { return true; });
    for (int i = 0; i < 3; ++i)
        measure(watchdog, "choose one field", [&] { QTest::keyClick(tree(), Qt::Key_2); }, [] { return true; });
    return waits;
}

bool isWithin(const char *what, double took, double bound)
{
    if (took <= bound)
        return true;
    std::fprintf(stderr, "%s took %.1f ms, more than %.0f\n", what, took, bound);
    return false;
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Measures the merge dialog with many conflicts of forty fields each: how soon it answers, and its slowest frame."_s);
    parser.addHelpOption();
    const QCommandLineOption number(u"n"_s, u"Conflicts."_s, u"N"_s, u"500"_s);
    const QCommandLineOption limit(u"limit"_s, u"End with exit code 1 where it opens in more than %1 ms or a frame takes more than %2 ms."_s
                                                   .arg(kOpensWithin).arg(kFrameWithin));
    parser.addOptions({number, limit});
    parser.process(application);
    const QTemporaryDir temporary;
    const DataFolder folder(temporary.path());
    const int count = parser.value(number).toInt();
    fill(value(folder.place(TenantId(u"bench"_s), CompanyId(u"bench"_s))), count);
    DesktopSession session(folder.companies().first(), folder.path());
    bool opened = false;
    QObject::connect(&session, &DesktopSession::opened, &session, [&] { opened = true; });
    QObject::connect(&session, &DesktopSession::failed, &session, [](const Error &error) { end(error); });
    waitFor([&] { return opened; });
    const auto waits = play(session, count);
    if (!parser.isSet(limit))
        return 0;
    const bool opens = isWithin("opening the dialog", waits.opened, kOpensWithin);
    const bool scrolls = isWithin("the slowest frame", waits.slowestFrame, kFrameWithin);
    return opens && scrolls ? 0 : 1;
}
