// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>

namespace frost {

//! One business object as the store keeps it.
struct Record {
    LocalId id;
    QJsonObject body;     //!< normalised and derived; references hold local ids
    QByteArray text = {}; //!< the body's canonical JSON; only put() and add() give it
    qint64 revision = 0;  //!< 1 at the first put, one more at every put
    bool deleted = false; //!< a tombstone keeps its last body, until it is erased
    int schemaVersion = 1;
    QDateTime createdAt;
    QDateTime updatedAt;
    QString updatedBy; //!< who made this state: a user, or the remote system's word for one

    //! A tombstone of which nothing but the fact is left (R-LOC-06).
    [[nodiscard]] bool isErased() const { return deleted && body.isEmpty(); }
};

} // namespace frost
