// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/conflict/merge.h"

#include <QJsonArray>

#include <initializer_list>

namespace frost {

inline constexpr QLatin1StringView kRowIdKey{"rowId"};

//! One name that a merge looks at in a record or a row. `declared` is null for a name the schema does not know: such
//! values come from newer versions and are compared as they stand.
struct MergeField {
    QString name;
    const Field *declared = nullptr;

    [[nodiscard]] bool isRows() const { return declared && declared->kind == FieldKind::Rows; }
    [[nodiscard]] Importance importance() const { return declared ? declared->importance : Importance::Normal; }
};

//! The names to merge: declared ones in schema order without the derived, then unknown ones found in any of `bodies`,
//! sorted. A row's id is identity, not content, and is left out. @param declared must outlive the answer
[[nodiscard]] QList<MergeField> mergeFields(const QList<Field> &declared,
                                            std::initializer_list<const QJsonObject *> bodies);

//! A value of `body` as it is compared: normalised, Undefined where there is none; rows as a sorted array without ids
//! and derived fields, so that neither order nor a remote's renewed ids make a difference. A provisional number counts
//! as none.
[[nodiscard]] QJsonValue comparableIn(const MergeField &field, const QJsonObject &body);
//! Whether two bodies say the same in this field. What is written alike is not brought into the form that is compared.
[[nodiscard]] bool sameIn(const MergeField &field, const QJsonObject &a, const QJsonObject &b);
//! Each row as it is compared, as canonical text; equal rows have equal texts.
[[nodiscard]] QList<QByteArray> rowContents(const QList<Field> &rowFields, const QJsonArray &rows);
//! A whole record or row as it is compared.
[[nodiscard]] QJsonObject comparableBody(const QList<Field> &declared, const QJsonObject &body);

//! What people see of a record when they ask for a step, as a hash: equal for what sameContent() calls equal. Numbers that
//! only a remote gives are left out, since they come while the step waits.
[[nodiscard]] QByteArray seenHash(const EntitySchema &schema, const QJsonObject &body);

//! The severity of a difference in this field; rows that hold amounts are at least High (UX.md 1.2 F).
[[nodiscard]] Severity severityOf(const MergeField &field);
//! The highest severity among the fields in which two records or rows differ; Low where they do not.
[[nodiscard]] Severity severityOfDifference(const QList<Field> &declared, const QJsonObject &a, const QJsonObject &b);
//! True where rows of these fields hold quantities or money.
[[nodiscard]] bool holdAmounts(const QList<Field> &rowFields);

} // namespace frost
