// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/requestpreview.h"
#include "ui/conflicts/conflictcase.h"

namespace frost {

//! One request with what is said of it; a value that crosses from a lane to the UI.
struct RequestCase {
    PlannedRequest request;
    ConflictCase words; //!< from what the system has to what it is sent
    QString waitsFor;   //!< the record that has to be there first, or the provider of the connection that has to have it
};
//! What is to be worked out on a lane.
struct SendWish {
    struct Outcome {
        std::optional<QJsonObject> body; //!< nullopt: deleted
    };
    Conflict conflict;
    std::optional<Outcome> outcome; //!< nullopt: nothing could be saved yet
    bool mayKeepBoth = false;
    bool mayCorrect = false;
};
struct SendCases {
    QList<RequestCase> requests;
    QList<RequestCase> keptBoth;   //!< where both were kept instead
    QList<ConflictCase> corrected; //!< the systems that a correcting record would go to
};
//! For a job on a lane: reads. Errors: those of plannedRequests() and plannedKeepBoth().
[[nodiscard]] Result<SendCases> readRequests(Company &company, const SendWish &wish);

} // namespace frost
