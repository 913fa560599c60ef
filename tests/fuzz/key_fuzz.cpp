// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/decimal.h"
#include "core/base/json.h"
#include "core/store/keys.h"
#include "tests/fuzz/require.h"

using namespace frost;
using namespace Qt::StringLiterals;

namespace {

void requireNumberOrder(const QString &a, const QString &b)
{
    const auto first = Decimal::parse(a);
    const auto second = Decimal::parse(b);
    if (!first || !second)
        return;
    fuzz::require(Decimal::parse(first->toString()) == *first, "a number is read back as it was written");
    fuzz::require((*first <=> *second) == (first->sortKey().compare(second->sortKey()) <=> 0), "keys sort as the numbers do");
    fuzz::require(*first + *second - *second == *first, "sums are exact");
    fuzz::require(first->rounded(2).decimals() <= 2, "rounded is rounded");
}

} // namespace

// First line a key path, second and third values that become keys, the rest JSON in which the path is looked up.
int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto parts = fuzz::bytesOf(data, size).split('\n');
    if (parts.size() < 4)
        return 0;
    const auto path = QString::fromUtf8(parts[0]);
    const auto a = QString::fromUtf8(parts[1]);
    const auto b = QString::fromUtf8(parts[2]);
    requireNumberOrder(a, b);
    for (const auto kind : {FieldKind::Text, FieldKind::Choice, FieldKind::Decimal, FieldKind::Amount, FieldKind::Date,
                            FieldKind::Instant, FieldKind::Integer, FieldKind::Boolean, FieldKind::Reference}) {
        const auto key = encodeKey(kind, a);
        if (key && isTextKey(kind))
            fuzz::require(key->typeId() == QMetaType::QByteArray, "a text key is bytes");
    }
    for (const auto &type : fuzz::accounting().types())
        static_cast<void>(fieldAt(*fuzz::accounting().find(type), path));
    if (const auto body = parseJsonObject(parts.mid(3).join('\n')))
        visitValues(*body, path, [](const QJsonValue &value) { static_cast<void>(encodeKey(FieldKind::Text, value)); });
    return 0;
}
