// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/schema.h"
#include "ui/editor/problemplace.h"

#include <QCoreApplication>
#include <QDate>

namespace frost {

class ReferredCache;

//! What looks wrong in a record and is said beside the field, without ever standing in the way (UX.md 2.3): the schema's
//! own warnings, dates that are out of order or far off, accounts that are not there or not in use.
class SoftChecks
{
    Q_DECLARE_TR_FUNCTIONS(SoftChecks)
public:
    //! @param accounts what is known about numbers in rows; asks for what is not
    [[nodiscard]] static QList<Remark> of(const EntitySchema &schema, const Schema &schemas, const QJsonObject &record,
                                          ReferredCache &known, const QDate &today);
};

} // namespace frost
