// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <qcorotask.h>
#include <QByteArray>
#include <QDeadlineTimer>
#include <QString>

#include <memory>
#include <optional>

namespace QKeychain {
class Job;
}

namespace frost {

//! The system's keychain (Secret Service or KWallet, Windows Credential Store, macOS Keychain). Every call ends within
//! kDeadline; a keychain that did not answer is left alone for kLeftAlone, so that a hanging one costs that time only now
//! and then. It may be locked and waiting for its person.
class Keychain
{
public:
    //! @return false: nothing was kept, or nobody knows whether it was
    QCoro::Task<bool> write(QString name, QByteArray secret);
    //! nullopt: not there, refused, or no keychain. Errors: Storage "secret.silent".
    QCoro::Task<Result<std::optional<QByteArray>>> read(QString name);
    QCoro::Task<> remove(QString name);

private:
    enum class Answer { Done, Refused, Silent };
    QCoro::Task<Answer> finish(std::shared_ptr<QKeychain::Job> job);

    Answer m_last = Answer::Done;
    QDeadlineTimer m_leftAlone; //!< until then m_last is the answer
};

} // namespace frost
