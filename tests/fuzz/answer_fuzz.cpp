// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/http.h"
#include "core/providers/frostserver/wire.h"
#include "tests/fuzz/require.h"

using namespace frost;
using namespace Qt::StringLiterals;

// Whatever stands where a server should be may answer anything. First byte: which answer, and its status.
int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    const auto body = fuzz::bytesOf(data + 1, size - 1);
    std::vector<PushRequest> requests(3);
    for (std::size_t i = 0; i < requests.size(); ++i) {
        requests[i].operation = qint64(i) + 1;
        requests[i].type = EntityType(u"invoices"_s);
        requests[i].local = LocalId(u"tmp-%1"_s.arg(i));
    }
    switch (data[0] % 5) {
    case 0:
        if (const auto page = frostserver::decodePage(body)) {
            fuzz::require(!page->hasMore || !page->changes.empty(), "a page that promises more has brought something");
            for (const auto &change : page->changes)
                fuzz::require(!change.type.isEmpty() && !change.id.isEmpty() && !change.version.isEmpty(),
                              "a change says what it is about");
        }
        break;
    case 1:
        if (const auto outcomes = frostserver::decodePush(body, requests)) {
            fuzz::require(outcomes->size() == requests.size(), "one outcome a request");
            for (const auto &outcome : *outcomes)
                fuzz::require(outcome.kind != PushOutcome::Kind::Applied || !outcome.id.isEmpty(),
                              "what was applied has an id");
        }
        break;
    case 2:
        if (const auto answer = frostserver::decodeHold(body))
            fuzz::require(answer->time.count() >= 0 && answer->epoch >= 0, "nothing is held into the past");
        break;
    case 3:
        if (const auto page = frostserver::decodeLinks(body)) {
            fuzz::require(!page->hasMore || !page->links.empty(), "a page that promises more has brought something");
            for (const auto &link : page->links)
                fuzz::require(!link.type.isEmpty() && !link.record.isEmpty(), "a link says what it is about");
        }
        break;
    default: {
        HttpResponse response;
        response.status = 300 + data[0];
        response.body = body;
        response.headers.insert("retry-after", body.left(32));
        const auto error = frostserver::decodeError(response);
        fuzz::require(!error.retryAfter || *error.retryAfter >= std::chrono::milliseconds(0), "nobody waits backwards");
    }
    }
    return 0;
}
