// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/agent/agent.h"

namespace frost {

//! One open company and one entity type: what all verbs about records begin with.
struct RecordPlace {
    std::unique_ptr<OpenCompany> company;
    EntityType type;
    const EntitySchema *schema = nullptr;
};
//! From --company and the first place. Errors: those of Agent::open; NotFound "type.unknown".
[[nodiscard]] Result<RecordPlace> recordPlace(Agent &agent, const Arguments &arguments);

//! One record that is there.
struct RecordAt {
    RecordPlace place;
    LocalId id;
};
//! From --company and both places. Errors also: NotFound "record.unknown".
[[nodiscard]] Result<RecordAt> recordAt(Agent &agent, const Arguments &arguments);

} // namespace frost
