// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/processlock.h"
#include "core/sync/tuning.h"

#include <QList>

#include <optional>

namespace frost {

//! Whose wish a run is.
enum class RunOrigin {
    Automatic, //!< an edit, a reconnect, the interval
    Manual,    //!< a person waits for it: it goes first, and failed operations get another try
};

//! Which runs of one company go on at the same time (R-SYN-07): so many at most, each on a connection of its own, those that
//! a person asked for before the others, else in the order of asking. One thread.
class RunCoordinator
{
public:
    explicit RunCoordinator(int most = kMostRuns) : m_most(most) { }

    //! A run's place, from the wish until the end.
    class Turn
    {
    public:
        //! @param coordinator outlives the turn
        Turn(RunCoordinator &coordinator, RunOrigin origin);
        ~Turn();
        Q_DISABLE_COPY_MOVE(Turn)
        //! Whether begin() would let it.
        [[nodiscard]] bool isNext() const;
        //! Whether the run goes on from now on; else it is asked again a little later.
        [[nodiscard]] bool begin();

    private:
        RunCoordinator &m_coordinator;
        RunOrigin m_origin;
        bool m_running = false;
    };

private:
    [[nodiscard]] const Turn *first() const;

    int m_most;
    int m_running = 0;
    QList<const Turn *> m_manual, m_automatic; //!< waiting, in the order of asking
};

//! One of the places that the runs of a company share among all processes: as many runs at most go on at the same time,
//! however many programs have the company open. Held as long as it lives.
class RunPlace
{
public:
    //! nullopt: all are taken. Errors: Storage "lease.noLockFile" [company file].
    [[nodiscard]] static Result<std::optional<RunPlace>> take(const QString &companyFile, int most = kMostRuns);

private:
    explicit RunPlace(ProcessLock lock) : m_lock(std::move(lock)) { }
    ProcessLock m_lock;
};

} // namespace frost
