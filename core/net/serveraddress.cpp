// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/serveraddress.h"

namespace frost {

using namespace Qt::StringLiterals;

Result<QUrl> serverAddress(const QString &given)
{
    const QUrl url(given, QUrl::StrictMode);
    const bool fits = url.isValid() && (url.scheme() == "http"_L1 || url.scheme() == "https"_L1) && !url.host().isEmpty()
        && url.userInfo().isEmpty() && !url.hasQuery() && !url.hasFragment();
    if (!fits)
        return fail(ErrorKind::Usage, u"url.malformed"_s, {given});
    auto address = url.adjusted(QUrl::StripTrailingSlash | QUrl::NormalizePathSegments);
    if (address.path() == "/"_L1) // Qt keeps that one
        address.setPath({});
    return address;
}

QString serverOf(const QUrl &url)
{
    const int usual = url.scheme() == "https"_L1 ? 443 : 80;
    return u"%1://%2:%3"_s.arg(url.scheme(), url.host(QUrl::FullyEncoded), QString::number(url.port(usual)));
}

bool isThisComputer(const QUrl &url)
{
    return url.host() == "localhost"_L1 || url.host() == "::1"_L1 || url.host().startsWith("127."_L1);
}

} // namespace frost
