// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/gzip.h"

#include <zlib.h>

#include <algorithm>
#include <memory>

namespace frost {

using namespace Qt::StringLiterals;

namespace {
constexpr int kGzipWindow = 15 + 16; //!< zlib's way to say: largest window, gzip header
constexpr qsizetype kInflateStep = 64 << 10;

Bytef *inputOf(const QByteArray &body)
{
    return reinterpret_cast<Bytef *>(const_cast<char *>(body.constData())); // zlib's C interface lacks a const
}
} // namespace

Result<QByteArray> gunzip(const QByteArray &body, qsizetype maxBytes)
{
    z_stream stream{};
    if (inflateInit2(&stream, kGzipWindow) != Z_OK)
        return fail(ErrorKind::Internal, u"gzip.failed"_s);
    const std::unique_ptr<z_stream, decltype(&inflateEnd)> closer(&stream, &inflateEnd);
    stream.next_in = inputOf(body);
    stream.avail_in = uInt(body.size());
    QByteArray result;
    for (;;) {
        const qsizetype have = result.size();
        result.resize(have + kInflateStep);
        stream.next_out = reinterpret_cast<Bytef *>(result.data() + have);
        stream.avail_out = uInt(kInflateStep);
        const int state = inflate(&stream, Z_NO_FLUSH);
        result.resize(have + kInflateStep - qsizetype(stream.avail_out));
        if (result.size() > maxBytes)
            return fail(ErrorKind::TooLarge, u"body.tooLarge"_s, {QString::number(maxBytes)});
        if (state == Z_STREAM_END)
            break;
        const bool starved = stream.avail_in == 0 && stream.avail_out > 0;
        if (state != Z_OK || starved)
            return fail(ErrorKind::Usage, u"gzip.malformed"_s);
    }
    if (stream.avail_in > 0)
        return fail(ErrorKind::Usage, u"gzip.malformed"_s);
    return result;
}

Result<QByteArray> gzip(const QByteArray &body, int level)
{
    z_stream stream{};
    if (deflateInit2(&stream, level, Z_DEFLATED, kGzipWindow, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        return fail(ErrorKind::Internal, u"gzip.failed"_s);
    const std::unique_ptr<z_stream, decltype(&deflateEnd)> closer(&stream, &deflateEnd);
    QByteArray result(qsizetype(deflateBound(&stream, uLong(body.size()))), Qt::Uninitialized);
    stream.next_in = inputOf(body);
    stream.avail_in = uInt(body.size());
    stream.next_out = reinterpret_cast<Bytef *>(result.data());
    stream.avail_out = uInt(result.size());
    if (deflate(&stream, Z_FINISH) != Z_STREAM_END)
        return fail(ErrorKind::Internal, u"gzip.failed"_s);
    result.truncate(result.size() - qsizetype(stream.avail_out));
    return result;
}

} // namespace frost
