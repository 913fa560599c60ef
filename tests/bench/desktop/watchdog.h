// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBasicTimer>
#include <QElapsedTimer>
#include <QObject>

#include <algorithm>

namespace frost::bench {

//! How long the thread it lives on was kept from its event loop, at the worst. A tick is due every millisecond.
class Watchdog final : public QObject
{
public:
    Watchdog()
    {
        m_timer.start(1, Qt::PreciseTimer, this);
        m_clock.start();
    }
    //! Since the last call, in ms.
    [[nodiscard]] double takeWorst()
    {
        tick(); // what is going on right now counts
        return std::exchange(m_worst, 0);
    }

protected:
    void timerEvent(QTimerEvent *) override { tick(); }

private:
    void tick()
    {
        m_worst = std::max(m_worst, double(m_clock.nsecsElapsed()) / 1e6);
        m_clock.start();
    }

    QBasicTimer m_timer;
    QElapsedTimer m_clock;
    double m_worst = 0;
};

} // namespace frost::bench
