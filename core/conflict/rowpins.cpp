// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/conflict/rowpins.h"

#include <QJsonArray>

#include <algorithm>
#include <iterator>

namespace frost {

using namespace Qt::StringLiterals;

namespace {

QJsonArray pinsToJson(const QList<RowPin> &pins)
{
    QJsonArray kept;
    for (const auto &pin : pins)
        kept.append(QJsonObject{{u"rows"_s, pin.rows}, {u"mine"_s, pin.mine}, {u"theirs"_s, pin.theirs}});
    return kept;
}

QList<RowPin> pinsIn(const QJsonValue &kept)
{
    QList<RowPin> pins;
    for (const auto &pin : kept.toArray())
        pins.append({pin["rows"_L1].toString(), pin["mine"_L1].toString(), pin["theirs"_L1].toString()});
    return pins;
}

} // namespace

void RowPins::match(const RowPin &pin)
{
    apart.removeAll(pin);
    together.removeIf([&](const RowPin &other) {
        return other.rows == pin.rows && (other.mine == pin.mine || other.theirs == pin.theirs);
    });
    together.append(pin);
}

void RowPins::split(const RowPin &pin)
{
    together.removeAll(pin);
    if (!apart.contains(pin))
        apart.append(pin);
}

RowPins RowPins::of(const QString &rows) const
{
    RowPins found;
    const auto isHere = [&](const RowPin &pin) { return pin.rows == rows; };
    std::copy_if(together.begin(), together.end(), std::back_inserter(found.together), isHere);
    std::copy_if(apart.begin(), apart.end(), std::back_inserter(found.apart), isHere);
    return found;
}

QJsonObject toJson(const RowPins &pins)
{
    QJsonObject kept;
    if (!pins.together.isEmpty())
        kept.insert(u"together"_s, pinsToJson(pins.together));
    if (!pins.apart.isEmpty())
        kept.insert(u"apart"_s, pinsToJson(pins.apart));
    return kept;
}

RowPins rowPinsFrom(const QJsonObject &json)
{
    return {pinsIn(json["together"_L1]), pinsIn(json["apart"_L1])};
}

} // namespace frost
