// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QtGlobal>

namespace frost::e2e {

//! What a test cannot go on without; an error ends the program and says why.
template<class T>
T value(Result<T> result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().logLine()));
    return *std::move(result);
}
inline void done(const Result<> &result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().logLine()));
}

} // namespace frost::e2e
