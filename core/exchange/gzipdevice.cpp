// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/gzipdevice.h"

#include <QByteArray>

#include <zlib.h>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace frost {

namespace {
constexpr qsizetype kInputSize = 64 * 1024; // one read of the disk
constexpr int kGzipOnly = 16 + MAX_WBITS;   // zlib: expect a gzip header, largest window
} // namespace

struct GzipDevice::Inflater {
    Inflater() { ready = inflateInit2(&stream, kGzipOnly) == Z_OK; }
    ~Inflater()
    {
        if (ready)
            inflateEnd(&stream);
    }
    Inflater(const Inflater &) = delete;
    Inflater &operator=(const Inflater &) = delete;

    z_stream stream{};
    QByteArray input{kInputSize, Qt::Uninitialized};
    bool ready = false;
};

GzipDevice::GzipDevice(QIODevice &compressed) : m_compressed(compressed), m_inflater(std::make_unique<Inflater>())
{
    setOpenMode(QIODevice::ReadOnly);
}

GzipDevice::~GzipDevice() = default;

bool GzipDevice::recognises(QIODevice &device)
{
    return device.peek(2) == QByteArrayView("\x1f\x8b", 2);
}

bool GzipDevice::atEnd() const
{
    return (m_finished || m_failure) && QIODevice::atEnd();
}

qint64 GzipDevice::stop(ErrorKind kind, const QString &code)
{
    m_failure = Error{kind, code, {}, {}, {}};
    setErrorString(code);
    return -1;
}

//! Makes input available. @return false at the end of the compressed file or after a failure
bool GzipDevice::fill()
{
    auto &stream = m_inflater->stream;
    if (stream.avail_in > 0)
        return true;
    const qint64 got = m_compressed.read(m_inflater->input.data(), kInputSize);
    if (got < 0)
        stop(ErrorKind::Storage, u"file.unreadable"_s);
    if (got <= 0)
        return false;
    stream.next_in = reinterpret_cast<Bytef *>(m_inflater->input.data());
    stream.avail_in = static_cast<uInt>(got);
    return true;
}

qint64 GzipDevice::readData(char *data, qint64 maxSize)
{
    if (m_failure)
        return -1;
    if (!m_inflater->ready)
        return stop(ErrorKind::Internal, u"gzip.unavailable"_s);
    auto &stream = m_inflater->stream;
    const auto room = static_cast<uInt>(std::min<qint64>(maxSize, std::numeric_limits<uInt>::max()));
    stream.next_out = reinterpret_cast<Bytef *>(data);
    stream.avail_out = room;
    while (stream.avail_out > 0 && !m_finished) {
        if (!fill()) {
            if (m_failure || !m_betweenMembers)
                return m_failure ? -1 : stop(ErrorKind::Corrupt, u"gzip.truncated"_s);
            m_finished = true;
            break;
        }
        m_betweenMembers = false;
        const int state = inflate(&stream, Z_NO_FLUSH);
        if (state == Z_STREAM_END) {
            m_betweenMembers = true;
            inflateReset(&stream);
        } else if (state != Z_OK && state != Z_BUF_ERROR) {
            return stop(ErrorKind::Corrupt, u"gzip.damaged"_s);
        }
    }
    return static_cast<qint64>(room - stream.avail_out);
}

} // namespace frost
