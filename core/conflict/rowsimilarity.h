// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/conflict/content.h"

#include <optional>
#include <vector>

namespace frost {

//! How like two rows are, by the roles their fields play. The schema decides the roles, no field is known by name:
//!   identity  what a row is about: its first field, where that is a Reference, a Choice or an important Text (the
//!             article of an invoice row, the account of a voucher row). Later References, such as a cost centre, are
//!             shared by many rows and are none
//!   mark      the first other important Text or Reference (the account of an invoice row)
//!   text      the first longText field, else the first Text that is neither of these (the description)
//!   number    every important Decimal or Amount (VAT, price)
//! Derived fields play none. Values that are missing on both sides say nothing about likeness.
class RowSimilarity
{
public:
    //! @param rowFields must outlive this object
    explicit RowSimilarity(const QList<Field> &rowFields);

    //! What is compared of one row, worked out once.
    struct Traits {
        QJsonValue identity;
        QJsonValue mark;
        QList<QJsonValue> numbers;
        std::vector<quint32> textPairs; //!< sorted pairs of neighbouring letters, case folded
    };
    [[nodiscard]] Traits traits(const QJsonObject &row) const;
    //! Points of alignmentweights.h without the deduction for distance.
    [[nodiscard]] static int points(const Traits &a, const Traits &b);

private:
    std::optional<MergeField> m_identity;
    std::optional<MergeField> m_mark;
    std::optional<MergeField> m_text;
    QList<MergeField> m_numbers;
};

} // namespace frost
