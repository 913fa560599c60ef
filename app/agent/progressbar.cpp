// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/agent/progressbar.h"

#include "app/agent/output.h"

#include <algorithm>
#include <cstdio>
#include <utility>

namespace frost {

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 kBetween = 100; //!< ms; an eye cannot follow more, a slow line should not carry it
constexpr qint64 kWidth = 30;
constexpr const char *kWipe = "\r\033[K";
}

ProgressBar::ProgressBar() : m_active(Output::messagesToTerminal()) { }

ProgressBar::~ProgressBar()
{
    wipe();
}

void ProgressBar::wipe()
{
    if (std::exchange(m_shown, false))
        std::fputs(kWipe, stderr);
}

void ProgressBar::show(const QString &what, qint64 done, qint64 total)
{
    if (!m_active || (m_shown && m_sinceShown.elapsed() < kBetween))
        return;
    m_shown = true;
    m_sinceShown.start();
    QString text = what + u' ' + QString::number(done);
    if (total > 0) {
        const auto filled = qsizetype(std::clamp(done * kWidth / total, qint64(0), kWidth));
        text = u'[' + QString(filled, u'#') + QString(qsizetype(kWidth) - filled, u'.') + u"] "_s + text + u" / "_s
            + QString::number(total);
    }
    std::fputs(kWipe, stderr);
    std::fputs(text.toUtf8().constData(), stderr);
    std::fflush(stderr);
}

} // namespace frost
