// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/runcoordinator.h"

namespace frost {

using namespace Qt::StringLiterals;

RunCoordinator::Turn::Turn(RunCoordinator &coordinator, RunOrigin origin) : m_coordinator(coordinator), m_origin(origin)
{
    (m_origin == RunOrigin::Manual ? m_coordinator.m_manual : m_coordinator.m_automatic).append(this);
}

RunCoordinator::Turn::~Turn()
{
    if (m_running)
        --m_coordinator.m_running;
    m_coordinator.m_manual.removeOne(this);
    m_coordinator.m_automatic.removeOne(this);
}

bool RunCoordinator::Turn::isNext() const
{
    return m_running || (m_coordinator.m_running < m_coordinator.m_most && m_coordinator.first() == this);
}

bool RunCoordinator::Turn::begin()
{
    if (m_running)
        return true;
    if (!isNext())
        return false;
    (m_origin == RunOrigin::Manual ? m_coordinator.m_manual : m_coordinator.m_automatic).removeFirst();
    ++m_coordinator.m_running;
    m_running = true;
    return true;
}

const RunCoordinator::Turn *RunCoordinator::first() const
{
    if (!m_manual.isEmpty())
        return m_manual.constFirst();
    return m_automatic.isEmpty() ? nullptr : m_automatic.constFirst();
}

Result<std::optional<RunPlace>> RunPlace::take(const QString &companyFile, int most)
{
    for (int place = 1; place <= most; ++place) {
        auto lock = ProcessLock::take(companyFile, u"run-%1"_s.arg(place), std::chrono::milliseconds(0));
        if (lock)
            return std::optional(RunPlace(*std::move(lock)));
        if (lock.error().kind != ErrorKind::Busy)
            return fail(lock.error());
    }
    return std::optional<RunPlace>();
}

} // namespace frost
