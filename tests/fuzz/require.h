// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/schema.h"

#include <QByteArray>

#include <cstdint>
#include <cstdio>
#include <cstdlib>

//! What libFuzzer and the replay call. Never answers anything but 0; whatever must not be ends the process.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

namespace frost::fuzz {

//! A broken rule is a finding as much as a crash is.
inline void require(bool isSo, const char *rule)
{
    if (isSo)
        return;
    std::fprintf(stderr, "not so: %s\n", rule);
    std::abort();
}

//! The bytes without a copy; valid as long as the input is.
[[nodiscard]] inline QByteArray bytesOf(const std::uint8_t *data, std::size_t size)
{
    return QByteArray::fromRawData(reinterpret_cast<const char *>(data), qsizetype(size));
}

[[nodiscard]] inline const Schema &accounting()
{
    static const Schema schema = Schema::load({QStringLiteral("accounting")}).value();
    return schema;
}

//! Any of the pack's types, chosen by one byte.
[[nodiscard]] inline const EntitySchema &anyType(std::uint8_t chosen)
{
    static const auto types = accounting().types();
    return *accounting().find(types[chosen % types.size()]);
}

} // namespace frost::fuzz
