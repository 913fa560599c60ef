// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QProcess>
#include <QUrl>

#include <memory>

namespace frost::demo {

//! A real frost-server as a child process, on a free port that it keeps over restarts.
class DemoServer
{
public:
    //! FROST_SERVER, else the program beside this one. Errors: Usage "demo.serverMissing" [path].
    [[nodiscard]] static Result<std::unique_ptr<DemoServer>> find(const QString &dataFolder);
    ~DemoServer();

    //! Errors: Internal "demo.serverFailed" [its words].
    [[nodiscard]] Result<> start();
    void stop(); //!< as an operator does
    void kill(); //!< as a power cut does
    [[nodiscard]] QUrl url() const { return m_url; }
    //! Makes tenant, company and user where missing. @return the user's token
    [[nodiscard]] Result<QByteArray> addUser(const QString &tenant, const QString &company, const QString &email);

private:
    DemoServer(QString program, QString dataFolder);
    [[nodiscard]] tl::unexpected<Error> failed(QProcess &process) const;

    QString m_program;
    QString m_dataFolder;
    std::unique_ptr<QProcess> m_process;
    QUrl m_url;
};

} // namespace frost::demo
