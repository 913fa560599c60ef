// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <optional>

namespace frost {

//! Secrets as files in a folder of their own, readable by their owner only (0600 in 0700). File names are hashes.
class SecretFiles
{
public:
    explicit SecretFiles(QString folder) : m_folder(std::move(folder)) { }

    //! Replaces atomically. Errors: Storage "secret.unwritable" [path].
    [[nodiscard]] Result<> write(const QString &name, const QByteArray &secret);
    //! nullopt: not there. Errors: Storage "secret.unreadable" [path].
    [[nodiscard]] Result<std::optional<QByteArray>> read(const QString &name) const;
    [[nodiscard]] Result<> remove(const QString &name); //!< it is not an error if it is not there

private:
    [[nodiscard]] QString pathOf(const QString &name) const;
    QString m_folder;
};

} // namespace frost
