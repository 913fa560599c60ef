// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QtGlobal>

namespace frost::test {

//! How many cases a property of this program gets, a hundred times as many with --long (a million of planner and merge
//! together), where RC_PARAMS in the environment does not say ("max_success=…"; "seed=…" repeats a run). Call before the first
//! property.
inline void setCases(int count)
{
    const bool isLong = qEnvironmentVariableIsSet("FROST_TEST_LONG");
    const QByteArray parameters = qgetenv("RC_PARAMS");
    if (!parameters.contains("max_success="))
        qputenv("RC_PARAMS", (parameters + " max_success=" + QByteArray::number(isLong ? count * 100 : count)).trimmed());
}

} // namespace frost::test
