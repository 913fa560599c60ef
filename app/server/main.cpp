// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/accountcommands.h"
#include "app/server/serve.h"

#include <QCoreApplication>

namespace frost::server {

static ExitCode run(const PrintCommand &command)
{
    print(command.text);
    return ExitCode::Done;
}

} // namespace frost::server

int main(int argc, char *argv[])
{
    using namespace frost::server;
    qputenv("QT_FORCE_STDERR_LOGGING", "1"); // the log is for whoever started the server
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("frost-server"));
    const auto command = parseCommandLine(QCoreApplication::arguments());
    const ExitCode code =
        command ? std::visit([](const auto &wanted) { return run(wanted); }, *command) : report(command.error());
    return int(code);
}
