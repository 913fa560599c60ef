// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/csvreader.h"
#include "core/exchange/gzipdevice.h"

#include <QFile>

#include <memory>

namespace frost {

//! A CSV file on disk, plain or gzip (told by its first bytes, not by its name).
class CsvFile
{
public:
    //! Errors: NotFound "file.unknown" [path]; Storage "file.unreadable" [path, the system's words].
    [[nodiscard]] static Result<std::unique_ptr<CsvFile>> open(const QString &path, const CsvOptions &options);

    //! As CsvReader::next, and the errors of GzipDevice.
    [[nodiscard]] Result<bool> next(QStringList &fields);
    [[nodiscard]] qint64 line() const { return m_reader->line(); }
    //! Bytes of the file read so far and in all: for progress.
    [[nodiscard]] qint64 bytesRead() const { return m_file.pos(); }
    [[nodiscard]] qint64 size() const { return m_file.size(); }

private:
    explicit CsvFile(const QString &path) : m_file(path) { }

    QFile m_file;
    std::unique_ptr<GzipDevice> m_gzip;
    std::unique_ptr<CsvReader> m_reader;
};

//! SHA-256 of the file's bytes, lower-case hex. Errors as CsvFile::open.
[[nodiscard]] Result<QString> fileHash(const QString &path);

} // namespace frost
