// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/computations.h"

#include <algorithm>
#include <array>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

struct Maker {
    QStringView name;
    std::shared_ptr<const Computation> (*make)(Parameters &);
};
constexpr std::array kMakers{
    Maker{u"documentTotals", makeDocumentTotals},
    Maker{u"ocr", makeOcr},
    Maker{u"debitCreditBalance", makeDebitCreditBalance},
    Maker{u"swedishNumbers", makeSwedishNumbers},
    Maker{u"isoCodes", makeIsoCodes},
};

} // namespace

Result<std::shared_ptr<const Computation>> makeComputation(const Calculation &calculation, const EntitySchema &schema)
{
    const auto maker = std::find_if(kMakers.begin(), kMakers.end(),
                                    [&calculation](const Maker &known) { return known.name == calculation.name; });
    if (maker == kMakers.end())
        return fail(ErrorKind::Usage, u"calculation.unknown"_s, {calculation.name});
    Parameters parameters(schema, calculation.parameters);
    auto computation = maker->make(parameters);
    FROST_TRY(parameters.check());
    return computation;
}

Decimal decimalIn(const QJsonObject &body, const QString &name)
{
    const auto at = body.constFind(name);
    return at == body.constEnd() ? Decimal() : Decimal::parse(at->toString()).value_or(Decimal());
}

} // namespace frost
