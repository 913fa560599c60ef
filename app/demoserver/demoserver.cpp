// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demoserver/demoserver.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QFileInfo>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

constexpr int kDeadline = 45'000; //!< ms; a loaded computer may take long, a server that takes longer is not going to

#ifdef Q_OS_WIN
constexpr QLatin1StringView kProgram{"frost-server.exe"};
#else
constexpr QLatin1StringView kProgram{"frost-server"};
#endif

} // namespace

Result<std::unique_ptr<DemoServer>> DemoServer::find(const QString &dataFolder)
{
    auto program = qEnvironmentVariable("FROST_SERVER");
    if (program.isEmpty())
        program = QCoreApplication::applicationDirPath() + u'/' + kProgram;
    if (!QFileInfo(program).isExecutable())
        return fail(ErrorKind::Usage, u"demo.serverMissing"_s, {program});
    return std::unique_ptr<DemoServer>(new DemoServer(program, dataFolder));
}

DemoServer::DemoServer(QString program, QString dataFolder) : m_program(std::move(program)), m_dataFolder(std::move(dataFolder)) { }

DemoServer::~DemoServer()
{
    stop();
}

tl::unexpected<Error> DemoServer::failed(QProcess &process) const
{
    const auto words = QString::fromUtf8(process.readAllStandardError()).trimmed();
    return fail(ErrorKind::Internal, u"demo.serverFailed"_s, {words.isEmpty() ? process.errorString() : words});
}

Result<> DemoServer::start()
{
    m_process = std::make_unique<QProcess>();
    const auto address = m_url.isEmpty() ? u"127.0.0.1:0"_s : u"127.0.0.1:%1"_s.arg(m_url.port());
    m_process->start(m_program, {u"--data"_s, m_dataFolder, u"--listen"_s, address});
    QByteArray said;
    QDeadlineTimer deadline(kDeadline);
    while (!said.contains('\n')) {
        if (!m_process->waitForReadyRead(int(deadline.remainingTime())))
            return failed(*m_process);
        said += m_process->readAllStandardOutput();
    }
    const auto line = QString::fromUtf8(said.left(said.indexOf('\n'))).trimmed();
    m_url = QUrl(line.section(u' ', -1));
    if (!line.startsWith("listening on "_L1) || m_url.port() <= 0)
        return fail(ErrorKind::Internal, u"demo.serverFailed"_s, {line});
    return {};
}

void DemoServer::stop()
{
    if (!m_process)
        return;
    m_process->terminate();
    if (!m_process->waitForFinished(kDeadline))
        kill();
    m_process.reset();
}

void DemoServer::kill()
{
    if (!m_process)
        return;
    m_process->kill();
    m_process->waitForFinished(kDeadline);
    m_process.reset();
}

Result<QByteArray> DemoServer::addUser(const QString &tenant, const QString &company, const QString &email)
{
    QProcess process;
    process.start(m_program, {u"user"_s, u"add"_s, u"--data"_s, m_dataFolder, u"--tenant"_s, tenant, u"--company"_s, company,
                              u"--email"_s, email, u"--role"_s, u"bookkeeper"_s});
    if (!process.waitForFinished(kDeadline) || process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        return failed(process);
    return process.readAllStandardOutput().trimmed();
}

} // namespace frost
