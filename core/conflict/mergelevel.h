// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/conflict/content.h"
#include "core/conflict/merge.h"

#include <QJsonArray>

namespace frost {

//! Three states of one record or of one row in it. `base` is null where none is known: then every difference is open.
struct Versions {
    const QJsonObject *base = nullptr;
    const QJsonObject &mine;
    const QJsonObject &theirs;
};

//! The merged fields of one record or row, and what there is to tell about them. Derived fields are carried over
//! (theirs, else mine) for the caller to recompute; a row's id is the caller's too.
struct LevelMerge {
    QJsonObject body;
    QList<FieldMerge> fields;
    QList<RowDuplicate> duplicates; //!< of this level, as MergeResult::duplicates
    QList<MergedRow> rows;          //!< likewise
};

//! @param groups linked groups with names of this level and, for Rows fields in it, "rows.name"
//! @param prefix put before every name in the paths: "" or "rows[r1]."
[[nodiscard]] LevelMerge mergeLevel(const QList<Field> &declared, const QList<QStringList> &groups,
                                    const Versions &versions, const QString &prefix, const RowPins &pins);

struct RowsMerge {
    QJsonArray rows;
    QList<FieldMerge> fields;
    QList<RowDuplicate> duplicates;
    QList<MergedRow> places;
};

//! Merges one Rows field. Row ids stay the base's, so that a remote that renews them changes nothing; in `rows` they
//! are unique. Order: a side that alone inserted or moved rows decides it; else theirs first, then my new rows.
//! @param groups linked groups with names of the row's fields
//! A row that lost its partner because a person told them apart is open: that the other side lacks it is not its doing.
//! @param path of the Rows field itself; `pins` of any field
[[nodiscard]] RowsMerge mergeRows(const MergeField &field, const QList<QStringList> &groups, const Versions &versions,
                                  const QString &path, const RowPins &pins);

} // namespace frost
