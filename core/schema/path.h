// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace frost {

//! Where a value stands in a body, as problems name it: "rows[2].price". A chain on the stack that is spelled out only
//! when a problem needs it, since bodies without problems are the rule.
struct Path {
    const Path *parent = nullptr;
    QStringView name;
    qsizetype row = -1; //!< the row of `name`, -1: the field itself

    [[nodiscard]] QString toString() const
    {
        QString text = parent ? parent->toString() + u'.' : QString();
        text += name;
        if (row >= 0)
            text += u'[' + QString::number(row) + u']';
        return text;
    }
};

//! "rows[3].price" → "rows[].price": the field, whichever row it stands in.
[[nodiscard]] QString withoutPlaces(const QString &path);

} // namespace frost
