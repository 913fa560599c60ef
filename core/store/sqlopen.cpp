// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sqlconnection.h"

#include <QFileInfo>
#include <QThread>
#include <QUrl>

#include <array>

namespace frost {

using namespace Qt::StringLiterals;

namespace {
QString uriOf(const Sql::Options &options)
{
    // SQLite decodes the path of a URI: '?', '#' and '%' in names must arrive encoded.
    QString path = options.path;
    if (path.size() > 1 && path[1] == u':')
        path.prepend(u'/'); // a Windows drive: file:///C:/…
    const bool absolute = path.startsWith(u'/');
    QString uri = (absolute ? u"file://"_s : u"file:"_s) + QString::fromLatin1(QUrl::toPercentEncoding(path, "/"));
    if (options.mode == OpenMode::ReadOnly)
        uri += u"?mode=ro"_s;
    else
        uri += options.mayCreate ? u"?mode=rwc"_s : u"?mode=rw"_s;
    if (!options.vfs.isEmpty())
        uri += u"&vfs="_s + QString::fromLatin1(QUrl::toPercentEncoding(options.vfs));
    return uri;
}

// What SQLite calls "cannot open" or "input/output error" has causes that people can do something about.
Error explained(const Sql::Options &options, Error error)
{
    if (error.kind != ErrorKind::Storage)
        return error;
    error.args = {options.path};
    if (error.code != u"store.io")
        return error;
    const bool mustExist = options.mode == OpenMode::ReadOnly || !options.mayCreate;
    const QFileInfo file(options.path);
    if (mustExist && (options.vfs.isEmpty() ? !file.exists() : error.detail.startsWith(QString::number(SQLITE_CANTOPEN))))
        return {ErrorKind::NotFound, u"store.missing"_s, {options.path}, error.detail, {}};
    // Even a reader needs the files of the write-ahead log beside this one.
    const QFileInfo folder(file.absolutePath());
    if (options.vfs.isEmpty() && folder.isDir() && !folder.isWritable())
        error.code = u"store.readOnly"_s;
    return error;
}

// Before anything is written: a file of somebody else stays as it is.
Result<> recognise(Sql &sql, const Sql::Options &options)
{
    if (options.applicationId == 0)
        return {};
    const auto id = sql.number("PRAGMA application_id");
    if (!id)
        return fail(id.error());
    if (*id == options.applicationId)
        return {};
    const auto objects = sql.number("SELECT count(*) FROM sqlite_schema");
    if (!objects)
        return fail(objects.error());
    const bool isNew = *id == 0 && *objects == 0 && options.mayCreate && options.mode == OpenMode::ReadWrite;
    if (!isNew)
        return fail(ErrorKind::Corrupt, u"store.notFrost"_s, {options.path});
    return {};
}

Result<> configure(Sql &sql, OpenMode mode)
{
    // Sizes: TECH.md S1. fullfsync matters on macOS only, where fsync alone does not reach the medium.
    static constexpr std::array kAlways{"PRAGMA cache_size=-16000", "PRAGMA temp_store=MEMORY",
                                        "PRAGMA foreign_keys=ON"};
    static constexpr std::array kWriting{"PRAGMA wal_autocheckpoint=4000", "PRAGMA journal_size_limit=67108864",
                                         "PRAGMA fullfsync=ON", "PRAGMA checkpoint_fullfsync=ON"};
    for (const char *statement : kAlways)
        FROST_TRY(sql.execute(statement));
    if (mode == OpenMode::ReadOnly)
        return {};
    for (const char *statement : kWriting)
        FROST_TRY(sql.execute(statement));
    auto journal = sql.query("PRAGMA journal_mode=WAL");
    if (!journal)
        return fail(journal.error());
    if (!journal->next() || journal->text(0) != "wal"_L1)
        return fail(ErrorKind::Storage, u"store.io"_s, {}, u"this place cannot hold a write-ahead log"_s);
    return {};
}
} // namespace

Error lastError(sqlite3 *connection)
{
    const int code = sqlite3_extended_errcode(connection);
    const QString detail = u"%1: %2"_s.arg(code).arg(QString::fromUtf8(sqlite3_errmsg(connection)));
    if (code == SQLITE_CONSTRAINT_UNIQUE || code == SQLITE_CONSTRAINT_PRIMARYKEY)
        return {ErrorKind::Conflict, u"store.unique"_s, {}, detail, {}};
    switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return {ErrorKind::Busy, u"store.locked"_s, {}, detail, {}};
    case SQLITE_READONLY: return {ErrorKind::Storage, u"store.readOnly"_s, {}, detail, {}};
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN: return {ErrorKind::Storage, u"store.io"_s, {}, detail, {}};
    case SQLITE_FULL: return {ErrorKind::Storage, u"store.full"_s, {}, detail, {}};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB: return {ErrorKind::Corrupt, u"store.corrupt"_s, {}, detail, {}};
    default: return {ErrorKind::Internal, u"store.sql"_s, {}, detail, {}};
    }
}

Result<std::unique_ptr<Sql>> Sql::open(const Options &options)
{
    if (options.mode == OpenMode::ReadWrite && options.vfs.isEmpty()) {
        const QFileInfo file(options.path); // SQLite would open it for reading without a word
        if (file.isFile() && !file.isWritable())
            return fail(ErrorKind::Storage, u"store.readOnly"_s, {options.path});
    }
    auto d = std::make_unique<Private>();
    d->mode = options.mode;
    d->thread = QThread::currentThread();
    // The URI's mode narrows these flags. One thread uses the connection, so SQLite needs no locks of its own.
    constexpr int kFlags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX
        | SQLITE_OPEN_PRIVATECACHE | SQLITE_OPEN_EXRESCODE;
    sqlite3 *connection = nullptr;
    const int opened = sqlite3_open_v2(uriOf(options).toUtf8().constData(), &connection, kFlags, nullptr);
    d->connection.reset(connection); // there is one even where it could not be opened: it holds the error
    if (opened != SQLITE_OK)
        return fail(explained(options, lastError(connection)));
    sqlite3_busy_timeout(connection, int(options.busyTimeout.count()));
    std::unique_ptr<Sql> sql(new Sql(std::move(d)));
    auto ready = recognise(*sql, options);
    if (ready)
        ready = configure(*sql, options.mode);
    if (!ready)
        return fail(explained(options, std::move(ready).error()));
    return sql;
}

} // namespace frost
