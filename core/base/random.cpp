// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"

#include "core/base/clock.h"

#include <QRandomGenerator>
#include <QUuid>

#include <algorithm>
#include <string_view>

namespace frost {

using namespace Qt::StringLiterals;

std::uint64_t Random::below(std::uint64_t bound)
{
    // Values under the threshold would make small results likelier (modulo bias).
    const std::uint64_t threshold = (0 - bound) % bound;
    for (;;) {
        if (const auto value = next(); value >= threshold)
            return value % bound;
    }
}

QByteArray Random::bytes(qsizetype count)
{
    QByteArray result;
    result.reserve(count + 8);
    while (result.size() < count) {
        const auto word = next();
        result.append(reinterpret_cast<const char *>(&word), sizeof word);
    }
    result.truncate(count);
    return result;
}

QString Random::uuid()
{
    QByteArray raw = bytes(16);
    raw[6] = char((raw[6] & 0x0f) | 0x40);
    raw[8] = char((raw[8] & 0x3f) | 0x80);
    return QUuid::fromRfc4122(raw).toString(QUuid::WithoutBraces);
}

std::uint64_t SystemRandom::next()
{
    return QRandomGenerator::system()->generate64();
}

namespace {
constexpr auto kIdPrefix = "tmp-"_L1;
constexpr std::string_view kAlphabet = "0123456789abcdefghjkmnpqrstvwxyz";
constexpr qsizetype kIdLength = kIdPrefix.size() + 26;
}

bool isLocalId(QStringView id)
{
    return id.size() == kIdLength && id.startsWith(kIdPrefix) && std::ranges::all_of(id.sliced(kIdPrefix.size()), [](QChar c) {
        return kAlphabet.find(c.toLatin1()) != std::string_view::npos;
    });
}

QString newLocalId(const Clock &clock, Random &random)
{
    QString id = kIdPrefix;
    const auto time = std::uint64_t(clock.now().toMSecsSinceEpoch());
    for (int shift = 45; shift >= 0; shift -= 5)
        id += QLatin1Char(kAlphabet[std::size_t((time >> shift) & 31)]);
    std::uint64_t chance = 0;
    for (int i = 0; i < 16; ++i) {
        if (i % 12 == 0)
            chance = random.next();
        id += QLatin1Char(kAlphabet[std::size_t(chance & 31)]);
        chance >>= 5;
    }
    return id;
}

} // namespace frost
