// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/agent/recordplace.h"

namespace frost {

using namespace Qt::StringLiterals;

Result<RecordPlace> recordPlace(Agent &agent, const Arguments &arguments)
{
    auto company = agent.open(arguments.value("--company"_L1));
    FROST_TRY(company);
    const auto schema = schemaOf(**company, arguments.place(0));
    FROST_TRY(schema);
    return RecordPlace{*std::move(company), (*schema)->type, *schema};
}

Result<RecordAt> recordAt(Agent &agent, const Arguments &arguments)
{
    auto place = recordPlace(agent, arguments);
    FROST_TRY(place);
    const auto id = place->company->recordId(place->type, arguments.place(1));
    FROST_TRY(id);
    return RecordAt{*std::move(place), *id};
}

} // namespace frost
