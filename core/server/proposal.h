// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/touchedrecords.h"

namespace frost::server {

//! What a create or an update would store, every field as it would stand, and what forbids it.
struct Proposal {
    QJsonObject body;   //!< references real, numbers given, derived fields computed
    QByteArray bytes;   //!< the same, canonical
    QString naturalKey; //!< empty: none
    QString naturalKeyBefore;
    struct Number {
        QString series;
        qint64 next = 0; //!< the series goes on with this
    };
    std::optional<Number> number;
    std::optional<Error> problem; //!< the record breaks a rule; asked only once there is no conflict. The derived
                                  //!< fields are as sent where they cannot be computed
};

//! @param stored the record that is updated; nullptr: a create.
//! Errors: those of the store and of derive(), but for what the record's own content forbids.
[[nodiscard]] Result<Proposal> propose(const PushDraft &draft, const StoredRecord *stored,
                                       const TouchedRecords &touched, CompanyStore &store);

} // namespace frost::server
