// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bookkeeping/ocr.h"
#include "core/bookkeeping/swedishnumbers.h"
#include "core/schema/computations.h"

#include <array>

namespace frost {
namespace {

using namespace Qt::StringLiterals;

struct NumberCheck {
    QStringView parameter;
    QStringView problem;
    bool (*isPossible)(QStringView);
};
constexpr std::array kChecks{
    NumberCheck{u"organisationNumber", u"organisationNumber.impossible", isOrganisationNumber},
    NumberCheck{u"vatNumber", u"vatNumber.impossible", isSwedishVatNumber},
    NumberCheck{u"bankgiro", u"bankgiro.impossible", isBankgiro},
    NumberCheck{u"plusgiro", u"plusgiro.impossible", isPlusgiro},
    NumberCheck{u"ocr", u"ocr.impossible", isOcrReference},
};

//! Warns of Swedish numbers that cannot exist. Records of another country are left alone.
class SwedishNumbers final : public Computation
{
public:
    SwedishNumbers(QString country, std::array<QString, kChecks.size()> fields)
        : m_country(std::move(country)), m_fields(std::move(fields))
    { }

    void warn(const QJsonObject &body, QList<Problem> &problems) const override
    {
        const QString country = m_country.isEmpty() ? QString() : body.value(m_country).toString();
        if (!country.isEmpty() && country != u"SE")
            return;
        for (std::size_t i = 0; i < kChecks.size(); ++i) {
            const QString number = m_fields[i].isEmpty() ? QString() : body.value(m_fields[i]).toString();
            if (!number.isEmpty() && !kChecks[i].isPossible(number))
                problems.append({m_fields[i], kChecks[i].problem.toString(), {number}});
        }
    }

private:
    QString m_country;
    std::array<QString, kChecks.size()> m_fields;
};

} // namespace

std::shared_ptr<const Computation> makeSwedishNumbers(Parameters &parameters)
{
    const auto textField = [&parameters](const QString &key) {
        return parameters.field(key, {FieldKind::Text}, Parameters::Presence::Optional);
    };
    std::array<QString, kChecks.size()> fields;
    for (std::size_t i = 0; i < kChecks.size(); ++i)
        fields[i] = textField(kChecks[i].parameter.toString());
    return std::make_shared<SwedishNumbers>(textField(u"country"_s), fields);
}

} // namespace frost
