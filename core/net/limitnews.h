// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/http.h"
#include "core/net/limitrule.h"

#include <QDateTime>

namespace frost {

//! What an answer says about the remote's limit; never an error, what cannot be read is not there. Read are
//!   429, and 503 with Retry-After                                   refused
//!   Retry-After                                                     see retryafter.h
//!   X-RateLimit-Remaining and -Reset, RateLimit-Remaining, -Reset   left; the reset in seconds, or since 1970
//!   RateLimit: limit=100, remaining=50, reset=5                     left (draft-ietf-httpapi-ratelimit-headers up to 07)
//!   RateLimit: "default";r=50;t=5                                   left (from 08 on)
//!   X-Shopify-Shop-Api-Call-Limit: 32/40                            the bucket, of Shopify's REST
//!   extensions.cost.throttleStatus in a JSON body                   the bucket, of Shopify's GraphQL (also THROTTLED)
//! @param policy the body is only looked into for CostBucket
[[nodiscard]] LimitNews limitNews(const HttpResponse &response, LimitPolicy policy, const QDateTime &now);

} // namespace frost
