// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/composition/opencompany.h"

namespace frost {

//! Whether everything a company's file says fits together.
struct Verification {
    enum class Check {
        Store,      //!< SQLite's own checks, indexes against bodies
        Audit,      //!< the chain of hashes
        Queue,      //!< counters against the rows they count (R-QUE-09)
        Operations, //!< every open operation has its record
        Conflicts,  //!< open conflicts and operations in conflict are the same records
        Links,      //!< at most one remote id a record and one record a remote id, for each connection
    };
    static constexpr std::array kChecks{Check::Store, Check::Audit,     Check::Queue,
                                        Check::Operations, Check::Conflicts, Check::Links};
    struct Finding {
        Check check = Check::Store;
        QString what; //!< "code: part, part", or of one row of the audit trail "row: code"; no sentence
    };
    QList<Finding> findings; //!< empty: sound

    //! An id that something refers to and whose record has not come yet. Not damage: the next pull may bring it.
    struct Promise {
        ConnectionId connection;
        EntityType type;
        RemoteId remote;
    };
    QList<Promise> promises;
};

[[nodiscard]] QString toString(Verification::Check check); //!< "store" ...

//! Reads everything, changes nothing.
[[nodiscard]] Result<Verification> verify(OpenCompany &company);

} // namespace frost
