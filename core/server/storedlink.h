// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"

namespace frost::server {

//! Which hub of a company speaks to one external system, and until when.
struct StoredHolder {
    QString connection; //!< provider and account: the same name from every hub
    QString hub;        //!< one file of the company on one device
    QString hubName;    //!< of the computer, for people
    QString user;       //!< the e-mail address
    qint64 epoch = 0;   //!< one more whenever the connection changes hands
    qint64 validUntil = 0; //!< server time in ms
};

//! What an external system calls a record.
struct StoredLink {
    QString connection;
    EntityType type;
    qint64 id = 0;            //!< the record's real id
    QString remoteId;         //!< empty: it is not there, or not yet
    QString version;          //!< the last one seen there; may be empty. Without remoteId: not empty while it is being made there
    qint64 recordVersion = 0; //!< of the record, where both sides last agreed; 0: not known
    qint64 epoch = 0;         //!< of the holder who told it
    qint64 change = 0;        //!< place in the tenant's order of commits

    [[nodiscard]] bool saysTheSame(const StoredLink &other) const
    {
        return remoteId == other.remoteId && version == other.version && recordVersion == other.recordVersion && epoch == other.epoch;
    }
};

} // namespace frost::server
