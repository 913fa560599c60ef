// SPDX-FileCopyrightText: 2026 Frost contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/sql.h"

#include <sqlite3.h>

#include <optional>
#include <map>
#include <unordered_map>
#include <utility>
#include <vector>

class QThread;

// Private to sql.cpp and sqlopen.cpp.
namespace frost {

struct CloseConnection {
    void operator()(sqlite3 *connection) const { sqlite3_close_v2(connection); }
};
struct FinalizeStatement {
    void operator()(sqlite3_stmt *statement) const { sqlite3_finalize(statement); }
};
using ConnectionHandle = std::unique_ptr<sqlite3, CloseConnection>;
using StatementHandle = std::unique_ptr<sqlite3_stmt, FinalizeStatement>;

//! What the last call on `connection` failed with. The detail is SQLite's message, which names tables and columns, never
//! values.
[[nodiscard]] Error lastError(sqlite3 *connection);

//! The connection and its prepared statements. A statement is either idle here or leased to one Rows; a second use of
//! the same text at the same time prepares a second one.
struct Sql::Private {
    ConnectionHandle connection; //!< before the statements: it goes after them
    OpenMode mode = OpenMode::ReadWrite;
    QThread *thread = nullptr;
    struct Hash {
        size_t operator()(const QByteArray &bytes) const { return qHash(bytes); }
    };
    std::unordered_map<QByteArray, std::vector<StatementHandle>, Hash> idle;
    qsizetype idleCount = 0;
    qint64 lastInsertId = 0;
    bool inTransaction = false;
    bool isReading = false;
    std::function<Result<>()> guard;
    std::optional<std::pair<qint64, qint64>> guarded; //!< user and schema version the guard last agreed to
    std::optional<Durability> durability; //!< what PRAGMA synchronous was last set to
    std::optional<Error> broken;          //!< what ended the open transaction
    std::map<QByteArray, quint64> sharedCounts; //!< a reference stays good when others are added
    std::optional<Error> damage;          //!< what showed that the file is damaged

    //! Prepares, binds and makes the first step.
    [[nodiscard]] Result<std::unique_ptr<Rows::Lease>> start(const QByteArray &statement, const QVariantList &values);
    [[nodiscard]] Result<StatementHandle> prepare(const QByteArray &statement, unsigned flags);
    [[nodiscard]] Result<StatementHandle> take(const QByteArray &statement);
    void giveBack(const QByteArray &statement, StatementHandle handle);
    //! The error of the last call; remembered where it ends the open transaction.
    [[nodiscard]] Error note();
};

struct Rows::Lease {
    Lease(Sql::Private &connection, QByteArray text, StatementHandle prepared, QVariantList bound)
        : owner(connection), statement(std::move(text)), handle(std::move(prepared)), values(std::move(bound))
    { }
    ~Lease();
    Lease(const Lease &) = delete;
    Lease &operator=(const Lease &) = delete;
    void bindAll();
    void step();

    enum class Place { BeforeFirst, AtRow, AtEnd };
    Sql::Private &owner;
    QByteArray statement;
    StatementHandle handle;
    QVariantList values; //!< SQLite looks at their texts until the statement is reset
    Place place = Place::BeforeFirst;
    bool firstTaken = false; //!< the first row was stepped to by start() and not yet asked for
    std::optional<Error> failure;
};

} // namespace frost
