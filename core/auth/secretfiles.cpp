// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/auth/secretfiles.h"

#include "core/base/json.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

// On Windows Qt sets the access list of the file's owner accordingly; there the folder lies in the user's profile too.
constexpr QFileDevice::Permissions kOwnersFile = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
constexpr QFileDevice::Permissions kOwnersFolder = kOwnersFile | QFileDevice::ExeOwner;

tl::unexpected<Error> unwritable(const QString &path, const QString &reason)
{
    return fail(ErrorKind::Storage, u"secret.unwritable"_s, {path}, reason);
}

} // namespace

QString SecretFiles::pathOf(const QString &name) const
{
    return m_folder + u'/' + QString::fromLatin1(sha256Hex(name.toUtf8()));
}

Result<> SecretFiles::write(const QString &name, const QByteArray &secret)
{
    if (!QDir().mkpath(m_folder) || !QFile::setPermissions(m_folder, kOwnersFolder))
        return unwritable(m_folder, {});
    QSaveFile file(pathOf(name));
    // Permissions first: the bytes must never be in a file that others may read.
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(kOwnersFile) || file.write(secret) != secret.size()
        || !file.commit())
        return unwritable(file.fileName(), file.errorString());
    return {};
}

Result<std::optional<QByteArray>> SecretFiles::read(const QString &name) const
{
    QFile file(pathOf(name));
    if (!file.exists())
        return std::nullopt;
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::Storage, u"secret.unreadable"_s, {file.fileName()}, file.errorString());
    return file.readAll();
}

Result<> SecretFiles::remove(const QString &name)
{
    QFile file(pathOf(name));
    if (file.exists() && !file.remove())
        return unwritable(file.fileName(), file.errorString());
    return {};
}

} // namespace frost
