// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demoserver/demoserver.h"
#include "core/activity/runs.h"
#include "tests/bench/benchdevice.h"
#include "tests/bench/invoices.h"
#include "tests/bench/process.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLoggingCategory>
#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>

using namespace frost;
using namespace Qt::StringLiterals;
using bench::orStop;

namespace {

constexpr int kCustomers = 20; //!< of each company, made offline
constexpr int kLook = 10;      //!< ms

QString companyName(int number)
{
    return u"c%1"_s.arg(number, 5, 10, QChar(u'0'));
}

//! A firm with many companies on one server; the first has much to send.
class Firm
{
public:
    Firm(const QString &folder, int companies, int invoices)
        : m_folder(folder + "/firm"_L1), m_companies(companies), m_server(orStop(DemoServer::find(folder + "/server"_L1)))
    {
        orStop(m_server->start());
        for (int i = 0; i < companies; ++i) {
            const auto token = orStop(m_server->addUser(u"bench"_s, companyName(i), u"anna@bench.example"_s));
            bench::BenchDevice device(m_folder, companyName(i));
            device.make(m_server->url(), token);
            for (int customer = 0; customer < kCustomers; ++customer)
                device.create("customers", bench::customer(customer));
            if (i == 0)
                device.createInvoices(0, invoices);
        }
    }

    //! `frost-agent sync` of all of them, and what it took.
    void sync(const char *what)
    {
        QProcess agent;
        agent.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        QElapsedTimer timer;
        timer.start();
        agent.start(program(), {u"sync"_s, u"--data"_s, m_folder, u"--json"_s});
        bench::require(agent.waitForStarted(), "frost-agent lies beside this program, or where FROST_AGENT says");
        double peak = 0;
        int open = 0;
        while (!agent.waitForFinished(kLook)) {
            peak = std::max(peak, bench::peakMegabytes(agent.processId()));
            open = std::max(open, bench::openFiles(agent.processId(), u".frost"_s));
        }
        const auto seconds = double(timer.elapsed()) / 1000;
        bench::require(agent.exitCode() == 0, "every company was synchronised");
        bench::require(QJsonDocument::fromJson(agent.readAllStandardOutput()).array().size() == m_companies, "none was left out");
        std::printf("%s: %d companies in %.1f s; at most %d files open, %.1f MB resident\n", what, m_companies, seconds, open, peak);
    }

    //! From the companies' own histories: whether one that takes long kept the others waiting.
    void tellOrder()
    {
        QList<Run> runs;
        for (int i = 0; i < m_companies; ++i) {
            bench::BenchDevice device(m_folder, companyName(i));
            device.open();
            runs.append(orStop(device.company().runs().list(1)).first());
        }
        const auto first = std::min_element(runs.begin(), runs.end(), [](const Run &a, const Run &b) { return a.startedAt < b.startedAt; });
        const auto begin = first->startedAt;
        qint64 longest = 0;
        int before = 0;
        for (qsizetype i = 1; i < runs.size(); ++i) {
            longest = std::max(longest, runs[i].startedAt.msecsTo(runs[i].endedAt));
            before += runs[i].endedAt < runs[0].endedAt ? 1 : 0;
        }
        std::printf("  the large one was done after %.1f s, %d others before it; of those none took longer than %lld ms\n",
                    double(begin.msecsTo(runs[0].endedAt)) / 1000, before, static_cast<long long>(longest));
    }

private:
    static QString program()
    {
        const auto named = qEnvironmentVariable("FROST_AGENT");
        return named.isEmpty() ? QCoreApplication::applicationDirPath() + "/frost-agent"_L1 : named;
    }

    QString m_folder;
    int m_companies;
    std::unique_ptr<DemoServer> m_server;
};

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QLoggingCategory::setFilterRules(u"frost.*=false"_s);
    qputenv("FROST_SECRETS", "file");
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Measures one frost-agent that synchronises many companies."_s);
    parser.addHelpOption();
    const QCommandLineOption companies(u"n"_s, u"Companies, a file each."_s, u"N"_s, u"1000"_s);
    const QCommandLineOption invoices(u"large"_s, u"Invoices that the first of them has to send."_s, u"N"_s, u"20000"_s);
    parser.addOptions({companies, invoices});
    parser.process(application);
    const QTemporaryDir folder;
    bench::require(folder.isValid(), "there is a place for temporary files");
    Firm firm(folder.path(), parser.value(companies).toInt(), parser.value(invoices).toInt());
    firm.sync("everything to send");
    firm.tellOrder();
    firm.sync("nothing to do");
    return 0;
}
