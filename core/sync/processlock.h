// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/sql.h"

#include <chrono>
#include <memory>

namespace frost {

//! A lock of the operating system, held until it is let go or the process ends, however that ends: SQLite's own write lock
//! on a small file, in which nothing is ever written.
class ProcessLock
{
public:
    //! @param name  of the file beside the company's, made where it is not there. Errors: Busy where somebody else holds it for
    //! longer than `patience`; Storage "lease.noLockFile" [company file].
    [[nodiscard]] static Result<ProcessLock> take(const QString &companyFile, const QString &name, std::chrono::milliseconds patience);

private:
    ProcessLock(std::unique_ptr<Sql> file, Transaction held) : m_file(std::move(file)), m_held(std::move(held)) { }

    std::unique_ptr<Sql> m_file;
    Transaction m_held; //!< goes before its file
};

} // namespace frost
