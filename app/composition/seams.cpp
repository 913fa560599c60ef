// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition/seams.h"

namespace frost {

SystemSeams::SystemSeams(const QString &dataFolder, SecretStore::Policy secrets)
    : m_compressed(m_network), m_breaker(m_compressed, m_clock, m_random), m_secrets(dataFolder, secrets)
{
}

} // namespace frost
