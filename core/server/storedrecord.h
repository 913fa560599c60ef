// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"

#include <QByteArray>
#include <QDateTime>

namespace frost::server {

//! A record as the server keeps it. The body is canonical JSON, and what a pull sends, byte for byte.
struct StoredRecord {
    EntityType type;
    qint64 id = 0;        //!< the real id, one counter a tenant
    QString tempId;       //!< under which it was created, for ever
    qint64 version = 0;   //!< 1 at creation, one more at every change
    qint64 change = 0;    //!< place in the tenant's order of commits
    bool deleted = false; //!< a tombstone keeps its last body, until it is erased
    int schemaVersion = 1;
    qint64 updatedAt = 0; //!< server time in ms; never decreases along `change`
    QString updatedBy;    //!< the user's e-mail address
    QString updatedWith;  //!< the token used: which device wrote this state
    qint64 editedAt = 0;  //!< client time in ms of the edit that made this state
    QByteArray body;

    inline static const QByteArray kErased{"{}"}; //!< body of a tombstone of which nothing is kept (R-LOC-06)
    [[nodiscard]] bool isErased() const { return deleted && body == kErased; }
};

} // namespace frost::server
