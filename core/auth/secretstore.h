// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/auth/keychain.h"
#include "core/auth/secretfiles.h"
#include "core/base/id.h"
#include "core/base/result.h"

#include <qcorotask.h>

namespace frost {

//! Whose secret it is. The device keeps two data folders of one person apart in the one keychain that they share.
struct SecretKey {
    TenantId tenant;
    CompanyId company;
    ConnectionId connection;
    DeviceId device;
    [[nodiscard]] QString toString() const; //!< different keys give different texts
};

//! Tokens of connections. They live in the system's keychain; where none runs, in a file that only its owner may read,
//! and the front end says so. Never in settings, never in a log.
class SecretStore
{
public:
    enum class Place { Keychain, File };
    enum class Policy {
        KeychainFirst,
        FilesOnly, //!< servers without a session, and tests
    };
    //! FilesOnly where the environment variable FROST_SECRETS is "file".
    [[nodiscard]] static Policy policyFromEnvironment();

    //! @param dataFolder files go to its folder "secrets"
    SecretStore(const QString &dataFolder, Policy policy);

    //! Replaces what was there, in either place. @return where it is now.
    //! Errors: Storage "secret.unwritable" [path].
    QCoro::Task<Result<Place>> write(SecretKey key, QByteArray secret);
    //! Errors: Unauthorized "secret.missing" [connection]; Storage "secret.unreadable" [path], "secret.silent" where the
    //! keychain does not answer: it may be locked, so asking again is worth it.
    QCoro::Task<Result<QByteArray>> read(SecretKey key);
    //! It is not an error if it is not there. Errors: Storage "secret.unwritable" [path].
    QCoro::Task<Result<>> remove(SecretKey key);

private:
    Keychain m_keychain;
    SecretFiles m_files;
    Policy m_policy;
};

} // namespace frost
