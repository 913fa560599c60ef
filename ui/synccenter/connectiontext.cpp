// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/synccenter/connectiontext.h"

#include "ui/wording/connectionname.h"
#include "ui/wording/errortext.h"

#include <QCoreApplication>

#include <algorithm>

namespace frost {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;
using std::chrono::seconds;

namespace {

QString translated(const char *source, int n = -1)
{
    return QCoreApplication::translate("Connection", source, nullptr, n);
}

} // namespace

QString timeText(const QDateTime &instant, const QDateTime &now, const QLocale &locale)
{
    const auto local = instant.toLocalTime();
    if (local.date() == now.toLocalTime().date())
        return locale.toString(local.time(), QLocale::ShortFormat);
    return locale.toString(local, QLocale::ShortFormat);
}

QString durationText(seconds duration)
{
    const auto s = std::max<qint64>(1, duration.count());
    if (s < 60)
        return translated(QT_TRANSLATE_N_NOOP("Connection", "%n s"), int(s));
    const auto minutes = (s + 59) / 60;
    if (minutes < 60)
        return translated(QT_TRANSLATE_N_NOOP("Connection", "%n min"), int(minutes));
    const auto hours = translated(QT_TRANSLATE_N_NOOP("Connection", "%n h"), int(minutes / 60));
    if (minutes % 60 == 0)
        return hours;
    return hours + u' ' + translated(QT_TRANSLATE_N_NOOP("Connection", "%n min"), int(minutes % 60));
}

std::optional<seconds> countedDown(const QDateTime &until, const QDateTime &now)
{
    const auto left = std::chrono::ceil<seconds>(milliseconds(now.msecsTo(until)));
    return left > kCountedDown ? std::nullopt : std::optional(std::max(left, seconds(0)));
}

QString elapsedText(milliseconds duration, const QLocale &locale)
{
    const auto ms = std::max<qint64>(0, duration.count());
    if (ms < 10'000)
        return translated(QT_TRANSLATE_NOOP("Connection", "%1 s")).arg(locale.toString(double(ms) / 1000, 'f', 1));
    const auto s = (ms + 500) / 1000;
    if (s < 60)
        return translated(QT_TRANSLATE_N_NOOP("Connection", "%n s"), int(s));
    if (s < 3600)
        return translated(QT_TRANSLATE_NOOP("Connection", "%1 min %2 s")).arg(s / 60).arg(s % 60);
    return durationText(seconds(s));
}

QString pastErrorText(const QString &code, const ConnectionId &id, const QString &provider)
{
    if (code == "remote.status"_L1) // which one is not known any more
        return translated(QT_TRANSLATE_NOOP("Connection", "the server answered with a failure."));
    return wording::codeText(code, {wording::connectionName(id, provider, wording::Place::Within)});
}

} // namespace frost
