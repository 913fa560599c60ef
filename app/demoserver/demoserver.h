// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QProcess>
#include <QUrl>

#include <memory>

namespace frost {

//! A real frost-server as a child process, for demos and benchmarks: on a free port of this computer, which it keeps over
//! restarts. It ends with this object; its data stay in the folder, which the caller removes. Every call waits for the
//! process, up to 45 s: not for a thread that draws.
class DemoServer
{
public:
    //! The program that FROST_SERVER names, else the one beside this program. Nothing is started yet.
    //! @param dataFolder is made where it is missing; usually in a QTemporaryDir
    //! Errors: Usage "demo.serverMissing" [path].
    [[nodiscard]] static Result<std::unique_ptr<DemoServer>> find(const QString &dataFolder);
    ~DemoServer();
    DemoServer(const DemoServer &) = delete;
    DemoServer &operator=(const DemoServer &) = delete;

    //! Returns when it takes requests. Not while it runs. Errors: Internal "demo.serverFailed" [its words].
    [[nodiscard]] Result<> start();
    void stop(); //!< as an operator does; no error if it does not run
    void kill(); //!< as a power cut does; no error if it does not run
    [[nodiscard]] QUrl url() const { return m_url; } //!< empty before the first start
    //! Makes tenant, company and user where missing, whether it runs or not; the user becomes a bookkeeper.
    //! @return the user's token. Errors: Internal "demo.serverFailed" [its words].
    [[nodiscard]] Result<QByteArray> addUser(const QString &tenant, const QString &company, const QString &email);

private:
    DemoServer(QString program, QString dataFolder);
    [[nodiscard]] tl::unexpected<Error> failed(QProcess &process) const;

    QString m_program;
    QString m_dataFolder;
    std::unique_ptr<QProcess> m_process;
    QUrl m_url;
};

} // namespace frost
