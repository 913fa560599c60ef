// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/synccenter/connectiontext.h"

#include <QCoreApplication>

#include <algorithm>

namespace frost {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;
using std::chrono::seconds;

namespace {

struct ProviderName {
    const char *provider;
    const char *name;
};

// Trade names are the same in every language.
constexpr ProviderName kTradeNames[]{
    {"fortnox", "Fortnox"}, {"visma", "Visma eEkonomi"}, {"woocommerce", "WooCommerce"},
    {"odoo", "Odoo"},       {"shopify", "Shopify"},      {"netsuite", "NetSuite"},
};

QString translated(const char *source, int n = -1)
{
    return QCoreApplication::translate("Connection", source, nullptr, n);
}

} // namespace

QString connectionName(const ConnectionId &id, const QString &provider, Place place)
{
    if (id.toString() != provider)
        return id.toString();
    for (const auto &known : kTradeNames) {
        if (provider == QLatin1StringView(known.provider))
            return QString::fromLatin1(known.name);
    }
    if (provider != "frostserver"_L1)
        return provider;
    switch (place) {
    case Place::Alone: return translated(QT_TRANSLATE_NOOP("Connection", "Company server"));
    case Place::Within: return translated(QT_TRANSLATE_NOOP("Connection", "the company server"));
    case Place::Bracketed: return translated(QT_TRANSLATE_NOOP("Connection", "company server"));
    }
    return provider;
}

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

} // namespace frost
