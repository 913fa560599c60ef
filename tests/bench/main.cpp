// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/workloads.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QJsonDocument>
#include <QLoggingCategory>
#include <QTemporaryDir>

#include <cstdio>

using namespace frost;
using namespace Qt::StringLiterals;

namespace {

int size(const QCommandLineParser &parser, const char *option)
{
    const int value = parser.value(QString::fromLatin1(option)).toInt();
    bench::require(value > 0, "sizes are positive numbers");
    return value;
}

void addSize(QCommandLineParser &parser, const char *option, int standard, const char *what)
{
    parser.addOption({QString::fromLatin1(option), QString::fromLatin1(what), u"number"_s, QString::number(standard)});
}

bench::Sizes sizes(QCommandLineParser &parser)
{
    const bench::Sizes standard;
    addSize(parser, "n", standard.invoices, "Invoices on the server.");
    addSize(parser, "edits", standard.edits, "W2: single edits, each of another invoice.");
    addSize(parser, "creates", standard.creates, "W3: invoices made offline.");
    addSize(parser, "changes", standard.changes, "W4: invoices changed on the server.");
    addSize(parser, "both", standard.bothSides, "W5: invoices edited on both sides.");
    addSize(parser, "reps", standard.repetitions, "Repetitions.");
    parser.addOption({u"json"_s, u"Print JSON."_s});
    parser.addHelpOption();
    parser.process(*QCoreApplication::instance());
    const bench::Sizes sizes{size(parser, "n"),
                             size(parser, "edits"),
                             size(parser, "creates"),
                             size(parser, "changes"),
                             std::min(size(parser, "both"), size(parser, "n") / (4 * size(parser, "reps"))),
                             size(parser, "reps")};
    bench::require(sizes.bothSides > 0 && (sizes.changes + 2 * sizes.bothSides) * sizes.repetitions <= sizes.invoices,
                   "n is enough for W4 and W5 to edit other invoices each time");
    return sizes;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QLoggingCategory::setFilterRules(u"frost.*=false"_s);
    const auto arguments = QCoreApplication::arguments();
    if (arguments.size() == 3 && arguments[1] == "--sync"_L1) {
        std::printf("%.1f\n", bench::Workloads::syncAndWeigh(arguments[2]));
        return 0;
    }
    if (arguments.size() == 4 && arguments[1] == "--open"_L1) {
        std::printf("%.3f\n", bench::Workloads::openAndRead(arguments[2], arguments[3]));
        return 0;
    }
    QCommandLineParser parser;
    const auto wanted = sizes(parser);
    const QTemporaryDir folder;
    bench::require(folder.isValid(), "there is a place for temporary files");
    bench::Workloads workloads(folder.path(), wanted);
    const auto &results = workloads.run();
    if (parser.isSet(u"json"_s))
        std::fputs(QJsonDocument(bench::toJson(results)).toJson().constData(), stdout);
    else
        bench::print(results);
    return 0;
}
