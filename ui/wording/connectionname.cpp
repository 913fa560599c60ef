// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wording/connectionname.h"

#include <QCoreApplication>

namespace frost::wording {

using namespace Qt::StringLiterals;

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

QString translated(const char *source)
{
    return QCoreApplication::translate("Connection", source);
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

} // namespace frost::wording
