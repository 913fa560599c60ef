// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/auth/secretstore.h"

namespace frost {

using namespace Qt::StringLiterals;

QString SecretKey::toString() const
{
    // Names never hold a slash, so the parts cannot run into each other.
    return QStringList{tenant.toString(), company.toString(), connection.toString(), device.toString()}.join(u'/');
}

SecretStore::Policy SecretStore::policyFromEnvironment()
{
    return qgetenv("FROST_SECRETS") == "file" ? Policy::FilesOnly : Policy::KeychainFirst;
}

SecretStore::SecretStore(const QString &dataFolder, Policy policy) : m_files(dataFolder + "/secrets"_L1), m_policy(policy)
{
}

QCoro::Task<Result<SecretStore::Place>> SecretStore::write(SecretKey key, QByteArray secret)
{
    const auto name = key.toString();
    if (m_policy == Policy::KeychainFirst && co_await m_keychain.write(name, secret)) {
        if (auto removed = m_files.remove(name); !removed) // read() would find the old one there first
            co_return fail(removed.error());
        co_return Place::Keychain;
    }
    if (auto written = m_files.write(name, secret); !written)
        co_return fail(written.error());
    co_return Place::File;
}

QCoro::Task<Result<QByteArray>> SecretStore::read(SecretKey key)
{
    const auto name = key.toString();
    auto fromFile = m_files.read(name);
    if (!fromFile)
        co_return fail(fromFile.error());
    if (*fromFile)
        co_return **fromFile;
    if (m_policy == Policy::KeychainFirst) {
        const auto secret = co_await m_keychain.read(name);
        if (!secret)
            co_return fail(secret.error());
        if (*secret)
            co_return **secret;
    }
    co_return fail(ErrorKind::Unauthorized, u"secret.missing"_s, {key.connection.toString()});
}

QCoro::Task<Result<>> SecretStore::remove(SecretKey key)
{
    const auto name = key.toString();
    if (m_policy == Policy::KeychainFirst)
        co_await m_keychain.remove(name);
    co_return m_files.remove(name);
}

} // namespace frost
