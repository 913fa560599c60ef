// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/company/company.h"

#include <QHash>

namespace frost {

//! Whether what the list shows is everywhere it should be.
enum class SyncMark {
    None,
    Waiting,  //!< kept here, not sent
    Failed,   //!< the other side refuses it
    Conflict, //!< changed on two sides
};

//! One record as a list shows it.
struct RecordRow {
    Record record;
    QHash<QString, QString> references; //!< field → what the referred record is called
    SyncMark mark = SyncMark::None;
};

//! What a record is called: its title field, else its natural key, else its shown id.
[[nodiscard]] Result<QString> recordTitle(Company &company, const EntityType &type, const LocalId &id);

//! Reads rows of a list.
[[nodiscard]] Result<QHash<RowNumber, RecordRow>> readRows(Company &company, const EntityType &type,
                                                           const QList<RowNumber> &places);

//! Rows as text for the clipboard: a line for each, in the order of `places`, tabs between the fields. What would break
//! that (tabs and line breaks in a text) becomes a space. Rows that are gone are left out.
[[nodiscard]] Result<QString> copiedRows(Company &company, const EntityType &type, const QList<RowNumber> &places,
                                         const QStringList &fields);

} // namespace frost
