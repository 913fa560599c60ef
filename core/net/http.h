// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QPointer>
#include <QString>
#include <QUrl>

#include <chrono>

namespace frost {

//! A header list with case-insensitive names; names are kept in lower case.
using HttpHeaders = QHash<QByteArray, QByteArray>;

struct HttpRequest {
    QByteArray method = "GET";
    QUrl url; //!< a server sees path and query only
    HttpHeaders headers;
    QByteArray body;
    std::chrono::milliseconds timeout{30000}; //!< of silence; what moves, however slowly, goes on; client side only
    QPointer<QObject> life = {}; //!< if set, the exchange is given up when this object goes away; client side only
    int cost = 1;                //!< units of the remote's limit, as far as known beforehand; client side only
    //! A GET whose answer may be that old; 0: always asked. See LookupCache; client side only.
    std::chrono::milliseconds mayBeOld{0};
    enum class Coding {
        Plain,
        Gzip, //!< this remote's protocol allows compressed bodies
    };
    Coding coding = Coding::Plain; //!< how `body` may be sent; client side only
};

struct HttpResponse {
    int status = 0;
    HttpHeaders headers;
    QByteArray body; //!< already decompressed
};

} // namespace frost
