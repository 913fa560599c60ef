// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/csvreader.h"
#include "tests/fuzz/require.h"

#include <QBuffer>
#include <QList>

using namespace frost;

namespace {

//! A device that gives little at a time, as a pipe does.
class Trickle final : public QBuffer
{
public:
    explicit Trickle(QByteArray *bytes) : QBuffer(bytes) { }

protected:
    qint64 readData(char *data, qint64 maxSize) override { return QBuffer::readData(data, std::min<qint64>(maxSize, 3)); }
};

struct Read {
    QList<QStringList> records;
    QString failure;
    friend bool operator==(const Read &, const Read &) = default;
};

Read readAll(QIODevice &device, const CsvOptions &options)
{
    device.open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    CsvReader reader(device, options);
    Read read;
    QStringList fields;
    for (;;) {
        const auto more = reader.next(fields);
        if (!more)
            read.failure = more.error().code + more.error().args.join(u',');
        if (!more || !*more)
            return read;
        read.records.append(fields);
    }
}

} // namespace

// First byte: delimiter and encoding; the rest is the file.
int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    constexpr char kDelimiters[] = {',', ';', '\t', '|'};
    const CsvOptions options{kDelimiters[data[0] % 4], data[0] % 8 < 4 ? CsvEncoding::Utf8 : CsvEncoding::Latin1};
    auto bytes = fuzz::bytesOf(data + 1, size - 1);
    QBuffer whole(&bytes);
    Trickle pieces(&bytes);
    const auto read = readAll(whole, options);
    fuzz::require(read == readAll(pieces, options), "how the bytes arrive does not matter");
    for (const auto &record : read.records)
        fuzz::require(record.size() == read.records.first().size(), "every record has as many fields as the first");
    return 0;
}
