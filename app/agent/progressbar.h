// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QString>

namespace frost {

//! A bar on standard error while something takes its time; silent where that is no terminal.
class ProgressBar
{
public:
    ProgressBar();
    ~ProgressBar(); //!< wipes it away
    ProgressBar(const ProgressBar &) = delete;
    ProgressBar &operator=(const ProgressBar &) = delete;

    //! @param total 0: not known
    void show(const QString &what, qint64 done, qint64 total);
    void wipe(); //!< before a line is written; the next show() draws it again

private:
    bool m_active;
    bool m_shown = false;
    QElapsedTimer m_sinceShown;
};

} // namespace frost
