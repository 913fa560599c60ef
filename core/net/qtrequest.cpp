// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/qtrequest.h"

namespace frost {

QNetworkRequest toQt(const HttpRequest &request)
{
    QNetworkRequest result(request.url);
    for (auto header = request.headers.begin(); header != request.headers.end(); ++header)
        result.setRawHeader(header.key(), header.value());
    result.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    result.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    result.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    return result;
}

} // namespace frost
