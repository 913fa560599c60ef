// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QtGlobal>

namespace frost::test {

//! How many cases a property of this program gets, where RC_PARAMS in the environment does not say ("max_success=1000000",
//! with QTEST_FUNCTION_TIMEOUT; "seed=…" repeats a run). Call before the first property.
inline void setCases(int count)
{
    const QByteArray parameters = qgetenv("RC_PARAMS");
    if (!parameters.contains("max_success="))
        qputenv("RC_PARAMS", (parameters + " max_success=" + QByteArray::number(count)).trimmed());
}

} // namespace frost::test
