// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/csvfile.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace frost {

namespace {
Result<> openForReading(QFile &file)
{
    if (!file.exists())
        return fail(ErrorKind::NotFound, u"file.unknown"_s, {file.fileName()});
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::Storage, u"file.unreadable"_s, {file.fileName(), file.errorString()});
    return {};
}
} // namespace

Result<std::unique_ptr<CsvFile>> CsvFile::open(const QString &path, const CsvOptions &options)
{
    std::unique_ptr<CsvFile> csv(new CsvFile(path));
    FROST_TRY(openForReading(csv->m_file));
    QIODevice *content = &csv->m_file;
    if (GzipDevice::recognises(csv->m_file)) {
        csv->m_gzip = std::make_unique<GzipDevice>(csv->m_file);
        content = csv->m_gzip.get();
    }
    csv->m_reader = std::make_unique<CsvReader>(*content, options);
    return csv;
}

Result<bool> CsvFile::next(QStringList &fields)
{
    auto read = m_reader->next(fields);
    if (!read && m_gzip && m_gzip->failure())
        return fail(*m_gzip->failure());
    return read;
}

Result<QString> fileHash(const QString &path)
{
    QFile file(path);
    FROST_TRY(openForReading(file));
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!hash.addData(&file))
        return fail(ErrorKind::Storage, u"file.unreadable"_s, {path, file.errorString()});
    return QString::fromLatin1(hash.result().toHex());
}

} // namespace frost
