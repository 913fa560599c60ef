// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/agent/agent.h"
#include "app/agent/exitcodes.h"
#include "app/agent/help.h"
#include "app/agent/verb.h"
#include "app/agent/wording.h"

#include <QCoreApplication>
#include <QLoggingCategory>
#include <QStandardPaths>

using namespace frost;
using namespace Qt::StringLiterals;

namespace {

int failed(Output &output, const Error &error)
{
    output.message(wording::sentence(error));
    if (!output.hasAnswered())
        output.answer(wording::json(error));
    return exitcode::of(error);
}

int helped(Output &output, const Arguments &arguments)
{
    output.setForm(Output::Form::Text);
    if (arguments.has("--version"_L1))
        output.line("frost-agent "_L1 + QCoreApplication::applicationVersion());
    else
        output.line(arguments.verb ? helpText(*arguments.verb) : helpText());
    return exitcode::kDone;
}

int run(Output &output, Arguments arguments)
{
    const auto folder = arguments.has("--data"_L1) ? arguments.value("--data"_L1)
                                                   : QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    Agent agent(folder, output);
    const auto verb = arguments.verb;
    const auto done = QCoro::waitFor(verb->run(agent, std::move(arguments)));
    return done ? *done : failed(output, done.error());
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"frost"_s); // the data folder is shared with the desktop client
    QCoreApplication::setApplicationVersion(QStringLiteral(FROST_VERSION));
    // What people need to know is said in sentences; the log is for whoever sets QT_LOGGING_RULES.
    QLoggingCategory::setFilterRules(u"frost.*=false"_s);

    Output output;
    auto words = QCoreApplication::arguments().mid(1);
    if (words.contains("--json"_L1))
        output.setForm(Output::Form::Json);
    auto arguments = parseArguments(words);
    int exitCode = exitcode::kUsage;
    if (!arguments)
        exitCode = failed(output, arguments.error());
    else if (arguments->has("--help"_L1) || arguments->has("--version"_L1))
        exitCode = helped(output, *arguments);
    else
        exitCode = run(output, *std::move(arguments));
    if (!output.flush())
        return exitcode::worse(exitCode, failed(output, {ErrorKind::Storage, u"output.failed"_s, {}, {}, {}}));
    return exitCode;
}
