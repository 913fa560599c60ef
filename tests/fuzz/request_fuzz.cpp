// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/gzip.h"
#include "core/server/pushrequest.h"
#include "tests/fuzz/require.h"

using namespace frost;

// What anybody on the network may send to frost-server. First byte: as it is, or compressed.
int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    constexpr qsizetype kLargest = 1 << 20;
    if (size == 0)
        return 0;
    const auto body = fuzz::bytesOf(data + 1, size - 1);
    if (data[0] % 2 == 1) {
        if (const auto inflated = gunzip(body, kLargest))
            fuzz::require(inflated->size() <= kLargest, "a body never grows past its limit");
        return 0;
    }
    const auto push = server::parsePush(body);
    if (!push)
        return 0;
    for (const auto &operation : push->operations) {
        if (const auto real = operation.realId())
            fuzz::require(*real >= 0, "a real id is no negative number");
    }
    return 0;
}
