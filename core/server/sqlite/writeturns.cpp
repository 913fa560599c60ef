// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/sqlite/writeturns.h"

namespace frost::server {

WriteTurns::Turn WriteTurns::take(const TenantId &tenant)
{
    const QString name = tenant.toString();
    std::unique_lock lock(m_mutex);
    const quint64 number = ++m_lines[name].last;
    m_passed.wait(lock, [&] { return m_lines.at(name).served + 1 == number; });
    return Turn(*this, name);
}

quint64 WriteTurns::inLine(const TenantId &tenant) const
{
    const std::lock_guard lock(m_mutex);
    const auto line = m_lines.find(tenant.toString());
    return line == m_lines.end() ? 0 : line->second.last - line->second.served;
}

void WriteTurns::pass(const QString &tenant)
{
    const std::lock_guard lock(m_mutex);
    const auto line = m_lines.find(tenant);
    if (++line->second.served == line->second.last)
        m_lines.erase(line);
    m_passed.notify_all();
}

} // namespace frost::server
