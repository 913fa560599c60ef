// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>

namespace frost {

//! One row of mine and one of theirs, by the ids they have there. Of an id that occurs twice the first row is meant.
struct RowPin {
    QString rows; //!< path of the Rows field
    QString mine;
    QString theirs;
    friend bool operator==(const RowPin &, const RowPin &) = default;
};

//! What a person has said about which rows are the same (UX.md 1.2 E19). It wins over ids and likeness; pins about rows
//! that are not there say nothing. A value.
struct RowPins {
    QList<RowPin> together; //!< one row; where two name the same row, the first counts, and it wins over `apart`
    QList<RowPin> apart;    //!< two rows

    //! Takes back what was said against it, other matches of these two rows among it.
    void match(const RowPin &pin);
    void split(const RowPin &pin);
    [[nodiscard]] RowPins of(const QString &rows) const; //!< those about one Rows field
    [[nodiscard]] bool isEmpty() const { return together.isEmpty() && apart.isEmpty(); }
    [[nodiscard]] qsizetype size() const { return together.size() + apart.size(); }
    friend bool operator==(const RowPins &, const RowPins &) = default;
};

//! {"together": [{"rows": …, "mine": …, "theirs": …}], "apart": […]}; what is empty is left out.
[[nodiscard]] QJsonObject toJson(const RowPins &pins);
[[nodiscard]] RowPins rowPinsFrom(const QJsonObject &json);

} // namespace frost
