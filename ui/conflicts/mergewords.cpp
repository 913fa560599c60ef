// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conflicts/mergewords.h"

#include "ui/conflicts/mergetext.h"

#include <QLocale>

#include <array>

namespace frost::wording {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kOwnServer = "frostserver"_L1;

struct ProviderName {
    QLatin1StringView provider;
    const char *name;
};
// Names of products are the same in every language; our own server has a word.
constexpr std::array kProviders{
    ProviderName{kOwnServer, QT_TRANSLATE_NOOP("MergeText", "Company server")},
    ProviderName{"fortnox"_L1, "Fortnox"},
    ProviderName{"visma"_L1, "Visma eEkonomi"},
    ProviderName{"woocommerce"_L1, "WooCommerce"},
    ProviderName{"odoo"_L1, "Odoo"},
    ProviderName{"shopify"_L1, "Shopify"},
    ProviderName{"netsuite"_L1, "NetSuite"},
};

} // namespace

QString severityLabel(Severity severity)
{
    switch (severity) {
    case Severity::Critical: return MergeText::tr("Critical");
    case Severity::High: return MergeText::tr("High");
    case Severity::Medium: return MergeText::tr("Medium");
    case Severity::Low: return MergeText::tr("Low");
    }
    return {};
}

QString providerLabel(const QString &provider)
{
    for (const auto &known : kProviders) {
        if (known.provider == provider)
            return MergeText::tr(known.name);
    }
    return provider;
}

QString providerInSentence(const QString &provider)
{
    return provider == kOwnServer ? MergeText::tr("the company server") : providerLabel(provider);
}

QString choiceLabel(Choice choice, const QString &provider)
{
    switch (choice) {
    case Choice::None: return MergeText::tr("no choice");
    case Choice::Base: return MergeText::tr("base");
    case Choice::Mine: return MergeText::tr("mine");
    case Choice::Theirs: return providerLabel(provider);
    case Choice::Both: return MergeText::tr("both");
    case Choice::Edited: return MergeText::tr("edited");
    }
    return {};
}

QString momentText(const QDateTime &instant)
{
    if (!instant.isValid())
        return MergeText::tr("at an unknown time");
    const auto local = instant.toLocalTime();
    const QLocale locale;
    return locale.toString(local, local.date().year() == QDate::currentDate().year()
                                      ? MergeText::tr("d MMMM HH:mm")
                                      : MergeText::tr("d MMMM yyyy HH:mm"));
}

} // namespace frost::wording
