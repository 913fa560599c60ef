// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qcorotask.h>
#include <QByteArray>
#include <QString>

#include <memory>
#include <optional>

namespace QKeychain {
class Job;
}

namespace frost {

//! The system's keychain (Secret Service or KWallet, Windows Credential Store, macOS Keychain). Every call ends within
//! kDeadline; a keychain that did not answer once is not asked again, so that a hanging one costs that time only once.
class Keychain
{
public:
    //! @return false: nothing was kept, or nobody knows whether it was
    QCoro::Task<bool> write(QString name, QByteArray secret);
    QCoro::Task<std::optional<QByteArray>> read(QString name); //!< nullopt: not there, refused, or no keychain
    QCoro::Task<> remove(QString name);

private:
    //! @return whether the job succeeded in time
    QCoro::Task<bool> finish(std::shared_ptr<QKeychain::Job> job);
    bool m_silent = false;
};

} // namespace frost
