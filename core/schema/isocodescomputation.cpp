// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/computations.h"

#include <algorithm>

namespace frost {
namespace {

using namespace Qt::StringLiterals;

//! So many capital letters, and nothing else. Which of them are in use changes with the world, and is not asked.
bool isCode(const QString &text, qsizetype letters)
{
    return text.size() == letters && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'A' && c <= u'Z'; });
}

//! Warns of what cannot be a code of a currency (ISO 4217: three letters) or a country (ISO 3166-1: two).
class IsoCodes final : public Computation
{
public:
    IsoCodes(QString currency, QString country) : m_currency(std::move(currency)), m_country(std::move(country)) { }

    void warn(const QJsonObject &body, QList<Problem> &problems) const override
    {
        check(body, m_currency, 3, u"currency.impossible"_s, problems);
        check(body, m_country, 2, u"country.impossible"_s, problems);
    }

private:
    static void check(const QJsonObject &body, const QString &field, qsizetype letters, const QString &problem,
                      QList<Problem> &problems)
    {
        const QString code = field.isEmpty() ? QString() : body.value(field).toString();
        if (!code.isEmpty() && !isCode(code, letters))
            problems.append({field, problem, {code}});
    }

    QString m_currency;
    QString m_country;
};

} // namespace

std::shared_ptr<const Computation> makeIsoCodes(Parameters &parameters)
{
    const auto currency = parameters.field(u"currency"_s, {FieldKind::Text}, Parameters::Presence::Optional);
    const auto country = parameters.field(u"country"_s, {FieldKind::Text}, Parameters::Presence::Optional);
    return std::make_shared<IsoCodes>(currency, country);
}

} // namespace frost
